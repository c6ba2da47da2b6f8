using CaseFlow.Domain.Ansokningar;

namespace CaseFlow.Application.Ansokningar;

/// <summary>What a god man, förvaltare or ombud is to do, in words.</summary>
// Föräldrabalken 11 kap. 4 § [overifierat]: bevaka rätt, förvalta egendom, sörja för person
internal static class Ombudsuppdrag
{
    public static IReadOnlyList<Val> Alla { get; } =
        [new(Ombud.SorjaForPerson, "Sörja för person"), new(Ombud.ForvaltaEgendom, "Förvalta egendom"), new(Ombud.BevakaRatt, "Bevaka rätt")];

    /// <summary>"Sörja för person, bevaka rätt"; a fullmakt's own words as they stand. Null when nothing was said.</summary>
    public static string? Text(Ombud ombud)
    {
        var delar = ombud.Omfattning.Where(del => !string.IsNullOrWhiteSpace(del)).Select((del, i) => Del(del.Trim(), i == 0)).ToList();
        return delar.Count == 0 ? null : string.Join(", ", delar);
    }

    private static string Del(string del, bool forst) =>
        Personer.Ombudsord.Namn(del) is var text && text == del ? del : forst ? text : Datumtext.MedLitenBokstav(text);
}
