using System.Globalization;
using CaseFlow.Domain.Indikatorer;
using CaseFlow.Domain.Kalender;
using Antal = CaseFlow.Domain.Indikatorer.Indikatorantal;

namespace CaseFlow.Application.Indikatorer;

/// <summary>Indikator, Periodens utfall, Utfall män, Utfall kvinnor, Utfall VB föregående år, Prognos helår, Årsmål, KF:s årsmål, Period.</summary>
/// <param name="Utfall">"87,4 %"; "7 av 8" when fewer than 20 are counted; "–" without any.</param>
/// <param name="Man">"88,1 %" or "för lite underlag"; <paramref name="Kvinnor"/> likewise.</param>
/// <param name="Lage">nar, nara, nar-inte or for-lite-underlag.</param>
public sealed record IlsRadVy(
    string Kod, string Namn, string Utfall, string Man, string Kvinnor, string ForegaendeAr, string Prognos, string Arsmal, string KfArsmal,
    string Periodicitet, string Lage, int Taljare, int Namnare);

/// <summary>A tertial or a whole year, as the ILS reports ask for it.</summary>
internal readonly record struct Rapportperiod(int Ar, Tertial? Tertial)
{
    private const int Tidsserielangd = 8;
    private const int ArIListan = 3;

    public override string ToString() => Tertial?.ToString() ?? Ar.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The last tertial of the period.</summary>
    public Tertial Sista => Tertial ?? new Tertial(Ar, 3);

    public static Rapportperiod Av(DateOnly dag) => new(dag.Year, Domain.Kalender.Tertial.Av(dag));

    /// <summary>Reads "2026-T2" or "2026"; null for anything else.</summary>
    public static Rapportperiod? Tolka(string? text)
    {
        if (Domain.Kalender.Tertial.Forsok(text, out var tertial)) return new(tertial.Ar, tertial);
        return text is { Length: 4 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ar) && ar > 1 ? new(ar, null) : null;
    }

    public bool Innehaller(Tertial tertial) => Tertial is { } t ? t == tertial : tertial.Ar == Ar;

    /// <summary>The tertials up to and including the last one, oldest first.</summary>
    public IReadOnlyList<Tertial> Serie()
    {
        var serie = new List<Tertial> { Sista };
        while (serie.Count < Tidsserielangd && serie[0].Ar > 1) serie.Insert(0, serie[0].Foregaende);
        return serie;
    }

    /// <summary>What can be chosen today: the last eight tertials and the last three years, newest first.</summary>
    public static IReadOnlyList<string> Valbara(DateOnly idag) =>
    [
        .. Av(idag).Serie().Reverse().Select(t => t.ToString()),
        .. Enumerable.Range(0, ArIListan).Select(i => new Rapportperiod(idag.Year - i, null).ToString()),
    ];
}

/// <summary>The row of an indicator, as people read it.</summary>
internal static class Indikatorvyer
{
    /// <summary>Percentage points below the goal that still count as near.</summary>
    private const decimal Nara = 3m;

    private const string Inget = "–";

    public static IlsRadVy Rad(Indikatordefinition definition, IEnumerable<Antal> antal, Rapportperiod period)
    {
        // Ett helår läses som en enda period.
        var rad = IlsRad.Berakna(definition, antal.Select(a => period.Innehaller(a.Period) ? a with { Period = period.Sista } : a), period.Sista);
        var utfall = rad.PeriodensUtfall;
        return new(
            definition.Kod, definition.Namn, Totalt(utfall), Grupp(rad.UtfallMan), Grupp(rad.UtfallKvinnor), Totalt(rad.UtfallVbForegaendeAr),
            rad.PrognosHelar.ForLiteUnderlag ? Inget : rad.PrognosHelar.Text, definition.Arsmal, definition.KfArsmal ?? Inget, definition.Periodicitet,
            Lage(utfall, definition.Arsmal), utfall.Taljare, utfall.Namnare);
    }

    public static TidsserieRad Punkt(Tertial tertial, IReadOnlyCollection<Antal> antal)
    {
        var egna = antal.Where(a => a.Period == tertial).ToList();
        return new(tertial.ToString(), Utfall.Summa(egna).Procent, Utfall.Summa(egna.Where(a => a.Kon == Domain.Personer.Kon.Man)).Procent,
            Utfall.Summa(egna.Where(a => a.Kon == Domain.Personer.Kon.Kvinna)).Procent, egna.Sum(a => a.Namnare));
    }

    /// <summary>The goal as a share in per cent, or null when it is no figure ("Tas fram av nämnd").</summary>
    public static decimal? Mal(string arsmal) =>
        arsmal.EndsWith('%') && decimal.TryParse(arsmal[..^1].Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var mal)
            ? mal
            : null;

    private static string Totalt(Utfall utfall) => utfall.Namnare == 0 ? Inget : utfall.ForLiteUnderlag ? utfall.Antal : utfall.Text;

    private static string Grupp(Utfall utfall) => utfall.Namnare == 0 ? Inget : utfall.Text;

    private static string Lage(Utfall utfall, string arsmal)
    {
        if (utfall.Procent is not { } procent || Mal(arsmal) is not { } mal) return "for-lite-underlag";
        if (procent >= mal) return "nar";
        return procent >= mal - Nara ? "nara" : "nar-inte";
    }
}
