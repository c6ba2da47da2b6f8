using System.CommandLine;
using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Data;
using CaseFlow.Data.Grund;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Cli;

/// <summary>The product put together for one command, on the same settings as the web.</summary>
internal sealed class Vard : IAsyncDisposable
{
    private readonly ServiceProvider _tjanster;

    private Vard(ServiceProvider tjanster) => _tjanster = tjanster;

    public IServiceProvider Tjanster => _tjanster;

    /// <param name="nu">Stops the clock that the use cases see at this moment, so that the outcome does not depend on how fast it goes. Keys
    /// still come from the real clock: two runs at the same moment never meet in them.</param>
    /// <param name="mer">Adds or replaces services, last.</param>
    /// <exception cref="InstallningException">A setting is wrong.</exception>
    public static Vard Skapa(IConfiguration installningar, Terminal terminal, DateTimeOffset? nu = null, Action<IServiceCollection>? mer = null)
    {
        var tjanster = new ServiceCollection();
        if (nu is { } tid)
        {
            tjanster.AddSingleton<TimeProvider>(new StilladKlocka(tid));
            tjanster.AddSingleton<IIdKalla>(new IdKalla(TimeProvider.System));
        }
        Registrera(tjanster, installningar, terminal);
        tjanster.AddCaseFlowApplication();
        mer?.Invoke(tjanster);
        return new(tjanster.BuildServiceProvider());
    }

    /// <summary>Does something with a database that is ready for it, or says why it is not.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="InstallningException">A setting is wrong.</exception>
    public static async Task<int> Med(Terminal terminal, IConfiguration installningar, Func<Vard, Task<int>> arbete, CancellationToken ct)
    {
        await using var vard = Skapa(installningar, terminal);
        return await vard.Hinder(ct) is { } hinder ? await terminal.Nekat(hinder) : await arbete(vard);
    }

    /// <summary>Settings, logging and the database.</summary>
    /// <exception cref="InstallningException">A setting is wrong.</exception>
    public static void Registrera(IServiceCollection tjanster, IConfiguration installningar, Terminal terminal, bool bredvid = false)
    {
        tjanster.AddSingleton(installningar);
        tjanster.AddLogging(logg => logg.ClearProviders().AddProvider(new Felkanal(terminal.Fel)).AddFilter<Felkanal>("CaseFlow", LogLevel.Critical)
            .AddFilter<Felkanal>(null, LogLevel.None));
        tjanster.AddCaseFlowData(installningar, bredvid);
        // Kommandona skriver inga brev: adressen krävs först om något gör det.
        tjanster.AddSingleton(_ => Enhetsadress.Las(installningar, exempel: null));
        var mapp = Databasval.Las(installningar).Mapp;
        if (File.Exists(mapp)) throw new InstallningException($"CASEFLOW_DATA är {mapp}, som är en fil. Ange en mapp.");
    }

    public Task<Result<T>> Sand<T>(IRequest<Result<T>> request, Aktor? aktor = null, CancellationToken ct = default) =>
        _tjanster.GetRequiredService<IAnropare>().Sand(request, aktor ?? Systemaktor.Den, null, ct);

    /// <summary>Who the trail names: the system, or the user that the one at the keyboard says she is; and always the machine's account.</summary>
    /// <param name="anvandarnamn">From <see cref="Som"/>; null when nothing was said.</param>
    /// <param name="om">The account that the command is about: nobody changes her own this way.</param>
    public async Task<Result<Aktor>> Aktor(string? anvandarnamn, string? om, CancellationToken ct)
    {
        await using var scope = _tjanster.CreateAsyncScope();
        var maskinkonto = scope.ServiceProvider.GetRequiredService<IPseudonymer>().Av(Environment.UserName);
        if (anvandarnamn is null) return Systemaktor.Kommandorad(default, maskinkonto);
        if (string.Equals(anvandarnamn.Trim(), om?.Trim(), StringComparison.OrdinalIgnoreCase)) return SomSjalv;
        var nu = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<IKonton>().Inloggningsbar(anvandarnamn.Trim(), nu, ct) is { } vem ? Systemaktor.Kommandorad(vem, maskinkonto) : OkandSom;
    }

    /// <summary>The option of commands that change who may do what.</summary>
    public static Option<string> Som() => new("--som")
    {
        Description = "Ditt eget användarnamn: loggen säger då att du uppgav dig köra kommandot. Utan det står systemet.", HelpName = "ANVANDARE",
    };

    /// <summary>The refusal of a name that nobody can sign in with.</summary>
    private static Error OkandSom { get; } = Error.Invalid("SOM_OKAND", "--som: det finns inget konto med det användarnamnet, eller så är det låst eller stängt.");

    /// <summary>The refusal of one who would change her own account.</summary>
    private static Error SomSjalv { get; } = Error.Invalid("SOM_SJALV", "--som: kommandot gäller ditt eget konto. Låt någon annan köra det.");

    /// <summary>Whether the database answers and is as new as the program.</summary>
    public Task<bool> Redo(CancellationToken ct) => _tjanster.GetRequiredService<IDatabas>().Redo(ct);

    /// <summary>The refusal when there is nothing to work against, else null.</summary>
    public async Task<Error?> Hinder(CancellationToken ct) => await Redo(ct) ? null : Error.Rule(
        "DATABAS_EJ_REDO", "Databasen svarar inte, saknas eller är äldre än programmet. Kör först: caseflow migrate");

    /// <summary>As <see cref="Hinder"/>, and when there is no unit or no process to register in.</summary>
    public async Task<Error?> HinderForAnsokningar(CancellationToken ct)
    {
        if (await Hinder(ct) is { } hinder) return hinder;
        await using var scope = _tjanster.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        return await db.Enheter.AnyAsync(ct) && await Processkatalog.Aktuell(db, "bistand", ct) is not null
            ? null
            : Error.Rule("GRUND_SAKNAS", "Det finns ingen enhet eller ingen process att ta emot ansökningar med. Kör först: caseflow migrate");
    }

    /// <summary>The unit by its name; without a name the only one there is. Null when there is none, or more than one.</summary>
    public async Task<EnhetId?> Enhet(string? namn, CancellationToken ct)
    {
        await using var scope = _tjanster.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        var enheter = await db.Enheter.Where(e => namn == null || e.Namn == namn).Select(e => e.Id).Take(2).ToListAsync(ct);
        return enheter is [var enhet] ? enhet : null;
    }

    public ValueTask DisposeAsync() => _tjanster.DisposeAsync();

    private sealed class StilladKlocka(DateTimeOffset nu) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => nu.ToUniversalTime();
    }

    /// <summary>What the product must tell the operator besides the answer, one line each and never a stack trace.</summary>
    private sealed class Felkanal(TextWriter fel) : ILoggerProvider, ILogger
    {
        private readonly Lock _las = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var orsak = exception is null ? "" : $": {exception.GetBaseException().Message}";
            lock (_las) fel.WriteLine($"{formatter(state, exception)}{orsak}");
        }

        public void Dispose()
        {
        }
    }
}
