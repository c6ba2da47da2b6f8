using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Processer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Processer;

/// <summary>A process that has stopped: seen, listed, tried again, and going on once.</summary>
public sealed class ForsokIncidentTests
{
    private const string Stopp = "Processen har stannat. Kontakta förvaltningen.";

    private readonly Kranglande.Krangel _krangel = new() { Kod = "LAGER_A" };

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_stopp_syns_aven_nar_annat_gar_att_gora_och_gar_vidare_en_gang(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, Kranglande.I(_krangel));
        var arende = await enhet.EttArende().MedBeslut().Bygg();
        var stannade = enhet.Vard.Tid.GetUtcNow();

        // En annan uppgift är öppen, och sidan säger ändå att processen har stannat.
        Assert.Equal(["Underratta"], await arende.Oppna());
        var sida = await Sida(arende);
        Assert.Equal((true, Stopp, "Nu: Skicka beslut."), (sida.Stannat, sida.Plats[0], sida.Plats[1]));
        var rad = Assert.Single(await Lista(enhet));
        Assert.Equal(
            new(rad.Id, arende.Nummer, "bistand", "StartaInsatser", "Starta beviljade insatser", "insats.starta", "LAGER_A", "LAGER_A är trasigt.", stannade), rad);

        // Misslyckas det igen står den kvar, med sin nya orsak.
        enhet.Vard.Tid.Ga(TimeSpan.FromHours(1));
        _krangel.Kod = "LAGER_B";
        var igen = Provarende.Ok(await Forsok(enhet, rad.Id));
        var kvar = rad with { Kod = "LAGER_B", Text = "LAGER_B är trasigt." };
        Assert.Equal((arende.Nummer, false, kvar), (igen.Arendenummer, igen.Lost, Assert.Single(igen.Stannade)));
        Assert.Equal([kvar], await Lista(enhet));
        Assert.Equal((0, 1), await Startade(enhet));
        Assert.True((await Sida(arende)).Stannat);

        // Orsaken är lagad.
        _krangel.Kod = null;
        var gick = Provarende.Ok(await Forsok(enhet, rad.Id));
        Assert.Equal((arende.Nummer, true, 0), (gick.Arendenummer, gick.Lost, gick.Stannade.Count));
        Assert.Empty(await Lista(enhet));
        Assert.Equal((1, 2), await Startade(enhet));
        Assert.Equal(["Bestall", "Underratta"], await arende.Oppna());
        sida = await Sida(arende);
        Assert.False(sida.Stannat);
        Assert.DoesNotContain(Stopp, sida.Plats);

        // En gång till gör ingenting.
        var nekat = await Forsok(enhet, rad.Id);
        Assert.Equal("INCIDENT_LOST", nekat.Error?.Code);
        Assert.Equal((1, 2), await Startade(enhet));
        await arende.Underratta();
        Assert.Equal(["Bestall"], await arende.Oppna());

        var id = (await arende.Las()).Id;
        var spar = (await enhet.Spar()).Where(h => h.ArendeId == id && h.Typ is nameof(ProcessStannade) or nameof(IncidentForsoktIgen) or nameof(ForsokIncidentIgen)).ToList();
        Assert.All(spar, h => Assert.Equal($"arende:{id.Value}", h.Kedja));
        Assert.Equal(
            [(nameof(ProcessStannade), null), (nameof(IncidentForsoktIgen), null), (nameof(ProcessStannade), null), (nameof(IncidentForsoktIgen), null), (nameof(ForsokIncidentIgen), "INCIDENT_LOST")],
            spar.Select(h => (h.Typ, h.Kod)));
        Assert.Contains("\"Kod\":\"LAGER_B\"", spar[3].Data, StringComparison.Ordinal);
        Assert.Equal(2, (await Sida(arende)).Tidslinje.Count(t => t.Text == "Processen försökte igen där den stannade"));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Tva_som_forsoker_samtidigt_gor_det_en_gang(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, Kranglande.I(_krangel));
        await enhet.EttArende().MedBeslut().Bygg();
        var incident = Assert.Single(await Lista(enhet)).Id;
        _krangel.Kod = null;

        await using (var granne = enhet.Vard.Granne())
        {
            var svar = await Task.WhenAll(
                Task.Run(() => Forsok(enhet, incident)), Task.Run(() => granne.Sand(new ForsokIncidentIgen(incident))), Task.Run(() => Forsok(enhet, incident)));
            Assert.Equal(["", "INCIDENT_LOST", "INCIDENT_LOST"], svar.Select(s => s.Error?.Code ?? "").Order(StringComparer.Ordinal));
        }

        Assert.Equal((1, 2), await Startade(enhet));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_aldsta_star_forst_aven_nar_den_forsokts_igen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, Kranglande.I(_krangel)).BaraHanna();
        var aldst = await enhet.EttArende().MedBeslut().Bygg();
        enhet.Vard.Tid.Ga(TimeSpan.FromHours(1));
        var yngst = await enhet.EttArende().MedBeslut().Bygg();
        enhet.Vard.Tid.Ga(TimeSpan.FromHours(1));

        Assert.False(Provarende.Ok(await Forsok(enhet, (await Lista(enhet))[0].Id)).Lost);

        Assert.Equal([aldst.Nummer, yngst.Nummer], (await Lista(enhet)).Select(i => i.Arendenummer));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_avbryts_dar_processen_star_gar_inte_att_forsoka_igen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas, Halvgjord.I);
        var arende = await enhet.EttArende().Bygg();
        var incident = Assert.Single(await Lista(enhet)).Id;

        Provarende.Ok(await enhet.Vard.Sand(new AtertaAnsokan(arende.Nummer, (await arende.Las()).Version, enhet.Idag, "telefon"), enhet.Chef));

        Assert.Empty(await Lista(enhet));
        Assert.Equal("INCIDENT_LOST", (await Forsok(enhet, incident)).Error?.Code);
        var sida = await Sida(arende);
        Assert.Equal((false, 1), (sida.Stannat, sida.Plats.Count));
    }

    [Fact]
    public async Task Bara_driften_ser_och_forsoker_igen()
    {
        await using var enhet = await Provenhet.Skapa(mer: Kranglande.I(_krangel));
        await enhet.EttArende().MedBeslut().Bygg();
        var incident = Assert.Single(await Lista(enhet)).Id;

        foreach (var aktor in new[] { enhet.Handlaggare, enhet.Chef })
        {
            Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new ListaIncidenter(), aktor)).Error?.Code);
            Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new ForsokIncidentIgen(incident), aktor)).Error?.Code);
        }
        Assert.Equal("FINNS_INTE", (await Forsok(enhet, 1)).Error?.Code);
    }

    private static async Task<ArendeSvar> Sida(Provarende arende) => Provarende.Ok(await arende.Enhet.Vard.Sand(new HamtaArende(arende.Nummer), arende.Enhet.Chef));

    private static async Task<IReadOnlyList<IncidentRad>> Lista(Provenhet enhet) =>
        Provarende.Ok(await enhet.Vard.Sand(new ListaIncidenter(), Systemaktor.Den)).Rader;

    private static Task<Domain.Result<ForsoktIncident>> Forsok(Provenhet enhet, long incident) =>
        enhet.Vard.Sand(new ForsokIncidentIgen(incident), Systemaktor.Den);

    /// <summary>Insatser, and instances of all processes.</summary>
    private static async Task<(int Insatser, int Instanser)> Startade(Provenhet enhet) => (
        await enhet.Vard.Las(db => db.Insatser.CountAsync()), await enhet.Vard.Las(db => db.Instanser.CountAsync()));
}
