using CaseFlow.Domain.Personer;

namespace CaseFlow.Domain.Ansokningar;

/// <summary>Who the applicant is and how she is reached by the ansökan, where the register says otherwise; null or false is what did not differ. The
/// register is never changed from outside: whoever applies in someone's name could turn her letters to himself. The handläggare settles it with the person.</summary>
/// <param name="Namn">Another name than the register's: a personnummer may have been mistyped, and the ansökan be someone else's.</param>
public sealed record LamnadKontakt(
    string? Gata = null, string? Postnummer = null, string? Ort = null, string? Telefon = null, string? Sprak = null, bool Tolkbehov = false, string? Namn = null)
{
    /// <summary>Swedish and no interpreter are what a form says when nobody was asked.</summary>
    /// <returns>Null when nothing that was given differs.</returns>
    public static LamnadKontakt? Av(InkommenSokande sokande, Person person)
    {
        var (gata, postnummer, ort) = (Texter.Stada(sokande.Adress?.Gata), Texter.Stada(sokande.Adress?.Postnummer), Texter.Stada(sokande.Adress?.Ort));
        var sammaAdress = (gata ?? postnummer ?? ort) is null
            || (gata, postnummer, ort) == (Texter.Stada(person.Adress?.Gata), Texter.Stada(person.Adress?.Postnummer), Texter.Stada(person.Adress?.Ort));
        var kontakt = new LamnadKontakt(
            sammaAdress ? null : gata, sammaAdress ? null : postnummer, sammaAdress ? null : ort,
            Texter.Stada(sokande.Telefon) is { } telefon && telefon != person.Telefon ? telefon : null,
            Texter.Stada(sokande.Sprak) is { } sprak and not "sv" && sprak != person.Sprak ? sprak : null,
            sokande.Tolkbehov && !person.Tolkbehov,
            SammaFornamn(sokande.Fornamn, person.Fornamn) && SammaEfternamn(sokande.Efternamn, person.Efternamn) ? null : $"{sokande.Fornamn} {sokande.Efternamn}".Trim());
        return kontakt == new LamnadKontakt() ? null : kontakt;
    }

    /// <summary>What the register still says otherwise: it may have been changed since to what the ansökan says. An address is one thing, and is
    /// the same when every part that was given is. The name stays as it was: it is not changed here.</summary>
    /// <returns>Null when nothing differs any more.</returns>
    public LamnadKontakt? Kvar(string? gata, string? postnummer, string? ort, string? telefon, string sprak, bool tolkbehov)
    {
        var sammaAdress = Samma(Gata, gata) && Samma(Siffror(Postnummer), Siffror(postnummer)) && Samma(Ort, ort);
        var kvar = new LamnadKontakt(
            sammaAdress ? null : Gata, sammaAdress ? null : Postnummer, sammaAdress ? null : Ort,
            Samma(Telefon, telefon) ? null : Telefon, Samma(Sprak, sprak) ? null : Sprak, Tolkbehov && !tolkbehov, Namn);
        return kvar == new LamnadKontakt() ? null : kvar;
    }

    private static string? Siffror(string? postnummer) => postnummer is null ? null : string.Concat(postnummer.Where(char.IsAsciiDigit));

    private static bool Samma(string? lamnad, string? iRegistret) => lamnad is null || lamnad == Texter.Stada(iRegistret);

    /// <summary>One name in common is enough: people leave out their second names.</summary>
    private static bool SammaFornamn(string? skrivet, string iRegistret) =>
        Delar(skrivet ?? "") is var delar && (delar.Length == 0 || delar.Intersect(Delar(iRegistret), StringComparer.Ordinal).Any());

    /// <summary>One of two may be left out, but who writes a name that the register does not have has perhaps married.</summary>
    private static bool SammaEfternamn(string? skrivet, string iRegistret) => !Delar(skrivet ?? "").Except(Delar(iRegistret), StringComparer.Ordinal).Any();

    private static string[] Delar(string namn) => Sokord.Vik(namn).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Says nothing of the person: it may end up in a log.</summary>
    public override string ToString() => nameof(LamnadKontakt);
}

/// <summary>An ansökan says other contact data than the register does.</summary>
public sealed record KontaktAvviker(ArendeId Arende) : IHandelse;
