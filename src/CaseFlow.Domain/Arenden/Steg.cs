using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Domain.Arenden;

/// <summary>Where an ärende is. The stage bar shows these in order.</summary>
public enum Steg { Ansokan, Utredning, Kommunicering, Beslut, Underrattelse, Verkstallighet, Uppfoljning, Avslutat }

/// <summary>What opened the ärende: an ansökan, or a follow-up that called for a new examination.</summary>
public enum Arendeslag { Ansokan, NyProvning }

/// <summary>Why an ärende was closed. A move is no reason in itself: SoL (2025:400) 29 kap. 2 och 10 §§.</summary>
public enum AvslutsOrsak { Atertagen, Avliden, Avslag, InsatserAvslutade, AnmalanGjord }

/// <summary>The steps of an ärende: which may follow which.</summary>
public static class Stegordning
{
    /// <summary>Whether an open ärende may go from one step to another. Closing is a verb of its own.</summary>
    public static bool FarGa(Steg fran, Steg till) => (fran, till) switch
    {
        (Steg.Ansokan, Steg.Utredning) => true,
        (Steg.Utredning, Steg.Kommunicering) => true,
        // uppenbart obehövligt att kommunicera: FL (2017:900) 25 §, 1 st
        (Steg.Utredning, Steg.Beslut) => true,
        // svaret gav något nytt att utreda, eller beslutet återlämnades
        (Steg.Kommunicering or Steg.Beslut, Steg.Utredning) => true,
        (Steg.Kommunicering, Steg.Beslut) => true,
        // förslaget ändrades efter kommuniceringen: FL (2017:900) 25 §
        (Steg.Beslut, Steg.Kommunicering) => true,
        (Steg.Beslut, Steg.Underrattelse) => true,
        (Steg.Underrattelse, Steg.Verkstallighet) => true,
        // flera insatser: någon följs upp medan en annan ännu ska starta
        (Steg.Verkstallighet, Steg.Uppfoljning) or (Steg.Uppfoljning, Steg.Verkstallighet) => true,
        _ => false,
    };

    /// <summary>From which day a task counts how long it has been with us: until the insatser run it is the ärende's time, then the task's own. An insats may
    /// run for years, and its next follow-up has not lain with anyone since the ansökan came.</summary>
    public static DateOnly HosOssFran(Steg steg, DateOnly arendet, DateOnly uppgiften) => steg >= Steg.Verkstallighet && uppgiften > arendet ? uppgiften : arendet;

    /// <summary>Whether an ärende in this step may be closed for this reason.</summary>
    public static bool FarAvsluta(Steg steg, AvslutsOrsak orsak) => steg != Steg.Avslutat && orsak switch
    {
        AvslutsOrsak.Avliden => true,
        AvslutsOrsak.Atertagen => steg <= Steg.Beslut,
        AvslutsOrsak.Avslag or AvslutsOrsak.AnmalanGjord => steg == Steg.Underrattelse,
        AvslutsOrsak.InsatserAvslutade => steg is Steg.Verkstallighet or Steg.Uppfoljning,
    };
}

/// <summary>The number people use for an ärende: year and running number, e.g. <c>2026-0419</c>.</summary>
public static partial class Arendenummer
{
    /// <summary>The first year that numbers are looked for in.</summary>
    private const int ForstaAret = 2000;

    /// <summary>Years that a number without one may be of.</summary>
    private const int AretsOchTidigare = 10;

    public static string Formatera(int ar, long lopnummer) => string.Create(CultureInfo.InvariantCulture, $"{ar:0000}-{lopnummer:0000}");

    /// <summary>The numbers that someone may mean by what she wrote: <c>0345</c> is that number of any of the last ten years, the latest first;
    /// <c>20260345</c> and <c>2026/345</c> are 2026-0345.</summary>
    /// <returns>Empty for what is no such number, such as a personnummer.</returns>
    public static IReadOnlyList<string> Mojliga(string? text, int iAr)
    {
        if (MedAr().Match(text ?? "") is { Success: true } helt
            && int.Parse(helt.Groups["ar"].ValueSpan, CultureInfo.InvariantCulture) is >= ForstaAret and var ar && ar <= iAr)
            return [Formatera(ar, long.Parse(helt.Groups["lopnummer"].ValueSpan, CultureInfo.InvariantCulture))];
        return UtanAr().Match(text ?? "") is { Success: true } bara
            ? [.. Enumerable.Range(0, AretsOchTidigare).Select(n => Formatera(iAr - n, long.Parse(bara.Value.Trim(), CultureInfo.InvariantCulture)))] : [];
    }

    [GeneratedRegex(@"\A\s*(?<ar>[0-9]{4})(?:\s*[-/–\u2011 ]\s*(?<lopnummer>[0-9]{1,8})|(?<lopnummer>[0-9]{4}))\s*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 200)]
    private static partial Regex MedAr();

    [GeneratedRegex(@"\A\s*[0-9]{1,5}\s*\z", RegexOptions.CultureInvariant, 200)]
    private static partial Regex UtanAr();
}
