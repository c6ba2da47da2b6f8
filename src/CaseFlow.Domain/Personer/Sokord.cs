using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CaseFlow.Domain.Personer;

/// <summary>Folds a name, or what someone searches for, to the form they are compared in: lower case, composed, single spaces.
/// å, ä and ö are letters of their own and stay.</summary>
public static class Sokord
{
    public static string Av(string fornamn, string efternamn) => $"{Vik(fornamn)} {Vik(efternamn)} {Vik(fornamn)}";

    /// <summary>Last name first.</summary>
    public static string Omvant(string fornamn, string efternamn) => $"{Vik(efternamn)} {Vik(fornamn)}";

    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "The folded form is stored and indexed in lower case.")]
    public static string Vik(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormC).ToLowerInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
