namespace CaseFlow.Application;

/// <summary>How far a list can be paged by number. A cursor costs the same however far it points; a number is paid for by every row that is
/// passed, so it reaches as far as the count does.</summary>
public static class Sidgranser
{
    /// <summary>Rows that are counted, and that a page by number may end at.</summary>
    public const int Djup = 1000;

    public const int FlestRader = 200;

    public static int Rader(int antal) => Math.Clamp(antal, 1, FlestRader);

    public static int Hopp(int rader) => Math.Clamp(rader, 0, Djup);
}
