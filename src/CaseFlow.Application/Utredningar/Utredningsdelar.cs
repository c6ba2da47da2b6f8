using System.Globalization;
using CaseFlow.Domain;
using CaseFlow.Domain.Utredningar;

namespace CaseFlow.Application.Utredningar;

/// <summary>A part of the utredning as fields by name: what two can write at once, and what is kept when it is written over. Empty is null.</summary>
/// <param name="Rev">The revision that stands there; 0 when nothing has been written.</param>
public sealed record Utredningsdel(string Kod, int Rev, IReadOnlyDictionary<string, string?> Falt);

/// <summary>The parts by their codes, and the names of their fields.</summary>
internal static class Utredningsdelar
{
    public const string Bedomning = "bedomning";

    private const string Insats = "insats-";

    public static string InsatsKod(AnsoktInsatsId insats) => string.Create(CultureInfo.InvariantCulture, $"{Insats}{insats.Value}");

    /// <returns>Null when there is no such part.</returns>
    public static Utredningsdel? Av(Utredning utredning, string kod) => kod == Bedomning
        ? new(kod, utredning.BedomningRev, BedomningFalt(utredning.RelateradeFaktorer, utredning.BarnPerspektiv, utredning.SamladBedomning))
        : InsatsId(kod) is { } insats ? new(kod, Rad(utredning, insats)?.Rev ?? 0, InsatsFalt(Rad(utredning, insats)))
        : utredning.Omraden.FirstOrDefault(o => o.Omrade == kod) is { } omrade ? new(kod, omrade.Rev, OmradeFalt(omrade)) : null;

    public static Dictionary<string, string?> OmradeFalt(
        string? egnaOrd, string? beskrivning, int? bedomt, int? avsett, string? mal, string? kalla, DateOnly? kalldatum) => Stada(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["egnaOrd"] = egnaOrd, ["kalla"] = kalla, ["kalldatum"] = Dag(kalldatum), ["beskrivning"] = beskrivning, ["bedomt"] = Tal(bedomt), ["avsett"] = Tal(avsett), ["mal"] = mal,
    });

    public static Dictionary<string, string?> BedomningFalt(string? relateradeFaktorer, string? barnperspektiv, string? samladBedomning) => Stada(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["relateradeFaktorer"] = relateradeFaktorer, ["barnperspektiv"] = barnperspektiv, ["samladBedomning"] = samladBedomning,
    });

    public static Dictionary<string, string?> InsatsFalt(string? text, decimal? omfattning, DateOnly? andratDag, string? andratHur) => Stada(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["text"] = text, ["omfattning"] = omfattning?.ToString("0.############################", CultureInfo.InvariantCulture), ["andratDag"] = Dag(andratDag), ["andratHur"] = andratHur,
    });

    /// <summary>"Personens egna ord".</summary>
    public static string Etikett(string falt) => falt switch
    {
        "egnaOrd" => "Personens egna ord",
        "kalla" => "Källa",
        "kalldatum" => "Källans dag",
        "beskrivning" => "Beskrivning",
        "bedomt" => "Bedömt i dag",
        "avsett" => "Avsett",
        "mal" => "Mål",
        "relateradeFaktorer" => "Relaterade faktorer",
        "barnperspektiv" => "Barnets situation",
        "samladBedomning" => "Samlad bedömning",
        "text" => "Behovet",
        "omfattning" => "Sökt omfattning",
        "andratDag" => "Dagen då personen sa det",
        "andratHur" => "Vad personen sa",
        _ => falt,
    };

    /// <summary>A kept value as one reads it: a day is "5 november 2026", and a number has a comma.</summary>
    public static string? Text(string falt, string? varde) => falt switch
    {
        "kalldatum" or "andratDag" when Dag(varde) is { } dag => Datumtext.Lang(dag),
        "omfattning" => varde?.Replace('.', ','),
        _ => varde,
    };

    public static int? Heltal(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var tal) ? tal : null;

    public static decimal? Decimal(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var tal) ? tal : null;

    public static DateOnly? Dag(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;

    private static string? Dag(DateOnly? dag) => dag?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Tal(int? tal) => tal?.ToString(CultureInfo.InvariantCulture);

    private static AnsoktInsatsId? InsatsId(string kod) =>
        kod.StartsWith(Insats, StringComparison.Ordinal) && long.TryParse(kod.AsSpan(Insats.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(id) : null;

    private static Insatsbeskrivning? Rad(Utredning utredning, AnsoktInsatsId insats) => utredning.Insatser.FirstOrDefault(i => i.AnsoktInsatsId == insats);

    private static Dictionary<string, string?> InsatsFalt(Insatsbeskrivning? rad) => InsatsFalt(rad?.Text, rad?.SoktOmfattning, rad?.AndratDag, rad?.AndratHur);

    private static Dictionary<string, string?> OmradeFalt(Omradesbedomning rad) =>
        OmradeFalt(rad.EgnaOrd, rad.Beskrivning, (int?)rad.Bedomt, (int?)rad.Avsett, rad.Mal, rad.Kalla, rad.Kalldatum);

    // Två som skrivit samma sak ska inte krocka om ett blanksteg eller en radbrytning.
    public static Dictionary<string, string?> Stada(IReadOnlyDictionary<string, string?> falt) =>
        falt.ToDictionary(f => f.Key, f => string.IsNullOrWhiteSpace(f.Value) ? null : f.Value.ReplaceLineEndings("\n").Trim(), StringComparer.Ordinal);
}
