namespace CaseFlow.Domain.Uppfoljningar;

// Rummet Uppfoljningar: blev det som det var tänkt? Varje insats följs upp på en planerad dag mot sina mål.
// Uppföljningen slutar i att insatsen fortsätter, prövas på nytt eller avslutas.

/// <summary>How far the goals were reached.</summary>
public static class Maluppfyllelse
{
    public const string Helt = "helt";
    public const string Delvis = "delvis";
    public const string Nej = "nej";

    public static IReadOnlyList<string> Alla { get; } = [Helt, Delvis, Nej];
}

public enum Uppfoljningsutgang { Fortsatter = 1, NyProvning = 2, Avslut = 3 }

/// <summary>The codes of <see cref="Uppfoljningsutgang"/>, in events and forms.</summary>
public static class Utgangskoder
{
    public static string Kod(this Uppfoljningsutgang utgang) => utgang switch
    {
        Uppfoljningsutgang.Fortsatter => "fortsatter",
        Uppfoljningsutgang.NyProvning => "ny-provning",
        Uppfoljningsutgang.Avslut => "avslut",
    };

    public static Uppfoljningsutgang? Tolka(string? kod) => kod switch
    {
        "fortsatter" => Uppfoljningsutgang.Fortsatter,
        "ny-provning" => Uppfoljningsutgang.NyProvning,
        "avslut" => Uppfoljningsutgang.Avslut,
        _ => null,
    };
}

/// <summary>One planned, and then held, uppföljning of an insats.</summary>
// SoL (2025:400) 5 kap. 2 §, från 2025-07-01: systematiskt och fortlöpande följa upp. Every person yearly is the unit's own goal.
public sealed class Uppfoljning
{
    private Uppfoljning()
    {
    }

    public UppfoljningId Id { get; private set; }

    public InsatsId InsatsId { get; private set; }

    public ArendeId ArendeId { get; private set; }

    public DateOnly Planerad { get; private set; }

    public DateOnly? Genomford { get; private set; }

    public AnvandareId? GenomfordAv { get; private set; }

    public string? Resultat { get; private set; }

    /// <summary>One of <see cref="Uppfoljningar.Maluppfyllelse.Alla"/>.</summary>
    public string? Maluppfyllelse { get; private set; }

    public Uppfoljningsutgang? Utgang { get; private set; }

    /// <summary>When the next one is held; only when the insats goes on.</summary>
    public DateOnly? NastaDatum { get; private set; }

    public int Version { get; private set; }

    public static Uppfoljning Planera(UppfoljningId id, InsatsId insats, ArendeId arende, DateOnly planerad) => new()
    {
        Id = id, InsatsId = insats, ArendeId = arende, Planerad = planerad
    };

    /// <summary>A day to suggest for the first one: a year after the start, or sooner when the beslut ends, so that the need can be tried anew
    /// before its last day. A beslut too short for that is followed up halfway.</summary>
    /// <param name="tom">Last day of the beslut; null when it goes on.</param>
    /// <param name="provning">Days that the unit gives a ny prövning.</param>
    public static DateOnly ForeslaDag(DateOnly start, DateOnly? tom, int provning)
    {
        var ettAr = start.AddYears(1);
        if (tom is not { } sista) return ettAr;
        var (iTid, halvvags) = (sista.AddDays(-provning), start.AddDays((sista.DayNumber - start.DayNumber + 1) / 2));
        return new[] { ettAr, sista, iTid > halvvags ? iTid : halvvags }.Min();
    }

    /// <param name="datum">The day it was held, today or earlier.</param>
    public Result<UppfoljningGenomford> Genomfor(
        string resultat, string maluppfyllelse, Uppfoljningsutgang utgang, DateOnly? nastaDatum, DateOnly datum, DateOnly idag, AnvandareId av)
    {
        if (Genomford is not null)
            return Error.Conflict("UPPFOLJNING_GENOMFORD", "Uppföljningen är redan genomförd.");
        if (Texter.Stada(resultat) is not { } text)
            return Error.Rule("RESULTAT_SAKNAS", "Skriv vad uppföljningen visade.");
        if (Texter.ForLanga(resultat)) return Textlangd.ForLang;
        if (!Uppfoljningar.Maluppfyllelse.Alla.Contains(maluppfyllelse, StringComparer.Ordinal))
            return Error.Invalid("MALUPPFYLLELSE_OKAND", "Ange om målen är uppfyllda: helt, delvis eller nej.");
        if (!Enum.IsDefined(utgang))
            return Error.Invalid("UTGANG_OKAND", "Välj vad som händer nu: fortsätter, ny prövning eller avslut.");
        if (datum > idag)
            return Error.Rule("UPPFOLJNING_I_FRAMTIDEN", "Uppföljningen kan inte vara genomförd en dag som inte har varit.");
        if (utgang is Uppfoljningsutgang.Fortsatter && !(nastaDatum > datum))
            return Error.Rule("NASTA_UPPFOLJNING_SAKNAS", "Insatsen fortsätter. Ange vilken dag den följs upp nästa gång.");

        Resultat = text;
        Maluppfyllelse = maluppfyllelse;
        Utgang = utgang;
        Genomford = datum;
        GenomfordAv = av;
        NastaDatum = utgang is Uppfoljningsutgang.Fortsatter ? nastaDatum : null;
        return new UppfoljningGenomford(Id, InsatsId, ArendeId, maluppfyllelse, utgang.Kod(), NastaDatum);
    }
}

/// <param name="Maluppfyllelse">Code: <c>helt</c>, <c>delvis</c> or <c>nej</c>.</param>
public sealed record UppfoljningGenomford(
    UppfoljningId Uppfoljning, InsatsId Insats, ArendeId Arende, string Maluppfyllelse, string Utgang, DateOnly? Nasta) : IHandelse;
