using CaseFlow.Domain.Insatser;

namespace CaseFlow.Domain.Beslutsfattande;

public enum Beslutsutfall { Bifall = 1, DelvisAvslag = 2, Avslag = 3 }

public static class Beslutsutfallskod
{
    /// <summary>The code in events, contracts and statistics.</summary>
    public static string Kod(this Beslutsutfall utfall) => utfall switch
    {
        Beslutsutfall.Bifall => "bifall",
        Beslutsutfall.DelvisAvslag => "delvis-avslag",
        Beslutsutfall.Avslag => "avslag",
        _ => throw new ArgumentOutOfRangeException(nameof(utfall), utfall, "Okänt utfall."),
    };
}

/// <summary>What the person asked for, for one insats, as far as it is said in numbers.</summary>
/// <param name="Omfattning">Null when no scope was named.</param>
/// <param name="Period">Null when no days were named; tills vidare only when that was asked for.</param>
public sealed record Yrkande(AnsoktInsatsId AnsoktInsats, string Insatstyp, decimal? Omfattning, string? Enhet, Insatsperiod? Period);

/// <summary>What is proposed for one insats.</summary>
/// <param name="Omfattning">What is granted; null for an avslag, and when the insats is not counted.</param>
/// <param name="Enhet">Null takes the unit of the insatstyp.</param>
/// <param name="Period">The days granted; null for an avslag.</param>
/// <param name="Motivering">Required unless everything is granted: FL (2017:900) 32 §.</param>
/// <param name="Mal">What the insats is to lead to; follows it to beställning and uppföljning.</param>
public sealed record Forslag(
    Beslutsutfall Utfall, decimal? Omfattning, string? Enhet, Insatsperiod? Period, string? Motivering, string? Mal)
{
    /// <summary>The refusal, or null when the förslag can stand as a beslut.</summary>
    /// <param name="idag">An applied start that has passed is not held against the förslag: nothing begins before its beslut.</param>
    public Error? Prova(Yrkande yrkande, DateOnly idag)
    {
        if (Textregler.ForLang(Motivering, Mal, Enhet) is { } forLang) return forLang;
        if (!Enum.IsDefined(Utfall))
            return Error.Invalid("UTFALL_SAKNAS", "Välj bifall, delvis avslag eller avslag.");
        if (Utfall is Beslutsutfall.Avslag)
            return ProvaAvslag();
        if (Omfattning is { } omfattning && Omfattningsregler.Prova(omfattning) is { } fel) return fel;
        if (Period is null)
            return Error.Rule("PERIOD_SAKNAS", "Ange från vilken dag insatsen gäller.");
        if (Period.Tom < Period.From)
            return Error.Invalid("PERIOD_OGILTIG", "Slutdatum ligger före startdatum.");
        if (yrkande.Omfattning is not null && Omfattning is null)
            return Error.Rule("OMFATTNING_SAKNAS", "Personen har sökt en viss omfattning. Ange hur mycket som beviljas.");
        if (yrkande.Omfattning is not null && !string.Equals(EnhetFor(yrkande), yrkande.Enhet, StringComparison.Ordinal))
            return Error.Rule("ENHET_STAMMER_INTE",
                $"Sökt och beviljad omfattning ska anges i samma enhet ({yrkande.Enhet}), annars går de inte att jämföra.");
        if (Utfall is Beslutsutfall.Bifall && ArSnavare(yrkande, idag))
            return Error.Rule("OMFATTNING_SNAVARE", "Du beviljar mindre än vad personen har sökt. Det är delvis avslag och ska motiveras.");
        return Utfall is Beslutsutfall.DelvisAvslag ? ProvaMotivering() : null;
    }

    /// <summary>Less scope, a later start or an earlier end than applied for. What was not named is not compared.</summary>
    public bool ArSnavare(Yrkande yrkande, DateOnly idag)
    {
        if (Omfattning < yrkande.Omfattning) return true;
        if (yrkande.Period is not { } sokt || Period is not { } far) return false;
        var tidigast = sokt.From > idag ? sokt.From : idag;
        return far.From > tidigast || (far.Tom is { } slut && (sokt.Tom is null || slut < sokt.Tom));
    }

    internal string EnhetFor(Yrkande yrkande) =>
        Textregler.Stada(Enhet) ?? yrkande.Enhet ?? Insatskatalog.Finn(yrkande.Insatstyp)?.Enhet ?? "";

    private Error? ProvaAvslag() => Omfattning is not null || Period is not null
        ? Error.Rule("AVSLAG_MED_OMFATTNING", "Ett avslag beviljar ingenting. Ta bort omfattning och period, eller välj delvis avslag.")
        : ProvaMotivering();

    // FL (2017:900) 32 §: en klargörande motivering, med de föreskrifter som tillämpats och de omständigheter som varit avgörande.
    private Error? ProvaMotivering() => Textregler.Stada(Motivering) is null
        ? Error.Rule("MOTIVERING_SAKNAS", "Skriv varför personen inte får allt som är sökt (32 § förvaltningslagen).")
        : null;
}
