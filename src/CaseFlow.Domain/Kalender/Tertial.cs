using System.Globalization;

namespace CaseFlow.Domain.Kalender;

/// <summary>A third of a calendar year, the period of follow-up in the city's management system: January-April, May-August, September-December.</summary>
/// <param name="Nummer">1 to 3.</param>
public readonly record struct Tertial(int Ar, int Nummer) : IComparable<Tertial>
{
    public int Nummer { get; init; } = Nummer is >= 1 and <= 3 ? Nummer : throw new ArgumentOutOfRangeException(nameof(Nummer), "Ett tertial är 1, 2 eller 3.");

    public DateOnly Start => new(Ar, (Nummer - 1) * 4 + 1, 1);

    /// <summary>The last day, included.</summary>
    public DateOnly Slut => Start.AddMonths(4).AddDays(-1);

    public Tertial Foregaende => Nummer == 1 ? new(Ar - 1, 3) : new(Ar, Nummer - 1);

    public static Tertial Av(DateOnly dag) => new(dag.Year, (dag.Month - 1) / 4 + 1);

    /// <summary>The tertial of a moment, by the day in Europe/Stockholm and not in UTC.</summary>
    public static Tertial Av(DateTimeOffset tid) => Av(SvenskTid.Dag(tid));

    /// <summary>Reads the form of <see cref="ToString"/>.</summary>
    public static bool Forsok(string? text, out Tertial tertial)
    {
        tertial = default;
        if (text is not [_, _, _, _, '-', 'T', >= '1' and <= '3']) return false;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var ar) || ar < 1) return false;
        tertial = new(ar, text[6] - '0');
        return true;
    }

    public int CompareTo(Tertial other) => (Ar, Nummer).CompareTo((other.Ar, other.Nummer));

    /// <summary>E.g. <c>2026-T2</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ar:0000}-T{Nummer}");

    public static bool operator <(Tertial left, Tertial right) => left.CompareTo(right) < 0;

    public static bool operator <=(Tertial left, Tertial right) => left.CompareTo(right) <= 0;

    public static bool operator >(Tertial left, Tertial right) => left.CompareTo(right) > 0;

    public static bool operator >=(Tertial left, Tertial right) => left.CompareTo(right) >= 0;
}
