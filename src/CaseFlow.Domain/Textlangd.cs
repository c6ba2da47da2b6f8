namespace CaseFlow.Domain;

/// <summary>The longest text one field takes, the same everywhere: 10 000 characters (Unicode code points, so that an emoji is one).</summary>
public static class Textlangd
{
    public const int Hogst = 10_000;

    public static Error ForLang { get; } = Error.Invalid("TEXT_FOR_LANG", "En text är för lång. Ett fält rymmer 10 000 tecken.");

    public static bool ArForLang(string? text) => text is { Length: > Hogst } && text.EnumerateRunes().Count() > Hogst;
}
