namespace CaseFlow.Domain.Insatser;

/// <summary>What a scope may look like, so that it survives being stored and can be compared.</summary>
public static class Omfattningsregler
{
    public const decimal Max = 1_000_000m;

    /// <summary>The refusal, or null: above zero, at most <see cref="Max"/> and two decimals.</summary>
    public static Error? Prova(decimal omfattning) =>
        omfattning <= 0 || omfattning > Max || decimal.Round(omfattning, 2) != omfattning
            ? Error.Invalid("OMFATTNING_OGILTIG", "Omfattningen ska vara större än noll och ha högst två decimaler.")
            : null;
}
