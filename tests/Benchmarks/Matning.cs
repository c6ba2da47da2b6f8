using CaseFlow.Testing;

namespace CaseFlow.Benchmarks;

// Mätningar av produkten mot fasta data, med ett mål där det finns ett. Siffrorna hör till maskinen; antalet databasanrop prövas i proven.

/// <summary>Something that is measured by name, on one database at a time.</summary>
internal interface IMatning
{
    string Namn { get; }

    /// <summary>What it measures, in Swedish, one sentence.</summary>
    string Vad { get; }

    Task<IReadOnlyList<Matvarde>> Mat(Provdatabas databas);
}

/// <param name="Fall">"4 skrivare".</param>
/// <param name="Matt">"produkt".</param>
internal sealed record Matvarde(string Fall, string Matt, double Varde, string Enhet, Mal? Mal = null);

/// <summary>At least, or at most, this much.</summary>
internal sealed record Mal(double Grans, bool Minst)
{
    public static Mal MinstVarde(double grans) => new(grans, true);

    public static Mal HogstVarde(double grans) => new(grans, false);

    public bool Nas(double varde) => NasInom(varde, 1);

    /// <summary>Reached, or missed by no more than this many times.</summary>
    public bool NasInom(double varde, double ganger) => Minst ? varde >= Grans / ganger : varde <= Grans * ganger;
}

internal static class Statistik
{
    public static double Median(IEnumerable<double> varden) => Percentil(varden, 0.5);

    /// <summary>The smallest value that at least this part of the values do not exceed.</summary>
    public static double Percentil(IEnumerable<double> varden, double del)
    {
        var ordnade = varden.Order().ToList();
        return ordnade[Math.Max(0, (int)Math.Ceiling(del * ordnade.Count) - 1)];
    }
}
