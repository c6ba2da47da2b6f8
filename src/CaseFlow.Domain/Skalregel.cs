namespace CaseFlow.Domain;

/// <summary>A reason that is kept for whoever reviews it. A full stop tells her nothing.</summary>
internal static class Skalregel
{
    private const int Minst = 8;

    /// <param name="fraga">What is to be written, as the beginning of a sentence: "Skriv varför du behöver uppgifterna".</param>
    /// <returns><c>SKAL_SAKNAS</c>, <c>TEXT_FOR_LANG</c>, or null when the reason will do.</returns>
    public static Error? Prova(string? skal, string fraga)
    {
        if (Textlangd.ArForLang(skal)) return Textlangd.ForLang;
        return Texter.Stada(skal)?.Length >= Minst ? null : Error.Invalid("SKAL_SAKNAS", $"{fraga}, med minst {Minst} tecken. Skälet sparas.");
    }
}
