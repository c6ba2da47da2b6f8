using CaseFlow.Application.Indikatorer;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Indikatorer;

/// <summary>"Andel utredningar där samtliga ansökta insatser är beskrivna", from closed utredningar to the figure and back to the events.</summary>
public sealed class IndikatorTests(Avslutade avslutade) : IClassFixture<Avslutade>
{
    private const string Litet = "för lite underlag";

    [Theory, PaSqlite, PaPostgres]
    public async Task Siffrorna_ar_de_som_lades(Provdatabas databas)
    {
        var enhet = await avslutade.Pa(databas);

        var rad = await Rad(enhet, "2027-T1");

        Assert.Equal(("73,3\u00a0%", "57,1\u00a0%", "87,0\u00a0%", "2 av 3", "73,3\u00a0%"), (rad.Utfall, rad.Man, rad.Kvinnor, rad.ForegaendeAr, rad.Prognos));
        Assert.Equal(("90 %", "nar-inte", 33, 45), (rad.Arsmal, rad.Lage, rad.Taljare, rad.Namnare));
        var nu = Provarende.Ok(await enhet.Vard.Sand(new HamtaIndikatorer(), enhet.Chef));
        Assert.Equal(("2027-T2", "1 av 3", Litet), (nu.Period, nu.Rader[0].Utfall, nu.Rader[0].Man));
        Assert.Equal(["2027-T2", "2027-T1", "2026-T3"], nu.Perioder.Take(3));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Siffrorna_ar_de_som_en_egen_rakning_i_loggen_ger(Provdatabas databas)
    {
        var enhet = await avslutade.Pa(databas);
        var facit = await Facit.Logg(enhet);
        // Båda enheterna, tre tertialer och båda könen finns i facit: annars prövar raderna nedan ingenting.
        Assert.Equal((7, 4, 55L), (facit.Count(f => f.Enhet == 1), facit.Count(f => f.Enhet == 2), facit.Sum(f => f.Alla)));

        // Vad som är året till och med perioden, och året före, står skrivet: det räknas inte ut en gång till.
        (string Period, string[] Aret, string IFjol)[] perioder =
        [
            ("2026-T3", ["2026-T3"], "2025"), ("2027-T1", ["2027-T1"], "2026-T3"), ("2027-T2", ["2027-T1", "2027-T2"], "2026-T3"),
            ("2026", ["2026-T3"], "2025"), ("2027", ["2027-T1", "2027-T2"], "2026-T3"),
        ];
        foreach (var (aktor, enheter, (period, tertialer, fjol)) in Lasare(enhet).SelectMany(_ => perioder, (l, p) => (l.Aktor, l.Enheter, p)))
        {
            var egna = facit.Where(f => enheter.Contains(f.Enhet)).ToList();
            var valda = egna.Where(f => f.I(period)).ToList();
            var (aret, iFjol) = (egna.Where(f => tertialer.Contains(f.Tertial)).ToList(), egna.Where(f => f.I(fjol)));

            var rad = await Rad(enhet, period, aktor);

            Assert.Equal(
                (aktor.Namn, period, Facit.Andel(valda), Facit.Andel(valda.Where(f => f.Kon == "man"), Litet), Facit.Andel(valda.Where(f => f.Kon == "kvinna"), Litet),
                    Facit.Andel(iFjol), Facit.Summa(aret).Alla < 20 ? "–" : Facit.Andel(aret), Facit.Summa(valda)),
                (aktor.Namn, period, rad.Utfall, rad.Man, rad.Kvinnor, rad.ForegaendeAr, rad.Prognos, ((long)rad.Taljare, (long)rad.Namnare)));
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Handelserna_sager_det_som_star_i_utredningarna(Provdatabas databas)
    {
        var enhet = await avslutade.Pa(databas);
        var utredningar = await Facit.Utredningar(enhet);

        Assert.Equal((10, 19L, 10L), (utredningar.Count, utredningar.Sum(u => u.Alla), utredningar.Sum(u => u.Beskrivna)));
        Assert.Equal(utredningar, await Facit.UtredningarnasLogg(enhet));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Underlaget_delat_pa_kon_ar_samma_rakning(Provdatabas databas)
    {
        var enhet = await avslutade.Pa(databas);
        var facit = await Facit.Logg(enhet);

        var fragor = from lasare in Lasare(enhet)
                     from period in new[] { "2026-T3", "2027-T1", "2027-T2", "2027" }
                     from kon in new[] { null, "kvinna", "man", "okant" }
                     select (lasare.Aktor, lasare.Enheter, period, kon);
        foreach (var (aktor, enheter, period, kon) in fragor)
        {
            var valda = facit.Where(f => enheter.Contains(f.Enhet) && f.I(period)).ToList();
            var (beskrivna, alla) = Facit.Summa(valda.Where(f => kon is null || f.Kon == kon));

            var svar = await Underlag(enhet, aktor, new(Facit.Kod, period, kon, Antal: 200));

            Assert.Equal((aktor.Namn, period, kon, beskrivna, alla - beskrivna), (aktor.Namn, period, kon, (long)svar.Raknas, (long)svar.RaknasInte));
            Assert.Equal((alla, beskrivna), (svar.Handelser.Count, svar.Handelser.Count(h => h.Raknas)));
            Assert.Equal(kon is null or "okant" ? valda.Where(f => f.Kon == "okant").Sum(f => f.Alla) : 0, svar.KonSaknas);
        }

        var serie = (await Underlag(enhet, enhet.Chef, new(Facit.Kod, "2027-T2"))).Tidsserie;
        Assert.Equal(("2025-T1", "2027-T2", 8), (serie[0].Period, serie[^1].Period, serie.Count));
        Assert.Equal([new TidsserieRad("2026-T3", null, null, null, 3), new("2027-T1", 73.3m, 57.1m, 87.0m, 45), new("2027-T2", null, null, null, 3)], serie.TakeLast(3));
        Assert.All(serie.Take(5), r => Assert.Equal(0, r.Antal));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Underlaget_bladdras_utan_att_nagon_handelse_faller_bort_eller_kommer_tva_ganger(Provdatabas databas)
    {
        var enhet = await avslutade.Pa(databas);
        var logg = await Facit.Handelser(enhet, 1);

        var rader = new List<UnderlagRad>();
        long? efter = null;
        do
        {
            var sida = await Underlag(enhet, enhet.Chef, new(Facit.Kod, "2027-T1", Efter: efter, Antal: 8));
            Assert.Equal((33, 12), (sida.Raknas, sida.RaknasInte));
            Assert.InRange(sida.Handelser.Count, 1, 8);
            rader.AddRange(sida.Handelser);
            efter = sida.Nasta;
        }
        while (efter is not null && rader.Count < 100);

        Assert.Equal(45, logg.Count);
        Assert.Equal(logg.Select(l => (l.Handelse, l.Nummer, l.Kedja, l.Seq)), rader.Select(r => (r.HandelseId, r.Arendenummer!, r.Kedja, r.Seq)));
        Assert.Equal(logg.Select(l => l.Data), rader.Select(r => DataUtanId(logg, r)));
        Assert.All(rader, r => Assert.Equal(r.Beskrivna == r.Ansokta, r.Raknas));
        // En insats är återtagen: då räknas bara den andra.
        Assert.Equal((1, 1, "kvinna"), rader.Where(r => r.Ansokta == 1).Select(r => (r.Ansokta, r.Beskrivna, r.Kon)).Single());
        Assert.Empty((await Underlag(enhet, enhet.Chef, new(Facit.Kod, "2027-T1", Efter: rader[^1].HandelseId))).Handelser);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_inte_far_oppna_arendet_ser_handelsen_men_inte_vilket_arende_det_ar(Provdatabas databas)
    {
        var enhet = await avslutade.Pa(databas);
        var logg = await Facit.Handelser(enhet, 1);
        Assert.Equal((true, true, 1), (logg.Exists(l => l.Handlaggare == 11), logg.Exists(l => l.Handlaggare == 12), logg.Count(l => l.Skyddat)));

        // Den skyddades ärende har Hanna. Cheferna namngavs när det kom; den här läggs i databasen vid sidan av, och namnges inte.
        var nyChef = await enhet.Ny(17, "Nils Nychef", Roll.Chef);
        await Ser(enhet.Handlaggare, l => l.Handlaggare == 11);
        await Ser(enhet.Kollega, l => l.Handlaggare == 12);
        await Ser(enhet.Chef, _ => true);
        await Ser(nyChef, l => !l.Skyddat);

        async Task Ser(Aktor aktor, Func<Loggrad, bool> far)
        {
            var rader = (await Underlag(enhet, aktor, new(Facit.Kod, "2027-T1", Antal: 200))).Handelser;
            Assert.Equal(
                logg.Select(l => (aktor.Namn, l.Handelse, far(l) ? l.Nummer : null, far(l) ? l.Kedja : "", far(l) ? l.Seq : 0)),
                rader.Select(r => (aktor.Namn, r.HandelseId, r.Arendenummer, r.Kedja, r.Seq)));
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_annan_enhets_chef_ser_bara_sin_enhets_handelser(Provdatabas databas)
    {
        var enhet = await avslutade.Pa(databas);
        var (egna, grannens) = (await Facit.Handelser(enhet, 2), await Facit.Handelser(enhet, 1));

        var svar = await Underlag(enhet, enhet.Utomstaende, new(Facit.Kod, "2027-T1", Antal: 200));

        Assert.Equal(2, egna.Count);
        Assert.Equal(egna.Select(l => (l.Handelse, (string?)l.Nummer)), svar.Handelser.Select(r => (r.HandelseId, r.Arendenummer)));
        Assert.Equal(("0 av 2", "1 av 1"), (svar.Rad.Utfall, svar.Rad.ForegaendeAr));
        // En markör ur den andra enhetens lista öppnar inte den.
        var medFrammande = await Underlag(enhet, enhet.Utomstaende, new(Facit.Kod, "2027-T1", Efter: grannens[0].Handelse));
        Assert.Empty(medFrammande.Handelser.Select(r => r.HandelseId).Except(egna.Select(l => l.Handelse)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_fraga_som_inte_gar_att_svara_pa_nekas(Provdatabas databas)
    {
        var enhet = await avslutade.Pa(databas);

        Assert.Equal("PERIOD_OKAND", (await enhet.Vard.Sand(new HamtaIndikatorer("2027-T4"), enhet.Chef)).Error?.Code);
        Assert.Equal("PERIOD_OKAND", (await Fraga(new(Facit.Kod, "27"))).Error?.Code);
        Assert.Equal("KON_OKANT", (await Fraga(new(Facit.Kod, "2027", "kvinnor"))).Error?.Code);
        Assert.Equal(ErrorKind.NotFound, (await Fraga(new("ANNAN", "2027"))).Error?.Kind);
        var utforare = enhet.Chef with { Behorigheter = Roller.Behorigheter(Roll.Utforare) };
        Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new HamtaIndikatorer("2027"), utforare)).Error?.Code);
        Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new ByggOmIndikatorer(), enhet.Chef)).Error?.Code);

        Task<Result<IndikatorUnderlag>> Fraga(HamtaIndikatorUnderlag fraga) => enhet.Vard.Sand(fraga, enhet.Chef);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Omrakningen_ger_samma_rader_som_nar_handelserna_skrevs(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var utredare = await Utredare.Skapa(enhet);
        utredare.Klockan(Dagar.SistI2026);
        await utredare.Avsluta("kvinna", beskrivna: 1, obeskrivna: 1);
        utredare.Klockan(Dagar.ForstI2027);
        await utredare.Avsluta("man", beskrivna: 1, obeskrivna: 1);
        await utredare.Avsluta("man", beskrivna: 1, granne: true);
        await utredare.SkrivHandelser("kvinna", beskrivna: 1, kod: "okant");
        var (skrivna, svar) = (await Facit.Rader(enhet), await Rad(enhet, "2027"));
        Assert.Equal((6, 6, "2 av 3"), (skrivna.Count, skrivna.Distinct().Count(), svar.Utfall));

        // En rad i taget, nyast sist: en stryks, fyra förfalskas och en läggs till utan händelse.
        await Andra("DELETE FROM indikator_rad WHERE handelse_id = {0}", 0);
        await Andra("UPDATE indikator_rad SET raknas = NOT raknas WHERE handelse_id = {0}", 1);
        await Andra("UPDATE indikator_rad SET kon = 'Kvinna' WHERE handelse_id = {0}", 2);
        await Andra("UPDATE indikator_rad SET tertial = '2025-T1', ar = 2025 WHERE handelse_id = {0}", 3);
        await Andra("UPDATE indikator_rad SET enhet_id = 1, arende_id = 7 WHERE handelse_id = {0}", 4);
        await enhet.Vard.Skriv(db => db.Database.ExecuteSqlRawAsync(
            "INSERT INTO indikator_rad (handelse_id, indikator, enhet_id, arende_id, tertial, ar, kon, raknas)"
            + " SELECT 5, indikator, enhet_id, arende_id, tertial, ar, kon, raknas FROM indikator_rad WHERE ar = 2025"));
        // Det enda som är kvar som det skrevs är den sista raden.
        Assert.Equal(skrivna.TakeLast(1), (await Facit.Rader(enhet)).Intersect(skrivna));

        var klart = Provarende.Ok(await enhet.Vard.Sand(new ByggOmIndikatorer()));

        Assert.Equal(new OmbyggdaIndikatorer(6, 6), klart);
        Assert.Equal(skrivna, await Facit.Rader(enhet));
        Assert.Equal(svar, await Rad(enhet, "2027"));
        Assert.Equal("{\"Tidigare\":6,\"Nu\":6}", (await enhet.Spar()).Single(h => h.Typ == nameof(IndikatorerOmbyggda)).Data);
        await enhet.KedjornaHaller();

        Task Andra(string sql, int rad) => enhet.Vard.Skriv(async db =>
            Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(sql, Id(skrivna[rad]))));

        static long Id(string rad) => long.Parse(rad.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Each unit's chef, and one who works in both.</summary>
    private static (Aktor Aktor, long[] Enheter)[] Lasare(Provenhet enhet) =>
    [
        (enhet.Chef, [1]), (enhet.Utomstaende, [2]),
        (new(AktorSlag.Person, enhet.Chef.Id, "I båda", enhet.Chef.Behorigheter, [.. enhet.Chef.Enheter, .. enhet.Utomstaende.Enheter], [], Delegatniva.Ingen), [1, 2]),
        (new(AktorSlag.Person, enhet.Chef.Id, "Utförare i den ena", enhet.Chef.Behorigheter, [.. enhet.Chef.Enheter, .. enhet.Utomstaende.Enheter], [],
            new Dictionary<EnhetId, Delegatniva>(), new Dictionary<EnhetId, IReadOnlySet<Behorighet>>
            {
                [enhet.Chef.Hemenhet] = Roller.Behorigheter(Roll.Utforare), [enhet.Utomstaende.Hemenhet] = Roller.Behorigheter(Roll.Handlaggare),
            }), [2]),
    ];

    private static async Task<IlsRadVy> Rad(Provenhet enhet, string period, Aktor? aktor = null)
    {
        var svar = Provarende.Ok(await enhet.Vard.Sand(new HamtaIndikatorer(period), aktor ?? enhet.Chef));
        Assert.Equal(period, svar.Period);
        return svar.Rader.Single(r => r.Kod == Facit.Kod);
    }

    private static async Task<IndikatorUnderlag> Underlag(Provenhet enhet, Aktor aktor, HamtaIndikatorUnderlag fraga) =>
        Provarende.Ok(await enhet.Vard.Sand(fraga, aktor));

    /// <summary>What the event says, with the row's own figures in it.</summary>
    private static string DataUtanId(List<Loggrad> logg, UnderlagRad rad)
    {
        var data = logg.Single(l => l.Handelse == rad.HandelseId).Data;
        return data[..data.IndexOf("\"Ansokta\"", StringComparison.Ordinal)] + $"\"Ansokta\":{rad.Ansokta},\"Beskrivna\":{rad.Beskrivna},\"Kon\":\"{rad.Kon}\"}}";
    }
}
