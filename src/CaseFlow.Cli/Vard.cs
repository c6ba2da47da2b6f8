using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Data;
using CaseFlow.Data.Grund;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using MediatR;
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

    /// <param name="nu">Moves the clock that the use cases see; keys still come from the real one, so that two runs never meet in them.</param>
    /// <exception cref="InstallningException">A setting is wrong.</exception>
    public static Vard Skapa(IConfiguration installningar, DateTimeOffset? nu = null)
    {
        var tjanster = new ServiceCollection();
        if (nu is { } tid)
        {
            tjanster.AddSingleton<TimeProvider>(new FlyttadKlocka(tid));
            tjanster.AddSingleton<IIdKalla>(new IdKalla(TimeProvider.System));
        }
        Registrera(tjanster, installningar);
        tjanster.AddCaseFlowApplication();
        return new(tjanster.BuildServiceProvider());
    }

    /// <summary>Settings, logging and the database.</summary>
    public static void Registrera(IServiceCollection tjanster, IConfiguration installningar)
    {
        tjanster.AddSingleton(installningar);
        tjanster.AddLogging(logg => logg.SetMinimumLevel(LogLevel.Critical).AddSimpleConsole());
        tjanster.AddCaseFlowData(installningar);
    }

    public Task<Result<T>> Sand<T>(IRequest<Result<T>> request, Aktor? aktor = null, CancellationToken ct = default) =>
        _tjanster.GetRequiredService<IAnropare>().Sand(request, aktor ?? Systemaktor.Den, null, ct);

    /// <summary>Creates or updates the database and lays what an import needs.</summary>
    /// <returns>The processes that were deployed, or the refusal.</returns>
    public async Task<Result<InlagdaProcesser>> Forbered(CancellationToken ct)
    {
        await _tjanster.GetRequiredService<IDatabas>().Migrera(ct);
        var grund = await Sand(new LaggGrund(), ct: ct);
        return grund.Failed ? grund.Error : await Sand(new LaggInProcesser(), ct: ct);
    }

    /// <summary>The refusal when the database is missing or older than the program, else null.</summary>
    public async Task<Error?> Redo(CancellationToken ct) => await _tjanster.GetRequiredService<IDatabas>().Redo(ct)
        ? null
        : Error.Rule("DATABAS_EJ_REDO", "Databasen saknas eller är äldre än programmet. Kör först: caseflow migrate");

    public ValueTask DisposeAsync() => _tjanster.DisposeAsync();

    private sealed class FlyttadKlocka(DateTimeOffset start) : TimeProvider
    {
        private readonly long _borjade = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + System.GetElapsedTime(_borjade);
    }
}
