namespace CaseFlow.Domain.Personer;

/// <summary>Folds a name, or what someone searches for, to the form they are compared in: lower case, composed, single spaces.
/// å, ä and ö are letters of their own and stay.</summary>
public static class Sokord
{
    /// <summary>What an index can carry in every database; a longer word is found by its beginning.</summary>
    public const int LangstaDel = 100;

    /// <summary>What stands between the words of a name: <c>Anna-Karin</c> is two words, <c>O'Brien</c> too.</summary>
    private static readonly char[] Mellan = [' ', '-', '\u2010', '\u2011', '\u2013', '\'', '\u2019', '.', ',', '/', '(', ')'];

    /// <summary>Last name first: the order that people are listed in.</summary>
    public static string Omvant(string fornamn, string efternamn) => $"{Vik(efternamn)} {Vik(fornamn)}";

    public static string Vik(string text) =>
        string.Join(' ', Gemener.Av(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The words of a name, or of a search, folded and each once, in the order they stand. The migration <c>Namndelar</c> divides in the same way.</summary>
    public static IReadOnlyList<string> Delar(string text) =>
        [.. Vik(text).Split(Mellan, StringSplitOptions.RemoveEmptyEntries).Select(d => d.Length > LangstaDel ? d[..LangstaDel] : d).Distinct(StringComparer.Ordinal)];
}

/// <summary>One word of a person's name, folded: what she is found by. Kept with the name.</summary>
public sealed class Namndel
{
    private Namndel()
    {
    }

    public PersonId PersonId { get; private set; }

    public string Ord { get; private set; } = "";

    /// <summary>Every word of the name, the second ones and the halves of a double name too.</summary>
    internal static List<Namndel> Av(PersonId person, string fornamn, string efternamn) =>
        [.. Sokord.Delar($"{fornamn} {efternamn}").Select(ord => new Namndel { PersonId = person, Ord = ord })];
}
