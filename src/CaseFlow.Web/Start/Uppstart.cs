using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Data.Grund;
using CaseFlow.Domain;
using MediatR;
using Spectre.Console;

namespace CaseFlow.Web.Start;

/// <summary>What happens before the first page is served: the database is brought up to date, the processes are deployed and, where asked
/// for, the demo is laid. Anything broken stops the start with a sentence.</summary>
internal static class Uppstart
{
    /// <exception cref="InstallningException">A setting is missing or not understood.</exception>
    public static void AddStart(this IServiceCollection services, IConfiguration installningar, IHostEnvironment miljo)
    {
        services.AddSingleton(Enhetsadress.Las(installningar, Demo.Onskas(installningar, miljo) || miljo.IsDevelopment() ? Brevavsandare.Exempel : null));
        services.AddSingleton(Bordeval.Las(installningar));
        services.AddSingleton(Utforare.Las(installningar));
        services.AddSingleton<Demo>();
        services.AddSingleton<Pages.Arenden.Sokminne>();
        services.AddHostedService<Processarbetare>();
        services.AddHostedService<Stadning>();
        services.AddNyckelring(installningar);
    }

    /// <returns>Exit code of the process: 0, or 1 when the start was refused.</returns>
    public static async Task<int> Starta(this WebApplication app)
    {
        try
        {
            if (!await Forbered(app)) return 1;
        }
        catch (InstallningException fel)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.CurrentCulture, $"[red]{fel.Message}[/]");
            return 1;
        }
        await app.StartAsync();
        foreach (var adress in app.Urls) AnsiConsole.MarkupLineInterpolated(CultureInfo.CurrentCulture, $"CaseFlow svarar på [bold]{adress}[/]");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<bool> Forbered(WebApplication app)
    {
        var ct = app.Lifetime.ApplicationStopping;
        var anropare = app.Services.GetRequiredService<IAnropare>();
        var demo = app.Services.GetRequiredService<Demo>();
        if (!app.Environment.IsDevelopment()) ProvaDrift(app);
        if (app.Services.GetRequiredService<IHandlingslager>().Hinder() is { } hinder) throw new InstallningException(hinder);
        await demo.LaggBredvid(ct);
        await app.Services.GetRequiredService<IDatabas>().Migrera(ct);
        await Demovakt.Prova(app.Services, app.Configuration, ct);
        if ((await Gor(anropare, new LaggGrund(), ct)).Failed) return false;
        var processer = await Gor(anropare, new LaggInProcesser(), ct);
        if (processer.Failed) return false;
        foreach (var varning in processer.Value.Varningar) AnsiConsole.MarkupLineInterpolated(CultureInfo.CurrentCulture, $"[yellow]{varning}[/]");
        if (processer.Value.Aldre.Count > 0)
            AnsiConsole.MarkupLineInterpolated(CultureInfo.CurrentCulture, $"[yellow]Mappen workflows har en äldre version av {string.Join(", ", processer.Value.Aldre)}. Den senare i databasen gäller (docs/drift).[/]");
        await demo.Lagg(ct);
        return true;
    }

    /// <summary>What real data asks of the installation.</summary>
    private static void ProvaDrift(WebApplication app)
    {
        if (Datamapp.Hinder(app.Services.GetRequiredService<Databasval>().Mapp) is { } hinder) throw new InstallningException(hinder);
        if (Nyckelring.Varning(app.Configuration) is { } varning) AnsiConsole.MarkupLineInterpolated(CultureInfo.CurrentCulture, $"[yellow]{varning}[/]");
        if (string.IsNullOrEmpty(app.Configuration["AllowedHosts"]))
            AnsiConsole.MarkupLine("[yellow]AllowedHosts saknas: webben svarar bara på localhost. Ange värdnamnet som användarna skriver.[/]");
    }

    /// <summary>A refusal is said on the terminal.</summary>
    private static async Task<Result<T>> Gor<T>(IAnropare anropare, IRequest<Result<T>> steg, CancellationToken ct)
    {
        var svar = await anropare.Sand(steg, Systemaktor.Den, null, ct);
        if (svar.Failed) AnsiConsole.MarkupLineInterpolated(CultureInfo.CurrentCulture, $"[red]{svar.Error.Text}[/]");
        return svar;
    }
}
