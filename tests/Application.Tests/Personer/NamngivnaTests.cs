using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Personer;

/// <summary>Who is named for a protected person, why, and until when. Lag (2001:454) 10 §.</summary>
public sealed class NamngivnaTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Chefen_ser_vilka_som_ar_namngivna_och_namnger_en_till_med_skal(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Skyddat(enhet);
        Assert.Equal(
            [("Bea Biträdande", "Enhetens chef", true), ("Clara Chef", "Enhetens chef", true), ("Hanna Handläggare", "Handläggare i ett av personens ärenden", true)],
            (await Namngivna(arende)).Select(n => (n.Vem, n.Varfor, n.AvRegel)).OrderBy(n => n.Vem, StringComparer.Ordinal));

        Assert.Equal("BEHORIGHET_SAKNAS", (await Namnge(arende, Givet.Kim, aktor: enhet.Handlaggare)).Error?.Code);
        Assert.Equal("SKAL_SAKNAS", (await Namnge(arende, Givet.Kim, skal: "")).Error?.Code);
        Assert.Equal("OGILTIGT", (await Namnge(arende, enhet.Utomstaende.Id)).Error?.Code);
        Assert.Equal("REDAN_NAMNGIVEN", (await Namnge(arende, Givet.Hanna)).Error?.Code);
        Provarende.Ok(await Namnge(arende, Givet.Kim));

        var kim = (await Namngivna(arende)).Single(n => n.Vem == "Kim Kollega");
        Assert.Equal(("Tar emot samtal i helgen", "Clara Chef", false), (kim.Varfor, kim.GavsAv, kim.AvRegel));
        Assert.Equal("SKAL_KRAVS", (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Kollega)).Error?.Code);

        Assert.Equal("NAMNGIVEN_AV_REGEL", (await TaBort(arende, Givet.Hanna)).Error?.Code);
        Assert.Equal("NAMNGIVEN_AV_REGEL", (await TaBort(arende, enhet.BitradandeChef.Id)).Error?.Code);
        Provarende.Ok(await TaBort(arende, Givet.Kim));
        Assert.Equal("INAKTUELL_KOPIA", (await TaBort(arende, Givet.Kim)).Error?.Code);
        Assert.Equal("FINNS_INTE", (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Kollega)).Error?.Code);

        var handelser = Provarende.Ok(await enhet.Vard.Sand(new HamtaArendeatkomst(arende.Nummer), enhet.Chef)).Handelser;
        Assert.Contains(handelser, h => h is { Text: "Kim Kollega är inte längre namngiven", Skal: "Helgen är över", Vem: "Clara Chef" });
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Namngivningen_slutar_sex_veckor_efter_avslutet_men_chefen_nar_arendet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Skyddat(enhet);
        Provarende.Ok(await Namnge(arende, Givet.Kim));
        Provarende.Ok(await enhet.Vard.Sand(new AtertaAnsokan(arende.Nummer, (await arende.Las()).Version, enhet.Idag, "skriftligt"), enhet.Handlaggare));

        enhet.Vard.Tid.Ga(TimeSpan.FromDays(Namngivningsregel.DagarEfterAvslut));
        Assert.Equal(0, await Stada(enhet));
        Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare));
        enhet.Vard.Tid.Ga(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await Stada(enhet));
        Assert.Equal(0, await Stada(enhet));

        Assert.Equal("FINNS_INTE", (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Chef));
        var id = (await arende.Las()).Id;
        Assert.Equal(2, (await enhet.Spar()).Count(h => h.Typ == nameof(NamngivenAtkomstTagen) && h.ArendeId == id && h.AktorSlag == AktorSlag.System));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Namngivningen_slutar_nar_uppdraget_har_slutat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await Skyddat(enhet);
        Provarende.Ok(await Namnge(arende, Givet.Kim));
        await SlutaOm(enhet, 7, Givet.Kim, enhet.BitradandeChef.Id);
        Assert.Equal(0, await Stada(enhet));

        enhet.Vard.Tid.Ga(TimeSpan.FromDays(8));
        Assert.Equal(2, await Stada(enhet));
        Assert.Equal(["Clara Chef", "Hanna Handläggare"], (await Namngivna(arende)).Select(n => n.Vem).Order(StringComparer.Ordinal));
    }

    private static Task SlutaOm(Provenhet enhet, int dagar, params AnvandareId[] vilka) => enhet.Vard.Skriv(
        db => db.Uppdrag.Where(u => vilka.Contains(u.AnvandareId)).ExecuteUpdateAsync(s => s.SetProperty(u => u.Tom, enhet.Idag.AddDays(dagar))));

    private static async Task<int> Stada(Provenhet enhet) => Provarende.Ok(await enhet.Vard.Sand(new StadaNamngivna()));

    private static async Task<IReadOnlyList<NamngivenVy>> Namngivna(Provarende a) =>
        Provarende.Ok(await a.Enhet.Vard.Sand(new HamtaArendeatkomst(a.Nummer), a.Enhet.Chef)).Namngivna!;

    private static Task<Result<Done>> Namnge(Provarende a, AnvandareId vem, string skal = "Tar emot samtal i helgen", Aktor? aktor = null) =>
        a.Enhet.Vard.Sand(new NamngePerson(a.Nummer, vem.Value, skal), aktor ?? a.Enhet.Chef);

    private static Task<Result<Done>> TaBort(Provarende a, AnvandareId vem) => a.Enhet.Vard.Sand(new TaBortNamngiven(a.Nummer, vem.Value, "Helgen är över"), a.Enhet.Chef);

    private static async Task<Provarende> Skyddat(Provenhet enhet)
    {
        var arende = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        Provarende.Ok(await arende.Forsok("TilldelaHandlaggare", enhet.Chef, ("handlaggare", "11")));
        return arende;
    }
}
