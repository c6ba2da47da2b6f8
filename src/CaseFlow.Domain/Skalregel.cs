namespace CaseFlow.Domain;

/// <summary>A reason that is kept for whoever reviews it. A full stop tells her nothing, nor does the same letter over and over.</summary>
internal static class Skalregel
{
    private const int Minst = 8;
    private const int MinstaOrd = 2;
    private const int MinstaBokstaver = 4;

    /// <param name="fraga">What is to be written, as the beginning of a sentence: "Skriv varför du behöver uppgifterna".</param>
    /// <returns><c>SKAL_SAKNAS</c>, <c>TEXT_FOR_LANG</c>, or null when the reason will do.</returns>
    public static Error? Prova(string? skal, string fraga)
    {
        if (Textlangd.ArForLang(skal)) return Textlangd.ForLang;
        return Texter.Stada(skal) is { Length: >= Minst } text && Sager(text) ? null
            : Error.Invalid("SKAL_SAKNAS", $"{fraga}, med några ord (minst {Minst} tecken). Skälet sparas, och chefen kan läsa det.");
    }

    private static bool Sager(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(o => o.Any(char.IsLetter)) >= MinstaOrd
        && text.Where(char.IsLetter).Select(char.ToUpperInvariant).Distinct().Count() >= MinstaBokstaver;
}
