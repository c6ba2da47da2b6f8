using CaseFlow.Application.Arenden;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Arenden;

/// <summary>FL (2017:900) 16-18 §§: who is jävig takes no part, and the chef tries the question.</summary>
public sealed class JavTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_anmaler_jav_ar_av_med_arendet_och_chefen_fordelar_om(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().MedUtredning().Bygg();

        Assert.Equal("JAV_ORSAK_SAKNAS", (await enhet.Vard.Sand(new AnmalJav(arende.Nummer, " "), enhet.Handlaggare)).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(arende.Nummer, "Min granne"), enhet.Handlaggare));

        Assert.Null((await arende.Las()).HandlaggareId);
        Assert.Null((await arende.Uppgift("Utred")).TilldeladId);
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(), enhet.Handlaggare)).Rader);
        Assert.Equal("JAVIG", (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Error?.Code);
        Assert.Equal("JAVIG", (await enhet.Vard.Sand(new OppnaMedSkal(arende.Nummer, "Ska lämna över"), enhet.Handlaggare)).Error?.Code);
        Assert.Equal("JAVIG", (await enhet.Vard.Sand(new AnmalJav(arende.Nummer, "Igen"), enhet.Handlaggare)).Error?.Code);

        foreach (var chef in new[] { enhet.Chef, enhet.BitradandeChef })
        {
            var granska = Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), chef));
            Assert.Equal((2, arende.Nummer, "Hanna Handläggare", "Min granne"), (granska.Antal, granska.Jav[0].Nummer, granska.Jav[0].Vem, granska.Jav[0].Orsak));
            Assert.Equal((arende.Nummer, "Hanna Handläggare"), (granska.UtanHandlaggare.Single().Nummer, granska.UtanHandlaggare[0].Tidigare));
        }
        Assert.Equal(0, Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.Utomstaende)).Antal);

        Assert.Equal("JAV", (await Omfordela(arende, enhet.Handlaggare)).Error?.Code);
        Provarende.Ok(await Omfordela(arende, enhet.Kollega));
        Assert.Equal(enhet.Kollega.Id, (await arende.Uppgift("Utred")).TilldeladId);
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.Chef)).UtanHandlaggare);
        var rader = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Kollega)).Tidslinje.Select(t => t.Text).ToList();
        Assert.Contains("Jäv anmäldes", rader);
        var atkomst = Provarende.Ok(await enhet.Vard.Sand(new HamtaArendeatkomst(arende.Nummer), enhet.Chef)).Handelser;
        Assert.Equal([("Ärendet togs från Hanna Handläggare", null), ("Jäv anmäldes för Hanna Handläggare", "Min granne")], atkomst.Select(h => (h.Text, h.Skal)));
        Assert.Contains("Hanna Handläggare har inte längre ärendet, som ska fördelas", rader);
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Chefen_provar_javet_och_haver_det_som_inte_ar_nagot(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(arende.Nummer, "Samma efternamn"), enhet.Handlaggare));

        Assert.Equal("BEHORIGHET_SAKNAS", (await Prova(arende, enhet.Kollega)).Error?.Code);
        Assert.Equal(ErrorKind.NotFound, (await Prova(arende, enhet.Utomstaende)).Error?.Kind);
        Assert.Equal("SKAL_SAKNAS", (await Prova(arende, enhet.Chef, skal: "")).Error?.Code);
        Assert.Equal("INAKTUELL_KOPIA", (await Prova(arende, enhet.Chef, version: 7)).Error?.Code);
        Provarende.Ok(await Prova(arende, enhet.Chef));
        Assert.Equal("INAKTUELL_KOPIA", (await Prova(arende, enhet.BitradandeChef)).Error?.Code);

        Provarende.Ok(await Omfordela(arende, enhet.Handlaggare));
        Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare));
        // Det kan vara jäv en gång till, av annat skäl.
        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1));
        Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(arende.Nummer, "Vi har träffats"), enhet.Handlaggare));
        Assert.Equal(2, await enhet.Vard.Las(db => db.Jav.CountAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Chefen_registrerar_jav_for_den_som_ar_i_enheten_och_det_ar_provat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();

        Assert.Equal("OGILTIGT", (await Registrera(arende, enhet.Utomstaende.Id)).Error?.Code);
        Assert.Equal("OGILTIGT", (await Registrera(arende, enhet.Chef.Id)).Error?.Code);
        Provarende.Ok(await Registrera(arende, Givet.Hanna));
        Assert.Equal("JAV_FINNS", (await Registrera(arende, Givet.Hanna)).Error?.Code);

        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.Chef)).Jav);
        var vy = Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaArendeatkomst(arende.Nummer), enhet.Chef)).Jav);
        Assert.Equal(("Hanna Handläggare", "Släkt med personen", "Clara Chef", true), (vy.Vem, vy.Orsak, vy.AnmaltAv, vy.Faststallt is not null));
        Assert.Contains(
            Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Chef)).Tidslinje, t => t.Text == "Jäv för Hanna Handläggare registrerades");
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_javig_chef_kommer_inte_in_och_en_annan_chef_tar_over(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(arende.Nummer, "Min bror"), enhet.Chef));
        Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(arende.Nummer, "Min granne"), enhet.Handlaggare));

        Assert.Equal(0, Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.Chef)).Antal);
        foreach (var vem in new[] { enhet.Chef.Id, Givet.Hanna })
            Assert.Equal("JAVIG", (await enhet.Vard.Sand(new ProvaJav(arende.Nummer, vem.Value, 0, false, "Nej, det är inget jäv"), enhet.Chef)).Error?.Code);
        Assert.Equal("JAVIG", (await Omfordela(arende, enhet.Kollega, enhet.Chef)).Error?.Code);
        Assert.Equal("JAVIG", (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Chef)).Error?.Code);
        Assert.Equal("JAVIG", (await enhet.Vard.Sand(new HamtaForhandsvisning(arende.Nummer), enhet.Chef)).Error?.Code);
        Assert.Equal("JAVIG", (await enhet.Vard.Sand(new OppnaMedSkal(arende.Nummer, "Ska fördela om det"), enhet.Chef)).Error?.Code);
        // Inte i en lista, inte i ett tal.
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(HelaEnheten: true), enhet.Chef)).Rader);
        Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new ListaArenden(HelaEnheten: true), enhet.BitradandeChef)).Rader);
        var spar = (await enhet.Spar()).Last(h => h is { Typ: nameof(HamtaArende), Utfall: Application.Audit.Auditutfall.Nekad });
        Assert.Equal(("JAVIG", "jav"), (spar.Kod, spar.Grund));

        Assert.Equal(3, Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.BitradandeChef)).Antal);
        Provarende.Ok(await enhet.Vard.Sand(new ProvaJav(arende.Nummer, enhet.Chef.Id.Value, 0, false, "De är inte släkt"), enhet.BitradandeChef));
        Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Chef));
    }

    /// <summary>A page that was read before the jäv was reported gives the ärende to nobody.</summary>
    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_fordelar_fran_en_gammal_sida_laser_om(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        var last = (await arende.Las()).Version;
        Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(arende.Nummer, "Min bror"), enhet.BitradandeChef));

        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(new Omfordela(arende.Nummer, last, Givet.Kim.Value, "Semester"), enhet.Chef)).Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_avslutat_arende_har_inget_att_ta_del_i(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new AtertaAnsokan(arende.Nummer, (await arende.Las()).Version, enhet.Idag, "skriftligt"), enhet.Handlaggare));

        Assert.Equal("ARENDE_AVSLUTAT", (await enhet.Vard.Sand(new AnmalJav(arende.Nummer, "Min granne"), enhet.Handlaggare)).Error?.Code);
        Assert.Equal("ARENDE_AVSLUTAT", (await Registrera(arende, Givet.Hanna)).Error?.Code);
    }

    /// <summary>What ties someone to a person in one ärende does so in the next: it is not given to her, by the process, by the chef or in a move.</summary>
    [Theory, PaSqlite, PaPostgres]
    public async Task Personens_nasta_arende_gar_inte_till_den_javiga(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        const string person = "19530326-9806";
        var forsta = await enhet.EttArende().ForPersonen(person).Bygg();
        var annat = await enhet.EttArende("trygghetslarm").ForPersonen(person).Bygg();
        Assert.Equal([Givet.Hanna, Givet.Hanna], [(await forsta.Las()).HandlaggareId, (await annat.Las()).HandlaggareId]);
        Provarende.Ok(await enhet.Vard.Sand(new AnmalJav(forsta.Nummer, "Min granne"), enhet.Handlaggare));

        // Det andra har hon kvar tills chefen tar ställning: chefen får veta att det finns.
        Assert.Equal(Givet.Hanna, (await annat.Las()).HandlaggareId);
        Assert.Equal([annat.Nummer], Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.Chef)).Jav).HarOcksa);
        Assert.Equal([annat.Nummer], Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaArendeatkomst(forsta.Nummer), enhet.Chef)).Jav).HarOcksa);

        var nasta = await enhet.EttArende("ledsagning").ForPersonen(person).Bygg();
        Assert.NotEqual(Givet.Hanna, (await nasta.Las()).HandlaggareId);
        Assert.Equal("JAV", (await Omfordela(nasta, enhet.Handlaggare)).Error?.Code);
        var val = Provarende.Ok(await enhet.Vard.Sand(new HamtaHandlaggarval(nasta.Nummer), enhet.Chef));
        Assert.DoesNotContain(val.Handlaggare, a => a.Text.StartsWith("Hanna", StringComparison.Ordinal));
        var plan = Provarende.Ok(await enhet.Vard.Sand(
            new Application.Arbetsfordelning.PlaneraFlytt(new([], [nasta.Nummer], Till: [Givet.Hanna.Value])), enhet.Chef));
        Assert.Empty(plan.Rader);

        // Är det inget jäv är hon som vem som helst.
        Provarende.Ok(await Prova(forsta, enhet.Chef));
        Provarende.Ok(await Omfordela(nasta, enhet.Handlaggare));
    }

    /// <summary>The task of assigning is the ärende's own: it stands in the process, not among what is to be reviewed.</summary>
    [Fact]
    public async Task Det_som_redan_ska_fordelas_star_inte_pa_tva_stallen()
    {
        await using var enhet = await Provenhet.Skapa().BaraHanna();
        var skyddat = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        Assert.Equal(["TilldelaHandlaggare"], await skyddat.Oppna());
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.Chef)).UtanHandlaggare);
    }

    private static async Task<Result<Done>> Omfordela(Provarende a, Aktor till, Aktor? av = null) =>
        await a.Enhet.Vard.Sand(new Omfordela(a.Nummer, (await a.Las()).Version, till.Id.Value, "Jäv"), av ?? a.Enhet.Chef);

    private static async Task<Result<Done>> Registrera(Provarende a, AnvandareId vem) =>
        await a.Enhet.Vard.Sand(new RegistreraJav(a.Nummer, (await a.Las()).Version, vem.Value, "Släkt med personen"), a.Enhet.Chef);

    private static Task<Result<Done>> Prova(Provarende a, Aktor aktor, string skal = "De känner inte varandra", int version = 0) =>
        a.Enhet.Vard.Sand(new ProvaJav(a.Nummer, Givet.Hanna.Value, version, false, skal), aktor);
}
