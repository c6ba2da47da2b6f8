namespace CaseFlow.Domain.Insatser;

/// <summary>Where an appeal is handed in. Configuration of the unit.</summary>
/// <param name="Namnd">The deciding authority, e.g. "Skarpnäcks stadsdelsnämnd".</param>
/// <param name="Adress">Postal address, or e-mail, of the nämnd.</param>
/// <param name="Forvaltningsratt">The court that tries it, e.g. "Förvaltningsrätten i Stockholm".</param>
/// <param name="Forvaltningsrattsadress">Its address: a laglighetsprövning is handed in there.</param>
/// <param name="Telefon">Whom to call for help, or null.</param>
public sealed record Overklagandeadress(
    string Namnd, string Adress, string Forvaltningsratt, string Forvaltningsrattsadress, string? Telefon);

/// <summary>How to appeal, in klarspråk. The form of appeal follows from the lagrum.</summary>
/// <remarks>FL (2017:900) 33 § andra stycket: the person is told of form and content, where to hand it in, and the time.</remarks>
public static class Hanvisning
{
    // KL (2017:725) 13 kap. and 6 kap. 40 §, unverified: three weeks from the day the justering of the protocol was announced on the
    // kommun's anslagstavla. A beslut by delegation has no protocol of its own: what counts is the one where it was reported to the nämnd,
    // or the special one for a beslut that is not reported. Let the unit's jurist confirm the wording before use.
    // FB (1949:381) 11 kap. 15 §, unverified: the person may apply for a god man herself.
    // Förvaltningsprocesslagen 3–4 §§ (named in FL 43 § tredje stycket), unverified: name, personnummer and address.
    /// <param name="anmals">For an anmälan: whether it is made.</param>
    public static string Text(Overklagandeform form, Overklagandeadress till, bool anmals = true) => form switch
    {
        Overklagandeform.Forvaltningsbesvar => Stycken(
            $"Du kan överklaga beslutet om det har gått dig emot. {till.Forvaltningsratt} prövar överklagandet.",
            $"Skriv till {till.Namnd}, {till.Adress}. Ditt överklagande ska ha kommit in till oss inom tre veckor från den dag du fick del av beslutet.",
            "Berätta vilket beslut du överklagar och hur du vill att det ska ändras. Skriv också varför, om du vill. Skriv ditt namn, personnummer, adress och telefonnummer.",
            "Du behöver inte skriva till domstolen. Vi ser om ditt överklagande har kommit i tid och skickar det vidare.",
            Hjalp(till)),
        Overklagandeform.Laglighetsprovning => Stycken(
            $"Det här beslutet kan överklagas genom laglighetsprövning enligt 13 kap. kommunallagen (2017:725). {till.Forvaltningsratt} prövar då om beslutet är lagligt. Domstolen kan upphäva beslutet men inte ersätta det med ett annat.",
            "Den som är medlem av kommunen får överklaga.",
            $"Skriv till {till.Forvaltningsratt}, {till.Forvaltningsrattsadress}. Överklagandet ska ha kommit in till domstolen inom tre veckor från den dag då det tillkännagavs på kommunens anslagstavla att protokollet är justerat. Med protokollet menas det där beslutet anmäldes till nämnden, eller det särskilda protokollet om beslutet inte anmäls. {(till.Telefon is null ? "Fråga oss" : "Ring oss")} så berättar vi vilken dag det är.",
            "Berätta vilket beslut du överklagar och alla skäl till att du menar att det inte är lagligt. Domstolen får inte pröva skäl som du kommer med efter de tre veckorna. Skriv ditt namn, personnummer, adress och telefonnummer.",
            Hjalp(till)),
        Overklagandeform.Anmalan => Stycken(
            anmals
                ? "Kommunen beslutar inte om god man eller förvaltare. Vi anmäler behovet till överförmyndaren. Anmälan går inte att överklaga. Du kan också själv ansöka."
                : "Kommunen beslutar inte om god man eller förvaltare. Vi bedömer att vi inte ska göra någon anmälan. Det ställningstagandet går inte att överklaga, men du kan själv ansöka. Överförmyndaren berättar hur.",
            Hjalp(till)),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Okänd form för överklagande."),
    };

    private static string? Hjalp(Overklagandeadress till) => till.Telefon is null ? null : $"Vi hjälper dig gärna. Ring {till.Telefon}.";

    private static string Stycken(params IEnumerable<string?> stycken) => string.Join("\n\n", stycken.Where(s => s is not null));
}
