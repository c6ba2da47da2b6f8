using CaseFlow.Domain;

namespace CaseFlow.Application.Journal;

/// <summary>The words of a search, as they are compared: lower case, composed, letters and digits only.</summary>
/// <param name="Stammar">At least one: what words in the text must begin with.</param>
public sealed record Journalsokord(IReadOnlyList<string> Stammar)
{
    private const int Flest = 8;
    private const int Langst = 200;
    private const int Kortast = 2;

    /// <returns>The words, or a fault at the field <c>sok</c>.</returns>
    public static Result<Journalsokord> Tolka(string? text)
    {
        if (text?.Length > Langst) return Fel($"Skriv högst {Langst} tecken.");
        var ord = Dela(Gemener.Av(text ?? "")).Select(o => o.Ord).Where(o => o.Length >= Kortast).Distinct(StringComparer.Ordinal).ToList();
        return ord.Count switch
        {
            0 => Fel("Skriv minst ett ord med två bokstäver."),
            > Flest => Fel($"Skriv högst {Flest} ord."),
            _ => new Journalsokord([.. ord.Select(Ordstam.Av)]),
        };
    }

    internal static IEnumerable<(int Start, string Ord)> Dela(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (start < 0) start = i;
            }
            else if (start >= 0)
            {
                yield return (start, text[start..i]);
                start = -1;
            }
        }
    }

    private static Error Fel(string text) => Error.Invalid(new FieldError("sok", text));
}
