namespace CaseFlow.Domain.Indikatorer;

/// <summary>95 per cent intervals for shares, in per cent with one decimal.</summary>
// Wilson 1927, och Newcombe 1998 (metod 10) för skillnaden: de håller också nära 0 och 100 procent, där den vanliga formeln inte gör det.
public static class Intervall
{
    private const double Z = 1.959964;

    /// <summary>Where the share may lie. <paramref name="namnare"/> is more than zero.</summary>
    public static (decimal Lagst, decimal Hogst) Andel(int taljare, int namnare)
    {
        var (lagst, hogst) = Wilson(taljare, namnare);
        return (Procent(lagst), Procent(hogst));
    }

    /// <summary>Where the difference, the first share less the second, may lie in percentage points.</summary>
    public static (decimal Lagst, decimal Hogst) Skillnad(int taljare1, int namnare1, int taljare2, int namnare2)
    {
        var (p1, p2) = ((double)taljare1 / namnare1, (double)taljare2 / namnare2);
        var ((l1, h1), (l2, h2)) = (Wilson(taljare1, namnare1), Wilson(taljare2, namnare2));
        var d = p1 - p2;
        return (Procent(d - Math.Sqrt(Math.Pow(p1 - l1, 2) + Math.Pow(h2 - p2, 2))), Procent(d + Math.Sqrt(Math.Pow(h1 - p1, 2) + Math.Pow(p2 - l2, 2))));
    }

    private static (double Lagst, double Hogst) Wilson(int taljare, int namnare)
    {
        var (n, p) = ((double)namnare, (double)taljare / namnare);
        var mitt = p + (Z * Z / (2 * n));
        var bredd = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        var nedre = 1 + (Z * Z / n);
        return ((mitt - bredd) / nedre, (mitt + bredd) / nedre);
    }

    private static decimal Procent(double andel) => Math.Round((decimal)(100 * andel), 1, MidpointRounding.AwayFromZero);
}
