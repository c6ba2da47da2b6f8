using CaseFlow.Application.Processer;
using CaseFlow.Cli.Kommandon;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Tests.Processer;

/// <summary><c>caseflow incident</c> on a database where a process has stopped.</summary>
public sealed class IncidentTests
{
    [Fact]
    public async Task Den_som_stannat_visas_forsoks_igen_och_gar_vidare_en_gang()
    {
        await using var enhet = await Provenhet.Skapa(mer: Trasig.I);
        var arende = await enhet.EttArende().MedBeslut().Bygg();
        var id = await enhet.Vard.Las(db => db.Incidenter.Select(i => i.Id).SingleAsync());
        string Incident(string orsak) =>
            $"Incident {id}\n  Ärende    {arende.Nummer}\n  Sedan     16 september 2026 09.00\n  Element   StartaInsatser i bistand (Starta beviljade insatser)\n"
            + $"  Utför     insats.starta\n  Orsak     {orsak}\n";

        var lista = await Kor(enhet, "lista");
        Assert.Equal((0, ""), (lista.Slutkod, lista.Fel));
        Assert.Equal(
            $"{Incident("LAGRET_STANGT: Lagret är stängt.")}\n1 process har stannat.\nNär orsaken är åtgärdad: caseflow incident forsok ID\n", lista.Ut);
        Assert.Equal((1, lista.Ut), ((await Kor(enhet, "lista", "--vakt")).Slutkod, (await Kor(enhet, "lista", "--vakt")).Ut));

        // Försöks det innan orsaken är åtgärdad står den kvar.
        var kvar = await ForsokMedTrasig(enhet, id);
        Assert.Equal((1, ""), (kvar.Slutkod, kvar.Ut));
        Assert.Equal($"Det gick inte den här gången heller. Processen står kvar:\n{Incident("LAGRET_STANGT: Lagret är stängt.")}", kvar.Fel);
        Assert.Equal(lista.Ut, (await Kor(enhet, "lista")).Ut);

        var gick = await Kor(enhet, "forsok", $"{id}");
        Assert.Equal((0, $"Incidenten är löst. Processen i ärende {arende.Nummer} gick vidare.\n", ""), (gick.Slutkod, gick.Ut, gick.Fel));
        Assert.Equal(["Bestall", "Underratta"], await arende.Oppna());

        var redan = await Kor(enhet, "forsok", $"{id}");
        Assert.Equal((1, ""), (redan.Slutkod, redan.Ut));
        Assert.Contains("redan löst", redan.Fel, StringComparison.Ordinal);
        Assert.Contains("(INCIDENT_LOST)", redan.Fel, StringComparison.Ordinal);
        Assert.Equal((1, true), ((await Kor(enhet, "forsok", "1")).Slutkod, (await Kor(enhet, "forsok", "1")).Fel.Contains("FINNS_INTE", StringComparison.Ordinal)));

        var tom = await Kor(enhet, "lista", "--vakt");
        Assert.Equal((0, "Ingen process har stannat.\n", ""), (tom.Slutkod, tom.Ut, tom.Fel));
    }

    /// <summary>The command line has the real operations: what stopped the process is mended there.</summary>
    private static Task<Svar> Kor(Provenhet enhet, params string[] ord) => Provmapp.Kor(Installningar(enhet), ["incident", .. ord]);

    private static async Task<Svar> ForsokMedTrasig(Provenhet enhet, long id)
    {
        using var ut = new StringWriter { NewLine = "\n" };
        using var fel = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(ut, fel, TextReader.Null);
        await using var vard = Vard.Skapa(new ConfigurationBuilder().AddInMemoryCollection(Installningar(enhet)).Build(), terminal, mer: Trasig.I);
        var kod = await Incidenter.Forsok(terminal, vard, id, CancellationToken.None);
        return new(kod, ut.ToString(), fel.ToString());
    }

    private static Dictionary<string, string?> Installningar(Provenhet enhet) => new(StringComparer.Ordinal) { ["CASEFLOW_DATA"] = enhet.Vard.Mapp };

    private sealed class Trasig : ITjansteoperation
    {
        public string Namn => "insats.starta";

        public static void I(IServiceCollection tjanster)
        {
            tjanster.Remove(tjanster.Single(t => t.ServiceType == typeof(ITjansteoperation) && t.ImplementationType?.Name == "StartaInsatser"));
            tjanster.AddScoped<ITjansteoperation, Trasig>();
        }

        public Task<Result<FeelContext>> Utfor(Tjansteanrop tjanst, CancellationToken ct) =>
            Task.FromResult<Result<FeelContext>>(Error.Rule("LAGRET_STANGT", "Lagret är stängt."));
    }
}
