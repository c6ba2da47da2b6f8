using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Beslutsfattande;

/// <summary>The three outcomes. For an insatstyp that is an anmälan (<see cref="Insatstyp.KraverBeslut"/> false) bifall means that the
/// anmälan is made and avslag that it is not.</summary>
public enum Beslutsutfall { Bifall = 1, DelvisAvslag = 2, Avslag = 3 }

/// <summary>What the person asked for, for one insats, as far as it is said in numbers.</summary>
/// <param name="Omfattning">Null when no scope was named.</param>
/// <param name="Period">Null when no days were named; tills vidare only when that was asked for.</param>
/// <param name="Omprovar">The running insats that is tried anew; null for something new.</param>
public sealed record Yrkande(
    AnsoktInsatsId AnsoktInsats, string Insatstyp, decimal? Omfattning, string? Enhet, Period? Period, InsatsId? Omprovar = null);

/// <summary>What is proposed for one insats.</summary>
/// <param name="Omfattning">What is granted; null for an avslag, and when the insats is not counted.</param>
/// <param name="Enhet">Null takes the unit that was applied for, or the insatstyp's own.</param>
/// <param name="Period">The days granted; null for an avslag.</param>
/// <param name="Motivering">Required unless everything is granted: FL (2017:900) 32 §.</param>
/// <param name="Mal">What the insats is to lead to; follows it to beställning and uppföljning.</param>
/// <param name="Andringsgrund">Why a running insats may be changed to the person's disadvantage; else null.</param>
/// <param name="Upphor">The last day of a running insats that is not granted again; else null.</param>
public sealed record Forslag(
    Beslutsutfall Utfall, decimal? Omfattning, string? Enhet, Period? Period, string? Motivering, string? Mal,
    Andringsgrund? Andringsgrund = null, DateOnly? Upphor = null)
{
    /// <summary>The refusal of a förslag that contradicts itself or the law, or null. Something may still be missing.</summary>
    /// <param name="idag">An applied start that has passed is not held against the förslag: nothing begins before its beslut.</param>
    public Error? ProvaUtkast(Yrkande yrkande, DateOnly idag)
    {
        if (Texter.ForLanga(Motivering, Mal)) return Textlangd.ForLang;
        if (!Enum.IsDefined(Utfall))
            return Error.Invalid("UTFALL_SAKNAS", "Välj bifall, delvis avslag eller avslag.");
        if (Utfall is Beslutsutfall.Avslag && (Omfattning is not null || Period is not null))
            return Error.Rule("AVSLAG_MED_OMFATTNING",
                "Ett avslag beviljar ingenting. Ta bort omfattning och period, eller välj delvis avslag.");
        if (Utfall is Beslutsutfall.DelvisAvslag && ArAnmalan(yrkande))
            return Error.Rule("ANMALAN_EJ_DELVIS", "En anmälan till överförmyndaren görs eller görs inte. Välj om ni anmäler.");
        if (Omfattning is { } omfattning && Omfattningsregler.Prova(omfattning) is { } fel) return fel;
        if (Omfattning is not null && yrkande is { Omfattning: not null, Enhet: { } enhet }
            && !string.Equals(EnhetFor(yrkande), enhet, StringComparison.Ordinal))
            return Error.Rule("ENHET_STAMMER_INTE",
                $"Ange sökt och beviljad omfattning i samma enhet ({enhet}), annars går de inte att jämföra.");
        if (Utfall is Beslutsutfall.DelvisAvslag && Omfattning > yrkande.Omfattning)
            return Error.Rule("OMFATTNING_STORRE", "Du beviljar mer än vad personen har sökt. Det är inget delvis avslag: har personen ändrat vad hen söker, skriv det i utredningen.");
        return Utfall is Beslutsutfall.Bifall && ArSnavare(yrkande, idag)
            ? Error.Rule("OMFATTNING_SNAVARE", "Du beviljar mindre än vad personen har sökt. Det är delvis avslag och ska motiveras.")
            : null;
    }

    /// <summary>The refusal, or null when the förslag can stand as a beslut.</summary>
    public Error? Prova(Yrkande yrkande, DateOnly idag)
    {
        if (ProvaUtkast(yrkande, idag) is { } fel) return fel;
        if (MastMotiveras(yrkande, idag) is { } varfor && Texter.Stada(Motivering) is null) return Error.Rule("MOTIVERING_SAKNAS", varfor);
        if (Utfall is Beslutsutfall.Avslag || ArAnmalan(yrkande)) return null;
        if (Period is null)
            return Error.Rule("PERIOD_SAKNAS", "Ange från vilken dag insatsen gäller.");
        // A beslut is carried out after it is made: days that have all passed give the person nothing.
        if (Period.Value.Tom < idag)
            return Error.Rule("PERIOD_PASSERAD", "Insatsens sista dag har redan varit, så beslutet kan inte verkställas. Ändra perioden, eller välj avslag om behovet inte finns kvar.");
        return yrkande.Omfattning is not null && Omfattning is null
            ? Error.Rule("OMFATTNING_SAKNAS", "Personen har sökt en viss omfattning. Ange hur mycket som beviljas.")
            : null;
    }

    /// <summary>What the person is to be told the reason for, or null when all is granted as it was asked for.</summary>
    // FL (2017:900) 32 §: en klargörande motivering, med de föreskrifter som tillämpats och de omständigheter som varit avgörande.
    private string? MastMotiveras(Yrkande yrkande, DateOnly idag)
    {
        if (Utfall is not Beslutsutfall.Bifall)
            return "Skriv varför personen inte får allt som är sökt (32 § förvaltningslagen).";
        // No time was asked for: to limit it is then our choice.
        if (BegransarTid(yrkande))
            return "Du begränsar beslutet i tid. Skriv varför (32 § förvaltningslagen).";
        // SoL (2025:400) 34 kap. 1 §, LSS 28 f §: a beslut that by its own words is not carried out in three months says why.
        if (Insatskatalog.Finn(yrkande.Insatstyp) is { RaknasIEjVerkstallda: true } && Period?.From >= Insats.ForstaDagEjVerkstallt(idag))
            return "Insatsen börjar mer än tre månader efter beslutet. Skriv varför (32 § förvaltningslagen).";
        // Nothing was asked for in numbers: how much is then our choice.
        return yrkande.Omfattning is null && Omfattning is not null && Omfattningsenhet.ArMangd(EnhetFor(yrkande))
            ? "Personen har inte sökt en viss omfattning. Skriv hur du har kommit fram till den (32 § förvaltningslagen)."
            : null;
    }

    /// <summary>A last day that nobody asked for: no time was applied for, or it is we who try the insats anew.</summary>
    public bool BegransarTid(Yrkande yrkande) => Utfall is Beslutsutfall.Bifall or Beslutsutfall.DelvisAvslag
        && (yrkande.Period is null || yrkande.Omprovar is not null) && Period?.Tom is not null;

    /// <summary>Less scope, a later start or an earlier end than applied for. What was not named is not compared.</summary>
    public bool ArSnavare(Yrkande yrkande, DateOnly idag)
    {
        if (Omfattning < yrkande.Omfattning) return true;
        if (yrkande.Period is not { } sokt || Period is not { } far) return false;
        // An insats that is tried anew runs until the new one begins, or until its own last day: a start within that takes nothing away.
        DateOnly? sokta = yrkande.Omprovar is null ? sokt.From : sokt.Tom?.AddDays(1);
        var tidigast = sokta > idag ? sokta : idag;
        return (sokta is not null && far.From > tidigast) || (far.Tom is { } slut && (sokt.Tom is null || slut < sokt.Tom));
    }

    internal string EnhetFor(Yrkande yrkande) =>
        Texter.Stada(Enhet) ?? yrkande.Enhet ?? Insatskatalog.Finn(yrkande.Insatstyp)?.Enhet ?? "";

    private static bool ArAnmalan(Yrkande yrkande) => Insatskatalog.Finn(yrkande.Insatstyp) is { KraverBeslut: false };
}
