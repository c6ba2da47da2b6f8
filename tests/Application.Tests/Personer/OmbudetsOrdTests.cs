using CaseFlow.Application.Personer;
using CaseFlow.Application.Utredningar;
using CaseFlow.Application.Tests.Insatser;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Personer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Personer;

/// <summary>What the person has been granted or asked for is not given up or changed on the word of someone whose authority nobody has seen.</summary>
// FL (2017:900) 14-15 och 37 §§
public sealed class OmbudetsOrdTests
{
    private const decimal Sokt = 10;

    [Theory, PaSqlite, PaPostgres]
    public Task Ingen_avstar_fore_bestallningen_utan_styrkt_behorighet(Provdatabas databas) => Avstar(databas, "Bestall", e => e.Beviljad());

    [Theory, PaSqlite, PaPostgres]
    public Task Ingen_avstar_fore_starten_utan_styrkt_behorighet(Provdatabas databas) => Avstar(databas, "BekraftaStart", e => e.Bestalld());

    private static async Task Avstar(Provdatabas databas, string nod, Func<Provenhet, Task<Provarende>> bygg)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await bygg(enhet);
        (string, string)[] svar = [("avstar", "ja"), ("avstarOrsak", "egen-begaran"), ("avstarDag", enhet.Dag(0)), ("egetBesked", "Dottern ringde: mamma vill inte ha det")];

        await Provas(arende, nod, "avstarAv", svar, Ombudsomfattning.Aterta, Ombudsomfattning.Avsta);

        var insats = await enhet.Vard.Las(db => db.Insatser.SingleAsync());
        Assert.Equal((Insatsstatus.Avslutad, Avslutsorsak.EgenBegaran), (insats.Status, insats.AvslutOrsak));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ingen_avslutar_en_insats_vid_uppfoljningen_utan_styrkt_behorighet(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.Uppfoljning();
        (string, string)[] svar =
        [
            ("resultat", "Det går bra"), ("maluppfyllelse", "helt"), ("utgang", "avslut"), ("avslutsorsak", "egen-begaran"), ("avslutsdag", enhet.Dag(0)),
            ("egetBeskedDag", enhet.Dag(-2)), ("egetBesked", "Dottern ringde"),
        ];

        await Provas(arende, "FoljUpp", "avslutAv", svar, Ombudsomfattning.Svara, Ombudsomfattning.Avsta);

        Assert.Equal(Insatsstatus.Avslutad, await enhet.Vard.Las(db => db.Insatser.Select(i => i.Status).SingleAsync()));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Den_som_kompletterar_ansokan_ska_fa_ansoka_och_annars_racker_det_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        await arende.Slutfor("GranskaAnsokan", ("komplett", "nej"), ("sprakinformation", "ej-aldreomsorg"));
        await arende.Slutfor("BegarKomplettering", ("saknas", "Fullmakt"), ("vantarPa", "fullmakt"), ("kompletteringSenast", enhet.Dag(14)));

        await Provas(arende, "TaEmotKomplettering", "lamnadAv", [("inkom", enhet.Dag(0)), ("komplett", "ja"), ("kom", "personen")], Ombudsomfattning.Svara, Ombudsomfattning.Ansoka);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_kom_fran_nagon_annan_eller_inte_racker_provas_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        foreach (var svar in new (string, string)[][] { [("komplett", "nej")], [("komplett", "ja"), ("kom", "annan")] })
        {
            var arende = await enhet.EttArende().Bygg();
            await Ombudet(arende, Ombudsomfattning.Svara, styrkt: false);
            await arende.Slutfor("GranskaAnsokan", ("komplett", "nej"), ("sprakinformation", "ej-aldreomsorg"));
            await arende.Slutfor("BegarKomplettering", ("saknas", "Intyg"), ("vantarPa", "lakarintyg"), ("kompletteringSenast", enhet.Dag(14)));

            Provarende.Ok(await arende.Forsok("TaEmotKomplettering", null, [("inkom", enhet.Dag(0)), .. svar]));
        }

        Assert.DoesNotContain(await enhet.Spar(), h => h.Typ == nameof(OmbudHandlade));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_andrat_yrkande_av_ett_ombud_provas_i_utredningen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").MedSoktOmfattning(Sokt).Granskat().Bygg();
        var (utan, med) = (await Ombudet(arende, Ombudsomfattning.Ansoka), await Ombudet(arende, Ombudsomfattning.Aterta));
        var mindre = new BeskrivInsats(arende.Nummer, (await arende.Ansokta())[0], 0, "Städ", Sokt - 1, enhet.Idag, "Dottern ringde: det räcker", utan);

        var fel = (await enhet.Vard.Sand(new BeskrivInsatser(arende.Nummer, [mindre]), enhet.Handlaggare)).Error!.Fields;
        Assert.Equal($"andratAv-{mindre.AnsoktInsats}", Assert.Single(fel).Field);
        Assert.Equal("OMBUD_OMFATTNING", (await enhet.Vard.Sand(mindre, enhet.Handlaggare)).Error?.Code);
        Assert.Equal("andratHur", (await enhet.Vard.Sand(mindre with { AndratHur = null }, enhet.Handlaggare)).Error?.Fields[0].Field);
        Provarende.Ok(await enhet.Vard.Sand(mindre with { AndratOmbud = med }, enhet.Handlaggare));

        Assert.Equal(Ombudshandling.Aterta, await Handlade(enhet));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_andrat_yrkande_av_ett_ombud_provas_i_tillagget(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        var arende = await enhet.EttArende("hemtjanst").MedSoktOmfattning(Sokt).MedAvslutadUtredning().Bygg();
        var (ansoka, aterta) = (await Ombudet(arende, Ombudsomfattning.Ansoka), await Ombudet(arende, Ombudsomfattning.Aterta));
        var mindre = new SkrivTillagg(arende.Nummer, 0, "Vill ha mindre", "Dottern", enhet.Idag, (await arende.Ansokta())[0], Sokt - 1, ansoka);

        Assert.Equal("OMBUD_OMFATTNING", (await enhet.Vard.Sand(mindre, enhet.Handlaggare)).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(mindre with { Ombud = aterta }, enhet.Handlaggare));
        Assert.Equal(Ombudshandling.Aterta, await Handlade(enhet));
        // Tillbaka till det som söktes först är att söka mer än nu.
        Assert.Equal("OMBUD_OMFATTNING", (await enhet.Vard.Sand(mindre with { Rev = 1, SoktOmfattning = Sokt, Ombud = aterta }, enhet.Handlaggare)).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(mindre with { Rev = 1, SoktOmfattning = Sokt }, enhet.Handlaggare));
        // Den som bara berättar något ändrar inget.
        Provarende.Ok(await enhet.Vard.Sand(new SkrivTillagg(arende.Nummer, 2, "Nytt", "Dottern", enhet.Idag, null, null, ansoka), enhet.Handlaggare));
    }

    /// <summary>Asked when there is an ombud; refused until the authority is seen and is for this.</summary>
    private static async Task Provas(Provarende arende, string nod, string falt, (string, string)[] svar, string fel, string ratt)
    {
        var ej = await Ombudet(arende, ratt, styrkt: false);
        Assert.Equal(falt, Assert.Single((await arende.Forsok(nod, null, svar)).Error!.Fields).Field);
        var ejStyrkt = Assert.Single((await arende.Forsok(nod, null, [.. svar, (falt, ej.ToString())])).Error!.Fields);
        Assert.Equal((falt, true), (ejStyrkt.Field, ejStyrkt.Text.Contains("inte styrkt", StringComparison.Ordinal)));
        var omfattar = Assert.Single((await arende.Forsok(nod, null, [.. svar, (falt, (await Ombudet(arende, fel)).ToString())])).Error!.Fields);
        Assert.Equal((falt, true), (omfattar.Field, omfattar.Text.Contains("omfattar inte", StringComparison.Ordinal)));
        Assert.DoesNotContain(await arende.Enhet.Spar(), h => h.Typ == nameof(OmbudHandlade));

        Provarende.Ok(await arende.Forsok(nod, null, [.. svar, (falt, (await Ombudet(arende, ratt)).ToString())]));

        Assert.Single(await arende.Enhet.Spar(), h => h.Typ == nameof(OmbudHandlade));
    }

    private static async Task<Guid> Ombudet(Provarende arende, string omfattning, bool styrkt = true)
    {
        Provarende.Ok(await arende.Enhet.Vard.Sand(
            new RegistreraOmbud(arende.Nummer, "Eva Ek", OmbudRoll.Fullmakt, null, [omfattning], null, null, false, styrkt ? "Fullmakt 1 september" : null), arende.Enhet.Handlaggare));
        return Provarende.Ok(await arende.Enhet.Vard.Sand(new HamtaPersonakt(arende.Nummer), arende.Enhet.Handlaggare)).Ombud[0].Id;
    }

    private static async Task<Ombudshandling> Handlade(Provenhet enhet)
    {
        var spar = (await enhet.Spar()).Last(s => s.Typ == nameof(OmbudHandlade)).Data;
        return Enum.GetValues<Ombudshandling>().Single(h => spar.Contains(h.ToString(), StringComparison.Ordinal));
    }
}
