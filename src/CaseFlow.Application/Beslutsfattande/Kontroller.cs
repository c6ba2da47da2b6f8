using CaseFlow.Domain;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>The check list before a beslut. It shows what the domain will ask for; the refusals are the domain's own.</summary>
internal static class Kontroller
{
    private const string Ok = "ok";
    private const string Varning = "varning";
    private const string Saknas = "saknas";

    /// <param name="ovriga">From <see cref="Beslutsakter.Ovriga"/>.</param>
    /// <param name="handlagger">The reader handles the ärende: the line about the question of violence is only for her.</param>
    public static IReadOnlyList<KontrollVy> For(
        Beslutsakt akt, Result<Beslutsunderlag> underlag, IReadOnlyList<ForslagVy> forslag, IReadOnlyList<Insats> ovriga, DateOnly idag, bool handlagger) =>
    [
        Utredningen(akt), Insatserna(akt), .. handlagger ? [Valdsfragan(akt)] : (KontrollVy[])[], Forslagen(akt),
        .. ovriga.Where(i => akt.Ansokta.Any(a => a.OmprovarInsatsId is null && a.Insatstyp == i.Insatstyp)).Select(HarRedan),
        .. akt.Beslut.Where(b => b.From < idag && b.Status is not Beslutsstatus.Fattat).Select(b => Bakat(b, idag)),
        .. akt.Beslut.Where(b => b.Status is not Beslutsstatus.Fattat).SelectMany(b => AnnanLag(b, akt, idag)),
        .. Handlingarna(akt), Kommuniceringen(akt, underlag), .. akt.Javiga.SelectMany(j => Javet(j.Key, j.Value, akt)), Delegationen(forslag),
    ];

    /// <summary>What someone with jäv did before it was known. What the jäv consists in is for the chef only.</summary>
    // FL (2017:900) 17 §: det som den jäviga har gjort väcker frågan om det behöver göras om
    private static IEnumerable<KontrollVy> Javet(AnvandareId vem, string namn, Beslutsakt akt)
    {
        var forslag = akt.Beslut.Where(b => b.Foredragande == vem).ToList();
        if (forslag.Exists(b => b.Status is not Beslutsstatus.Fattat))
        {
            yield return new("Jäv",
                $"{namn} har jäv i ärendet och har skrivit förslaget om {Brevtext.Uppraknat([.. forslag.Select(b => Brevtext.Insatsnamn(b.Insatstyp)).Distinct(StringComparer.Ordinal)])}. Gå igenom det och spara det, så är det du som har berett det.", Saknas);
        }
        var gjort = new List<string>();
        if (forslag.Exists(b => b.Status is Beslutsstatus.Fattat)) gjort.Add("skrev förslaget");
        if (akt.Utredning?.HarSkrivits(vem) == true) gjort.Add("har arbetat med utredningen");
        if (akt.Kommuniceringar.Any(k => k.Av == vem)) gjort.Add("har kommunicerat underlaget eller bedömt att det inte behövdes");
        if (gjort.Count > 0)
            yield return new("Jäv", $"{namn} har jäv i ärendet och {Brevtext.Uppraknat(gjort)}. Bedöm om något behöver göras om (17 § förvaltningslagen).", Varning);
    }

    // Ett nytt beslut läggs till det som gäller: den som har 10 timmar och beviljas 20 får annars 30.
    private static KontrollVy HarRedan(Insats i) => new(
        "Pågående insats",
        $"Personen har redan {Brevtext.Insatsnamn(i.Insatstyp)}{(Omfattningstext.Av(i.Omfattning, i.OmfattningEnhet) is { } hur ? $", {hur}" : "")}. Beslutet här läggs till, det ersätter inte. Ska den ändras: följ upp den och pröva på nytt.",
        Varning);

    private static KontrollVy Bakat(Beslut b, DateOnly idag) => b.Tom < idag
        ? new("Sista dagen", $"Förslaget om {Brevtext.Insatsnamn(b.Insatstyp)} gäller till {Datumtext.Lang(b.Tom.Value)}, en dag som har varit. Perioden behöver ändras innan beslutet fattas.", Saknas)
        : new(
        "Första dagen", $"Förslaget om {Brevtext.Insatsnamn(b.Insatstyp)} gäller från {Datumtext.Lang(b.From!.Value)}, en dag som har varit. Stämmer det?", Varning);

    // FL (2017:900) 25 §: det som kom in efter utskicket har personen inte sett
    private static IEnumerable<KontrollVy> Handlingarna(Beslutsakt akt)
    {
        if (akt.Osedda is not { Count: > 0 } osedda) yield break;
        var vad = $"{Kommunicering.Handlingsnummer(osedda)} kom in sedan underlaget kommunicerades";
        yield return akt.GarEmot
            ? new("Nytt i akten", $"{vad}, och personen har inte fått se {(osedda.Count == 1 ? "den" : "dem")}. Kommunicera igen, eller skriv varför det är uppenbart obehövligt.", Saknas)
            : new("Nytt i akten", $"{vad}. Läs innan du beslutar. Allt som är sökt beviljas enligt förslaget.", Varning);
    }

    // FL (2017:900) 32 §: ett förslag som skrevs före lagbytet och beslutas efter det
    private static IEnumerable<KontrollVy> AnnanLag(Beslut b, Beslutsakt akt, DateOnly idag) => b.AnnanLag(idag, akt.Lopande(b.OmprovarInsatsId)).Select(lag => new KontrollVy(
        "Lagen i motiveringen",
        $"Motiveringen om {Brevtext.Insatsnamn(b.Insatstyp)} nämner {lag}, en lag som inte gäller i dag. Beslutet vilar på {Lagrumstabell.For(b.Insatstyp, idag).Text}. Motiveringen behöver ändras innan beslutet fattas.",
        Saknas));

    private static KontrollVy Utredningen(Beslutsakt akt) => akt.Utredning is { ArAvslutad: true, Avslutad: { } tid }
        ? new("Utredning", $"Avslutad {Datumtext.Lang(Domain.Kalender.SvenskTid.Dag(tid))}.{Tillaggen(akt.Utredning)}", Ok)
        : new("Utredning", "Utredningen är inte avslutad.", Saknas);

    private static string? Tillaggen(Domain.Utredningar.Utredning utredning) => utredning.Tillagg is not [.., var sista] alla ? null
        : $" {(alla.Count == 1 ? "Ett tillägg är skrivet" : $"{alla.Count} tillägg är skrivna, det senaste")} {Datumtext.Lang(Domain.Kalender.SvenskTid.Dag(sista.Skrivet))}.";

    private static KontrollVy Insatserna(Beslutsakt akt)
    {
        var beskrivna = akt.Ansokta.Count(a => akt.Utredning?.Insatser.Any(i => i.AnsoktInsatsId == a.Id && i.ArBeskriven) == true);
        var text = $"{beskrivna} av {akt.Ansokta.Count} ansökta insatser är beskrivna.";
        return new("Insatser", text, beskrivna == akt.Ansokta.Count ? Ok : Varning);
    }

    // Bara om frågan är ställd, aldrig svaret.
    private static KontrollVy Valdsfragan(Beslutsakt akt) => akt.Utredning?.Valdsfraga is { } fraga
        ? new("Frågan om våld", $"{Utredningar.Utredningsvyer.Text(fraga)}.", fraga.Utfall is Domain.Utredningar.Valdsfrageutfall.EjFragad ? Varning : Ok)
        : new("Frågan om våld", "Det saknas uppgift om frågan är ställd.", Saknas);

    private static KontrollVy Forslagen(Beslutsakt akt) => akt.UtanForslag.Count == 0
        ? new("Förslag", "Alla ansökta insatser har ett förslag.", Ok)
        : new("Förslag", $"{akt.Beslut.Count} av {akt.Ansokta.Count} ansökta insatser har ett förslag.", Saknas);

    private static KontrollVy Kommuniceringen(Beslutsakt akt, Result<Beslutsunderlag> underlag)
    {
        if (akt.Kommuniceringar is not [.., var k]) return new("Kommunicering", "Underlaget är inte kommunicerat än.", Varning);
        if (underlag.Error is { Code: "KOMMUNICERING_PAGAR" or "KOMMUNICERING_INAKTUELL" } hinder) return new("Kommunicering", hinder.Text, Varning);
        // Också ett svar på ett tidigare utskick: det som kom efter det senaste har ingen tagit ställning till i förslaget.
        if (akt.Kommuniceringar.Where(x => x.SvarDatum >= k.Datum && x.SvarDatum > x.SvarSenast).Max(x => x.SvarDatum) is { } sen)
            return new("Kommunicering", $"Personen svarade {Datumtext.Lang(sen)}, efter svarstiden. Läs svaret innan du beslutar.", Varning);
        // FL (2017:900) 25 §: den som får mindre än hon sökt har oftast något att säga om underlaget
        if (k.UppenbartObehovlig && akt.Kommuniceringar.LastOrDefault(x => !x.UppenbartObehovlig) is { } skickad)
            return new("Kommunicering",
                $"{(skickad.SvarDatum is { } kom ? $"Personen svarade {Datumtext.Lang(kom)}" : "Svarstiden är slut och personen har inte svarat")}. Det som har kommit till sedan dess är bedömt som uppenbart obehövligt att kommunicera: {k.ObehovligSkal}", Varning);
        if (k.UppenbartObehovlig && akt.GarEmot)
            return new("Kommunicering", "Bedömd som uppenbart obehövlig. Det som går personen emot är sällan uppenbart obehövligt att kommunicera.", Varning);
        if (k.UppenbartObehovlig) return new("Kommunicering", "Bedömd som uppenbart obehövlig, med skäl.", Ok);
        if (k is { SvarDatum: null, Svar: not null }) return new("Kommunicering", "Personen bad om mer tid. Den är slut utan att något mer har kommit: läs vad hen sa.", Varning);
        return new("Kommunicering", k.SvarDatum is { } dag ? $"Personen svarade {Datumtext.Lang(dag)}." : "Svarstiden är slut och personen har inte svarat.", Ok);
    }

    private static KontrollVy Delegationen(IReadOnlyList<ForslagVy> forslag)
    {
        if (forslag.All(f => f.Fattat)) return new("Delegation", "Beslutet är fattat.", Ok);
        var hinder = forslag.Where(f => f is { Fattat: false, AktorFarBesluta: false, Delegation: not null }).Select(f => f.Delegation!).ToList();
        if (forslag.Any(f => f.Utfall is null)) return new("Delegation", "Vem som beslutar avgörs när varje insats har ett utfall.", Saknas);
        return hinder.Count == 0
            ? new("Delegation", "Du får besluta enligt delegationsordningen.", Ok)
            : new("Delegation", string.Join(' ', hinder.Distinct(StringComparer.Ordinal)), Varning);
    }
}
