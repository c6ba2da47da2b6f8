using CaseFlow.Application.Processer;
using CaseFlow.Application.Tests.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Engine.Feel;
using CaseFlow.Testing;
using static CaseFlow.Application.Tests.Uppgiftsformular.Formulartext;

namespace CaseFlow.Application.Tests.Uppgiftsformular;

/// <summary>An ärende that began on version 1 of the forms goes on as it did: same questions, same rules, same first answers.</summary>
public sealed class Version1Tests
{
    private static readonly FeelContext Fakta = FeelContext.Of(
        ("process", FeelContext.Of(("frister", FeelContext.Of(("kompletteringDagar", 14), ("svarDagar", 10))), ("flyttdag", "2026-11-20"))),
        ("uppgift", FeelContext.Of(("skapad", new DateOnly(2026, 11, 20)))),
        ("arende", FeelContext.Of(("beslutsdag", new DateOnly(2026, 11, 20)))),
        ("insats", FeelContext.Of(("beslutsdag", new DateOnly(2026, 11, 20)), ("from", new DateOnly(2026, 11, 21)), ("tom", new DateOnly(2027, 1, 31)))));

    public static TheoryData<string, string> Alla()
    {
        var rader = new TheoryData<string, string>();
        foreach (var (process, namn) in Aldreformular.Alla) rader.Add(process, namn);
        return rader;
    }

    [Theory]
    [MemberData(nameof(Alla))]
    public void Varje_aldre_formular_lases_och_fragar_om_detsamma(string process, string namn)
    {
        var (formular, fel) = Formularlasare.Las(Aldreformular.Text(process, namn));

        Assert.Empty(fel);
        Assert.Equal(namn, formular!.Nyckel);
        var nytt = Formularlasare.Las(File.ReadAllText(Path.Combine(Processmapp.Sok().Mapp, process, "forms", namn + ".json"))).Formular!;
        // Vem som svarade, varifrån det kom, när det sades, en utförare utanför listan och rapportens dag har tillkommit sedan dess.
        Assert.Equal(nytt.Falt.Where(f => f.ArFraga && f.Typ != Falttyp.Ombud && f.Namn is not ("kom" or "egetBeskedDag" or "annanUtforare" or "rapporteradDag")).Select(f => f.Namn).Order(StringComparer.Ordinal), formular.Falt.Where(f => f.ArFraga).Select(f => f.Namn).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sjutton_formular_levererades_i_version_1() => Assert.Equal(17, Aldreformular.Alla.Count());

    [Theory]
    [InlineData("bistand/granska-ansokan", "komplett=ja;sprakinformation=nej;sprakinformationDag=2026-11-24", "sprakinformationDag: Informationen kan inte ha lämnats en dag som inte har varit.")]
    [InlineData("bistand/begar-komplettering", "saknas=x;vantarPa=annat;kompletteringSenast=2026-11-23", "kompletteringSenast: Välj en dag framåt i tiden, så att personen hinner svara.")]
    [InlineData("bistand/begar-komplettering", "saknas=x;vantarPa=annat;kompletteringSenast=2027-11-24", "kompletteringSenast: Dagen ligger mer än ett år fram. Kontrollera årtalet.")]
    [InlineData("bistand/ta-emot-komplettering", "komplett=ja;inkom=2026-11-24", "inkom: Det kan inte ha kommit in en dag som inte har varit.")]
    [InlineData("bistand/hantera-forsening", "orsak=x;vasentligt=ja;underrattad=2026-11-24;nyttDatum=2026-11-23", "underrattad: Underrätta personen först, och fyll i dagen då det är gjort.; nyttDatum: Välj en dag framåt i tiden.")]
    [InlineData("bistand/kommunicera", "kommuniceras=ja;kommuniceratSatt=brev;kommuniceratDag=2026-11-19;svarSenast=2026-11-23;muntligInformation=ja", "kommuniceratDag: Förslaget lämnades 20 november 2026. Underlaget kan inte ha kommunicerats före det.; svarSenast: Personen ska hinna svara: välj en dag efter i dag (25 § förvaltningslagen).")]
    [InlineData("bistand/kommunicera", "kommuniceras=nej;obehovligtSkal=x", "kommuniceras=nej; obehovligtSkal=x")]
    [InlineData("bistand/ta-emot-synpunkter", "svarade=inga-invandningar;svarsdag=2026-11-24;muntligt=nej;forslagAndras=nej", "svarsdag: Svaret kan inte ha kommit en dag som inte har varit.")]
    [InlineData("bistand/ta-emot-synpunkter", "svarade=mer-tid;svarsdag=2026-11-23;besked=x;nySvarsdag=2027-11-24;muntligt=nej", "nySvarsdag: Dagen ligger mer än ett år fram. Kontrollera årtalet.")]
    [InlineData("bistand/underratta", "satt=brev;underrattadDag=2026-11-19", "underrattadDag: Välj en dag från och med beslutsdagen till och med i dag.")]
    [InlineData("bistand/hantera-flytt", "ansvar=overflyttning;skal=x;begardDag=2026-11-24", "nyKommun: Fyll i: Ny kommun.; begardDag: Begär överflyttningen först, och fyll i dagen då det är gjort.")]
    [InlineData("insats/bestall", "utforare=x;mal=x;uppdrag=x;onskadStart=2026-11-19", "onskadStart: Insatsen kan inte börja före beslutsdagen.")]
    [InlineData("insats/bekrafta-start", "startdatum=2026-11-20;uppfoljningsdag=2027-03-01", "startdatum: Beslutet gäller från 21 november 2026. Insatsen kan inte ha startat före det.; uppfoljningsdag: Beslutet gäller till och med 31 januari 2027. Följ upp senast den dagen.")]
    [InlineData("insats/bekrafta-start", "startdatum=2026-11-23;uppfoljningsdag=2026-11-23", "uppfoljningsdag: Följ upp inom ett år: efter 23 november 2026, senast 23 november 2027.")]
    [InlineData("insats/bekrafta-start", "avstar=ja;avstarOrsak=egen-begaran;egetBesked=x;avstarDag=2026-11-24", "avstarDag: Personen kan inte ha avstått en dag som inte har varit.")]
    [InlineData("insats/bestall", "avstar=ja;avstarOrsak=egen-begaran;egetBesked=x;avstarDag=2026-11-19", "avstarDag: Insatsen beviljades 20 november 2026. Personen kan inte ha avstått före det.")]
    [InlineData("insats/folj-upp", "resultat=x;maluppfyllelse=helt;utgang=fortsatter;uppfoljningsdag=2027-02-01", "uppfoljningsdag: Beslutet gäller till och med 31 januari 2027. Följ upp senast den dagen.")]
    [InlineData("insats/folj-upp", "resultat=x;maluppfyllelse=helt;utgang=avslut;avslutsorsak=tiden-ute;avslutsdag=2026-11-24", "avslutsdag: Avsluta insatsen när den sista dagen har kommit.")]
    [InlineData("insats/anmal-avslut", "anmaldDag=2026-11-23", "anmaldDag=2026-11-23")]
    public void Ett_aldre_formular_har_kvar_de_regler_som_koden_hade(string fil, string svar, string vantat) =>
        Assert.Equal(vantat, Prova(Formularlasare.Las(Aldreformular.Text(fil.Split('/')[0], fil.Split('/')[1])).Formular!, svar, Fakta));

    [Theory]
    [InlineData("bistand/begar-komplettering", "kompletteringSenast", "2026-12-07")]
    [InlineData("bistand/kommunicera", "svarSenast", "2026-12-03")]
    [InlineData("bistand/kommunicera", "kommuniceratDag", "2026-11-23")]
    [InlineData("bistand/ta-emot-komplettering", "inkom", "2026-11-23")]
    [InlineData("bistand/ta-emot-synpunkter", "svarsdag", "2026-11-23")]
    [InlineData("bistand/underratta", "underrattadDag", "2026-11-23")]
    [InlineData("insats/bestall", "onskadStart", "2026-11-23")]
    public void Ett_aldre_formular_borjar_med_samma_svar(string fil, string falt, string vantat)
    {
        var formular = Formularlasare.Las(Aldreformular.Text(fil.Split('/')[0], fil.Split('/')[1])).Formular!;

        Assert.Equal(vantat, Forifyllning.Av(formular, new Dictionary<string, string[]>(), Fakta, Nu)[falt][0]);
    }

    [Fact]
    public void Ett_aldre_tal_har_ingen_grans() => Assert.Equal("antal=1.2345", Prova(
        Formularlasare.Las("""{"nyckel":"p","rubrik":"R","knapp":"K","sektioner":[{"falt":[{"namn":"antal","etikett":"Antal","typ":"tal","max":1}]}]}""").Formular!, "antal=1,2345"));

    [Theory, PaSqlite, PaPostgres]
    public async Task Ett_arende_pa_version_1_gar_hela_vagen_ocksa_nar_nya_formular_har_lagts_in(Provdatabas databas)
    {
        using var mapp = new Processkopia();
        await using var enhet = await (await Provenhet.Skapa(databas, mapp.Anvand).BaraHanna()).MedVersion1();
        var arende = await enhet.EttArende().Bygg();
        mapp.Andra("bistand/forms/kommunicera.json", "Kommunicera underlaget", "Kommunicera allt");
        Assert.Equal(["bistand"], Provarende.Ok(await enhet.Vard.Sand(new LaggInProcesser())).Nya);
        await arende.Granska();
        await arende.Utred();
        Provarende.Ok(await arende.ForsokAvsluta());
        Provarende.Ok(await arende.ForsokForesla((await arende.Ansokta())[0], "bifall", 10));
        Provarende.Ok(await arende.ForsokLamnaForslag());

        var visas = Provarende.Ok(await enhet.Vard.Sand(new HamtaUppgift((await arende.Uppgift("Kommunicera")).PublikId), enhet.Handlaggare));
        Assert.Equal(("Kommunicera underlaget", enhet.Dag(10)), (visas.Formular!.Rubrik, visas.Varden["svarSenast"][0]));
        Assert.Equal("svarSenast", Assert.Single((await arende.Forsok("Kommunicera", null, ("kommuniceras", "ja"), ("kommuniceratSatt", "brev"),
            ("kommuniceratDag", enhet.Dag(0)), ("svarSenast", enhet.Dag(0)), ("muntligInformation", "ja"))).Error!.Fields).Field);
        await arende.UnderlatKommunicera();
        Provarende.Ok(await arende.ForsokBesluta());
        await arende.Underratta();
        await arende.Slutfor("Bestall", ("utforare", "Hemtjänsten"), ("mal", "Bo kvar"), ("onskadStart", enhet.Dag(1)), ("uppdrag", "Städ"));
        await enhet.Ga(1);
        await arende.Slutfor("BekraftaStart", ("startdatum", enhet.Dag(0)), ("uppfoljningsdag", enhet.Dag(30)));
        await enhet.Ga(30);
        await arende.Slutfor("FoljUpp", ("resultat", "Bra"), ("maluppfyllelse", "helt"), ("utgang", "fortsatter"), ("uppfoljningsdag", enhet.Dag(90)));

        Assert.Empty(await arende.Oppna());
    }
}
