namespace CaseFlow.Domain.Insatser;

/// <summary>How a beslut is appealed. It follows from the lagrum, never from the insats alone.</summary>
public enum Overklagandeform
{
    /// <summary>To förvaltningsrätten, handed in to the nämnd within three weeks: FL 43–44 §§.</summary>
    Forvaltningsbesvar = 1,

    /// <summary>Legality only, by any member of the kommun: KL (2017:725) 13 kap. [unverified against the text].</summary>
    Laglighetsprovning = 2,

    /// <summary>An anmälan to another authority: nothing is decided here, so nothing can be appealed.</summary>
    Anmalan = 3,
}

/// <summary>The law an insats is decided under, between two dates (both included).</summary>
/// <param name="Lag">SFS number, e.g. <c>2025:400</c>.</param>
/// <param name="Ref">Chapter and paragraph, e.g. <c>11 kap. 1 § och 8 kap. 1 §</c>; empty when the law as a whole is the ground.</param>
public sealed record Lagrum(
    string Insatstyp, string Lag, string Ref, DateOnly ValidFrom, DateOnly? ValidTo, Overklagandeform Overklagandeform)
{
    /// <summary>What an anmälan is called where a beslut would say its law: it is no beslut, and no law of ours grants anything.</summary>
    public const string Anmalan = "Anmälan till överförmyndaren";

    /// <summary>The full name, as it stands in a beslut: <c>11 kap. 1 § och 8 kap. 1 § socialtjänstlagen (2025:400)</c>; for an anmälan that it is one.</summary>
    public string Text => Overklagandeform is Overklagandeform.Anmalan ? Anmalan : string.IsNullOrEmpty(Ref) ? Namn : $"{Ref} {Namn}";

    private string Namn => Lag switch
    {
        "2025:400" or "2001:453" => $"socialtjänstlagen ({Lag})",
        "1993:387" => "lagen (1993:387) om stöd och service till vissa funktionshindrade",
        "1997:736" => "lagen (1997:736) om färdtjänst",
        "1997:735" => "lagen (1997:735) om riksfärdtjänst",
        "2009:47" => "lagen (2009:47) om vissa kommunala befogenheter",
        "1949:381" => "föräldrabalken",
        _ => $"lag ({Lag})",
    };

    /// <summary>Where the person's right to speak before the nämnd stands, and that she shall be told of it; null when the law gives none.</summary>
    // SoL (2025:400) 14 kap. 8 §, från 2025-07-01; SoL (2001:453) 11 kap. 9 § dessförinnan [unverified]; LSS 8 a §, for the insatser of 9 §.
    // The laws on färdtjänst, riksfärdtjänst and certain kommunala befogenheter have no such rule; FL (2017:900) 24 § is another right.
    public string? MuntligRatt => Lag switch
    {
        "2025:400" => "14 kap. 8 § socialtjänstlagen",
        "2001:453" => "11 kap. 9 § socialtjänstlagen (2001:453)",
        "1993:387" => "8 a § lagen om stöd och service till vissa funktionshindrade",
        _ => null,
    };

    /// <summary>Whether that right holds also when there is plainly nothing to answer.</summary>
    // LSS 8 a § gäller i varje ärende om insatser enligt 9 §; SoL (2025:400) 14 kap. 8 § bara den som ska yttra sig enligt 25 § FL
    public bool MuntligRattAlltid => Lag == "1993:387";

    public bool Galler(DateOnly dag) => dag >= ValidFrom && (ValidTo is null || dag <= ValidTo);
}

/// <summary>Which law applies, chosen by the day of the beslut and never by the day of the ansökan.</summary>
/// <remarks>A new law is a new row, and an end date on the old one; nothing else changes.</remarks>
public static class Lagrumstabell
{
    // SoL (2025:400) övergångsbestämmelser 1 och 2: i kraft 2025-07-01, SoL (2001:453) upphävs samma dag.
    private static readonly DateOnly NySol = new(2025, 7, 1);
    private static readonly DateOnly GammalSolSlut = NySol.AddDays(-1);

    // SoL (2001:453) övergångsbestämmelse 1: i kraft 2002-01-01. Older beslut do not occur in the product.
    private static readonly DateOnly GammalSol = new(2002, 1, 1);

    public static IReadOnlyList<Lagrum> Rader { get; } =
    [
        // 8 kap. 1 § SoL (2025:400): "hemtjänst, dagverksamheter eller andra liknande insatser". That the last five are such
        // insatser is our reading; the right itself rests on 11 kap. 1 § alone.
        .. Sol("hemtjanst", "11 kap. 1 § och 8 kap. 1 §"),
        .. Sol("dagverksamhet", "11 kap. 1 § och 8 kap. 1 §"),
        .. Sol("avlosning", "11 kap. 1 § och 8 kap. 1 §"),
        .. Sol("ledsagning", "11 kap. 1 § och 8 kap. 1 §"),
        .. Sol("boendestod", "11 kap. 1 § och 8 kap. 1 §"),
        .. Sol("trygghetslarm", "11 kap. 1 § och 8 kap. 1 §"),
        .. Sol("matdistribution", "11 kap. 1 § och 8 kap. 1 §"),
        // SoL (2025:400) 8 kap. 4 §: first stycket omvårdnad and särskilt stöd; second stycket boende with lättåtkomliga tjänster.
        // Which stycke servicehus falls under is not confirmed and differs between kommuner: none is named until the nämnd has said it.
        .. Sol("vard-och-omsorgsboende", "11 kap. 1 § och 8 kap. 4 § första stycket", "4 kap. 1 § och 5 kap. 5 § andra stycket"),
        .. Sol("servicehus", "11 kap. 1 § och 8 kap. 4 §", "4 kap. 1 § och 5 kap. 5 §"),
        .. Sol("korttidsboende", "11 kap. 1 §"),
        .. Sol("vaxelvard", "11 kap. 1 §"),
        // Unverified: some kommuner grant hemvårdsbidrag by a beslut of kommunfullmäktige instead. 11 kap. 4 § (4 kap. 2 § in the
        // older law) is not in 35 kap. 1 § (16 kap. 3 §), so the beslut is tried by laglighetsprövning.
        .. Sol("hemvardsbidrag", "11 kap. 4 §", "4 kap. 2 §", Overklagandeform.Laglighetsprovning),
        // LSS 9 § 2, överklagande 27 § 1. In force from 1994-01-01.
        new("personlig-assistans", "1993:387", "9 § 2", new(1994, 1, 1), null, Overklagandeform.Forvaltningsbesvar),
        // Lag (1997:736) 7 §, överklagande 16 §. In force from 1998-01-01 [that date unverified].
        new("fardtjanst", "1997:736", "7 §", new(1998, 1, 1), null, Overklagandeform.Forvaltningsbesvar),
        // Lag (1997:735) 5 §, överklagande 13 §, from 1998-01-01.
        new("riksfardtjanst", "1997:735", "5 §", new(1998, 1, 1), null, Overklagandeform.Forvaltningsbesvar),
        // Lag (2009:47) 2 kap. 6 §, from 2009-03-01: kommuner får lämna stöd. The law says nothing on appeal, so KL 13 kap. [unverified].
        new("kbf", "2009:47", "2 kap. 6 §", new(2009, 3, 1), null, Overklagandeform.Laglighetsprovning),
        // Anmälan to överförmyndaren. The duty of the kommun stands, as we understand it, in the socialtjänstförordning (now STF 2025:468)
        // and not in FB [unverified]: the row keeps a law for the table's sake, and no letter names it. Start date is ours.
        new("god-man-forvaltare", "1949:381", "", GammalSol, null, Overklagandeform.Anmalan),
    ];

    /// <summary>The lagrum for an insatstyp on the day of its beslut.</summary>
    /// <exception cref="ArgumentException">No row covers the insatstyp and the day: a hole in the table is a bug, not a refusal.</exception>
    public static Lagrum For(string insatstyp, DateOnly beslutsdatum) =>
        Rader.SingleOrDefault(rad => string.Equals(rad.Insatstyp, insatstyp, StringComparison.Ordinal) && rad.Galler(beslutsdatum))
        ?? throw new ArgumentException($"Inget lagrum för {insatstyp} den {beslutsdatum:O}.", nameof(insatstyp));

    /// <summary>The laws of the table that a text names by their SFS number and that do not hold on the day. What the table does not know is not judged.</summary>
    /// <returns>SFS numbers, in order: <c>2001:453</c>.</returns>
    // SoL (2025:400) övergångsbestämmelser 1 och 2: den äldre lagen upphävs samma dag som den nya träder i kraft
    public static IReadOnlyList<string> NamndaSomInteGaller(string? text, DateOnly dag) => text is null ? [] :
        [.. Rader.Select(r => r.Lag).Distinct(StringComparer.Ordinal)
            .Where(lag => Namner(text, lag) && !Rader.Any(r => r.Lag == lag && r.Galler(dag))).Order(StringComparer.Ordinal)];

    /// <summary>The law under which a beslut that is not carried out is reported: that of the day of the report, whatever law the beslut rests on.</summary>
    /// <param name="rapportdag">The first day that the beslut is to be reported, or the day of the report when that is later.</param>
    // SoL (2001:453) 16 kap. 6 f §, till och med 2025-06-30; SoL (2025:400) 34 kap. 1 §, från 2025-07-01 (övergångsbestämmelserna sparar inte den
    // äldre rapporteringen: punkt 2 upphäver hela lagen); LSS 28 f §
    public static Lagrum EjVerkstallt(string insatstyp, DateOnly beslutsdag, DateOnly rapportdag)
    {
        var (lag, paragraf) = ArLss(insatstyp, beslutsdag) ? ("1993:387", "28 f §") : rapportdag >= NySol ? ("2025:400", "34 kap. 1 §") : ("2001:453", "16 kap. 6 f §");
        return For(insatstyp, beslutsdag) with { Lag = lag, Ref = paragraf };
    }

    public static bool ArLss(string insatstyp, DateOnly beslutsdag) => For(insatstyp, beslutsdag).Lag == "1993:387";

    /// <summary>The number stands by itself: 2025:4001 does not name 2025:400.</summary>
    private static bool Namner(string text, string lag)
    {
        for (var i = text.IndexOf(lag, StringComparison.Ordinal); i >= 0; i = text.IndexOf(lag, i + 1, StringComparison.Ordinal))
        {
            var (fore, efter) = (i == 0 ? ' ' : text[i - 1], i + lag.Length >= text.Length ? ' ' : text[i + lag.Length]);
            if (!char.IsAsciiDigit(fore) && !char.IsAsciiDigit(efter)) return true;
        }
        return false;
    }

    private static IEnumerable<Lagrum> Sol(string insatstyp, string ny, string gammal = "4 kap. 1 §",
        Overklagandeform form = Overklagandeform.Forvaltningsbesvar) =>
    [
        // SoL (2001:453) 4 kap. 1 §, överklagande 16 kap. 3 §, till och med 2025-06-30.
        new(insatstyp, "2001:453", gammal, GammalSol, GammalSolSlut, form),
        // SoL (2025:400) 11 kap. 1 §, överklagande 35 kap. 1 § 1, från 2025-07-01.
        new(insatstyp, "2025:400", ny, NySol, null, form),
    ];
}
