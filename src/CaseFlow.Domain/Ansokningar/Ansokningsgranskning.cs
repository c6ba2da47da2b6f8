using System.Globalization;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Domain.Ansokningar;

/// <summary>An ansökan as a machine sent it: right in form, not yet checked in content. Codes are the contract's.</summary>
/// <param name="SkyddadeUppgifter">Code of <see cref="Skyddskoder"/>; an unknown one is a fault of form and never comes here.</param>
public sealed record InkommenAnsokan(
    string ExternId, string? Kanal, DateTimeOffset Ankom, InkommenSokande Sokande, IReadOnlyList<InkommenInsats> Insatser,
    bool BarnIHemmet, string? SkyddadeUppgifter, InkommetOmbud? Ombud);

/// <param name="Personnummer">Null for a person without one; then <paramref name="Fodelsedatum"/> (YYYY-MM-DD) and <paramref name="Kon"/> are needed.</param>
/// <param name="Kon"><c>kvinna</c> or <c>man</c>.</param>
public sealed record InkommenSokande(
    string? Personnummer, string? Fodelsedatum, string? Kon, string? Fornamn, string? Efternamn, InkommenAdress? Adress,
    string? Telefon, string? Sprak, bool Tolkbehov);

public sealed record InkommenAdress(string? Gata, string? Postnummer, string? Ort);

public sealed record InkommenInsats(string? Insatstyp, string? Onskemal, decimal? SoktOmfattning, string? SoktEnhet);

public sealed record InkommetOmbud(string? Namn, string? Roll, string? Telefon, IReadOnlyList<string>? Omfattning, DateOnly? GallerTom);

/// <summary>The check at the door. The order is part of the contract: one line with two faults gets the code of the first.
/// Before it the caller has asked for the form (<c>FEL_FORMAT</c>) and whether the externId is known.</summary>
public static class Ansokningsgranskning
{
    public static Error InsatsSaknas { get; } = Error.Invalid("INSATS_SAKNAS", "Ansökan måste gälla minst en insats.");

    /// <summary>The first fault of the ansökan, or null when it may be registered.</summary>
    /// <param name="kandaInsatstyper">Codes of the catalogue.</param>
    public static Error? Prova(InkommenAnsokan ansokan, DateTimeOffset nu, IReadOnlySet<string> kandaInsatstyper)
    {
        if (Kanaler.Tolka(ansokan.Kanal) is null)
            return Error.Invalid("KANAL_OKAND", "Kanalen finns inte i kontraktet.");
        if (ansokan.Ankom > nu)
            return Error.Invalid("ANKOM_I_FRAMTIDEN", "Ansökan kan inte ha kommit in senare än nu.");
        if (ProvaIdentitet(ansokan.Sokande, SvenskTid.Dag(nu)) is { } identitetsfel)
            return identitetsfel;
        if (string.IsNullOrWhiteSpace(ansokan.Sokande.Fornamn) || string.IsNullOrWhiteSpace(ansokan.Sokande.Efternamn))
            return Error.Invalid("NAMN_SAKNAS", "Både förnamn och efternamn måste fyllas i.");
        if (ansokan.Ombud is { } ombud && OmbudRoller.Tolka(ombud.Roll) is null)
            return Error.Invalid("OMBUD_ROLL_OKAND", "Ombudets roll finns inte i kontraktet.");
        if (ansokan.Insatser.Count == 0)
            return InsatsSaknas;
        if (ansokan.Insatser.Any(i => i.Insatstyp is null || !kandaInsatstyper.Contains(i.Insatstyp)))
            return Error.Invalid("INSATSTYP_OKAND", "Ansökan gäller en insats som inte finns i katalogen.");
        return Texter(ansokan).Any(Textlangd.ArForLang) ? Textlangd.ForLang : null;
    }

    /// <summary>The identity of the applicant. A person without personnummer gets the temporary number that <paramref name="lopnummer"/> gives.</summary>
    /// <returns>The identity, <c>PERSONNUMMER_OGILTIGT</c>, or <c>TEMPORARA_NUMMER_SLUT</c>.</returns>
    public static Result<Personidentitet> Identitet(InkommenSokande sokande, DateOnly idag, int lopnummer = 0)
    {
        if (sokande.Personnummer is { } nummer) return Personidentitet.Tolka(nummer, idag);
        return TemporaraUppgifter(sokande, idag) is { } t
            ? Personidentitet.Temporar(t.Fodelsedatum, t.Kon, lopnummer)
            : Error.Invalid("PERSONNUMMER_OGILTIGT", "Den som saknar personnummer behöver födelsedatum och kön för ett temporärt nummer.");
    }

    /// <summary>Day of birth and sex of an applicant without personnummer; null when they are missing or impossible.</summary>
    public static (DateOnly Fodelsedatum, Kon Kon)? TemporaraUppgifter(InkommenSokande sokande, DateOnly idag)
    {
        return Konkoder.Tolka(sokande.Kon) is { } k and not Kon.Okant
            && DateOnly.TryParseExact(sokande.Fodelsedatum, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var fodd)
            && Personidentitet.ArRimligt(fodd, idag)
            ? (fodd, k)
            : null;
    }

    private static Error? ProvaIdentitet(InkommenSokande sokande, DateOnly idag) => Identitet(sokande, idag).Error;

    private static IEnumerable<string?> Texter(InkommenAnsokan a)
    {
        var s = a.Sokande;
        IEnumerable<string?> person = [a.ExternId, s.Fodelsedatum, s.Kon, s.Fornamn, s.Efternamn, s.Telefon, s.Sprak, s.Adress?.Gata, s.Adress?.Postnummer, s.Adress?.Ort];
        IEnumerable<string?> ombud = a.Ombud is { } o ? [o.Namn, o.Telefon, .. o.Omfattning ?? []] : [];
        return person.Concat(ombud).Concat(a.Insatser.SelectMany(i => new[] { i.Onskemal, i.SoktEnhet }));
    }
}
