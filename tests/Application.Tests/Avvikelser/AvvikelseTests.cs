using CaseFlow.Application.Avvikelser;
using CaseFlow.Domain;
using CaseFlow.Domain.Avvikelser;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Avvikelser;

/// <summary>From the three fields of a report to the chef who has read it.</summary>
public sealed class AvvikelseTests
{
    private static readonly RapporteraAvvikelse Larmet = new("Larmet gick inte fram", "I natt hemma hos henne", "Ringde jouren");

    [Theory, PaSqlite, PaPostgres]
    public async Task En_rapport_laggs_i_enhetens_lista_och_tas_emot_av_chefen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var rapport = Provarende.Ok(await enhet.Vard.Sand(Larmet with { Vad = "  Larmet gick inte fram\n" }, enhet.Handlaggare));
        var rapporterad = enhet.Vard.Tid.GetUtcNow();

        var ny = Assert.Single((await Lista(enhet, enhet.Chef)).Rader);
        Assert.Equal(
            new(rapport.Id, "A-2026-0001", Larmet.Vad, Larmet.NarVar, Larmet.Atgard, rapporterad, "Hanna Handläggare", "ny", ny.Version), ny);

        enhet.Vard.Tid.Ga(TimeSpan.FromHours(3));
        Provarende.Ok(await enhet.Vard.Sand(new TaEmotAvvikelse(ny.Id, ny.Version), enhet.BitradandeChef));

        var lista = await Lista(enhet, enhet.Chef);
        Assert.Equal(
            [ny with { Status = "mottagen", Version = ny.Version + 1, Mottagare = "Bea Biträdande", Mottagen = rapporterad.AddHours(3) }], lista.Rader);
        Assert.Equal((0, null), (lista.Nya, lista.Nasta));
        var spar = (await enhet.Spar()).Where(h => h.Typ is nameof(AvvikelseRapporterad) or nameof(AvvikelseMottagen)).ToList();
        Assert.Equal([(nameof(AvvikelseRapporterad), enhet.Handlaggare.Id), (nameof(AvvikelseMottagen), enhet.BitradandeChef.Id)], spar.Select(h => (h.Typ, h.AktorId)));
        Assert.All(spar, h => Assert.DoesNotContain("arm", h.Data));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_ofullstandig_eller_for_lang_rapport_nekas_och_tar_inget_nummer(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var (inget, lang) = (new RapporteraAvvikelse("", " \n", "\t"), new string('å', 10_000));

        Assert.Equal(
            [("Vad", "Skriv vad som hände."), ("NarVar", "Skriv när och var det hände."), ("Atgard", "Skriv vad som gjordes, eller att inget gjordes.")],
            (await Nekas(inget, "OGILTIGT")).Select(f => (f.Field, f.Text)));
        Assert.Equal(["NarVar"], (await Nekas(Larmet with { NarVar = " " }, "OGILTIGT")).Select(f => f.Field));
        await Nekas(Larmet with { Vad = lang + "å" }, "TEXT_FOR_LANG");
        await Nekas(Larmet with { NarVar = lang + "å" }, "TEXT_FOR_LANG");
        await Nekas(Larmet with { Atgard = lang + "å" }, "TEXT_FOR_LANG");
        Assert.Equal("ENHET_SAKNAS", (await enhet.Vard.Sand(Larmet)).Error?.Code);
        Assert.Equal(0, await enhet.Vard.Las(db => db.Avvikelser.CountAsync()));

        // Det som precis ryms kommer hela vägen tillbaka, också ur PostgreSQL där kolumnen har en gräns.
        Provarende.Ok(await enhet.Vard.Sand(new RapporteraAvvikelse(lang, lang, lang), enhet.Handlaggare));
        var rad = Assert.Single((await Lista(enhet, enhet.Chef)).Rader);
        Assert.Equal(("A-2026-0001", lang, lang, lang), (rad.Nummer, rad.Vad, rad.NarVar, rad.Atgard));

        async Task<IReadOnlyList<FieldError>> Nekas(RapporteraAvvikelse rapport, string kod)
        {
            var svar = await enhet.Vard.Sand(rapport, enhet.Handlaggare);
            Assert.Equal((ErrorKind.Invalid, kod), (svar.Error?.Kind, svar.Error?.Code));
            return svar.Error!.Fields;
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Bara_enhetens_chefer_ser_och_tar_emot(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var granne = await enhet.Ny(16, "Gun Granne", granne: true);
        var egen = Provarende.Ok(await enhet.Vard.Sand(Larmet, enhet.Handlaggare));
        var grannens = Provarende.Ok(await enhet.Vard.Sand(Larmet with { Vad = "Grannens" }, granne));
        // Förvaltaren rapporterar också, men leder ingen enhet.
        var forvaltare = await enhet.Ny(17, "Frans Förvaltare", Roll.Forvaltare);
        var forvaltarens = Provarende.Ok(await enhet.Vard.Sand(Larmet, forvaltare));

        Assert.Equal([forvaltarens.Nummer, egen.Nummer], (await Lista(enhet, enhet.Chef)).Rader.Select(r => r.Nummer));
        Assert.Equal([forvaltarens.Nummer, egen.Nummer], (await Lista(enhet, enhet.BitradandeChef)).Rader.Select(r => r.Nummer));
        var utomstaende = await Lista(enhet, enhet.Utomstaende);
        Assert.Equal((grannens.Nummer, 1), (Assert.Single(utomstaende.Rader).Nummer, utomstaende.Nya));
        // En markör från den andra enhetens lista är ingen väg in i den, och ett nummer är ingen markör.
        var annans = (await Lista(enhet, enhet.Chef, antal: 1)).Nasta;
        Assert.DoesNotContain((await Lista(enhet, enhet.Utomstaende, annans)).Rader, r => r.Nummer != grannens.Nummer);
        Assert.Equal("efter", Assert.Single((await enhet.Vard.Sand(new ListaAvvikelser(egen.Nummer), enhet.Chef)).Error!.Fields).Field);

        foreach (var aktor in new[] { enhet.Handlaggare, enhet.Kollega, granne, forvaltare })
        {
            Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new ListaAvvikelser(), aktor)).Error?.Code);
            Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new TaEmotAvvikelse(egen.Id, 0), aktor)).Error?.Code);
        }
        var (finns, saknas) = (await TaEmot(egen.Id), await TaEmot(Guid.AllBitsSet));
        Assert.Equal((ErrorKind.NotFound, finns?.Code, finns?.Text), (finns!.Kind, saknas?.Code, saknas?.Text));
        Assert.Equal([AvvikelseStatus.Ny], await enhet.Vard.Las(db => db.Avvikelser.Select(a => a.Status).Distinct().ToListAsync()));

        async Task<Error?> TaEmot(Guid id) => (await enhet.Vard.Sand(new TaEmotAvvikelse(id, (await Lista(enhet, enhet.Chef)).Rader[0].Version), enhet.Utomstaende)).Error;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Kvalitetsradet_ser_och_tar_emot_bara_dar_uppdraget_ar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var rad = await enhet.Ny(17, "Kaj Kvalitetsråd", Roll.Kvalitetsrad);
        var egen = Provarende.Ok(await enhet.Vard.Sand(Larmet, enhet.Handlaggare));
        Provarende.Ok(await enhet.Vard.Sand(Larmet with { Vad = "Grannens" }, await enhet.Ny(16, "Gun Granne", granne: true)));
        // Samma rätt i en annan enhet, som handläggare i den här: den egna enhetens avvikelser finns inte för henne.
        var annat = await enhet.Ny(18, "Annat Råd", Roll.Kvalitetsrad, granne: true);
        await enhet.Vard.Skriv(db =>
        {
            db.Uppdrag.Add(Uppdrag.Ge(annat.Id, enhet.Handlaggare.Hemenhet, Roll.Handlaggare, new(enhet.Idag, null), Delegatniva.Handlaggare));
            return Task.CompletedTask;
        });

        var lista = await Lista(enhet, rad);
        Assert.Equal((egen.Nummer, 1), (Assert.Single(lista.Rader).Nummer, lista.Nya));
        Assert.Equal("Grannens", Assert.Single((await Lista(enhet, await enhet.Aktor(18))).Rader).Vad);
        Assert.Equal("FINNS_INTE", (await enhet.Vard.Sand(new TaEmotAvvikelse(egen.Id, lista.Rader[0].Version), await enhet.Aktor(18))).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(new TaEmotAvvikelse(egen.Id, lista.Rader[0].Version), rad));
        Assert.Equal(("mottagen", "Kaj Kvalitetsråd"), ((await Lista(enhet, enhet.Chef)).Rader[0].Status, (await Lista(enhet, enhet.Chef)).Rader[0].Mottagare));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_rapport_tas_emot_en_gang_och_bara_som_den_ser_ut_nu(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        Provarende.Ok(await enhet.Vard.Sand(Larmet, enhet.Handlaggare));
        var last = (await Lista(enhet, enhet.Chef)).Rader[0];

        Assert.Equal("INAKTUELL_KOPIA", (await TaEmot(enhet.Chef, last.Version + 1)).Error?.Code);
        var svar = await Task.WhenAll(TaEmot(enhet.Chef, last.Version), TaEmot(enhet.BitradandeChef, last.Version));

        Assert.Equal("INAKTUELL_KOPIA", Assert.Single(svar, s => s.Failed).Error!.Code);
        Assert.Equal("INAKTUELL_KOPIA", (await TaEmot(enhet.Chef, last.Version)).Error?.Code);
        var nu = (await Lista(enhet, enhet.Chef)).Rader[0];
        var igen = await TaEmot(enhet.Chef, nu.Version);
        Assert.Equal((ErrorKind.Conflict, "AVVIKELSE_REDAN_MOTTAGEN"), (igen.Error!.Kind, igen.Error.Code));
        Assert.Equal(svar[0].Failed ? "Bea Biträdande" : "Clara Chef", nu.Mottagare);
        Assert.Equal(1, (await enhet.Spar()).Count(h => h.Typ == nameof(AvvikelseMottagen)));

        Task<Result<Done>> TaEmot(Aktor aktor, int version) => enhet.Vard.Sand(new TaEmotAvvikelse(last.Id, version), aktor);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Listan_bladdras_nyast_forst_utan_att_nagon_rapport_faller_bort_eller_kommer_tva_ganger(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var granne = await enhet.Ny(16, "Gun Granne", granne: true);
        var nummer = new List<string>();
        for (var i = 0; i < 11; i++)
        {
            // Några i samma ögonblick, några vid skilda, och grannens emellan.
            if (i % 3 == 0) enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1));
            nummer.Add(Provarende.Ok(await enhet.Vard.Sand(Larmet with { Vad = $"Nummer {i}" }, i % 2 == 0 ? enhet.Handlaggare : enhet.Kollega)).Nummer);
            Provarende.Ok(await enhet.Vard.Sand(Larmet with { Vad = "Grannens" }, granne));
        }
        var andra = (await Lista(enhet, enhet.Chef)).Rader[1];
        Provarende.Ok(await enhet.Vard.Sand(new TaEmotAvvikelse(andra.Id, andra.Version), enhet.Chef));

        var (sedda, sidor, efter) = (new List<AvvikelseRad>(), new List<int>(), (string?)null);
        do
        {
            var sida = await Lista(enhet, enhet.Chef, efter, antal: 4);
            Assert.Equal(10, sida.Nya);
            sedda.AddRange(sida.Rader);
            sidor.Add(sida.Rader.Count);
            efter = sida.Nasta;
        }
        while (efter is not null && sidor.Count < 20);

        Assert.Equal([4, 4, 3], sidor);
        Assert.Equal(Enumerable.Reverse(nummer), sedda.Select(r => r.Nummer));
        Assert.Equal(Enumerable.Range(0, 11).Reverse().Select(i => ($"Nummer {i}", i % 2 == 0 ? "Hanna Handläggare" : "Kim Kollega")), sedda.Select(r => (r.Vad, r.Rapportor)));
        Assert.Equal(["mottagen"], sedda.Where(r => r.Status != "ny").Select(r => r.Status));
        Assert.Equal((11, null, 10), Antal(await Lista(enhet, enhet.Chef, antal: 11)));
        // Läsningen av listan säger vilka rapporter som visades.
        Assert.Equal(11, (await enhet.Spar()).Last(h => h.Typ == nameof(ListaAvvikelser)).Data.Split(',').Length);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Samma_rapport_sand_tva_ganger_ar_en_rapport(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);

        var svar = new[] { await Rapportera(Larmet), await Rapportera(Larmet) };
        var annan = await Rapportera(Larmet with { Atgard = "Inget" });
        var kollegans = await enhet.Vard.Sand(Larmet, enhet.Kollega, "rapport-1");

        Assert.Equal(Provarende.Ok(svar[0]), Provarende.Ok(svar[1]));
        Assert.Equal("IDEMPOTENS_ANNAT_INNEHALL", annan.Error?.Code);
        Assert.Equal(["A-2026-0002", "A-2026-0001"], (await Lista(enhet, enhet.Chef)).Rader.Select(r => r.Nummer));
        Assert.Equal("A-2026-0002", Provarende.Ok(kollegans).Nummer);
        Assert.Equal(2, (await enhet.Spar()).Count(h => h.Typ == nameof(AvvikelseRapporterad)));
        var last = (await Lista(enhet, enhet.Chef)).Rader[0];
        for (var gang = 0; gang < 2; gang++) Provarende.Ok(await enhet.Vard.Sand(new TaEmotAvvikelse(last.Id, last.Version), enhet.Chef, "mottagen-1"));
        Assert.Equal(1, (await enhet.Spar()).Count(h => h.Typ == nameof(AvvikelseMottagen)));

        Task<Result<Application.Avvikelser.RapporteradAvvikelse>> Rapportera(RapporteraAvvikelse rapport) => enhet.Vard.Sand(rapport, enhet.Handlaggare, "rapport-1");
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Numret_borjar_om_nar_aret_ar_nytt_i_Sverige_och_ar_enheternas_gemensamma(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var granne = await enhet.Ny(16, "Gun Granne", granne: true);

        Assert.Equal("A-2026-0001", await Vid("2026-12-31T22:59:59Z", enhet.Handlaggare));
        Assert.Equal("A-2026-0002", await Vid("2026-12-31T22:59:59Z", granne));
        Assert.Equal("A-2027-0001", await Vid("2026-12-31T23:00:00Z", enhet.Handlaggare));
        Assert.Equal(["A-2027-0001", "A-2026-0001"], (await Lista(enhet, enhet.Chef)).Rader.Select(r => r.Nummer));

        async Task<string> Vid(string tid, Aktor aktor)
        {
            enhet.Vard.Tid.Satt(DateTimeOffset.Parse(tid, System.Globalization.CultureInfo.InvariantCulture));
            return Provarende.Ok(await enhet.Vard.Sand(Larmet, aktor)).Nummer;
        }
    }

    private static async Task<AvvikelseLista> Lista(Provenhet enhet, Aktor aktor, string? efter = null, int antal = 50) =>
        Provarende.Ok(await enhet.Vard.Sand(new ListaAvvikelser(efter, antal), aktor));

    private static (int Rader, string? Nasta, int Nya) Antal(AvvikelseLista lista) => (lista.Rader.Count, lista.Nasta, lista.Nya);
}
