using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Web.Pages.Delar;

namespace CaseFlow.Web.Pages.Arbetsfordelning;

/// <summary>The words and figures of the unit's pages.</summary>
internal static class Enhetsvisning
{
    private static readonly CultureInfo Svenska = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>Counts stop at a thousand.</summary>
    public static string Tal(int antal) => antal >= 1000 ? "1 000+" : antal.ToString(Svenska);

    public static string Antal(int antal, string ett, string flera) => $"{antal} {(antal == 1 ? ett : flera)}";

    public static string Borda(decimal borda) => borda.ToString("0", Svenska);

    public static string Dag(DateOnly dag, DateOnly idag) => Datumtext.Kort(dag, idag);

    public static string Manadsslut(DateOnly idag) => Datumtext.Kort(new DateOnly(idag.Year, idag.Month, 1).AddMonths(1).AddDays(-1));

    /// <summary>Why someone gets nothing new, and who stands in.</summary>
    public static Markering? Markering(Bordarad rad)
    {
        if (rad.Id == 0) return null;
        if (!rad.ITjanst) return new("Inte i tjänst", Ton.Varning, "varning");
        if (!rad.Borta) return null;
        var till = rad.BortaTom is { } tom ? $"Borta till {Datumtext.Kort(tom)}" : "Borta tills vidare";
        return new(rad.Ersattare is { } vem ? $"{till}, {vem} ersätter" : $"{till}, ingen ersätter", Ton.Kontur, "kalender");
    }

    public static string Angrat(AngradFlytt svar) => svar.Kvar == 0
        ? $"Flytten är ångrad: {Antal(svar.Tillbaka, "ärende", "ärenden")} är tillbaka."
        : $"Flytten är ångrad: {Antal(svar.Tillbaka, "ärende", "ärenden")} är tillbaka. {Antal(svar.Kvar, "ärende", "ärenden")} stannade, för att någon hunnit ändra där eller för att ingen hade dem förut.";

    public static string Flyttat(FlyttadeArenden svar)
    {
        var rad = $"{Antal(svar.Antal, "ärende", "ärenden")} är flyttade.";
        if (svar.AngrasSenast is { } senast) rad += $" Du kan ångra till {Datumtext.Klocka(senast)}.";
        return svar.Nya == 0 ? rad : $"{rad} {Antal(svar.Nya, "nytt ärende", "nya ärenden")} är fördelade; det går inte att ångra, men de går att flytta igen.";
    }
}
