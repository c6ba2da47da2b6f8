using CaseFlow.Application.Personer;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;

namespace CaseFlow.Application.Tests.Personer;

/// <summary>Who is found, by what, and by whom.</summary>
public sealed class SokPersonerTests
{
    private static int _fodda;

    [Theory, PaSqlite, PaPostgres]
    public async Task Namn_soks_med_borjan_av_orden_i_vilken_ordning_som_helst(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        foreach (var (fornamn, efternamn) in new[]
        {
            ("Åsa", "Öberg"), ("Maj-Britt", "Berg-Lind"), ("Sven Olof", "af Ugglas"), ("Li", "O'Hara"), ("Lina", "Odin"),
            ("Örjan", "Åström"), ("Orjan", "Astrom"), ("Anna Maria", "Al-Hashimi"), ("Anna", "Andersson"), ("ANDERS", "Ek"), ("Sven", "Öhman"), ("Zäta", "Zz"),
        })
            await Registrera(enhet, fornamn, efternamn);

        Assert.Equal("Orjan Astrom", await Traffar("orjan"));
        Assert.Equal("Örjan Åström", await Traffar("ÖRJAN"));
        Assert.Equal("Örjan Åström", await Traffar("O\u0308rjan"));
        Assert.Equal("Örjan Åström", await Traffar("åst"));
        Assert.Equal("Sven Öhman", await Traffar("öhm"));
        Assert.Equal("Anna Andersson, ANDERS Ek", await Traffar("and"));
        // Handbokens exempel, och varje ord i ett namn: det andra namnet och dubbelnamnets delar också.
        Assert.Equal("Åsa Öberg", await Traffar("öb ås"));
        Assert.Equal("Maj-Britt Berg-Lind", await Traffar("britt"));
        Assert.Equal("Maj-Britt Berg-Lind", await Traffar("lind maj"));
        Assert.Equal("Maj-Britt Berg-Lind", await Traffar("maj-britt berg-lind"));
        Assert.Equal("Sven Olof af Ugglas", await Traffar("ugg olof"));
        Assert.Equal("Li O'Hara", await Traffar("li"));
        Assert.Equal("Li O'Hara", await Traffar("o\u2019hara"));
        Assert.Equal("Li O'Hara, Lina Odin", await Traffar("li o"));
        // Två bokstäver för sig är ett helt namn, inte början av ett.
        Assert.Equal("", await Traffar("an"));
        Assert.Equal("ANDERS Ek", await Traffar("ek"));
        Assert.Equal("ANDERS Ek", await Traffar("ek and"));
        Assert.Equal("Anna Maria Al-Hashimi, Anna Andersson", await Traffar("anna"));
        Assert.Equal("Anna Andersson", await Traffar("and ann"));
        Assert.Equal("Anna Andersson", await Traffar("  Andersson   ANNA "));
        Assert.Equal("Anna Maria Al-Hashimi", await Traffar("maria al-h"));
        Assert.Equal("", await Traffar("nna"));
        Assert.Equal("", await Traffar("anna ek"));
        Assert.Equal("", await Traffar("an%"));
        Assert.Equal("", await Traffar("an_a"));
        Assert.Equal("Zäta Zz", await Traffar("z\0z"));
        Assert.Equal("", await Traffar("\ud83d\ude00aa"));

        async Task<string> Traffar(string text) => Namnen(Provarende.Ok(await enhet.Vard.Sand(new SokPersoner(text), enhet.Handlaggare)));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Personnumret_soks_helt_och_ett_som_inte_stammer_sags_ifran_om(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var nummer = Givet.Personnummer(new(1941, 2, 3), 980);
        await Registrera(enhet, "Asta", "Alm", nummer);

        foreach (var skrivet in new[] { nummer, $"{nummer[..8]}-{nummer[8..]}", $" {nummer[2..8]}-{nummer[8..]} " })
            Assert.Equal("Asta Alm", Namnen(Provarende.Ok(await enhet.Vard.Sand(new SokPersoner(Personnummer: skrivet), enhet.Handlaggare))));
        Assert.Equal("", Namnen(Provarende.Ok(await enhet.Vard.Sand(new SokPersoner(Personnummer: Givet.Personnummer(new(1941, 2, 3), 981)), enhet.Handlaggare))));
        foreach (var fel in new[] { nummer[..8], "19410203-0000", "" })
            Assert.Equal("PERSONNUMMER_OGILTIGT", (await enhet.Vard.Sand(new SokPersoner(Personnummer: fel), enhet.Handlaggare)).Error?.Code);
    }

    [Fact]
    public async Task En_enda_ruta_ar_ett_personnummer_nar_det_ar_siffror_i_den()
    {
        await using var enhet = await Provenhet.Skapa();

        Assert.Equal(new SokPersoner(Personnummer: "410203-9806"), SokPersoner.Efter("410203-9806"));
        Assert.Equal(new SokPersoner("Asta 2"), SokPersoner.Efter("Asta 2"));
        Assert.Equal("SokPersoner", new SokPersoner("Asta").ToString());
        foreach (var fel in new[] { new SokPersoner(), new SokPersoner("a"), new SokPersoner("a b"), new SokPersoner(" \0a "), new SokPersoner(new string('a', 201)), new SokPersoner("Asta", "410203-9806") })
            Assert.Equal("OGILTIGT", (await enhet.Vard.Sand(fel, enhet.Handlaggare)).Error?.Code);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Bara_den_som_far_veta_om_arendet_hittar_och_raknar_personen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var egen = await Registrera(enhet, "Prov", "Egen");
        await Registrera(enhet, "Prov", "Skyddad", skydd: "sekretessmarkering");
        await Registrera(enhet, "Prov", "Granne", postnummer: "129 40");
        var utforare = await enhet.Ny(31, "Uno Utförare", Roll.Utforare);
        var ersattare = await enhet.Ny(32, "Ersatt Ersättare", granne: true);

        // Chefen namnges när skyddet börjar och ser den skyddade, maskerad; handläggaren i samma enhet vet inte att hon finns.
        Assert.Equal(("Prov Egen, Skyddade uppgifter", 2), await Traffar(enhet.Chef));
        Assert.Equal(("Prov Egen", 1), await Traffar(enhet.Handlaggare));
        Assert.Equal(("Prov Egen", 1), await Traffar(enhet.Kollega));
        Assert.Equal(("Prov Granne", 1), await Traffar(enhet.Utomstaende));
        Assert.Equal(("Prov Granne", 1), await Traffar(ersattare));
        Assert.Equal("BEHORIGHET_SAKNAS", (await enhet.Vard.Sand(new SokPersoner("prov"), utforare)).Error?.Code);
        await enhet.Ersatt(enhet.Handlaggare, ersattare);
        Assert.Equal(("Prov Egen, Prov Granne", 2), await Traffar(ersattare));

        var skyddad = Provarende.Ok(await enhet.Vard.Sand(new SokPersoner("skyddad"), enhet.Chef)).Rader.Single();
        Assert.Equal((null, true, true), (skyddad.Person.Personnummer, skyddad.Person.Skyddad, skyddad.Person.Dold));
        var hos = Provarende.Ok(await enhet.Vard.Sand(new SokPersoner("egen"), enhet.Kollega)).Rader.Single().Arenden.Single();
        Assert.Equal((egen, false, enhet.Handlaggare.Namn), (hos.Nummer, hos.Oppen, hos.Handlaggare));
        Assert.True(Provarende.Ok(await enhet.Vard.Sand(new SokPersoner("egen"), enhet.Handlaggare)).Rader.Single().Arenden.Single().Oppen);
        // Personnumret visas för den som har ärendet, eller redan kan det.
        var nummer = (await Egen(enhet.Handlaggare, new("egen"))).Personnummer;
        Assert.NotNull(nummer);
        var hosKollegan = await Egen(enhet.Kollega, new("egen"));
        Assert.Null(hosKollegan.Personnummer);
        Assert.NotNull(hosKollegan.Alder);
        Assert.Equal(nummer, (await Egen(enhet.Kollega, new(Personnummer: nummer))).Personnummer);

        async Task<Application.Arenden.PersonVy> Egen(Aktor aktor, SokPersoner sok) => Provarende.Ok(await enhet.Vard.Sand(sok, aktor)).Rader.Single().Person;

        async Task<(string, int)> Traffar(Aktor aktor)
        {
            var svar = Provarende.Ok(await enhet.Vard.Sand(new SokPersoner("prov"), aktor));
            return (Namnen(svar), svar.Antal);
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Sidorna_moter_varandra_och_loggen_bar_bara_nycklar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var namn = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            namn.Add($"Sida {(char)('A' + i)}");
            await Registrera(enhet, "Sida", $"{(char)('A' + i)}");
        }

        var visade = new List<string>();
        for (var sida = 0; sida < 3; sida++)
        {
            var svar = Provarende.Ok(await enhet.Vard.Sand(new SokPersoner("sida", Antal: 3, Hoppa: sida * 3), enhet.Handlaggare));
            Assert.Equal((7, sida < 2), (svar.Antal, svar.Fler));
            visade.AddRange(svar.Rader.Select(r => r.Person.Namn));
        }
        Assert.Equal(namn, visade);
        var spar = (await enhet.Spar()).Last(h => h.Typ == nameof(SokPersoner));
        Assert.Matches("^\\{\"Visade\":\\[[0-9]+\\]\\}$", spar.Data);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Egna_arenden_star_forst_bland_personerna_och_hos_personen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var alma = Givet.Personnummer(new(1941, 2, 3), 980);
        await Registrera(enhet, "Prov", "Aaltonen");
        var kims = await Registrera(enhet, "Prov", "Zetterberg", alma);
        var hannas = await Registrera(enhet, "Prov", "Zetterberg", alma);
        await enhet.Ge(kims, Givet.Kim);

        var svar = Provarende.Ok(await enhet.Vard.Sand(new SokPersoner("prov"), enhet.Kollega));

        Assert.Equal("Prov Zetterberg, Prov Aaltonen", Namnen(svar));
        Assert.Equal([(kims, true, "Kim Kollega"), (hannas, false, "Hanna Handläggare")], svar.Rader[0].Arenden.Select(a => (a.Nummer, a.Oppen, a.Handlaggare)));
    }

    private static async Task<string> Registrera(
        Provenhet enhet, string fornamn, string efternamn, string? personnummer = null, string skydd = "ingen", string postnummer = "128 58")
    {
        var nummer = personnummer ?? Givet.Personnummer(new DateOnly(1940, 1, 1).AddDays(Interlocked.Increment(ref _fodda) % 5000), 982);
        var ansokan = enhet.Ansokan(personnummer: nummer, skydd: skydd, postnummer: postnummer);
        return Provarende.Ok(await enhet.Registrera(ansokan with { Sokande = ansokan.Sokande with { Fornamn = fornamn, Efternamn = efternamn } })).Arendenummer;
    }

    private static string Namnen(PersonTraffar svar) => string.Join(", ", svar.Rader.Select(r => r.Person.Namn));
}
