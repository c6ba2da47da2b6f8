namespace CaseFlow.Domain.Personer;

/// <summary>Folds a name, or what someone searches for, to the form they are compared in: lower case, composed, single spaces.
/// å, ä and ö are letters of their own and stay.</summary>
public static class Sokord
{
    public static string Av(string fornamn, string efternamn) => $"{Vik(fornamn)} {Vik(efternamn)} {Vik(fornamn)}";

    /// <summary>Last name first.</summary>
    public static string Omvant(string fornamn, string efternamn) => $"{Vik(efternamn)} {Vik(fornamn)}";

    public static string Vik(string text) =>
        string.Join(' ', Gemener.Av(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
