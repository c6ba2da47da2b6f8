namespace CaseFlow.Domain;

/// <summary>The length that every free text field keeps to.</summary>
public static class Textregler
{
    /// <summary>Characters a field.</summary>
    public const int Max = 10_000;

    /// <summary>The refusal when any of the texts is too long, else null.</summary>
    internal static Error? ForLang(params ReadOnlySpan<string?> texter)
    {
        foreach (var text in texter)
        {
            if (text?.Length > Max)
                return Error.Invalid("TEXT_FOR_LANG", "Texten är för lång. Ett fält rymmer 10 000 tecken.");
        }

        return null;
    }

    internal static string? Stada(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
