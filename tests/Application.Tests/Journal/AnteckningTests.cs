using CaseFlow.Application.Arenden;
using CaseFlow.Application.Journal;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Journal;
using CaseFlow.Testing;

namespace CaseFlow.Application.Tests.Journal;

public sealed class AnteckningTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_skriver_ser_sin_anteckning_och_tidslinjen_sager_bara_vad_den_galler(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();

        Assert.Equal(1, (await Skriv(arende, "Dottern är orolig för trappan")).Nr);
        Assert.Equal(2, Provarende.Ok(await enhet.Vard.Sand(Ny(arende, "Chefen läste in sig"), enhet.Chef)).Nr);

        var svar = await Las(arende);
        Assert.Equal([2, 1], svar.Anteckningar.Select(a => a.Nr));
        var (forst, sist) = (svar.Anteckningar[1], svar.Anteckningar[0]);
        Assert.Equal(("Telefonsamtal", "15 september 2026 kl. 09.30", "Eva, dotter", "Hanna Handläggare"), (forst.Slagtext, forst.Nar, forst.Med, forst.SkrivenAv));
        Assert.Equal(("Clara Chef", 2, true), (sist.SkrivenAv, svar.Huvud.Akt.Anteckningar, svar.FarSkriva));
        var rad = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje.Single(t => t.Sida == "anteckningar/1");
        Assert.Equal("Anteckning 1: telefonsamtal 15 sep", rad.Text.TrimEnd('.'));
        Assert.DoesNotContain(await enhet.Spar(), h => h.Data.Contains("trappan", StringComparison.OrdinalIgnoreCase) || h.Data.Contains("Eva", StringComparison.Ordinal));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Samma_formular_tva_ganger_blir_en_anteckning(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();

        for (var i = 0; i < 2; i++) Assert.Equal(1, Provarende.Ok(await enhet.Vard.Sand(Ny(arende, "En gång"), enhet.Handlaggare, "nyckel-1")).Nr);

        Assert.Single((await Las(arende)).Anteckningar);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Tio_som_skriver_samtidigt_far_var_sitt_nummer(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();

        // Den som krockar fler gånger än ledningen försöker får veta det och skickar igen.
        var nr = await Task.WhenAll(Enumerable.Range(0, 10).Select(async i =>
        {
            while (true)
            {
                var svar = await enhet.Vard.Sand(Ny(arende, $"Nummer {i}"), enhet.Handlaggare);
                if (!svar.Failed) return svar.Value.Nr;
                Assert.Equal(ErrorKind.Conflict, svar.Error.Kind);
            }
        }));

        Assert.Equal(Enumerable.Range(1, 10), nr.Order());
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Listan_bladdras_och_smalnas_av(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        for (var i = 1; i <= 5; i++)
            Provarende.Ok(await enhet.Vard.Sand(Ny(arende, $"Nummer {i}") with { Slag = i == 3 ? Anteckningsslag.Hembesok : Anteckningsslag.Telefonsamtal }, enhet.Handlaggare));

        var (sedda, fore) = (new List<int>(), (int?)null);
        do
        {
            var sida = Provarende.Ok(await enhet.Vard.Sand(new HamtaAnteckningar(arende.Nummer, null, fore, 2), enhet.Handlaggare));
            sedda.AddRange(sida.Anteckningar.Select(a => a.Nr));
            fore = sida.Nasta;
        }
        while (fore is not null);

        Assert.Equal([5, 4, 3, 2, 1], sedda);
        var hembesok = Provarende.Ok(await enhet.Vard.Sand(new HamtaAnteckningar(arende.Nummer, Anteckningsslag.Hembesok), enhet.Handlaggare));
        Assert.Equal((3, (int?)null), (Assert.Single(hembesok.Anteckningar).Nr, hembesok.Nasta));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_rattelse_visas_pa_bada_och_rattas_bara_en_gang(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        await Skriv(arende, "Det var dottern");
        var ratta = new RattaAnteckning(arende.Nummer, 1, Anteckningsslag.Telefonsamtal, enhet.Idag, null, null, "Det var sonen");

        var tva = await Task.WhenAll(enhet.Vard.Sand(ratta, enhet.Handlaggare), enhet.Vard.Sand(ratta with { Text = "Det var grannen" }, enhet.Chef));

        Assert.Equal("ANTECKNING_REDAN_RATTAD", Assert.Single(tva, t => t.Failed).Error?.Code);
        var svar = await Las(arende);
        Assert.Equal((1, (int?)2, false), (svar.Anteckningar[0].Galler!.Value, svar.Anteckningar[1].RattadAv, svar.Anteckningar[1].FarRattas));
        Assert.Equal("Det var dottern", svar.Anteckningar[1].Text);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(ratta with { Nr = 99 }, enhet.Handlaggare)).Error?.Kind);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Personens_invandning_star_bredvid_det_hon_invander_mot(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        await Skriv(arende, "Hon tackade nej till hjälp");

        Provarende.Ok(await enhet.Vard.Sand(new NoteraInvandning(arende.Nummer, 1, Anteckningsslag.Telefonsamtal, enhet.Idag, "Hon säger att hon inte tackat nej"), enhet.Handlaggare));

        var svar = await Las(arende);
        Assert.Equal([2], svar.Anteckningar[1].Invandningar);
        Assert.Equal((1, true, true), (svar.Anteckningar[0].Galler!.Value, svar.Anteckningar[0].ArInvandning, svar.Anteckningar[1].FarRattas));
        Assert.Contains(await enhet.Spar(), h => h.Typ == nameof(InvandningNoterad));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_skrev_eller_chefen_stryker_en_gang_och_texten_star_kvar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        await Skriv(arende, "Hör till ett annat ärende");
        Provarende.Ok(await enhet.Vard.Sand(Ny(arende, "Chefens egen"), enhet.Chef));
        StrykAnteckning Stryk(int nr) => new(arende.Nummer, nr, 0, "Fel ärende");

        Assert.Equal("STRYKS_AV_SKRIBENTEN", (await enhet.Vard.Sand(Stryk(2), enhet.Handlaggare)).Error?.Code);
        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(Stryk(1) with { Version = 7 }, enhet.Handlaggare)).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(Stryk(1), enhet.Handlaggare));
        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(Stryk(1), enhet.Chef)).Error?.Code);

        var struken = (await Las(arende)).Anteckningar.Single(a => a.Nr == 1);
        Assert.Equal(("Hör till ett annat ärende", "Hanna Handläggare", "Fel ärende"), (struken.Text, struken.Struken!.Av, struken.Struken.Skal));
        Assert.Equal((false, false), (struken.FarRattas, struken.FarStrykas));
        // Den som skrev och chefen läser det strukna, ingen annan, och ingen hittar det.
        async Task<AnteckningVy> Som(Aktor aktor) => Provarende.Ok(await enhet.Vard.Sand(new HamtaAnteckning(arende.Nummer, 1), aktor)).Anteckning;
        Assert.Equal((false, "Hör till ett annat ärende"), ((await Som(enhet.Chef)).Undandragen, (await Som(enhet.Chef)).Text));
        Provarende.Ok(await enhet.Vard.Sand(new OppnaMedSkal(arende.Nummer, "Svarar i telefon i dag"), enhet.Kollega));
        Assert.Equal((true, ""), ((await Som(enhet.Kollega)).Undandragen, (await Som(enhet.Kollega)).Text));
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new SokIAnteckningar("annat ärende"), enhet.Handlaggare)).Rader);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Nar_arendet_ar_avslutat_antecknas_bara_det_som_hade_hant(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        await Skriv(arende, "Hon tänker ta tillbaka ansökan");
        Provarende.Ok(await enhet.Vard.Sand(new AtertaAnsokan(arende.Nummer, (await arende.Las()).Version, enhet.Idag, "telefon"), enhet.Handlaggare));
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(2));

        Assert.Equal("ANTECKNING_EFTER_AVSLUT", (await enhet.Vard.Sand(Ny(arende, "Ringde igen") with { Dag = enhet.Idag, Klockslag = null }, enhet.Handlaggare)).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(Ny(arende, "Skrivs i efterhand"), enhet.Handlaggare));
        Provarende.Ok(await enhet.Vard.Sand(new RattaAnteckning(arende.Nummer, 1, Anteckningsslag.Ovrigt, enhet.Idag, null, null, "Rätt"), enhet.Handlaggare));
        Provarende.Ok(await enhet.Vard.Sand(new StrykAnteckning(arende.Nummer, 2, 0, "Fel"), enhet.Handlaggare));
        Assert.Equal(new DateOnly(2026, 9, 16), (await Las(arende)).Avslutat);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Personen_invander_mot_akten_ocksa_sedan_arendet_avslutats(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new AtertaAnsokan(arende.Nummer, (await arende.Las()).Version, enhet.Idag, "telefon"), enhet.Handlaggare));
        enhet.Vard.Tid.Ga(TimeSpan.FromDays(30));
        var invandning = new NoteraInvandning(arende.Nummer, null, Anteckningsslag.Brev, enhet.Idag, "Utredningen säger att hon bor ensam. Det gör hon inte.");

        Assert.Equal("text", (await enhet.Vard.Sand(invandning with { Text = " " }, enhet.Handlaggare)).Error?.Fields.Single().Field);
        Provarende.Ok(await enhet.Vard.Sand(invandning, enhet.Handlaggare));

        var post = Assert.Single((await Las(arende)).Anteckningar);
        Assert.Equal((true, (int?)null, enhet.Idag), (post.ArInvandning, post.Galler, post.Dag));
        Assert.DoesNotContain("ensam", $"{Assert.Single(await enhet.Spar(), h => h.Typ == nameof(InvandningNoterad)).Data}", StringComparison.Ordinal);
        Assert.Contains(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje, r => r.Text == "Personens invändning mot en uppgift i akten antecknades i 1");
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_lases_in_med_skal_laser_men_skriver_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        var (egen, annan) = (await arende.Las()).HandlaggareId == enhet.Handlaggare.Id ? (enhet.Handlaggare, enhet.Kollega) : (enhet.Kollega, enhet.Handlaggare);
        Provarende.Ok(await enhet.Vard.Sand(Ny(arende, "Skrivet av den som har ärendet"), egen));
        Provarende.Ok(await enhet.Vard.Sand(new OppnaMedSkal(arende.Nummer, "Personen ringde mig"), annan));

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaAnteckningar(arende.Nummer), annan));
        Assert.Equal((1, false, false, false), (svar.Anteckningar.Count, svar.FarSkriva, svar.Anteckningar[0].FarRattas, svar.Anteckningar[0].FarStrykas));
        Assert.Equal("INTE_DITT_ARENDE", (await enhet.Vard.Sand(Ny(arende, "x"), annan)).Error?.Code);
    }

    internal static SkrivAnteckning Ny(Provarende arende, string text) =>
        new(arende.Nummer, Anteckningsslag.Telefonsamtal, new DateOnly(2026, 9, 15), new TimeOnly(9, 30), "Eva, dotter", text);

    internal static async Task<SkrivenNr> Skriv(Provarende arende, string text, Aktor? aktor = null) =>
        Provarende.Ok(await arende.Enhet.Vard.Sand(Ny(arende, text), aktor ?? arende.Enhet.Handlaggare));

    private static async Task<AnteckningarSvar> Las(Provarende arende) =>
        Provarende.Ok(await arende.Enhet.Vard.Sand(new HamtaAnteckningar(arende.Nummer), arende.Enhet.Handlaggare));
}
