using CaseFlow.Domain;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>The words of the letter, in klarspråk: first the answer, then why, by what law, who decided and how to appeal.</summary>
// FL (2017:900) 31 § (vad ett beslut ska innehålla), 32 § (motivering), 33 § (underrättelsen); språklagen (2009:600) 11 §
internal static class Brevtext
{
    public static BrevRad Rad(Beslut beslut) => new(Insatskatalog.Namn(beslut.Insatstyp), Svar(beslut.Utfall), Besked(beslut));

    public static IReadOnlyList<BrevAvsnitt> Avsnitt(
        IReadOnlyList<Beslut> beslut, Overklagandeadress till, DateOnly idag, IReadOnlyDictionary<AnvandareId, string> namn) =>
    [
        .. beslut.Where(b => b.Motivering is not null)
            .Select(b => new BrevAvsnitt($"Därför beslutar vi så om {Insatsnamn(b.Insatstyp)}", Stycken(b.Motivering!))),
        .. Om(beslut.Where(b => b.Mal is not null).Select(b => $"{Datumtext.MedStorBokstav(Insatsnamn(b.Insatstyp))}: {b.Mal}"), "Målet"),
        // Anmälan är inget beslut: vilken författning den vilar på är inte kontrollerat, och ingen nämns.
        .. Om(beslut.Where(b => !ArAnmalan(b)).Select(b => $"{Datumtext.MedStorBokstav(Insatsnamn(b.Insatstyp))}: {b.LagrumText ?? Lagrum(b, idag).Text}."), "Lagen som gäller"),
        .. Om(beslut.Where(b => b.Andringsgrund is not null).Select(b => $"{Datumtext.MedStorBokstav(Insatsnamn(b.Insatstyp))}: {Andringstext.Av(b.Andringsgrund!.Value)}."),
            "Varför vi får ändra det du har i dag"),
        .. Om(Beslutsfattare([.. beslut.Where(b => b.Status is Beslutsstatus.Fattat)], namn), "Vem som har beslutat"),
        .. beslut.GroupBy(b => (Form: b.Overklagandeform ?? Lagrum(b, idag).Overklagandeform, Anmals: b.Utfall is not Beslutsutfall.Avslag || !ArAnmalan(b)))
            .OrderBy(g => g.Key.Form).ThenByDescending(g => g.Key.Anmals)
            .Select(g => Overklagande(g.Key.Form, g.Key.Anmals, [.. g.Select(b => Insatsnamn(b.Insatstyp)).Distinct(StringComparer.Ordinal)], till)),
    ];

    /// <summary>"hemtjänst": the name inside a sentence.</summary>
    public static string Insatsnamn(string insatstyp) => Datumtext.MedLitenBokstav(Insatskatalog.Namn(insatstyp));

    /// <summary>"hemtjänst, ledsagning och trygghetslarm".</summary>
    public static string Uppraknat(IReadOnlyList<string> namn) =>
        namn.Count < 2 ? string.Concat(namn) : $"{string.Join(", ", namn.SkipLast(1))} och {namn[^1]}";

    private static string Svar(Beslutsutfall utfall) => utfall switch
    {
        Beslutsutfall.Bifall => "Ja.",
        Beslutsutfall.DelvisAvslag => "Delvis.",
        Beslutsutfall.Avslag => "Nej.",
    };

    private static string Besked(Beslut beslut)
    {
        var namn = Insatsnamn(beslut.Insatstyp);
        if (ArAnmalan(beslut))
        {
            return beslut.Utfall is Beslutsutfall.Avslag
                ? $"Vi gör ingen anmälan till överförmyndaren om {namn}."
                : $"Vi anmäler till överförmyndaren att du behöver {namn}.";
        }
        if (beslut is { Utfall: Beslutsutfall.Avslag, Upphor: { } sista }) return $"Du får inte behålla {namn}. Sista dagen är {Datumtext.Lang(sista)}.";
        if (beslut.Utfall is Beslutsutfall.Avslag) return $"Du får inte {namn}.{(beslut.OmprovarInsatsId is null ? Sokt(beslut) : null)}";
        var far = $"Du får {namn}{Omfattning(beslut.BeviljadOmfattning, beslut.Enhet)}{Tid(beslut)}.";
        return beslut.Utfall is Beslutsutfall.DelvisAvslag ? far + Sokt(beslut) : far;
    }

    private static string Sokt(Beslut beslut)
    {
        var sokt = Omfattning(beslut.SoktOmfattning, beslut.SoktEnhet ?? beslut.Enhet);
        return sokt.Length == 0 ? "" : $" {(beslut.OmprovarInsatsId is null ? "Du ansökte om" : "I dag har du")}{sokt}.";
    }

    private static bool ArAnmalan(Beslut beslut) => Arenden.Arendevyer.ArAnmalan(beslut.Insatstyp);

    private static string Omfattning(decimal? omfattning, string enhet) => (omfattning, enhet) switch
    {
        (null, _) => "",
        (1, Omfattningsenhet.Plats or Omfattningsenhet.Antal) => "",
        ({ } antal, _) => $" {Omfattningstext.Av(antal, enhet)}",
    };

    private static string Tid(Beslut beslut) => beslut.From is not { } from ? ""
        : $" från {Datumtext.Lang(from)} {(beslut.Tom is { } tom ? $"till och med {Datumtext.Lang(tom)}" : "tills vidare")}";

    /// <summary>One sentence for all of them when they were decided alike, else each with the insatser it is about.</summary>
    private static IEnumerable<string> Beslutsfattare(IReadOnlyList<Beslut> fattade, IReadOnlyDictionary<AnvandareId, string> namn)
    {
        var lika = fattade.GroupBy(b => Vem(b, namn), StringComparer.Ordinal).ToList();
        return lika.Select(g => lika.Count == 1
            ? g.Key
            : $"{Datumtext.MedStorBokstav(Uppraknat([.. g.Select(b => Insatsnamn(b.Insatstyp)).Distinct(StringComparer.Ordinal)]))}: {g.Key}");
    }

    private static string Vem(Beslut beslut, IReadOnlyDictionary<AnvandareId, string> namn)
    {
        var vem = $"Beslutet fattades {Datumtext.Lang(beslut.Beslutsdag!.Value)} av {namn.GetValueOrDefault(beslut.BeslutsfattareId!.Value, "oss")}";
        var punkt = $" enligt punkt {beslut.Delegationspunkt} i delegationsordningen.";
        return beslut.Foredragande == beslut.BeslutsfattareId || !namn.TryGetValue(beslut.Foredragande, out var foredragande)
            ? vem + punkt
            : $"{vem}{punkt} {foredragande}, har berett ärendet.";
    }

    private static BrevAvsnitt Overklagande(Overklagandeform form, bool anmals, IReadOnlyList<string> insatser, Overklagandeadress till) => new(
        form is Overklagandeform.Anmalan ? "Anmälan till överförmyndaren" : $"Så överklagar du beslutet om {Uppraknat(insatser)}",
        Stycken(Hanvisning.Text(form, till, anmals)));

    private static Lagrum Lagrum(Beslut beslut, DateOnly idag) => Lagrumstabell.For(beslut.Insatstyp, beslut.Beslutsdag ?? idag);

    private static IEnumerable<BrevAvsnitt> Om(IEnumerable<string> stycken, string rubrik)
    {
        IReadOnlyList<string> alla = [.. stycken];
        return alla.Count == 0 ? [] : [new(rubrik, alla)];
    }

    private static string[] Stycken(string text) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
