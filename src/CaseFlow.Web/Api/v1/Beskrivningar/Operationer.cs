using CaseFlow.Application.Arenden;
using CaseFlow.Domain.Arenden;
using CaseFlow.Web.Api.v1.Kontrakt;
using Microsoft.OpenApi;

namespace CaseFlow.Web.Api.v1.Beskrivningar;

internal static class Taggar
{
    public const string Ansokningar = "Ansökningar";
    public const string Arenden = "Ärenden";
    public const string Uppgifter = "Uppgifter";
    public const string Personer = "Personer";
    public const string Allmant = "Om API:et";

    public static IReadOnlyList<(string Namn, string Text)> Alla { get; } =
    [
        (Ansokningar, "Ta emot ansökningar från andra system. Systemets egen nyckel räcker."),
        (Arenden, "Ärenden med beslut och insatser. Personlig nyckel: svaret är det hon själv får se."),
        (Uppgifter, "Det som ska göras: lista, ta och slutför. Personlig nyckel."),
        (Personer, "Sök person. Personlig nyckel."),
        (Allmant, "Vad API:et är."),
    ];
}

internal static class Ansokningsbeskrivningar
{
    public static Beskrivning Registrera { get; } = new(
        "registreraAnsokan", Taggar.Ansokningar, "Registrera en ansökan",
        "Öppnar ett ärende. Samma externId med samma innehåll ger 200 och samma ärende; fälten och kontrollerna i ordning står i docs/api/ansokningar.md. Kräver ansokan.registrera.",
        Exempel.RegistreradAnsokan)
    {
        Status = StatusCodes.Status201Created,
        Svarstext = "Ansökan är registrerad. 200 med samma innehåll och utfallet dubblett när den redan fanns.",
        Kropp = Exempel.Ansokan,
        Parametrar = [Parameterlista.Idempotensnyckel with { Kravs = false, Text = "Behövs inte: externId gör samma sak. Godtas, och svaret finns då kvar i sju dygn." }],
        Fel = [400, 409, 413, 422],
    };
}

internal static class Arendebeskrivningar
{
    private const string Urval = "Bara öppna ärenden av ett slag: med en uppgift vars dag har passerat (forsenade) eller kommer inom sju dagar (inom-sju-dagar), med en uppgift som väntar på "
        + "någon annan (vantar), med en insats som inom 30 dagar har väntat i tre månader på att starta, eller redan har det (nara-ej-verkstallt), med en insats att följa upp den här "
        + "månaden (att-folja-upp), om en person med skydd (skyddade).";

    public static Beskrivning Lista { get; } = new(
        "listaArenden", Taggar.Arenden, "Lista ärenden",
        "De öppna ärenden ni har, också som ställföreträdare, det äldsta först. Chefen kan läsa hela enhetens. Kräver arende.lasa.", Exempel.Arendelista)
    {
        Parametrar =
        [
            .. Parameterlista.Bladdring,
            new("helaEnheten", "Enhetens ärenden i stället för de egna. För chefen.", JsonSchemaType.Boolean) { Forvalt = false },
            new("avslutade", "De avslutade i stället för de öppna.", JsonSchemaType.Boolean) { Forvalt = false },
            new("steg", "Bara de som är i steget.", JsonSchemaType.String) { Koder = Kod.Alla<Steg>() },
            new("handlaggare", "Med helaEnheten: bara de som handläggaren har, med id från ett svar, eller ingen för de ofördelade.", JsonSchemaType.String) { Exempel = "ingen" },
            new("urval", Urval, JsonSchemaType.String) { Koder = Kod.Alla<Arendeurval>() },
        ],
        Fel = [400],
    };

    public static Beskrivning Hamta { get; } = new(
        "hamtaArende", Taggar.Arenden, "Hämta ett ärende",
        "Ärendet i koder, dagar och tal, utan det som skrivs i det. Ett ärende som ni inte får veta om finns inte; ett i enheten som inte är ert kräver ett skäl på ärendets sida först "
            + "(403 SKAL_KRAVS). Kräver arende.lasa.", Exempel.Arende)
    {
        Parametrar = [Parameterlista.Arendenummer], Fel = [404], Etag = true,
    };

    public static Beskrivning Beslut { get; } = new(
        "listaBeslut", Taggar.Arenden, "Lista ärendets beslut", "Från förslag till fattat och delgivet. Samma dörr som till ärendet. Kräver arende.lasa.", Exempel.Beslutslista)
    {
        Parametrar = [Parameterlista.Arendenummer], Fel = [404],
    };

    public static Beskrivning Insatser { get; } = new(
        "listaInsatser", Taggar.Arenden, "Lista ärendets insatser", "De insatser som ärendets beslut gav. Samma dörr som till ärendet. Kräver arende.lasa.", Exempel.Insatslista)
    {
        Parametrar = [Parameterlista.Arendenummer], Fel = [404],
    };
}

internal static class Uppgiftsbeskrivningar
{
    public static Beskrivning Lista { get; } = new(
        "listaUppgifter", Taggar.Uppgifter, "Lista uppgifter",
        "Det som är ert att göra: egna, som ställföreträdare, och chefernas i de enheter ni leder. Samma uppgifter som på sidan Idag. Kräver arende.lasa.", Exempel.Uppgiftslista)
    {
        Parametrar =
        [
            .. Parameterlista.Bladdring.Select(p => p.Namn == "efter" ? p with { Exempel = Exempel.Uppgiftsnyckel.ToString() } : p),
            new("status", "De öppna, eller de som väntar på någon annan.", JsonSchemaType.String) { Forvalt = "oppen", Koder = Kod.Alla<Uppgifter.Listval>() },
            new("forsenade", "Av de öppna bara de vars dag har passerat.", JsonSchemaType.Boolean) { Forvalt = false },
        ],
        Fel = [400],
    };

    public static Beskrivning Hamta { get; } = new(
        "hamtaUppgift", Taggar.Uppgifter, "Hämta en uppgift", "Uppgiften med sitt formulär. ETag behövs för att ta eller slutföra den. Kräver arende.lasa eller uppgift.slutfora.",
        Exempel.Uppgift)
    {
        Parametrar = [Parameterlista.Uppgift], Fel = [404], Etag = true,
    };

    public static Beskrivning Ta { get; } = new(
        "taUppgift", Taggar.Uppgifter, "Ta en uppgift",
        "En av enhetens chefer tar en uppgift som är allas, så att de andra ser att den görs. Har någon den blir svaret 409 UPPGIFT_TAGEN. Handläggarens uppgifter följer ärendet och tas "
            + "inte. Kräver uppgift.slutfora.", Exempel.Tagen)
    {
        Parametrar = [Parameterlista.Uppgift], Fel = [400, 404, 409, 412, 422, 428], Andrar = true,
    };

    public static Beskrivning Slutfor { get; } = new(
        "slutforUppgift", Taggar.Uppgifter, "Slutför en uppgift",
        "Svarar på formuläret och för processen vidare. Samma kontroller som på sidan: fel per fält i errors. Utredning och beslut har egna sidor och slutförs där (422 FEL_SIDA). Kräver "
            + "uppgift.slutfora.", Exempel.Slutford)
    {
        Parametrar = [Parameterlista.Uppgift], Kropp = Exempel.Slutforande, Fel = [400, 404, 409, 412, 413, 415, 422, 428], Andrar = true,
    };
}

internal static class Personbeskrivningar
{
    public static Beskrivning Sok { get; } = new(
        "sokPersoner", Taggar.Personer, "Sök personer",
        "På namn eller personnummer, som står i kroppen och aldrig i adressen. Bara personer med ett ärende som ni får veta om finns; en person med skydd finns bara för den som är namngiven "
            + "för henne, och är maskerad också då. Ändrar ingenting. Kräver person.soka.", Exempel.Personlista)
    {
        Kropp = Exempel.Personsok, Fel = [400, 413, 415, 422],
    };
}

internal static class Allmanbeskrivningar
{
    public static Beskrivning Info { get; } = new("apiInfo", Taggar.Allmant, "Om API:et", "Namn, version och läge. Utan nyckel.", Dokument.Info) { Oppen = true };
}
