using System.Text.RegularExpressions;

namespace CaseFlow.Web.Pages.Grund;

/// <summary>The shape of the numbers that may stand in an address. Anything else is never shown back to the reader.</summary>
internal static partial class Nummerform
{
    public static bool ArArende(string? text) => text is not null && Arende().IsMatch(text);

    public static bool ArAvvikelse(string? text) => text is not null && Avvikelse().IsMatch(text);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{1,8}\z", RegexOptions.None, 200)]
    private static partial Regex Arende();

    [GeneratedRegex(@"\A[A-Z]{1,4}-[0-9]{4}-[0-9]{1,8}\z", RegexOptions.None, 200)]
    private static partial Regex Avvikelse();
}
