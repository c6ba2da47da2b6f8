namespace CaseFlow.Domain.Personer;

/// <summary>Sex, as the identity tells it and as statistics are divided by it.</summary>
public enum Kon { Kvinna, Man, Okant }

/// <summary>The codes of <see cref="Kon"/> in contracts and events.</summary>
public static class Konkoder
{
    public static string Kod(this Kon kon) => kon switch
    {
        Kon.Kvinna => "kvinna",
        Kon.Man => "man",
        Kon.Okant => "okant",
    };

    public static Kon? Tolka(string? kod) => kod switch
    {
        "kvinna" => Kon.Kvinna,
        "man" => Kon.Man,
        "okant" => Kon.Okant,
        _ => null,
    };
}
