using System.Globalization;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Domain.Indikatorer;

/// <summary>Rows summed by tertial and sex, as the database groups them.</summary>
public readonly record struct Indikatorantal(Tertial Period, Kon Kon, int Taljare, int Namnare);

/// <summary>A numerator and a denominator, and what may be said of them.</summary>
public readonly record struct Utfall(int Taljare, int Namnare)
{
    /// <summary>Below this no share is shown: one person more or less would move it by whole per cents.</summary>
    public const int MinstaUnderlag = 20;

    public bool ForLiteUnderlag => Namnare < MinstaUnderlag;

    public static Utfall Summa(IEnumerable<Indikatorantal> antal) => antal.Aggregate(new Utfall(0, 0), (u, a) => new(u.Taljare + a.Taljare, u.Namnare + a.Namnare));

    /// <summary>Per cent with one decimal, half away from zero; null when there is too little to go on.</summary>
    public decimal? Procent => ForLiteUnderlag ? null : Math.Round(100m * Taljare / Namnare, 1, MidpointRounding.AwayFromZero);

    /// <summary>E.g. <c>87,5 %</c> (with a no-break space), or <c>för lite underlag</c>.</summary>
    public string Text => Procent is { } procent
        ? procent.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',') + "\u00a0%"
        : "för lite underlag";

    /// <summary>E.g. <c>7 av 8</c>, for where a share would say too much.</summary>
    public string Antal => string.Create(CultureInfo.InvariantCulture, $"{Taljare} av {Namnare}");

    public override string ToString() => Text;
}

/// <summary>One row in the shape of the city's management system (ILS).</summary>
/// <param name="PeriodensUtfall">All, those of unknown sex included.</param>
/// <param name="UtfallVbForegaendeAr">The whole of the year before, as its verksamhetsberättelse gave it.</param>
/// <param name="PrognosHelar">The year so far, to and including the period: what the year becomes if it goes on so.</param>
public sealed record IlsRad(
    string Indikator, Utfall PeriodensUtfall, Utfall UtfallMan, Utfall UtfallKvinnor, Utfall UtfallVbForegaendeAr, Utfall PrognosHelar,
    string Arsmal, string? KfArsmal, Tertial Period)
{
    public static IlsRad Berakna(Indikatordefinition definition, IEnumerable<Indikatorantal> antal, Tertial period)
    {
        var alla = antal.ToList();
        return new(
            definition.Namn,
            Utfall.Summa(alla.Where(a => a.Period == period)),
            Utfall.Summa(alla.Where(a => a.Period == period && a.Kon == Kon.Man)),
            Utfall.Summa(alla.Where(a => a.Period == period && a.Kon == Kon.Kvinna)),
            Utfall.Summa(alla.Where(a => a.Period.Ar == period.Ar - 1)),
            Utfall.Summa(alla.Where(a => a.Period.Ar == period.Ar && a.Period <= period)),
            definition.Arsmal, definition.KfArsmal, period);
    }
}
