using CaseFlow.Domain;

namespace CaseFlow.Web.Api.v1;

/// <summary>What the API itself refuses, before anything is asked of a use case. The status of each stands in <see cref="Problem"/>.</summary>
internal static class Apifel
{
    public const string FelFormat = "FEL_FORMAT";
    public const string InaktuellKopia = "INAKTUELL_KOPIA";
    public const string IfMatchSaknas = "IF_MATCH_SAKNAS";
    public const string KroppForStor = "KROPP_FOR_STOR";
    public const string InteJson = "INTE_JSON";
    public const string SvarsformatSaknas = "SVARSFORMAT_SAKNAS";
    public const string ParameterOgiltig = "PARAMETER_OGILTIG";
    public const string SidaForLangtFram = "SIDA_FOR_LANGT_FRAM";
    public const string IdempotensnyckelSaknas = "IDEMPOTENSNYCKEL_SAKNAS";
    public const string IdempotensnyckelOgiltig = "IDEMPOTENSNYCKEL_OGILTIG";
    public const string ForMangaAnrop = "FOR_MANGA_ANROP";

    /// <summary>What a page says of a stale copy, to one who has no page before her.</summary>
    public const string Inaktuell = "Resursen har ändrats sedan ni läste den. Läs den igen och skicka med den nya ETag.";

    public const string SkalKravs = "Ärendet är inte ert. Skriv på ärendets sida i CaseFlow varför det behöver öppnas. Sedan går det att nå här till midnatt.";

    public static Error Ingen(string kod, string text, params IReadOnlyList<FieldError> falt) => new(ErrorKind.Invalid, kod, text, falt);

    public static Error Format { get; } = Ingen(FelFormat, "Kroppen går inte att läsa som den JSON som beskrivs.");

    public static Error InteJsonSkickat { get; } = Ingen(InteJson, "Skicka kroppen som application/json i UTF-8.");

    public static Error Svarsformat { get; } = Ingen(SvarsformatSaknas, "API:et svarar bara med application/json. Ta med det i Accept.");

    public static Error ForMangaSokningar { get; } = Ingen(ForMangaAnrop, "Den som har nyckeln har sökt för många gånger. Vänta så länge som Retry-After säger.");

    public static Error ForStor(int max) => Ingen(KroppForStor, $"Kroppen får vara högst {max / 1024} kB.");
}
