namespace CaseFlow.Domain.Kalender;

/// <summary>Which days are working days (arbetsdagar) in Sweden: Monday to Friday, apart from public holidays and the eves that law puts
/// on a par with them.</summary>
/// <remarks>Holidays by the rules in force since 2005; before that whit monday was a holiday and 6 June was not.</remarks>
public static class Arbetsdagar
{
    public static bool ArArbetsdag(DateOnly dag) =>
        dag.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !ArHelgdag(dag) && !ArLikstalldAfton(dag);

    /// <summary>The last working day before the given day, never the day itself. FL (2017:900) 22 §, 2 st.</summary>
    public static DateOnly NarmastForegaende(DateOnly dag) => Lagg(dag, -1);

    /// <summary>Moves a number of working days forwards, or backwards when negative; 0 gives the day itself.</summary>
    public static DateOnly Lagg(DateOnly dag, int dagar)
    {
        var steg = Math.Sign(dagar);
        for (var kvar = Math.Abs(dagar); kvar > 0;)
        {
            dag = dag.AddDays(steg);
            if (ArArbetsdag(dag)) kvar--;
        }

        return dag;
    }

    /// <summary>A public holiday other than an ordinary Sunday.</summary>
    // Lag (1989:253) om allmänna helgdagar, 1 §
    public static bool ArHelgdag(DateOnly dag) => (dag.Month, dag.Day) switch
    {
        (1, 1) or (1, 6) or (5, 1) or (12, 25) or (12, 26) => true,
        (6, 6) when dag.Year >= 2005 => true,
        (6, >= 20 and <= 26) when dag.DayOfWeek == DayOfWeek.Saturday => true,
        (10, 31) or (11, <= 6) when dag.DayOfWeek == DayOfWeek.Saturday => true,
        _ => ArPaskhelg(dag),
    };

    /// <summary>Midsummer eve, Christmas eve and New Year's eve, on a par with a Sunday.</summary>
    // Lag (1930:173) om beräkning av lagstadgad tid, 2 §
    public static bool ArLikstalldAfton(DateOnly dag) => (dag.Month, dag.Day) switch
    {
        (12, 24) or (12, 31) => true,
        (6, >= 19 and <= 25) => dag.DayOfWeek == DayOfWeek.Friday,
        _ => false,
    };

    /// <summary>Easter Sunday of a year (Gregorian computus).</summary>
    public static DateOnly Paskdagen(int ar)
    {
        var a = ar % 19;
        var (b, c) = Math.DivRem(ar, 100);
        var (d, e) = Math.DivRem(b, 4);
        var g = (8 * b + 13) / 25;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var (manad, dag) = Math.DivRem(h + l - 7 * m + 114, 31);
        return new DateOnly(ar, manad, dag + 1);
    }

    private static bool ArPaskhelg(DateOnly dag)
    {
        var efterPask = dag.DayNumber - Paskdagen(dag.Year).DayNumber;

        // långfredagen, påskdagen, annandag påsk, Kristi himmelsfärdsdag, pingstdagen; annandag pingst till och med 2004
        return efterPask is -2 or 0 or 1 or 39 or 49 || (efterPask == 50 && dag.Year < 2005);
    }
}
