using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Utredningar;

/// <summary>Two who write in the same part, and what stood there before.</summary>
public sealed class SammanskrivningTests
{
    private static readonly SkrivOmrade Tomt = new("", "d6", 0, null, null, null, null, null, null, null, "pagar");

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_bara_en_andrat_ar_med_av_bada_och_det_sags(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var a = await enhet.EttArende().Granskat().Bygg();
        await Skriv(a, enhet.Handlaggare, Tomt with { EgnaOrd = "Jag orkar", Beskrivning = "Klarar det mesta", Mal = "Bo kvar" });

        // Båda öppnade version 1. Chefen sparar först, i målet och skalan.
        await Skriv(a, enhet.Chef, Tomt with { Rev = 1, EgnaOrd = "Jag orkar", Beskrivning = "Klarar det mesta", Mal = "Bo kvar hemma", Bedomt = 3, Status = "klar", Kalla = "Dottern" });
        var svar = await Skriv(a, enhet.Handlaggare, Tomt with { Rev = 1, EgnaOrd = "Jag orkar inte", Beskrivning = "Klarar det mesta", Mal = "Bo kvar" });

        Assert.Equal(3, svar.Rev);
        Assert.Equal("Clara Chef ändrade källa, bedömt i dag och mål kl. 09.00, medan du skrev. Det är med.", svar.Notis);
        var nu = await Omrade(a);
        Assert.Equal(("Jag orkar inte", "Klarar det mesta", "Bo kvar hemma", 3, "Dottern", "klar"), (nu.EgnaOrd, nu.Beskrivning, nu.Mal, nu.Bedomt, nu.Kalla, nu.Status));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_bada_andrat_valjer_den_som_sparar_sist_och_resten_ar_hopfort(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var a = await enhet.EttArende().Granskat().Bygg();
        await Skriv(a, enhet.Handlaggare, Tomt with { Beskrivning = "Klarar det mesta", Mal = "Bo kvar" });
        await Skriv(a, enhet.Chef, Tomt with { Rev = 1, Beskrivning = "Behöver mycket stöd", Mal = "Bo kvar hemma" });
        var mitt = Tomt with { Nummer = a.Nummer, Rev = 1, Beskrivning = "Behöver stöd", Mal = "Bo kvar" };

        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(mitt, enhet.Handlaggare)).Error?.Code);
        var jamfort = await Jamfor(a, 1, ("beskrivning", "Behöver stöd "), ("mal", "Bo kvar"));
        Assert.Equal([new("beskrivning", "Beskrivning", "Behöver mycket stöd", "Clara Chef", enhet.Vard.Tid.GetUtcNow(), false)], jamfort.Konflikter);
        Assert.Equal([new("mal", "Mål", "Bo kvar hemma", "Clara Chef", enhet.Vard.Tid.GetUtcNow(), false)], jamfort.AvDem);
        Assert.True(jamfort.Kand);
        Assert.Equal("Behöver mycket stöd", (await Omrade(a)).Beskrivning);

        // Valet görs mot det som står där nu.
        Assert.Equal(3, (await Skriv(a, enhet.Handlaggare, mitt with { Rev = 2, Mal = "Bo kvar hemma" })).Rev);
        Assert.Equal(("Behöver stöd", "Bo kvar hemma"), ((await Omrade(a)).Beskrivning, (await Omrade(a)).Mal));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Samma_andring_av_bada_ar_ingen_krock_och_en_okand_kopia_nekas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var a = await enhet.EttArende().Granskat().Bygg();
        await Skriv(a, enhet.Chef, Tomt with { Beskrivning = "Behöver stöd" });

        Assert.Null((await Skriv(a, enhet.Handlaggare, Tomt with { Beskrivning = "Behöver stöd\r\n", Mal = "Bo kvar" })).Notis);
        Assert.Equal(("Behöver stöd", "Bo kvar"), ((await Omrade(a)).Beskrivning, (await Omrade(a)).Mal));
        foreach (var rev in new[] { -1, 3, 99 })
            Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(Tomt with { Nummer = a.Nummer, Rev = rev, Beskrivning = "x" }, enhet.Handlaggare)).Error?.Code);
        Assert.Equal("FUNKTIONSTILLSTAND_OKANT", (await enhet.Vard.Sand(Tomt with { Nummer = a.Nummer, Rev = 2, Bedomt = -7 }, enhet.Handlaggare)).Error?.Code);
    }

    /// <summary>What was written before wordings were kept is not known: then all that differs is shown, and nothing is put together.</summary>
    [Fact]
    public async Task Utan_den_lydelse_som_skrevs_over_fors_inget_ihop()
    {
        await using var enhet = await Provenhet.Skapa().BaraHanna();
        var a = await enhet.EttArende().Granskat().Bygg();
        await Skriv(a, enhet.Handlaggare, Tomt with { Beskrivning = "Ett" });
        await Skriv(a, enhet.Chef, Tomt with { Rev = 1, Beskrivning = "Ett", Mal = "Två" });
        await enhet.Vard.Skriv(db => db.Utredningslydelser.ExecuteDeleteAsync());

        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(Tomt with { Nummer = a.Nummer, Rev = 1, Beskrivning = "Tre" }, enhet.Handlaggare)).Error?.Code);
        var jamfort = await Jamfor(a, 1, ("beskrivning", "Tre"));
        Assert.Equal((false, 0), (jamfort.Kand, jamfort.AvDem.Count));
        Assert.Equal(["beskrivning", "mal"], jamfort.Konflikter.Select(k => k.Falt).Order(StringComparer.Ordinal));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Bedomningen_och_insatserna_fors_ihop_pa_samma_satt(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var a = await enhet.EttArende().Granskat().Bygg();
        var insats = (await a.Ansokta())[0];
        Provarende.Ok(await enhet.Vard.Sand(new SkrivBedomning(a.Nummer, 0, "Samlad", null, null), enhet.Chef));
        var bedomt = Provarende.Ok(await enhet.Vard.Sand(new SkrivBedomning(a.Nummer, 0, null, "Bor ensam", null), enhet.Handlaggare));
        Provarende.Ok(await enhet.Vard.Sand(new BeskrivInsats(a.Nummer, insats, 0, null, 12, enhet.Idag, "I telefon"), enhet.Chef));
        var beskrivet = Provarende.Ok(await enhet.Vard.Sand(new BeskrivInsatser(a.Nummer, [new(a.Nummer, insats, 0, "Stöd varje dag", null)]), enhet.Handlaggare));

        Assert.Equal("Clara Chef ändrade samlad bedömning kl. 09.00, medan du skrev. Det är med.", bedomt.Notis);
        Assert.Contains("Clara Chef ändrade sökt omfattning", beskrivet.Notis, StringComparison.Ordinal);
        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaUtredning(a.Nummer), enhet.Handlaggare));
        Assert.Equal(("Samlad", "Bor ensam"), (svar.Bedomning.SamladBedomning, svar.Bedomning.RelateradeFaktorer));
        Assert.Equal(("Stöd varje dag", 12m, "I telefon"), (svar.Insatser[0].Text, svar.Insatser[0].SoktOmfattning, svar.Insatser[0].AndratHur));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Tidigare_lydelser_sager_vem_som_skrev_vad_och_nar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var a = await enhet.EttArende().Granskat().Bygg();
        var forst = enhet.Vard.Tid.GetUtcNow();
        await Skriv(a, enhet.Handlaggare, Tomt with { Beskrivning = "Ett" });
        enhet.Vard.Tid.Ga(TimeSpan.FromHours(2));
        await Skriv(a, enhet.Chef, Tomt with { Rev = 1, Beskrivning = "Två", Mal = "Bo kvar", Kalldatum = new(2026, 9, 5) });

        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaLydelser(a.Nummer, "d6"), enhet.Handlaggare));
        Assert.Equal("Hemliv", svar.Namn);
        Assert.Equal([(2, "Clara Chef", forst.AddHours(2)), (1, "Hanna Handläggare", forst)], svar.Andringar.Select(l => (l.Rev, l.Vem!, l.Nar)));
        Assert.Equal([new("Källans dag", null, "5 september 2026"), new("Beskrivning", "Ett", "Två"), new("Mål", null, "Bo kvar")], svar.Andringar[0].Falt);
        Assert.Equal([new("Beskrivning", null, "Ett")], svar.Andringar[1].Falt);

        // Bakom ärendets dörr, läsningen loggad, och inget av orden i loggen.
        Assert.Equal("SKAL_KRAVS", (await enhet.Vard.Sand(new HamtaLydelser(a.Nummer, "d6"), enhet.Kollega)).Error?.Code);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaLydelser(a.Nummer, "d6"), enhet.Utomstaende)).Error?.Kind);
        foreach (var okand in new[] { "d0", "insats-1", "insats-x", "" })
            Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaLydelser(a.Nummer, okand), enhet.Handlaggare)).Error?.Kind);
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new HamtaLydelser(a.Nummer, "bedomning"), enhet.Handlaggare)).Andringar);
        Assert.Contains(await enhet.Spar(), h => h.Typ == nameof(HamtaLydelser) && h.ArendeId is not null && !h.Data.Contains("Två", StringComparison.Ordinal));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Fem_som_skriver_var_sitt_falt_samtidigt_far_alla_med_sitt(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var a = await enhet.EttArende().Granskat().Bygg();
        SkrivOmrade[] skrivs = [Tomt with { EgnaOrd = "A" }, Tomt with { Beskrivning = "B" }, Tomt with { Mal = "C" }, Tomt with { Kalla = "D" }, Tomt with { Bedomt = 2 }];

        await Task.WhenAll(skrivs.Select(async s =>
        {
            while ((await enhet.Vard.Sand(s with { Nummer = a.Nummer }, enhet.Handlaggare)).Error is { } fel) Assert.Equal("NAGON_HANN_FORE", fel.Code);
        }));

        var nu = await Omrade(a);
        Assert.Equal(("A", "B", "C", "D", 2, 5), (nu.EgnaOrd, nu.Beskrivning, nu.Mal, nu.Kalla, nu.Bedomt, nu.Rev));
    }

    private static async Task<Sparat> Skriv(Provarende a, Aktor aktor, SkrivOmrade omrade) => Provarende.Ok(await a.Enhet.Vard.Sand(omrade with { Nummer = a.Nummer }, aktor));

    private static async Task<OmradeVy> Omrade(Provarende a) =>
        Provarende.Ok(await a.Enhet.Vard.Sand(new HamtaUtredning(a.Nummer), a.Enhet.Handlaggare)).Omraden.Single(o => o.Kod == "d6");

    private static async Task<JamfordDel> Jamfor(Provarende a, int rev, params (string Falt, string? Varde)[] mina) => Provarende.Ok(await a.Enhet.Vard.Sand(
        new JamforDel(a.Nummer, "d6", rev, mina.ToDictionary(f => f.Falt, f => f.Varde, StringComparer.Ordinal)), a.Enhet.Handlaggare));
}
