using System.Text;
using System.Text.Json;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Ansokningar;

public sealed class RegistreraAnsokanTests
{
    private static readonly DateOnly Fodd = new(1942, 3, 14);

    [Theory]
    [InlineData("telefon", 14, true)]
    [InlineData("telefon", 15, false)]
    [InlineData("besok", 15, false)]
    [InlineData("brev", 400, true)]
    [InlineData("e-post", 400, true)]
    public async Task Ett_samtal_for_lange_sedan_bekraftas_av_den_som_skriver_in_det(string kanal, int dagar, bool utanFraga)
    {
        await using var enhet = await Provenhet.Skapa();
        var ansokan = enhet.Ansokan(personnummer: Givet.Personnummer(Fodd, 980), kanal: kanal);
        var fraga = new RegistreraAnsokan(ansokan with { Ankom = ansokan.Ankom.AddDays(-dagar) }, Bekraftat: new(false, true, true));

        var svar = await enhet.Vard.Sand(fraga, enhet.Handlaggare);

        Assert.Equal(utanFraga ? null : "ANKOM_LANGE_SEDAN", svar.Error?.Code);
        Assert.Equal(utanFraga ? 1 : 0, await enhet.Vard.Las(db => db.Arenden.CountAsync()));
        if (!utanFraga) Provarende.Ok(await enhet.Vard.Sand(fraga with { Bekraftat = new(true, true, true) }, enhet.Handlaggare));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_annat_namn_och_en_ansokan_som_nyss_kom_bekraftas_av_den_som_skriver_in_den(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var ansokan = enhet.Ansokan(personnummer: Givet.Personnummer(Fodd, 980));
        await enhet.EttArende().ForPersonen(Givet.Personnummer(Fodd, 980)).Granskat().Bygg();
        var annan = ansokan with { Sokande = ansokan.Sokande with { Fornamn = "Någon", Efternamn = "Annan" } };
        async Task<string?> Svar(Bekraftat? bekraftat) => (await enhet.Vard.Sand(new RegistreraAnsokan(annan, Bekraftat: bekraftat), enhet.Handlaggare)).Error?.Code;

        Assert.Equal("NAMN_AVVIKER", await Svar(new(true, false, false)));
        Assert.Equal("ANSOKAN_NYSS", await Svar(new(true, true, false)));
        Assert.Equal(1, await enhet.Vard.Las(db => db.Arenden.CountAsync()));
        Assert.Equal(2, (await enhet.Spar()).Count(h => h is { Typ: nameof(RegistreraAnsokan), Kod: "NAMN_AVVIKER" or "ANSOKAN_NYSS", ArendeId: not null }));
        Assert.Null(await Svar(new(true, true, true)));
        Assert.Null(await Svar(null));
        Assert.Equal(3, await enhet.Vard.Las(db => db.Arenden.CountAsync()));
    }

    [Fact]
    public async Task Ingen_fraga_stalls_om_den_som_man_inte_far_veta_av_eller_om_en_ansokan_for_lange_sedan()
    {
        await using var enhet = await Provenhet.Skapa();
        var skyddad = enhet.Ansokan(personnummer: Givet.Personnummer(Fodd, 980)) with { SkyddadeUppgifter = "sekretessmarkering" };
        Provarende.Ok(await enhet.Registrera(skyddad));
        var lange = enhet.Ansokan(personnummer: Givet.Personnummer(Fodd, 982));
        Provarende.Ok(await enhet.Registrera(lange with { Ankom = lange.Ankom.AddDays(-31) }));
        var annat = skyddad with { SkyddadeUppgifter = "ingen", Sokande = skyddad.Sokande with { Fornamn = "Någon", Efternamn = "Annan" } };

        Provarende.Ok(await enhet.Vard.Sand(new RegistreraAnsokan(annat, Bekraftat: new(false, false, false)), enhet.Handlaggare));
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraAnsokan(lange, Bekraftat: new(false, false, false)), enhet.Handlaggare));
        // Den som inte får veta att personen finns får ingen fråga som säger det.
        var granne = await enhet.Ny(28, "Gro Granne", Domain.Behorigheter.Roll.Handlaggare, granne: true);
        var okand = lange with { Sokande = lange.Sokande with { Fornamn = "Någon", Efternamn = "Annan" } };
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraAnsokan(okand, Bekraftat: new(false, false, false)), granne));
        Assert.Equal(5, await enhet.Vard.Las(db => db.Arenden.CountAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Varje_fel_i_kontraktet_avvisas_med_sin_kod_och_inget_externId_reserveras(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var bra = enhet.Ansokan("ET-1", Givet.Personnummer(Fodd, 980));
        (string Kod, InkommenAnsokan Ansokan)[] felaktiga =
        [
            ("KANAL_OKAND", bra with { Kanal = "fax" }),
            ("ANKOM_I_FRAMTIDEN", bra with { Ankom = bra.Ankom.AddMinutes(1) }),
            ("PERSONNUMMER_OGILTIGT", bra with { Sokande = bra.Sokande with { Personnummer = "19420314-0000" } }),
            ("NAMN_SAKNAS", bra with { Sokande = bra.Sokande with { Fornamn = " " } }),
            ("OMBUD_ROLL_OKAND", bra with { Ombud = new("Eva", "granne", null, null, null) }),
            ("INSATS_SAKNAS", bra with { Insatser = [] }),
            ("INSATSTYP_OKAND", bra with { Insatser = [new("rymdresa", "", null, null)] }),
            ("TEXT_FOR_LANG", bra with { Insatser = [new("hemtjanst", new string('x', 10_001), null, null)] }),
            ("TEXT_FOR_LANG", bra with { Insatser = [new("hemtjanst", "", 2, new string('x', 10_001))] }),
            ("TEXT_FOR_LANG", bra with { ExternId = new('x', 10_001) }),
            ("INSATSTYP_OKAND", bra with { ExternId = new('x', 10_001), Insatser = [new("rymdresa", "", 2, new string('x', 10_001))] }),
        ];

        foreach (var (kod, ansokan) in felaktiga) Assert.Equal(kod, (await enhet.Registrera(ansokan)).Error?.Code);

        Assert.Equal(0, await enhet.Vard.Las(db => db.Arenden.CountAsync()) + await enhet.Vard.Las(db => db.Personer.CountAsync()));
        Assert.Equal(RegistreringUtfall.Registrerad, Provarende.Ok(await enhet.Registrera(bra)).Utfall);
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_langsta_som_kontraktet_tillater_ryms(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var lang = string.Concat(Enumerable.Range(0, 2500).Select(i => $"{i % 100:00}å "));
        var ansokan = enhet.Ansokan(new string('e', 200), Givet.Personnummer(Fodd, 980)) with
        {
            Ombud = new(lang, "fullmakt", lang, [lang], null),
            Insatser = [new("hemtjanst", lang, 1_000_000_000_000m, new string('t', 200))],
        };
        ansokan = ansokan with { Sokande = ansokan.Sokande with { Fornamn = lang, Efternamn = lang, Telefon = lang, Adress = new(lang, lang, lang) } };

        Assert.Equal(RegistreringUtfall.Registrerad, Provarende.Ok(await enhet.Registrera(ansokan)).Utfall);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_omfattning_i_en_annan_enhet_star_bland_personens_ord(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        Provarende.Ok(await enhet.Registrera(enhet.Ansokan("ET-1", Givet.Personnummer(Fodd, 980)) with
        {
            Insatser = [new("hemtjanst", "Hjälp med dusch", 3, "gånger i veckan"), new("dagverksamhet", "", 2, "Dagar per vecka ")],
        }));

        var insatser = await enhet.Vard.Las(db => db.Ansokningar.SelectMany(a => a.Insatser).OrderBy(i => i.Id).ToListAsync());
        Assert.Equal(("Hjälp med dusch\n\nSökt omfattning: 3 gånger i veckan", (decimal?)null, (string?)null), (insatser[0].Onskemal, insatser[0].SoktOmfattning, insatser[0].SoktEnhet));
        Assert.Equal(("", (decimal?)2, "dagar per vecka"), (insatser[1].Onskemal, insatser[1].SoktOmfattning, insatser[1].SoktEnhet));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"externId":"","ankom":"2026-09-01T10:00:00Z","sokande":{}}""")]
    [InlineData("""{"externId":"ET-1","sokande":{}}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01T10:00:00Z"}""")]
    [InlineData("""{"externId":7,"ankom":"2026-09-01T10:00:00Z","sokande":{}}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01T10:00:00Z","sokande":{},"skyddadeUppgifter":"kanske"}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01T10:00:00Z","sokande":{},"insatser":[null]}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01T10:00:00Z","sokande":{"fornamn":"A\u0000B"}}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01T10:00:00Z","sokande":{"fornamn":"\ud800"}}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01T10:00:00Z","sokande":{},"insatser":[{"soktOmfattning":1e20}]}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01T10:00:00Z","sokande":{},"insatser":[{"soktOmfattning":-5}]}""")]
    [InlineData("""{"externId":"ET-1","ankom":"1700-01-01T10:00:00Z","sokande":{}}""")]
    [InlineData("""{"externId":"a\r\nb","ankom":"2026-09-01T10:00:00Z","sokande":{}}""")]
    [InlineData("""{"externId":"194412309942","ankom":"2026-09-01T10:00:00Z","sokande":{}}""")]
    [InlineData("""{"externId":"1944-12-30_9942","ankom":"2026-09-01T10:00:00Z","sokande":{}}""")]
    [InlineData("""{"externId":"19441230-9942","ankom":"2026-09-01T10:00:00Z","sokande":{}}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01T10:00:00Z","sokande":{},"skyddadeUppgifter":"sekretessmarkering","skyddadeUppgifter":"ingen"}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01T10:00:00Z","sokande":{},"skyddadeUppgifter":"sekretessmarkering","SkyddadeUppgifter":"ingen"}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01T10:00:00Z","sokande":{"fornamn":"Eva","Fornamn":"Ada"}}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01T10:00:00Z","sokande":{},"insatser":[{"insatstyp":"a","insatstyp":"b"}]}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01T10:00:00","sokande":{}}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01T10:00:00.123","sokande":{}}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01T10:00","sokande":{}}""")]
    [InlineData("""{"externId":"ET-1","ankom":"2026-09-01","sokande":{}}""")]
    [InlineData("""{"externId":"ET-1","ankom":null,"sokande":{}}""")]
    [InlineData("""{"externId":"ET-1","ankom":1788256800,"sokande":{}}""")]
    public void Det_som_inte_gar_att_lasa_ar_fel_format(string kropp) =>
        Assert.Equal("FEL_FORMAT", Ansokningsinnehall.Las(Encoding.UTF8.GetBytes(kropp)).Error?.Code);

    [Theory]
    [InlineData("2026-09-01T00:30:00+02:00"), InlineData("2026-08-31T22:30:00Z"), InlineData("2026-08-31T17:30:00.000-05:00"), InlineData("2026-08-31T22:30:00\\u005A")]
    public void En_tidpunkt_sager_sin_egen_avvikelse_fran_UTC(string ankom) => Assert.Equal(
        new DateTimeOffset(2026, 8, 31, 22, 30, 0, TimeSpan.Zero),
        Ansokningsinnehall.Las(Encoding.UTF8.GetBytes($$$"""{"externId":"ET-1","ankom":"{{{ankom}}}","sokande":{}}""")).Value.Ankom);

    [Fact]
    public void Hogst_femtio_insatser_och_tvahundra_tecken_i_nyckeln()
    {
        Assert.Equal([null, "FEL_FORMAT", null, "FEL_FORMAT"], new[] { ("a", 50), ("a", 51), (new string('a', 200), 1), (new string('a', 201), 1) }.Select(f =>
            Ansokningsinnehall.Las(Encoding.UTF8.GetBytes($$"""
                {"externId":"{{f.Item1}}","ankom":"2026-09-01T10:00:00Z","sokande":{},"insatser":[{{string.Join(',', Enumerable.Repeat("{}", f.Item2))}}]}
                """)).Error?.Code));
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, "FEL_FORMAT")]
    [InlineData(10_000, "FEL_FORMAT")]
    [InlineData(10_001, null)]
    public void Ett_langt_ord_ar_fel_format_tills_det_ar_en_for_lang_text(int langd, string? kod)
    {
        var ord = new string('a', langd);
        Assert.All(new[] { (ord, "timmar"), ("ET-1", ord) }, f => Assert.Equal(kod, Ansokningsinnehall.Las(Encoding.UTF8.GetBytes($$"""
            {"externId":"{{f.Item1}}","ankom":"2026-09-01T10:00:00Z","sokande":{},"insatser":[{"soktEnhet":"{{f.Item2}}"}]}
            """)).Error?.Code));
    }

    [Theory]
    [InlineData("202609010001"), InlineData("202609010019"), InlineData("202609010027"), InlineData("ETJANST-2026-00017"), InlineData("7"), InlineData("urn:e-tjanst:1/2")]
    public void Ett_lopnummer_ar_inget_personnummer(string externId) =>
        Assert.Null(Ansokningsinnehall.Las(Encoding.UTF8.GetBytes($$$"""{"externId":"{{{externId}}}","ankom":"2026-09-01T10:00:00Z","sokande":{}}""")).Error);

    [Theory, PaSqlite, PaPostgres]
    public async Task Samma_innehall_igen_ar_en_dubblett_och_annat_innehall_avvisas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var ansokan = enhet.Ansokan("ET-1", Givet.Personnummer(Fodd, 980));
        var forsta = Provarende.Ok(await enhet.Registrera(ansokan));

        var igen = Provarende.Ok(await enhet.Registrera(ansokan));
        var annat = await enhet.Registrera(ansokan with { BarnIHemmet = true });
        var felaktigtMenKant = await enhet.Registrera(ansokan with { Kanal = "fax" });

        Assert.Equal((RegistreringUtfall.Dubblett, forsta.Arendenummer), (igen.Utfall, igen.Arendenummer));
        Assert.Equal((ErrorKind.Conflict, "EXTERNID_ANNAT_INNEHALL"), (annat.Error!.Kind, annat.Error.Code));
        Assert.Equal("EXTERNID_ANNAT_INNEHALL", felaktigtMenKant.Error?.Code);
        Assert.Equal(1, await enhet.Vard.Las(db => db.Arenden.CountAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Samma_externId_samtidigt_ger_ett_arende(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var ansokan = enhet.Ansokan("ET-1", Givet.Personnummer(Fodd, 980));

        var svar = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => enhet.Registrera(ansokan))));

        Assert.Equal(1, await enhet.Vard.Las(db => db.Arenden.CountAsync()));
        Assert.Single(svar.Where(s => !s.Failed).Select(s => s.Value.Arendenummer).Distinct());
        Assert.All(svar.Where(s => s.Failed), s => Assert.Equal("NAGON_HANN_FORE", s.Error!.Code));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Personen_hittas_igen_hur_personnumret_an_skrivs(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var tolv = Givet.Personnummer(Fodd, 980);
        string[] former = [tolv, $"{tolv[..8]}-{tolv[8..]}", $"{tolv[2..8]}-{tolv[8..]}", $" {tolv} "];

        foreach (var form in former) Provarende.Ok(await enhet.Registrera(enhet.Ansokan(personnummer: form)));

        Assert.Equal(1, await enhet.Vard.Las(db => db.Personer.CountAsync()));
        Assert.Equal(former.Length, await enhet.Vard.Las(db => db.Arenden.CountAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Tva_utan_personnummer_slas_aldrig_ihop(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => enhet.Ett(enhet.Ansokan()))));

        var personer = await enhet.Vard.Las(db => db.Personer.ToListAsync());
        Assert.Equal(4, personer.Select(p => p.Identitet.Varde).Distinct().Count());
        Assert.All(personer, p => Assert.Equal((Identitetsslag.Temporart, new DateOnly(1941, 5, 6), Kon.Kvinna), (p.Identitet.Slag, p.Identitet.Fodelsedatum, p.Identitet.Kon)));
    }

    [Theory]
    [InlineData("2026-09-14T10:00:00Z", "brev", "2026-09-11")] // måndag, räknas som fredag
    [InlineData("2026-09-14T10:00:00Z", "e-post", "2026-09-14")]
    [InlineData("2026-09-13T22:30:00Z", "e-tjanst", "2026-09-14")] // efter midnatt i Sverige
    [InlineData("2026-01-07T10:00:00Z", "brev", "2026-01-05")] // dagen före trettondagen
    public async Task Ankomstdagen_foljer_kanalen_och_svensk_tid(string ankom, string kanal, string dag)
    {
        await using var enhet = await Provenhet.Skapa();
        var ankomst = DateTimeOffset.Parse(ankom, System.Globalization.CultureInfo.InvariantCulture);

        await enhet.Ett(enhet.Ansokan(kanal: kanal) with { Ankom = ankomst });

        Assert.Equal(DateOnly.Parse(dag, System.Globalization.CultureInfo.InvariantCulture), await enhet.Vard.Las(db => db.Ansokningar.Select(a => a.Ankomstdag).SingleAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_annan_ankomstdag_kraver_ett_skal(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var ansokan = enhet.Ansokan(kanal: "brev");

        var utan = await enhet.Vard.Sand(new RegistreraAnsokan(ansokan, enhet.Idag), enhet.Handlaggare);
        var efter = await enhet.Vard.Sand(new RegistreraAnsokan(ansokan, enhet.Idag.AddDays(1), "Bud"), enhet.Handlaggare);
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraAnsokan(ansokan, enhet.Idag, "Kom med bud"), enhet.Handlaggare));

        Assert.Equal(("ANKOMSTDAG_SKAL_SAKNAS", "ANKOMSTDAG_EFTER_ANKOMST"), (utan.Error?.Code, efter.Error?.Code));
        var sparad = await enhet.Vard.Las(db => db.Ansokningar.SingleAsync());
        Assert.Equal((enhet.Idag, "Kom med bud"), (sparad.Ankomstdag, sparad.AnkomstdagSkal));
        Assert.Contains(await enhet.Spar(), h => h.Typ == nameof(AnkomstdagAndrad));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Enheten_foljer_postnumret_annars_den_som_registrerar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        await enhet.Ny(16, "Gun Granne", granne: true);

        var hos = await (await enhet.Ett(enhet.Ansokan(postnummer: "128 58"))).Las();
        var hosGrannen = await (await enhet.Ett(enhet.Ansokan(postnummer: "129 40"))).Las();
        var okant = await (await enhet.Ett(enhet.Ansokan(postnummer: "981 00"))).Las();

        Assert.Equal((1L, 2L, 1L), (hos.EnhetId.Value, hosGrannen.EnhetId.Value, okant.EnhetId.Value));
        Assert.Equal(16, hosGrannen.HandlaggareId?.Value);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_skyddad_person_fordelas_inte_av_regeln_och_bara_chefen_namnges(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);

        var arende = await enhet.Ett(enhet.Ansokan(skydd: "skyddad-folkbokforing"));

        Assert.Null((await arende.Las()).HandlaggareId);
        Assert.Equal(["TilldelaHandlaggare"], await arende.Oppna());
        Assert.Equal([13L, 14L], (await enhet.Vard.Las(db => db.NamngivnaAtkomster.Select(n => n.AnvandareId).ToListAsync())).Select(a => a.Value).Order());
        Assert.False((await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Chef)).Failed);
        foreach (var annan in new[] { enhet.Handlaggare, enhet.Kollega, enhet.Utomstaende })
            Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), annan)).Error!.Kind);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Skydd_som_kommer_senare_galler_ocksa_personens_tidigare_arenden(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var nummer = Givet.Personnummer(Fodd, 980);
        var forsta = await enhet.Ett(enhet.Ansokan(personnummer: nummer));

        await enhet.Ett(enhet.Ansokan(personnummer: nummer, skydd: "sekretessmarkering"));
        var tredje = await enhet.Ett(enhet.Ansokan(personnummer: nummer));

        Assert.True((await forsta.Las()).Skyddat && (await tredje.Las()).Skyddat);
        Assert.False((await enhet.Vard.Sand(new HamtaArende(forsta.Nummer), enhet.Handlaggare)).Failed);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaArende(forsta.Nummer), enhet.Kollega)).Error!.Kind);
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaArende(tredje.Nummer), enhet.Kollega)).Error!.Kind);
        // Hanna är namngiven sedan tidigare, men det nya ärendet är inte hennes.
        Assert.Equal("SKAL_KRAVS", (await enhet.Vard.Sand(new HamtaArende(tredje.Nummer), enhet.Handlaggare)).Error!.Code);
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Samma_nyckel_tva_ganger_ger_ett_arende(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var ansokan = enhet.Ansokan();

        var forsta = Provarende.Ok(await enhet.Registrera(ansokan, nyckel: "a"));
        var andra = Provarende.Ok(await enhet.Registrera(ansokan, nyckel: "a"));

        Assert.Equal(forsta, andra);
        Assert.Equal(1, await enhet.Vard.Las(db => db.Arenden.CountAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Processens_forsta_uppgift_oppnas_hos_handlaggaren(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);

        var arende = await enhet.Ett(enhet.Ansokan());

        var uppgift = await arende.Uppgift("GranskaAnsokan");
        Assert.Equal((Givet.Hanna, enhet.Vard.Tid.GetUtcNow().AddDays(2), "Granska inom 2 d"), (uppgift.TilldeladId, uppgift.Forfaller, uppgift.Forfalloregel));
        Assert.Equal(Steg.Ansokan, (await arende.Las()).Steg);
    }

    [Fact]
    public async Task Exempelfilen_ger_facit_rad_for_rad_och_en_gang_till_bara_dubbletter()
    {
        await using var enhet = await Provenhet.Skapa();
        enhet.Vard.Tid.Satt(new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
        var mapp = Mapp();
        var rader = await File.ReadAllLinesAsync(Path.Combine(mapp, "ansokningar.jsonl"));
        var facit = (await File.ReadAllLinesAsync(Path.Combine(mapp, "ansokningar.facit.jsonl"))).Select(r => JsonDocument.Parse(r).RootElement)
            .Select(r => (Rad: r.GetProperty("rad").GetInt32(), Utfall: r.GetProperty("utfall").GetString(), Kod: r.GetProperty("kod").GetString())).ToList();

        foreach (var (rad, utfall, kod) in facit) Assert.Equal((rad, (utfall, kod)), (rad, await Utfall(enhet, rader[rad - 1])));
        var antal = await enhet.Vard.Las(db => db.Arenden.CountAsync());
        Assert.Equal(facit.Count(f => f.Utfall == "registrerad"), antal);
        foreach (var rad in rader) await Utfall(enhet, rad);

        Assert.Equal(antal, await enhet.Vard.Las(db => db.Arenden.CountAsync()));
    }

    private static async Task<(string? Utfall, string? Kod)> Utfall(Provenhet enhet, string rad)
    {
        var last = Ansokningsinnehall.Las(Encoding.UTF8.GetBytes(rad));
        var svar = last.Failed ? last.Error : await enhet.Registrera(last.Value);
        if (svar.Failed) return ("avvisad", svar.Error.Code);
        return svar.Value.Utfall == RegistreringUtfall.Dubblett ? ("dubblett", "EXTERNID_FINNS") : ("registrerad", null);
    }

    private static string Mapp()
    {
        var mapp = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(mapp.FullName, "CaseFlow.sln"))) mapp = mapp.Parent!;
        return Path.Combine(mapp.FullName, "tests", "Data");
    }
}
