using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Behorigheter;

/// <summary>Who may do what, and who decides it.</summary>
public sealed class ForvaltningTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_uppdrag_galler_forst_nar_en_annan_har_godkant_det(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var (frans, fia) = await Forvaltare(enhet);
        var skyddat = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        Assert.Equal("BEHORIGHET_SAKNAS", (await Foresla(enhet, enhet.Chef, Givet.Kim)).Error?.Code);
        Assert.Equal("EGEN_RATT", (await Foresla(enhet, frans, frans.Id)).Error?.Code);
        Provarende.Ok(await Foresla(enhet, frans, Givet.Kim));
        Assert.Equal("UPPDRAG_FINNS", (await Foresla(enhet, fia, Givet.Kim)).Error?.Code);
        Assert.Empty((await enhet.Aktor(12)).ChefFor);

        var forslag = Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new ListaAnvandare(), frans)).Forslag);
        Assert.True(forslag is { Eget: true, Vem: "Kim Kollega", Roll: "Enhetschef" });
        Assert.Equal("EGET_FORSLAG", await Avgor(enhet, forslag.Id, frans));
        Assert.Equal("BEHORIGHET_SAKNAS", await Avgor(enhet, forslag.Id, await enhet.Aktor(12)));
        Assert.Equal("FINNS_INTE", await Avgor(enhet, forslag.Id, enhet.Utomstaende));
        Assert.Equal("INAKTUELL_KOPIA", await Avgor(enhet, forslag.Id, fia, version: 3));

        // Enhetens chef ser det bland det hon ska granska, och kan också godkänna.
        Assert.Equal(forslag.Id, Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), enhet.Chef)).Uppdrag).Id);
        Assert.Null(await Avgor(enhet, forslag.Id, enhet.Chef));
        Assert.Equal("INAKTUELL_KOPIA", await Avgor(enhet, forslag.Id, fia));
        Assert.Equal("FORSLAG_AVGJORT", await Avgor(enhet, forslag.Id, fia, version: 1));

        var kim = await enhet.Aktor(12);
        Assert.Equal([Provenhet.Enhet], kim.ChefFor);
        // Den nya chefen är namngiven för enhetens skyddade, som alla dess chefer.
        Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(skyddat.Nummer), kim));
        Assert.Equal("Clara Chef", Provarende.Ok(await enhet.Vard.Sand(new HamtaAnvandare(12), fia)).Uppdrag.Single(u => u.Roll == Roll.Chef).GavsAv);
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_forvaltare_ensam_lagger_inte_upp_nagon_som_far_nagot(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var (frans, fia) = await Forvaltare(enhet);
        var ny = Provarende.Ok(await enhet.Vard.Sand(
            new LaggUppAnvandare("Nils Ny", "Enhetschef", Provenhet.Enhet, Roll.Chef, Delegatniva.Chef, enhet.Idag, Konto: new("nils", "ett långt lösenord")), frans)).Id;

        Assert.Equal([Behorighet.Inloggad], (await enhet.Aktor(ny.Value)).Behorigheter);
        var forslag = Provarende.Ok(await enhet.Vard.Sand(new HamtaAnvandare(ny.Value), frans)).Forslag.Single();
        Assert.Equal("EGET_FORSLAG", await Avgor(enhet, forslag.Id, frans));
        // Två konton är inte två människor: den som lade upp det andra kan känna dess lösenord.
        Assert.Equal("CHEFEN_GODKANNER", await Avgor(enhet, forslag.Id, fia));
        Assert.Equal([Behorighet.Inloggad], (await enhet.Aktor(ny.Value)).Behorigheter);
        Assert.Null(await Avgor(enhet, forslag.Id, enhet.Chef));
        Assert.Equal([Provenhet.Enhet], (await enhet.Aktor(ny.Value)).ChefFor);
    }

    /// <summary>Two accounts of one förvaltare give no right to read, to open in an emergency or to give others rights.</summary>
    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_oppnar_arenden_ges_av_enhetens_ledning(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var (frans, fia) = await Forvaltare(enhet);
        var ny = Provarende.Ok(await enhet.Vard.Sand(new LaggUppAnvandare("Nils Ny", "Samordnare", Provenhet.Enhet, Roll.Aldrelots, Delegatniva.Ingen, enhet.Idag, Konto: new("nils", "ett långt lösenord")), frans)).Id;
        var svar = new List<(Roll, string?)>();
        foreach (var roll in new[] { Roll.Handlaggare, Roll.Administrator, Roll.Jour, Roll.Forvaltare, Roll.Kvalitetsrad })
        {
            Provarende.Ok(await enhet.Vard.Sand(new ForeslaUppdrag(ny.Value, 1, roll, Delegatniva.Ingen, enhet.Idag, null, "Ny hos oss"), frans));
            svar.Add((roll, await Avgor(enhet, (await enhet.Vard.Las(db => db.Uppdragsforslag.MaxAsync(f => f.Id))).Value, fia)));
        }

        Assert.Equal(
            [(Roll.Handlaggare, "CHEFEN_GODKANNER"), (Roll.Administrator, "CHEFEN_GODKANNER"), (Roll.Jour, "CHEFEN_GODKANNER"), (Roll.Forvaltare, "CHEFEN_GODKANNER"), (Roll.Kvalitetsrad, null)], svar);
    }

    /// <summary>Else the next förvaltare could approve the next chef.</summary>
    [Theory, PaSqlite, PaPostgres]
    public async Task Den_sista_som_leder_enheten_ar_kvar(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var (frans, _) = await Forvaltare(enhet);
        var start = new DateOnly(2020, 1, 1);
        Assert.Null(await Avsluta(enhet, frans, enhet.BitradandeChef.Id.Value, Roll.BitradandeChef, start, null));

        Assert.Equal("SISTA_CHEFEN", await Avsluta(enhet, frans, enhet.Chef.Id.Value, Roll.Chef, start, null));
        Assert.Equal("SISTA_CHEFEN", await Avsluta(enhet, frans, enhet.Chef.Id.Value, Roll.Chef, start, enhet.Idag.AddDays(30)));
        Assert.Equal("SISTA_CHEFEN", (await enhet.Vard.Sand(new StangAnvandare(null, enhet.Chef.Id.Value), frans)).Error?.Code);
        // När chefen har godkänt sin efterträdare går det.
        Provarende.Ok(await Foresla(enhet, frans, Givet.Kim));
        Assert.Null(await Avgor(enhet, (await enhet.Vard.Las(db => db.Uppdragsforslag.MaxAsync(f => f.Id))).Value, enhet.Chef));
        Assert.Null(await Avsluta(enhet, frans, enhet.Chef.Id.Value, Roll.Chef, start, null));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_enhet_utan_ledning_far_sin_forsta_chef_av_en_annan_forvaltare(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var (frans, fia) = await Forvaltare(enhet);
        await enhet.Vard.Skriv(db => db.Uppdrag.Where(u => u.EnhetId == Provenhet.Enhet && (u.Roll == Roll.Chef || u.Roll == Roll.BitradandeChef))
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.Tom, enhet.Idag.AddDays(-1))));
        Provarende.Ok(await Foresla(enhet, frans, Givet.Kim));
        var forslag = Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new ListaAnvandare(), fia)).Forslag);

        Assert.Null(await Avgor(enhet, forslag.Id, fia));

        Assert.Equal([Provenhet.Enhet], (await enhet.Aktor(12)).ChefFor);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Rattigheter_tas_av_en_person_och_det_skyddade_foljer_med(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var (frans, _) = await Forvaltare(enhet);
        var skyddat = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        await Konto(enhet, enhet.BitradandeChef.Id, "bea");
        var stampel = await Stampel(enhet, "bea");

        var start = new DateOnly(2020, 1, 1);
        Assert.Equal("UPPDRAG_SLUT_BAKAT", await Avsluta(enhet, frans, 13, Roll.BitradandeChef, start, enhet.Idag.AddDays(-2)));
        Assert.Equal("FINNS_INTE", await Avsluta(enhet, frans, 13, Roll.Chef, start, null));
        Assert.Null(await Avsluta(enhet, frans, 13, Roll.BitradandeChef, start, enhet.Idag.AddDays(7)));
        var sedan = await Stampel(enhet, "bea");
        Assert.NotEqual(stampel, sedan);
        Assert.Equal(2, await Namngivna(enhet));

        Assert.Null(await Avsluta(enhet, frans, 13, Roll.BitradandeChef, start, null));
        Assert.NotEqual(sedan, await Stampel(enhet, "bea"));
        Assert.Equal([Behorighet.Inloggad], (await enhet.Aktor(13)).Behorigheter);
        Assert.Equal(1, await Namngivna(enhet));
        Assert.Equal("UPPDRAG_SLUT", await Avsluta(enhet, frans, 13, Roll.BitradandeChef, start, null));
        var id = (await skyddat.Las()).Id;
        Assert.Contains(await enhet.Spar(), h => h.Typ == nameof(NamngivenAtkomstTagen) && h.ArendeId == id);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_sista_forvaltaren_ar_kvar_och_ingen_stanger_sig_sjalv(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var (frans, fia) = await Forvaltare(enhet);
        var start = new DateOnly(2020, 1, 1);
        await Konto(enhet, frans.Id, "frans");

        Assert.Equal("EGET_KONTO", (await enhet.Vard.Sand(new StangAnvandare("frans"), frans)).Error?.Code);
        Assert.Equal("EGET_KONTO", (await enhet.Vard.Sand(new NollstallTvasteg("frans"), frans)).Error?.Code);
        Assert.Equal("EGET_KONTO", (await enhet.Vard.Sand(new NollstallLosenord("frans", "ett tillfälligt lösenord"), frans)).Error?.Code);
        Assert.Equal("LOSENORD_FOR_KORT", (await enhet.Vard.Sand(new NollstallLosenord("frans", "kort"), fia)).Error?.Code);
        Assert.Null(await Avsluta(enhet, frans, fia.Id.Value, Roll.Forvaltare, start, null));
        Assert.Equal("SISTA_FORVALTAREN", await Avsluta(enhet, frans, frans.Id.Value, Roll.Forvaltare, start, null));
        Assert.Equal("FINNS_INTE", (await enhet.Vard.Sand(new StangAnvandare(null, 4711), frans)).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(new StangAnvandare(null, Givet.Kim.Value), frans));
        Assert.Equal(["Kim Kollega"], Provarende.Ok(await enhet.Vard.Sand(new ListaAnvandare(Stangda: true), frans)).Rader.Select(r => r.Namn));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ingen_forvaltare_tar_ensam_over_ett_konto(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var (frans, fia) = await Forvaltare(enhet);
        await Konto(enhet, enhet.Chef.Id, "chef");
        await Konto(enhet, enhet.Handlaggare.Id, "hanna");
        async Task<string?> Losenord(Aktor av, string vem) => (await enhet.Vard.Sand(new NollstallLosenord(vem, "ett tillfälligt lösenord"), av)).Error?.Code;
        async Task<string?> Tvasteg(Aktor av, string vem) => (await enhet.Vard.Sand(new NollstallTvasteg(vem), av)).Error?.Code;

        Assert.Null(await Losenord(frans, "chef"));
        Assert.Equal("ANNAN_FORVALTARE", await Tvasteg(frans, "chef"));
        Assert.Null(await Losenord(frans, "chef"));
        Assert.Null(await Tvasteg(fia, "chef"));
        Assert.Equal("ANNAN_FORVALTARE", await Losenord(fia, "chef"));
        Assert.Equal("ANNAN_FORVALTARE", await Tvasteg(frans, "chef"));

        Assert.Null(await Tvasteg(frans, "hanna"));
        Assert.Equal("ANNAN_FORVALTARE", await Losenord(frans, "hanna"));
        Provarende.Ok(await enhet.Vard.Sand(new RegistreraTvasteg(Pa: true), enhet.Handlaggare));
        Assert.Null(await Losenord(frans, "hanna"));
        Assert.Null(await Tvasteg(Systemaktor.Den, "hanna"));
        Assert.Null(await Losenord(Systemaktor.Den, "hanna"));
    }

    [Fact]
    public async Task Listan_soks_pa_namn_med_svenska_bokstaver()
    {
        await using var enhet = await Provenhet.Skapa();
        var (frans, _) = await Forvaltare(enhet);
        await enhet.Ny(60, "Åsa Öberg");
        Assert.Equal(["Åsa Öberg"], (await Sok("öberg")).Select(r => r.Namn));
        Assert.Equal(["Åsa Öberg"], (await Sok(" ÅSA")).Select(r => r.Namn));
        Assert.Empty(await Sok("asa"));
        Assert.Equal(["Handläggare, Beställarenheten"], (await Sok("Hanna")).Single().Uppdrag);

        async Task<IReadOnlyList<AnvandarRad>> Sok(string namn) => Provarende.Ok(await enhet.Vard.Sand(new ListaAnvandare(namn), frans)).Rader;
    }

    /// <summary>Who let someone have jour sees that it was used.</summary>
    [Fact]
    public async Task Den_som_gav_jouren_ser_att_den_anvands()
    {
        await using var enhet = await Provenhet.Skapa().BaraHanna();
        var (frans, fia) = await Forvaltare(enhet);
        Provarende.Ok(await enhet.Vard.Sand(new ForeslaUppdrag(15, 2, Roll.Jour, Delegatniva.Ingen, enhet.Idag, null, "Jour i helgen"), frans));
        Assert.Null(await Avgor(enhet, Provarende.Ok(await enhet.Vard.Sand(new ListaAnvandare(), fia)).Forslag.Single().Id, fia));
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new Nodoppna(arende.Nummer, "Personen ringde jouren"), await enhet.Aktor(15)));

        Assert.Equal("Ulf Utomstående", Assert.Single(Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), fia)).GavRatt).Vem);
        Assert.Empty(Provarende.Ok(await enhet.Vard.Sand(new HamtaAttGranska(), frans)).GavRatt);
    }

    private static async Task<(Aktor Frans, Aktor Fia)> Forvaltare(Provenhet enhet) =>
        (await enhet.Ny(51, "Frans Förvaltare", Roll.Forvaltare), await enhet.Ny(52, "Fia Förvaltare", Roll.Forvaltare, granne: true));

    private static Task<Result<Done>> Foresla(Provenhet enhet, Aktor av, AnvandareId vem) =>
        enhet.Vard.Sand(new ForeslaUppdrag(vem.Value, 1, Roll.Chef, Delegatniva.Chef, enhet.Idag, null, "Vikarierar för Clara"), av);

    private static async Task<string?> Avgor(Provenhet enhet, long forslag, Aktor aktor, int version = 0) =>
        (await enhet.Vard.Sand(new AvgorUppdrag(forslag, version, true, null), aktor)).Error?.Code;

    private static async Task<string?> Avsluta(Provenhet enhet, Aktor aktor, long vem, Roll roll, DateOnly from, DateOnly? sista) =>
        (await enhet.Vard.Sand(new AvslutaUppdrag(vem, vem is 52 ? 2 : 1, roll, from, sista), aktor)).Error?.Code;

    private static Task<int> Namngivna(Provenhet enhet) => enhet.Vard.Las(db => db.NamngivnaAtkomster.CountAsync());

    private static readonly Rakneverk Kontonummer = new();

    private static Task Konto(Provenhet enhet, AnvandareId vem, string namn) => enhet.Vard.Skriv(db =>
    {
        var konto = Data.Identitet.Konto.Skapa(Kontonummer, vem, namn);
        konto.NormalizedUserName = namn.ToUpperInvariant();
        db.Add(konto);
        return Task.CompletedTask;
    });

    private static Task<string?> Stampel(Provenhet enhet, string namn) =>
        enhet.Vard.Las(db => db.Set<Konto>().Where(k => k.UserName == namn).Select(k => k.SecurityStamp).SingleAsync());

    private sealed class Rakneverk : IIdKalla
    {
        private long _tal = 900_000;

        public long Next() => ++_tal;

        public void GaForbi(long senast) => throw new NotSupportedException();

        public Guid NextPublic() => new((int)Next(), 0, 0, new byte[8]);
    }
}
