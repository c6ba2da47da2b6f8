using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Data;
using CaseFlow.Data.Grund;
using CaseFlow.Seed;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace CaseFlow.Web.Start;

/// <summary>Lays the demo in an empty database and shows how to sign in. On in Development; <c>CASEFLOW_DEMO</c> names another scenario or
/// <c>ingen</c>. Never on by itself elsewhere.</summary>
internal sealed class Demo(IConfiguration installningar, IHostEnvironment miljo, IServiceScopeFactory scopes, Databasval databas, TimeProvider tid)
{
    private const string Ingen = "ingen";

    private string Onskat => Namn(installningar, miljo);

    private bool SkaFinnas => Onskas(installningar, miljo);

    /// <summary>Whether this start lays a demo, or works on one.</summary>
    public static bool Onskas(IConfiguration installningar, IHostEnvironment miljo) => Namn(installningar, miljo) != Ingen;

    private static string Namn(IConfiguration installningar, IHostEnvironment miljo) =>
        installningar["CASEFLOW_DEMO"] is { Length: > 0 } valt ? valt : miljo.IsDevelopment() ? Demoscenario.Liten.Namn : Ingen;

    /// <summary>An embedded database is laid beside its place (<see cref="Bredvid"/>). Before the database is opened.</summary>
    /// <exception cref="InstallningException">The scenario does not exist, or another start is laying the demo right now.</exception>
    public async Task LaggBredvid(CancellationToken ct)
    {
        if (!SkaFinnas || databas.Fil is not { } fil || File.Exists(fil)) return;
        var scenario = Scenario();
        await Bredvid.Lagg(installningar, fil, async egna =>
        {
            await Lagg(scenario, egna, bredvid: true, ct);
            return true;
        });
    }

    /// <summary>In a server's database, or an embedded one that exists, the demo is laid when nobody is in it.</summary>
    /// <exception cref="InstallningException">The scenario does not exist.</exception>
    public async Task Lagg(CancellationToken ct)
    {
        if (!SkaFinnas) return;
        var scenario = Scenario();
        await using var scope = scopes.CreateAsyncScope();
        if (await ArTom(scope.ServiceProvider.GetRequiredService<CaseFlowDb>(), ct)) await Lagg(scenario, installningar, bredvid: false, ct);
        VisaInloggningar(scenario);
    }

    private Demoscenario Scenario() => Demoscenario.Hitta(Onskat)
        ?? throw new InstallningException($"CASEFLOW_DEMO är \"{Onskat}\". Välj {string.Join(", ", Demoscenario.Alla.Select(s => s.Namn))} eller {Ingen}.");

    /// <summary>Nobody is in the database: neither users nor people.</summary>
    public static async Task<bool> ArTom(CaseFlowDb db, CancellationToken ct) => !await db.Anvandare.AnyAsync(ct) && !await db.Personer.AnyAsync(ct);

    private async Task Lagg(Demoscenario scenario, IConfiguration val, bool bredvid, CancellationToken ct)
    {
        var demo = new Demoval(scenario, Demoval.Standardfro, Demoval.Standardslut(tid));
        await AnsiConsole.Progress().HideCompleted(false).StartAsync(async tavla =>
        {
            var stapel = tavla.AddTask("Lägger demot");
            var svar = await Demofabrik.Lagg(t => t.AddCaseFlowData(val, bredvid), demo, new Framsteg(stapel), ct: ct);
            if (svar.Failed) throw new InstallningException(svar.Error.Text);
            stapel.Value = stapel.MaxValue;
        });
    }

    private static void VisaInloggningar(Demoscenario scenario)
    {
        var tabell = new Table().Title("Demoinloggningar").AddColumns("Användarnamn", "Lösenord", "Namn", "Titel");
        foreach (var i in Demoinloggningar.For(scenario)) tabell.AddRow(i.Anvandarnamn, i.Losenord, i.Namn.EscapeMarkup(), i.Titel.EscapeMarkup());
        AnsiConsole.Write(tabell);
        AnsiConsole.MarkupLine(CultureInfo.CurrentCulture, "[grey]Allt i demot är påhittat.[/]");
    }

    private sealed class Framsteg(ProgressTask stapel) : IProgress<(int Klart, int Totalt)>
    {
        public void Report((int Klart, int Totalt) value) => stapel.Value = 100.0 * value.Klart / Math.Max(1, value.Totalt);
    }
}
