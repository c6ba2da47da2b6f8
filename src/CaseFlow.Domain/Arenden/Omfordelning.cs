namespace CaseFlow.Domain.Arenden;

/// <summary>Why an ärende was moved to another handläggare, or closed to or opened for others by a change of the person's protection. Who, to what
/// and when stand in the trail, which carries no such text.</summary>
public sealed class Omfordelning
{
    private Omfordelning()
    {
    }

    public ArendeId ArendeId { get; private set; }

    /// <summary>When, in UTC: the same moment as the event.</summary>
    public DateTimeOffset Tid { get; private set; }

    public string Skal { get; private set; } = "";

    /// <returns>The reason as kept; <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<Omfordelning> Motivera(ArendeId arende, string? skal, DateTimeOffset now) =>
        Motivera(arende, skal, "Skriv varför ärendet flyttas.", now);

    /// <summary>The same for a change of who may see the ärende.</summary>
    /// <returns>The reason as kept; <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<Omfordelning> MotiveraSkydd(ArendeId arende, string? skal, DateTimeOffset now) =>
        Motivera(arende, skal, "Skriv varför skyddet ändras.", now);

    /// <summary>The same for who is named.</summary>
    /// <returns>The reason as kept; <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<Omfordelning> MotiveraNamngivning(ArendeId arende, string? skal, DateTimeOffset now) =>
        Motivera(arende, skal, "Skriv varför namngivningen inte behövs längre.", now);

    private static Result<Omfordelning> Motivera(ArendeId arende, string? skal, string saknas, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(skal)) return Error.Invalid("SKAL_SAKNAS", saknas);
        if (Textlangd.ArForLang(skal)) return Textlangd.ForLang;
        return new Omfordelning { ArendeId = arende, Tid = now.ToUniversalTime(), Skal = skal.Trim() };
    }
}
