namespace CaseFlow.Application.Journal;

/// <summary>The stem of a Swedish word in lower case ("hembesöket" becomes "hembesök"): what its forms begin with. Every database is asked for words that
/// begin with it.</summary>
// Snowballs svenska regler, som PostgreSQL:s 'swedish', och därtill den bestämda formens -et och -ets, som de lämnar.
internal static class Ordstam
{
    private const string Vokaler = "aeiouyäåö";
    private const string ForeS = "bcdfghjklmnoprtvy";

    /// <summary>The longest first: the first that fits is the one that goes.</summary>
    private static readonly string[] Andelser =
    [
        "heterna", "hetens", "anden", "heten", "heter", "arnas", "ernas", "ornas", "andes", "arens", "andet",
        "arna", "erna", "orna", "ande", "arne", "aste", "aren", "ades", "erns",
        "ade", "are", "ern", "ens", "ets", "het", "ast", "ad", "en", "ar", "er", "or", "as", "es", "at", "et", "a", "e",
    ];

    private static readonly string[] Dubbla = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];

    public static string Av(string ord)
    {
        var r1 = R1(ord);
        var stam = UtanAndelse(ord, r1);
        if (Dubbla.Any(d => Slutar(stam, d, r1))) stam = stam[..^1];
        if (Slutar(stam, "fullt", r1) || Slutar(stam, "löst", r1)) return stam[..^1];
        foreach (var andelse in (string[])["lig", "els", "ig"])
            if (Slutar(stam, andelse, r1)) return stam[..^andelse.Length];
        return stam;
    }

    private static string UtanAndelse(string ord, int r1)
    {
        foreach (var andelse in Andelser)
            if (Slutar(ord, andelse, r1)) return ord[..^andelse.Length];
        return Slutar(ord, "s", r1) && ord.Length > 1 && ForeS.Contains(ord[^2], StringComparison.Ordinal) ? ord[..^1] : ord;
    }

    private static bool Slutar(string ord, string andelse, int r1) => ord.Length - andelse.Length >= r1 && ord.EndsWith(andelse, StringComparison.Ordinal);

    /// <summary>Where the part begins that endings are taken from: after the first consonant that follows a vowel, and at least three letters in.</summary>
    private static int R1(string ord)
    {
        for (var i = 1; i < ord.Length; i++)
            if (Vokaler.Contains(ord[i - 1], StringComparison.Ordinal) && !Vokaler.Contains(ord[i], StringComparison.Ordinal)) return Math.Max(i + 1, 3);
        return ord.Length;
    }
}
