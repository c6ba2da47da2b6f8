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

    private string Onskat => installningar["CASEFLOW_DEMO"] is { Length: > 0 } valt ? valt : miljo.IsDevelopment() ? Demoscenario.Liten.Namn : Ingen;

    /// <summary>Left behind by a demo that was interrupted half way.</summary>
    private string Pagar => Path.Combine(databas.Mapp, "demo-pagar");

    /// <summary>A half-laid demo in the embedded database is thrown away, so that it can be laid anew. Before the database is opened.</summary>
    public void StadaAvbrutet()
    {
        if (databas.Slag != Databasslag.Sqlite || !File.Exists(Pagar)) return;
        foreach (var fil in Directory.EnumerateFiles(databas.Mapp, "caseflow.db*")) File.Delete(fil);
        File.Delete(Pagar);
    }

    /// <exception cref="InstallningException">The scenario does not exist.</exception>
    public async Task Lagg(CancellationToken ct)
    {
        if (Onskat == Ingen) return;
        var scenario = Demoscenario.Hitta(Onskat)
            ?? throw new InstallningException($"CASEFLOW_DEMO är \"{Onskat}\". Välj {string.Join(", ", Demoscenario.Alla.Select(s => s.Namn))} eller {Ingen}.");
        if (await ArTom(ct)) await Lagg(scenario, ct);
        VisaInloggningar();
    }

    private async Task<bool> ArTom(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseFlowDb>();
        return !await db.Anvandare.AnyAsync(ct) && !await db.Personer.AnyAsync(ct);
    }

    private async Task Lagg(Demoscenario scenario, CancellationToken ct)
    {
        await File.WriteAllTextAsync(Pagar, scenario.Namn, ct);
        var val = new Demoval(scenario, Demoval.Standardfro, Demoval.Standardslut(tid));
        await AnsiConsole.Progress().HideCompleted(false).StartAsync(async tavla =>
        {
            var stapel = tavla.AddTask("Lägger demot");
            var framsteg = new Framsteg(stapel);
            var svar = await Demofabrik.Lagg(t => t.AddCaseFlowData(installningar), val, framsteg, ct);
            if (svar.Failed) throw new InstallningException(svar.Error.Text);
            stapel.Value = stapel.MaxValue;
        });
        File.Delete(Pagar);
    }

    private static void VisaInloggningar()
    {
        var tabell = new Table().Title("Demoinloggningar").AddColumns("Användarnamn", "Lösenord", "Namn", "Titel");
        foreach (var i in Demoinloggningar.Utvalda) tabell.AddRow(i.Anvandarnamn, i.Losenord, i.Namn.EscapeMarkup(), i.Titel.EscapeMarkup());
        AnsiConsole.Write(tabell);
        AnsiConsole.MarkupLine(CultureInfo.CurrentCulture, "[grey]Allt i demot är påhittat.[/]");
    }

    private sealed class Framsteg(ProgressTask stapel) : IProgress<(int Klart, int Totalt)>
    {
        public void Report((int Klart, int Totalt) value) => stapel.Value = 100.0 * value.Klart / Math.Max(1, value.Totalt);
    }
}
