using System.Globalization;
using CaseFlow.Application.Pipeline;
using Microsoft.OpenApi;

namespace CaseFlow.Web.Api.v1.Beskrivningar;

/// <summary>Every refusal that the API gives, described once with an example.</summary>
internal static class Felsvar
{
    private static readonly (int Status, string Kod, string Text, string Exempel)[] Alla =
    [
        (400, Apifel.ParameterOgiltig, "En parameter, ett huvud eller kroppens form stämmer inte: PARAMETER_OGILTIG, SIDA_FOR_LANGT_FRAM, FEL_FORMAT, IDEMPOTENSNYCKEL_SAKNAS, IDEMPOTENSNYCKEL_OGILTIG.",
            "Adressens parametrar stämmer inte."),
        (401, "INTE_INLOGGAD", "Nyckeln saknas, är okänd eller spärrad, eller den vars nyckel det är har inget uppdrag längre.", "Skicka en giltig API-nyckel i huvudet Authorization: Bearer."),
        (403, Felkoder.BehorighetSaknas, "Nyckeln eller den vars nyckel det är får inte det här: BEHORIGHET_SAKNAS, SKAL_KRAVS, JAVIG, INTE_DIN_UPPGIFT, INTE_DITT_ARENDE.", "Du har inte behörighet att göra det här."),
        (404, "FINNS_INTE", "Finns inte, eller ni får inte veta att det finns.", "Det du söker finns inte, eller så har du inte behörighet att se det."),
        (406, Apifel.SvarsformatSaknas, "Accept utesluter application/json.", Apifel.Svarsformat.Text),
        (409, "UPPGIFT_TAGEN", "Någon hann före, eller nyckeln har använts för något annat: UPPGIFT_TAGEN, UPPGIFT_STANGD, NAGON_HANN_FORE, IDEMPOTENS_ANNAT_INNEHALL, EXTERNID_ANNAT_INNEHALL.",
            "Någon annan har redan tagit uppgiften."),
        (412, Apifel.InaktuellKopia, "Resursen har ändrats sedan ni läste den. Läs den igen.", Apifel.Inaktuell),
        (413, Apifel.KroppForStor, "Kroppen är för stor.", Apifel.ForStor(1024 * 1024).Text),
        (415, Apifel.InteJson, "Kroppen är inte JSON.", Apifel.InteJsonSkickat.Text),
        (422, "OGILTIGT", "Innehållet går inte: fel per fält i errors, eller en regel som säger nej. Koden säger vilken.", "Några uppgifter saknas eller stämmer inte."),
        (428, Apifel.IfMatchSaknas, "If-Match saknas.", "Skicka If-Match med den ETag som resursen hade när ni läste den."),
        (429, Apifel.ForMangaAnrop, "För många anrop. Retry-After säger hur många sekunder det är att vänta.", "Nyckeln har skickat för många anrop. Vänta så länge som Retry-After säger."),
        (500, "FEL", "Ett fel hos oss.", "Något gick fel hos oss. Felet är registrerat. Skicka igen senare."),
        (503, "LOGG_OTILLGANGLIG", "Databasen eller granskningsloggen går inte att skriva. Inget är gjort och inget visat. Skicka igen.",
            "Systemet kan inte skriva sin logg just nu, och därför sparades eller visades inget. Försök igen om en stund."),
    ];

    private static readonly int[] Alltid = [401, 403, 406, 429, 500, 503];
    private static readonly int[] Oppet = [429, 500];

    public static IEnumerable<(string Nyckel, string Komponent)> For(Beskrivning b) =>
        (b.Oppen ? Oppet : Alltid).Concat(b.Fel).Order().Select(status => (Text(status), Namn(status)));

    public static IDictionary<string, IOpenApiResponse> Komponenter(IOpenApiSchema problem) => Alla.ToDictionary(
        f => Namn(f.Status),
        IOpenApiResponse (f) => new OpenApiResponse
        {
            Description = f.Text,
            Headers = f.Status == 429
                ? new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal) { ["Retry-After"] = Dokument.Huvud("Sekunder att vänta.", 12, JsonSchemaType.Integer) } : null,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [Problem.Format] = Dokument.Innehall(problem, Exempel.Problem(f.Status, f.Kod, f.Exempel, f.Status switch
                {
                    400 => [new("limit", "Skriv ett heltal från 1 till 200.")],
                    422 => [new("komplett", "Svara på frågan: Går ansökan att utreda som den är?")],
                    _ => [],
                })),
            },
        },
        StringComparer.Ordinal);

    private static string Namn(int status) => $"Fel{Text(status)}";

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
