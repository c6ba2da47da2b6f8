using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Personer;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Application.Tests.Personer;

/// <summary>The person becomes protected while the ärende is open, or is so no longer.</summary>
public sealed class AndraSkyddTests
{
    private const string Besked = "Skatteverket har meddelat det";

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_blir_skyddad_mitt_i_arendet_nas_bara_av_de_namngivna(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var (arende, annat) = await Tva(enhet);
        Provarende.Ok(await enhet.Vard.Sand(new OppnaMedSkal(arende.Nummer, "Personen ringde mig"), enhet.Kollega));

        Provarende.Ok(await Andra(arende, Skydd.Sekretessmarkering, enhet.Handlaggare));

        foreach (var ett in new[] { arende, annat })
        {
            Assert.True((await ett.Las()).Skyddat);
            Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaArende(ett.Nummer), enhet.Kollega)).Error?.Kind);
            foreach (var namngiven in new[] { enhet.Handlaggare, enhet.Chef, enhet.BitradandeChef })
                Assert.Equal(PersonVisning.Skyddade, Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(ett.Nummer), namngiven)).Huvud.Person.Namn);
        }
        Assert.Equal([11L, 13L, 14L], await Namngivna(enhet));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Brevet_foljer_skyddet_fran_den_stund_det_andras(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().KlartForBeslut().Bygg();
        Assert.Contains(await Mottagare(), rad => rad.Contains("Provvägen", StringComparison.Ordinal));

        Provarende.Ok(await Andra(arende, Skydd.SkyddadFolkbokforing, enhet.Chef));

        Assert.Equal([PersonVisning.Skyddade], await Mottagare());
        Assert.NotNull((await Brev()).Utskick);
        Provarende.Ok(await arende.ForsokBesluta(enhet.Chef));
        Assert.Equal("SKYDD_DOLT", (await arende.Forsok("Underratta", null, ("satt", "brev"), ("underrattadDag", enhet.Dag(0)))).Error?.Code);

        async Task<BrevVy> Brev() => Provarende.Ok(await enhet.Vard.Sand(new HamtaBeslutsunderlag(arende.Nummer), enhet.Chef)).Brev;
        async Task<IReadOnlyList<string>> Mottagare() => (await Brev()).Mottagare;
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Chefen_sanker_skyddet_men_inte_handlaggaren(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var (arende, annat) = await Tva(enhet);
        Provarende.Ok(await Andra(arende, Skydd.SkyddadFolkbokforing, enhet.Handlaggare));

        foreach (var lagre in new[] { Skydd.Ingen, Skydd.Sekretessmarkering })
            Assert.Equal("SKYDD_SANKS_AV_CHEF", (await Andra(arende, lagre, enhet.Handlaggare)).Error?.Code);
        Assert.Equal((Skydd.SkyddadFolkbokforing, true), (await Nu(enhet), (await annat.Las()).Skyddat));
        Provarende.Ok(await Andra(arende, Skydd.Sekretessmarkering, enhet.Chef));
        Assert.Equal((Skydd.Sekretessmarkering, true), (await Nu(enhet), (await annat.Las()).Skyddat));
        Assert.Equal([11L, 13L, 14L], await Namngivna(enhet));

        Provarende.Ok(await Andra(arende, Skydd.Ingen, enhet.Chef));

        Assert.Equal((Skydd.Ingen, false, false), (await Nu(enhet), (await arende.Las()).Skyddat, (await annat.Las()).Skyddat));
        Assert.Empty(await Namngivna(enhet));
        Assert.Equal("SKAL_KRAVS", (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Kollega)).Error?.Code);
        Assert.NotEqual(PersonVisning.Skyddade, Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Huvud.Person.Namn);
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Skydd_som_kommer_tillbaka_namnger_dem_som_behover_det_da(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var (arende, annat) = await Tva(enhet);
        Provarende.Ok(await Andra(arende, Skydd.Sekretessmarkering, enhet.Handlaggare));
        Provarende.Ok(await Andra(arende, Skydd.Ingen, enhet.Chef));
        foreach (var ett in new[] { arende, annat })
            Provarende.Ok(await enhet.Vard.Sand(new Omfordela(ett.Nummer, (await ett.Las()).Version, Givet.Kim.Value, "Semester"), enhet.Chef));
        await enhet.Ga(1);

        Provarende.Ok(await Andra(arende, Skydd.Sekretessmarkering, enhet.Chef));

        Assert.Equal([12L, 13L, 14L], await Namngivna(enhet));
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Error?.Kind);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_hade_ett_avslutat_arende_namnges_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var (arende, annat) = await Tva(enhet);
        Provarende.Ok(await enhet.Vard.Sand(new AtertaAnsokan(annat.Nummer, (await annat.Las()).Version, enhet.Idag, "telefon"), enhet.Handlaggare));
        Provarende.Ok(await enhet.Vard.Sand(new Omfordela(arende.Nummer, (await arende.Las()).Version, Givet.Kim.Value, "Semester"), enhet.Chef));
        await enhet.Ga(1);

        Provarende.Ok(await Andra(arende, Skydd.Sekretessmarkering, enhet.Chef));

        Assert.Equal([12L, 13L, 14L], await Namngivna(enhet));
        Assert.True((await annat.Las()).Skyddat);
        foreach (var ett in new[] { arende, annat })
            Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaArende(ett.Nummer), enhet.Handlaggare)).Error?.Kind);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Skalet_star_i_tidslinjen_men_inte_i_loggen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await Andra(arende, Skydd.Sekretessmarkering, enhet.Handlaggare));
        await enhet.Ga(1);
        Provarende.Ok(await Andra(arende, Skydd.SkyddadFolkbokforing, enhet.Handlaggare, "Nytt besked"));
        await enhet.Ga(1);
        Provarende.Ok(await Andra(arende, Skydd.Ingen, enhet.Chef, "Skyddet har upphört"));

        var tidslinje = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje;

        Assert.Equal(
            [
                ("Skyddet av personens uppgifter togs bort", "Skyddet har upphört"),
                ("Skyddet av personens uppgifter ändrades till skyddad folkbokföring", "Nytt besked"),
                ("Personens uppgifter skyddades: sekretessmarkering", Besked),
            ],
            tidslinje.Where(r => r.Skal is not null).Select(r => (r.Text, r.Skal!)));
        Assert.False(await enhet.Vard.Las(db => db.AuditHandelser.AnyAsync(h => h.Data.Contains("Skatteverket") || h.Data.Contains("besked"))));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Skyddet_hojs_ocksa_fran_ett_avslutat_arende(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await enhet.Vard.Sand(new AtertaAnsokan(arende.Nummer, (await arende.Las()).Version, enhet.Idag, "telefon"), enhet.Handlaggare));
        Assert.NotNull(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Chef)).Atgarder.AndraSkydd);

        Provarende.Ok(await Andra(arende, Skydd.SkyddadFolkbokforing, enhet.Chef));

        Assert.True((await arende.Las()).Skyddat);
        Assert.Equal(PersonVisning.Skyddade, Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Chef)).Huvud.Person.Namn);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_inte_gar_nekas_med_sin_orsak_och_andrar_inget(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();

        Assert.Equal("SKYDD_OFORANDRAT", (await Andra(arende, Skydd.Ingen, enhet.Handlaggare)).Error?.Code);
        Assert.Equal("SKAL_SAKNAS", (await Andra(arende, Skydd.Sekretessmarkering, enhet.Handlaggare, " ")).Error?.Code);
        Assert.Equal("TEXT_FOR_LANG", (await Andra(arende, Skydd.Sekretessmarkering, enhet.Handlaggare, new string('x', Textlangd.Hogst + 1))).Error?.Code);
        Assert.Equal("skydd", Assert.Single((await Andra(arende, null, enhet.Handlaggare)).Error!.Fields).Field);
        Assert.Equal("skydd", Assert.Single((await Andra(arende, (Skydd)7, enhet.Handlaggare)).Error!.Fields).Field);
        Assert.Equal("SKAL_KRAVS", (await Andra(arende, Skydd.Sekretessmarkering, enhet.Kollega)).Error?.Code);
        Assert.Equal(ErrorKind.NotFound, (await Andra(arende, Skydd.Sekretessmarkering, enhet.Utomstaende)).Error?.Kind);

        Assert.Equal((Skydd.Ingen, 0), (await Nu(enhet), await enhet.Vard.Las(db => db.Omfordelningar.CountAsync())));
        Assert.Empty(await Namngivna(enhet));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_laste_det_gamla_skyddet_skriver_inte_over_det_nya(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var (arende, annat) = await Tva(enhet);
        var last = Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(annat.Nummer), enhet.Chef)).Atgarder.AndraSkydd!;
        Provarende.Ok(await Andra(arende, Skydd.SkyddadFolkbokforing, enhet.Handlaggare));

        var svar = await enhet.Vard.Sand(new AndraSkydd(annat.Nummer, last.Version, Skydd.Sekretessmarkering, Besked), enhet.Chef);

        Assert.Equal(("INAKTUELL_KOPIA", Skydd.SkyddadFolkbokforing), (svar.Error?.Code, await Nu(enhet)));
    }

    // SQLite har en skrivare åt gången: där hinner ingen emellan.
    [Theory, PaPostgres]
    public async Task Ett_arende_som_oppnas_medan_skyddet_andras_blir_skyddat(Provdatabas databas)
    {
        Func<Task>? emellan = null;
        await using var enhet = await Provenhet.Skapa(databas, tjanster =>
        {
            var riktig = tjanster.Single(t => t.ServiceType == typeof(INummerserie)).ImplementationType!;
            tjanster.Replace(ServiceDescriptor.Scoped<INummerserie>(s => new Avbrutenserie(
                (INummerserie)ActivatorUtilities.CreateInstance(s, riktig), () => Interlocked.Exchange(ref emellan, null)?.Invoke())));
        }).BaraHanna();
        var (arende, _) = await Tva(enhet);
        emellan = async () => Provarende.Ok(await Andra(arende, Skydd.Sekretessmarkering, enhet.Handlaggare));

        var nytt = await enhet.Ett(enhet.Ansokan(personnummer: Givet.Personnummer(new(1942, 3, 14), 980)));

        Assert.Null(emellan);
        Assert.Equal((Skydd.Sekretessmarkering, true), (await Nu(enhet), (await nytt.Las()).Skyddat));
        await enhet.KedjornaHaller();
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Sidan_erbjuder_bara_det_man_far_valja(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende().Bygg();
        Assert.Equal("sekretessmarkering skyddad-folkbokforing", await Val(enhet.Handlaggare));
        Assert.Equal("sekretessmarkering skyddad-folkbokforing", await Val(enhet.Chef));

        Provarende.Ok(await Andra(arende, Skydd.SkyddadFolkbokforing, enhet.Handlaggare));

        Assert.Null(await Val(enhet.Handlaggare));
        Assert.Equal("ingen sekretessmarkering", await Val(enhet.Chef));

        async Task<string?> Val(Aktor aktor) => Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), aktor)).Atgarder.AndraSkydd is { } val
            ? string.Join(' ', val.Val.Select(v => v.Kod)) : null;
    }

    /// <summary>Two ärenden of the same person, both Hanna's.</summary>
    private static async Task<(Provarende Ett, Provarende Annat)> Tva(Provenhet enhet)
    {
        var nummer = Givet.Personnummer(new(1942, 3, 14), 980);
        return (await enhet.Ett(enhet.Ansokan(personnummer: nummer)), await enhet.Ett(enhet.Ansokan(personnummer: nummer)));
    }

    private static async Task<Result<Done>> Andra(Provarende arende, Skydd? skydd, Aktor aktor, string skal = Besked)
    {
        var version = await arende.Enhet.Vard.Las(db => db.Personer.Select(p => p.Version).SingleAsync());
        var svar = await arende.Enhet.Vard.Sand(new AndraSkydd(arende.Nummer, version, skydd, skal), aktor);
        arende.Enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1)); // Skälen i ett ärende skiljs åt av stunden.
        return svar;
    }

    private static Task<Skydd> Nu(Provenhet enhet) => enhet.Vard.Las(db => db.Personer.Select(p => p.Skydd).SingleAsync());

    private static async Task<List<long>> Namngivna(Provenhet enhet) =>
        [.. (await enhet.Vard.Las(db => db.NamngivnaAtkomster.Select(n => n.AnvandareId).ToListAsync())).Select(a => a.Value).Order()];

    /// <summary>Lets something happen between that the person was read and that the ärende gets its number.</summary>
    private sealed class Avbrutenserie(INummerserie riktig, Func<Task?> emellan) : INummerserie
    {
        public async Task<string> Nasta(int ar, CancellationToken ct)
        {
            if (emellan() is { } pagar) await pagar;
            return await riktig.Nasta(ar, ct);
        }

        public Task<long> Lopnummer(string serie, CancellationToken ct) => riktig.Lopnummer(serie, ct);
    }
}
