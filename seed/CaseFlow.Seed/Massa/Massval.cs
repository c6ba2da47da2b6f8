using CaseFlow.Domain;

namespace CaseFlow.Seed.Massa;

/// <summary>How much to lay. The same values give the same rows.</summary>
/// <param name="Arenden">In all, the templates among them.</param>
/// <param name="Slut">The last day, as for <see cref="Demoval"/>: the history ends that morning at half past six.</param>
public sealed record Massval(int Arenden, int Fro, DateOnly Slut)
{
    /// <summary>There are about 120 000 test personnummer a sex among those who are old.</summary>
    public const int FlestArenden = 200_000;

    public const int FlestEnheter = 50;

    public int Enheter { get; init; } = 10;

    /// <summary>Handläggare in each unit; at least as many as the templates have.</summary>
    public int Handlaggare { get; init; } = 40;

    /// <summary>How large a part of the ärenden are open. Half is more than any unit has: the lists are measured with more to look through.</summary>
    public double Oppna { get; init; } = 0.5;

    /// <summary>People whose lives are lived through the use cases, to be copied.</summary>
    public int Mallar { get; init; } = 80;

    /// <summary>Months of them.</summary>
    public int Manader { get; init; } = 10;

    internal Error? Prova()
    {
        var minst = Mallar * 2;
        if (Arenden < minst || Arenden > FlestArenden) return Ogiltigt($"Antalet ärenden ska vara mellan {minst} och {FlestArenden}.");
        if (Enheter is < 1 or > FlestEnheter) return Ogiltigt($"Antalet enheter ska vara mellan 1 och {FlestEnheter}.");
        var handlaggare = Personal.Alla.Count(p => p.Roll == Domain.Behorigheter.Roll.Handlaggare);
        if (Handlaggare < handlaggare) return Ogiltigt($"Varje enhet behöver minst {handlaggare} handläggare.");
        return Oppna is < 0 or > 1 ? Ogiltigt("Andelen öppna ärenden ska vara mellan 0 och 1.") : null;
    }

    private static Error Ogiltigt(string text) => Error.Invalid("OGILTIGT", text);
}

/// <param name="Rader">Rows laid beside the use cases.</param>
/// <param name="Enheter">The units, the templates' own first.</param>
public sealed record Massutfall(int Arenden, int Personer, long Rader, IReadOnlyList<EnhetId> Enheter);
