using CaseFlow.Domain;

namespace CaseFlow.Application.Journal;

/// <summary>A piece of a note around what was found. Text and places only: whoever shows it makes the marks.</summary>
/// <param name="Traffar">Where in <paramref name="Text"/> the words stand, in order, never overlapping.</param>
/// <param name="Forkortat">There is more of the note before or after.</param>
public sealed record Sokutdrag(string Text, IReadOnlyList<Traff> Traffar, bool Forkortat)
{
    private const int Fore = 60;
    private const int Efter = 140;

    internal static Sokutdrag Av(string text, Journalsokord ord)
    {
        var vikt = Gemener.Av(text);
        // Viks texten till en annan längd stämmer inga platser: då visas den utan märken.
        var traffar = vikt.Length == text.Length ? Traffarna(vikt, ord) : [];
        var forst = traffar.Count > 0 ? traffar[0].Start : 0;
        var (start, slut) = (Ordgrans(text, Math.Max(0, forst - Fore), 1), Ordgrans(text, Math.Min(text.Length, forst + Efter), -1));
        if (start > forst) start = forst;
        return new(
            text[start..slut].Replace('\n', ' ').TrimEnd(),
            [.. traffar.Where(t => t.Start >= start && t.Start + t.Langd <= slut).Select(t => t with { Start = t.Start - start })],
            start > 0 || slut < text.Length);
    }

    private static List<Traff> Traffarna(string text, Journalsokord ord) =>
        [.. Journalsokord.Dela(text).Where(o => ord.Stammar.Any(s => o.Ord.StartsWith(s, StringComparison.Ordinal))).Select(o => new Traff(o.Start, o.Ord.Length))];

    /// <summary>The nearest place where no word is cut in two.</summary>
    private static int Ordgrans(string text, int plats, int steg)
    {
        while (plats > 0 && plats < text.Length && !char.IsWhiteSpace(text[plats - 1]) && !char.IsWhiteSpace(text[plats])) plats += steg;
        return plats > 0 && plats < text.Length && char.IsWhiteSpace(text[plats]) && steg > 0 ? plats + 1 : plats;
    }
}

/// <param name="Start">Characters from the beginning.</param>
public sealed record Traff(int Start, int Langd);
