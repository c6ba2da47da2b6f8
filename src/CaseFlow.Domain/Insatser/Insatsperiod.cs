namespace CaseFlow.Domain.Insatser;

/// <summary>The days an insats is applied for or granted, both ends included; no end means tills vidare.</summary>
public sealed record Insatsperiod(DateOnly From, DateOnly? Tom)
{
    public bool TillsVidare => Tom is null;

    public static Result<Insatsperiod> Skapa(DateOnly from, DateOnly? tom) => tom < from
        ? Error.Invalid("PERIOD_OGILTIG", "Slutdatum ligger före startdatum.")
        : new Insatsperiod(from, tom);
}
