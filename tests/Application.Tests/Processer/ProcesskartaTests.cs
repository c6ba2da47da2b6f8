using System.Text.RegularExpressions;
using CaseFlow.Application.Processer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Processer;

/// <summary>Where an ärende stands, in the drawing and in words.</summary>
public sealed partial class ProcesskartaTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Kartan_och_orden_sager_samma_sak(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Granskat().Bygg();

        var svar = await Las(arende);
        var process = Assert.Single(svar.Processer);
        Assert.Equal((null, Instansstatus.Aktiv, null), (process.Insats, process.Status, process.Slutad));
        Assert.Equal(["Utred"], process.Nu);
        Assert.Contains("GranskaAnsokan", process.Passerat);
        Assert.DoesNotContain("Utred", process.Passerat);
        Assert.DoesNotContain("BegarKomplettering", process.Passerat);
        Assert.Equal(
            ["Ansökan registrerad", "Sätt enhetens tidsgränser", "Fördela efter språk, område och arbetsmängd", "Granska ansökan", "Utred behov"],
            process.Steg.Select(s => s.Namn));
        var (granskat, utreds) = (process.Steg[^2], process.Steg[^1]);
        Assert.Equal((Kartlage.Klart, "Hanna Handläggare"), (granskat.Lage, granskat.Av));
        Assert.Equal((Kartlage.Nu, null, null), (utreds.Lage, utreds.Slutade, utreds.Av));
        Assert.All(process.Steg.SkipLast(2), s => Assert.Equal((Kartlage.Klart, null), (s.Lage, s.Av)));

        // Det som kartan märker finns i ritningen.
        var ritat = Ritat(svar.Ritningar[process.Ritning!]);
        Assert.Equal([], process.Nu.Concat(process.Passerat).Except(ritat));
    }

    [Theory, PaSqlite]
    public async Task Insatsen_har_en_egen_process_och_arendets_ar_klar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().MedBeslut().Bygg();
        await arende.Underratta();

        var svar = await Las(arende);
        Assert.Equal([null, "Hemtjänst"], svar.Processer.Select(p => p.Insats));
        Assert.Equal([Instansstatus.Fullbordad, Instansstatus.Aktiv], svar.Processer.Select(p => p.Status));
        Assert.Empty(svar.Processer[0].Nu);
        Assert.NotNull(svar.Processer[0].Slutad);
        Assert.DoesNotContain(svar.Processer[0].Steg, s => s.Lage is Kartlage.Nu);
        Assert.Equal(["Bestall"], svar.Processer[1].Nu);
        Assert.Equal(2, svar.Ritningar.Count);
    }

    [Theory, PaSqlite]
    public async Task Det_som_har_stannat_star_som_stannat(Provdatabas databas)
    {
        var krangel = new Kranglande.Krangel { Kod = "LAGER_A" };
        await using var enhet = await Provenhet.Skapa(databas, Kranglande.I(krangel));
        var process = (await Las(await enhet.EttArende().MedBeslut().Bygg())).Processer[0];
        Assert.Equal(Kartlage.Stannat, Assert.Single(process.Steg, s => s.Namn == "Starta beviljade insatser").Lage);
        Assert.Equal(Kartlage.Nu, Assert.Single(process.Steg, s => s.Namn == "Skicka beslut").Lage);
    }

    [Theory, PaSqlite]
    public async Task En_version_utan_ritning_visas_i_ord(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        await enhet.Vard.Skriv(async db =>
        {
            var rad = await db.Definitioner.SingleAsync(d => d.Nyckel == "bistand");
            var utan = rad.Xml[..rad.Xml.IndexOf("<bpmndi:BPMNDiagram", StringComparison.Ordinal)] + "</bpmn:definitions>";
            await db.Definitioner.Where(d => d.Id == rad.Id).ExecuteUpdateAsync(s => s.SetProperty(d => d.Xml, utan));
        });
        var svar = await Las(arende);
        Assert.Null(svar.Processer[0].Ritning);
        Assert.Empty(svar.Ritningar);
        Assert.Equal("Granska ansökan", svar.Processer[0].Steg[^1].Namn);
    }

    [Fact]
    public void Varje_process_som_foljer_med_har_allt_pa_sin_karta()
    {
        var mappar = new Processkatalog(Processmapp.Sok()).LasMapp();
        Assert.NotEmpty(mappar);
        foreach (var mapp in mappar)
        {
            var paket = Processpaketlasare.Las(mapp.Nyckel, mapp.Filer).Paket!;
            var ritat = Ritat(mapp.Filer[$"{mapp.Nyckel}.bpmn"]);
            var alla = paket.Definition.Nodes.SelectMany(n => n.Outgoing.Select(f => f.Id).Prepend(n.Id)).ToHashSet(StringComparer.Ordinal);
            Assert.Equal([], alla.Except(ritat));
            Assert.Equal([], ritat.Except(alla).Except([mapp.Nyckel]));
        }
    }

    private static HashSet<string> Ritat(string xml) =>
        [.. Element().Matches(xml).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("bpmnElement=\"([^\"]+)\"")]
    private static partial Regex Element();

    private static async Task<ProcesskartaSvar> Las(Provarende arende) =>
        Provarende.Ok(await arende.Enhet.Vard.Sand(new HamtaProcesskarta(arende.Nummer), arende.Enhet.Handlaggare));
}
