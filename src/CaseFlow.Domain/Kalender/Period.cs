namespace CaseFlow.Domain.Kalender;

/// <summary>Days from and including <see cref="From"/>, to and including <see cref="Tom"/>; without an end it goes on.</summary>
/// <exception cref="ArgumentException">Tom is before From. Ask <see cref="Skapa"/> for what people write.</exception>
public readonly record struct Period(DateOnly From, DateOnly? Tom)
{
    public DateOnly? Tom { get; init; } = Tom is null || Tom >= From
        ? Tom
        : throw new ArgumentException("Periodens slut ligger före dess början.", nameof(Tom));

    /// <summary>They have a day in common.</summary>
    public bool Overlappar(DateOnly from, DateOnly? tom) => (tom is null || tom >= From) && (Tom is null || from <= Tom);

    public static Result<Period> Skapa(DateOnly from, DateOnly? tom) =>
        tom < from ? Error.Invalid("PERIOD_BAKLANGES", "Slutdatumet ligger före startdatumet.") : new Period(from, tom);

    public bool Innehaller(DateOnly dag) => dag >= From && (Tom is null || dag <= Tom);
}
