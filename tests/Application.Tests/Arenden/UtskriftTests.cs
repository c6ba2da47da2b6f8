using CaseFlow.Application.Arenden;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>What is put on paper leaves the system: who took it out and which parts stands in the trail, and the paper says who wrote what.</summary>
public sealed class UtskriftTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Vem_som_skrev_ut_vilka_delar_star_i_loggen_och_pa_tidslinjen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Assert.Equal("OGILTIGT", (await enhet.Vard.Sand(new SkrivUtAkten(arende.Nummer, []), enhet.Handlaggare)).Error?.Code);
        Assert.Equal("OGILTIGT", (await enhet.Vard.Sand(new SkrivUtAkten(arende.Nummer, ["hemligt"]), enhet.Handlaggare)).Error?.Code);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new SkrivUtAkten(arende.Nummer, [Aktdel.Brev]), enhet.Utomstaende)).Error?.Kind);

        Provarende.Ok(await enhet.Vard.Sand(new SkrivUtAkten(arende.Nummer, [Aktdel.Brev, Aktdel.Utredning]), enhet.Handlaggare));

        var handelse = Assert.Single(await enhet.Spar(), h => h.Typ == nameof(AktUtskriven));
        Assert.Equal((enhet.Handlaggare.Id, (await arende.Las()).Id), (handelse.AktorId, handelse.ArendeId!.Value));
        Assert.Contains(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje,
            t => t is { Text: "Akten skrevs ut: utredning och beslutsbrev", Vem: "Hanna Handläggare" });
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_skyddad_person_skrivs_inte_ut_forran_hon_visas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().MedSkyddadeUppgifter().Tilldelat().Bygg();
        Assert.Equal("SKYDD_DOLT", (await enhet.Vard.Sand(new SkrivUtAkten(arende.Nummer, [Aktdel.Ansokan]), enhet.Handlaggare)).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(new VisaSkyddadeUppgifter(arende.Nummer, "Ska skicka handlingar till henne"), enhet.Handlaggare));
        Provarende.Ok(await enhet.Vard.Sand(new SkrivUtAkten(arende.Nummer, [Aktdel.Ansokan]), enhet.Handlaggare));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Varje_del_sager_vem_som_skrev_den_sist_och_nar_men_inte_i_det_som_skickas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().MedUtredning().Bygg();
        enhet.Vard.Tid.Ga(TimeSpan.FromHours(1));
        Provarende.Ok(await enhet.Vard.Sand(new SkrivBedomning(arende.Nummer, 1, "Behovet finns, och mer därtill", null, null), enhet.Chef));

        var skrivet = Provarende.Ok(await enhet.Vard.Sand(new HamtaUnderlag(arende.Nummer, MedForfattare: true), enhet.Handlaggare)).Skrivet;

        var insats = $"insats-{(await arende.Ansokta())[0]}";
        Assert.Equal(("Clara Chef", "Hanna Handläggare", "Hanna Handläggare"), (skrivet["bedomning"].Vem, skrivet["d6"].Vem, skrivet[insats].Vem));
        Assert.Equal(TimeSpan.FromHours(1), skrivet["bedomning"].Nar - skrivet["d6"].Nar);
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new HamtaUnderlag(arende.Nummer), enhet.Handlaggare)).Skrivet);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_systems_nyckel_hojer_inte_skyddet_men_det_syns_i_arendet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var mamma = Givet.Personnummer(new(1942, 3, 14), 986);
        await enhet.EttArende().ForPersonen(mamma).Bygg();
        var nyckel = new Domain.Behorigheter.Aktor(Domain.Behorigheter.AktorSlag.ApiNyckel, new(900), "e-tjänsten",
            new HashSet<Domain.Behorigheter.Behorighet> { Domain.Behorigheter.Behorighet.RegistreraAnsokan }, [Provenhet.Enhet], [], Domain.Behorigheter.Delegatniva.Ingen);
        var ansokan = enhet.Ansokan() with { Sokande = enhet.Ansokan().Sokande with { Personnummer = mamma, Fodelsedatum = null, Kon = null }, SkyddadeUppgifter = "skyddad-folkbokforing" };

        var registrerad = Provarende.Ok(await enhet.Vard.Sand(new Application.Ansokningar.RegistreraAnsokan(ansokan), nyckel));

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(registrerad.Arendenummer), enhet.Handlaggare));
        Assert.Equal((false, true), (svar.Huvud.Person.Skyddad, svar.Ansokan.UppgettSkydd));
        Assert.Contains(await enhet.Spar(), h => h.Typ == nameof(SkyddUppgivet));
        Assert.DoesNotContain(await enhet.Spar(), h => h.Typ == nameof(SkyddAndrat));
        // Den som har rätt till det höjer det.
        Provarende.Ok(await enhet.Vard.Sand(new Application.Personer.AndraSkydd(registrerad.Arendenummer, svar.Huvud.Person.Version, Skydd.SkyddadFolkbokforing, "Stämmer enligt folkbokföringen"), enhet.Handlaggare));
        Assert.False(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(registrerad.Arendenummer), enhet.Handlaggare)).Ansokan.UppgettSkydd);
    }
}
