namespace CaseFlow.Domain;

/// <summary>What every free text goes through before it is kept.</summary>
internal static class Texter
{
    public static bool ForLanga(params ReadOnlySpan<string?> texter)
    {
        foreach (var text in texter)
        {
            if (Textlangd.ArForLang(text)) return true;
        }

        return false;
    }

    /// <summary>Without blanks at the ends; null when nothing is left.</summary>
    public static string? Stada(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
