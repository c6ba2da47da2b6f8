using System.Globalization;

namespace CaseFlow.Domain.Personer;

public enum Identitetsslag { Personnummer, Samordningsnummer, Temporart }

/// <summary>What identifies a person: personnummer, samordningsnummer, or a temporary number of ours. Always twelve characters.</summary>
/// <remarks>Its <see cref="ToString"/> is masked, so that it cannot reach a log by accident.</remarks>
public sealed record Personidentitet
{
    /// <summary>Nobody alive is older; a longer span is a slip of the pen.</summary>
    public const int HogstaAlder = 125;

    /// <summary>How many temporary numbers there are for one day and sex: T, a digit, a digit with the parity of the sex, a digit.</summary>
    public const int TemporaraPerDagOchKon = 500;

    private Personidentitet(string varde) => Varde = varde;

    /// <summary>Twelve characters without hyphen, the form that is stored and compared: <c>YYYYMMDDNNNN</c>, <c>YYYYMMDDTnnn</c>.</summary>
    public string Varde { get; }

    public Identitetsslag Slag => Varde[8] == 'T' ? Identitetsslag.Temporart
        : Varde[6] >= '6' ? Identitetsslag.Samordningsnummer
        : Identitetsslag.Personnummer;

    public DateOnly Fodelsedatum => Datum(Varde)!.Value;

    /// <summary>The third of the last four characters: odd for a man, even for a woman.</summary>
    public Kon Kon => (Varde[10] - '0') % 2 == 1 ? Kon.Man : Kon.Kvinna;

    /// <summary><c>YYYYMMDD-NNNN</c>.</summary>
    public string Visning => $"{Varde[..8]}-{Varde[8..]}";

    /// <summary>The day of birth without the last four.</summary>
    public string Maskerat => $"{Varde[..8]}-****";

    /// <summary>Reads a personnummer or samordningsnummer as people write it: <c>YYYYMMDDNNNN</c>, <c>YYYYMMDD-NNNN</c>, <c>YYMMDD-NNNN</c>,
    /// or <c>YYMMDD+NNNN</c> from the year a person turns 100.</summary>
    /// <remarks>Ten digits without a sign are refused: they do not say which century, and among our applicants both are common.</remarks>
    /// <returns>The identity, or <c>PERSONNUMMER_OGILTIGT</c>.</returns>
    // Folkbokföringslag (1991:481) 18 §; samordningsnummer: lag (2022:1697)
    public static Result<Personidentitet> Tolka(string? text, DateOnly idag)
    {
        var siffror = TolvSiffror(text?.Trim() ?? "", idag);
        if (siffror is null || !siffror.All(char.IsAsciiDigit) || !KontrollsiffranStammer(siffror)) return Ogiltigt;
        return Datum(siffror) is { } fodd && ArRimligt(fodd, idag) ? new Personidentitet(siffror) : Ogiltigt;
    }

    /// <summary>A temporary number in the form IVO takes, <c>YYYYMMDD-T123</c>, where the third of the four characters is even for a woman and
    /// odd for a man. It has no check digit.</summary>
    /// <param name="lopnummer">0 up to <see cref="TemporaraPerDagOchKon"/>; the caller finds one that is free. Two people never share one.</param>
    /// <returns>The identity; <c>TEMPORARA_NUMMER_SLUT</c> when the day's numbers are used up; <c>PERSONNUMMER_OGILTIGT</c> without a sex.</returns>
    public static Result<Personidentitet> Temporar(DateOnly fodelsedatum, Kon kon, int lopnummer)
    {
        if (kon == Kon.Okant) return Ogiltigt;
        if (lopnummer is < 0 or >= TemporaraPerDagOchKon)
            return Error.Rule("TEMPORARA_NUMMER_SLUT", "Det finns inga lediga temporära nummer för födelsedatumet.");
        var (forsta, rest) = Math.DivRem(lopnummer, 50);
        var (andra, tredje) = Math.DivRem(rest, 10);
        var parti = andra * 2 + (kon == Kon.Man ? 1 : 0);
        return new Personidentitet(string.Create(CultureInfo.InvariantCulture, $"{fodelsedatum:yyyyMMdd}T{forsta}{parti}{tredje}"));
    }

    /// <summary>The identity from its stored twelve characters (<see cref="Varde"/>), which were checked when they were written.</summary>
    /// <exception cref="ArgumentException">Not twelve characters.</exception>
    public static Personidentitet FranLagrad(string varde) =>
        varde.Length == 12 ? new(varde) : throw new ArgumentException("En lagrad identitet har tolv tecken.", nameof(varde));

    /// <summary>A birth date that a living person can have.</summary>
    public static bool ArRimligt(DateOnly fodelsedatum, DateOnly idag) => fodelsedatum <= idag && fodelsedatum >= idag.AddYears(-HogstaAlder);

    public override string ToString() => Maskerat;

    private static Error Ogiltigt => Error.Invalid("PERSONNUMMER_OGILTIGT", "Personnumret stämmer inte. Skriv det som ÅÅÅÅMMDD-NNNN.");

    private static string? TolvSiffror(string text, DateOnly idag) => text.Length switch
    {
        12 => text,
        13 when text[8] == '-' => text.Remove(8, 1),
        11 when text[6] is '-' or '+' && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var ar) =>
            Sekel(ar, text[6], idag) is var hel and > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{hel:0000}{text.AsSpan(2, 4)}{text.AsSpan(7)}")
                : null,
        _ => null,
    };

    /// <summary>The latest year that ends so and has come; with '+' the latest one that is a hundred years back or more.</summary>
    private static int Sekel(int ar, char tecken, DateOnly idag)
    {
        var senast = tecken == '+' ? idag.Year - 100 : idag.Year;
        return senast - (senast - ar) % 100;
    }

    private static DateOnly? Datum(string tolv)
    {
        var dag = (tolv[6] - '0') * 10 + (tolv[7] - '0');
        if (tolv[8] != 'T' && dag > 60) dag -= 60;
        return DateOnly.TryParseExact(
            string.Create(CultureInfo.InvariantCulture, $"{tolv.AsSpan(0, 6)}{dag:00}"), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var datum)
            ? datum
            : null;
    }

    /// <summary>Weights 2,1,2,1... over the nine digits after the century; the digit sums and the check digit together end in 0.</summary>
    private static bool KontrollsiffranStammer(string tolv)
    {
        var summa = 0;
        for (var i = 2; i < 12; i++)
        {
            var produkt = (tolv[i] - '0') * (i % 2 == 0 ? 2 : 1);
            summa += produkt / 10 + produkt % 10;
        }

        return summa % 10 == 0;
    }
}
