using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Personer;

/// <summary>Someone who speaks for a person, in the register: on what ground, in which matters, from when until when, and what shows it. What an ansökan
/// says of its ombud stays there as it came; here stands what has been checked, and what an act is tried against.</summary>
// FL (2017:900) 14-15 §§: ombud och fullmakt. God man och förvaltare: föräldrabalken 11-12 kap. [overifierat]. Framtidsfullmakt: lag (2017:310) [overifierat].
public sealed class Personombud
{
    private readonly List<string> _omfattning = [];

    private Personombud()
    {
    }

    public PersonombudId Id { get; private set; }

    public Guid PublikId { get; private set; }

    public PersonId PersonId { get; private set; }

    /// <summary>The only ärende that the authority is for; null for all of the person's.</summary>
    public ArendeId? ArendeId { get; private set; }

    public string Namn { get; private set; } = "";

    public OmbudRoll Roll { get; private set; }

    public string? Telefon { get; private set; }

    /// <summary>Codes of <see cref="Ombudsomfattning"/>. Empty until it is known.</summary>
    public IReadOnlyList<string> Omfattning => _omfattning;

    public DateOnly? From { get; private set; }

    /// <summary>The last day of the authority; null when it has no known end.</summary>
    public DateOnly? Tom { get; private set; }

    /// <summary>What shows the authority: a fullmakt of a day, the order of a court or överförmyndare. Null until somebody has seen it.</summary>
    public string? Underlag { get; private set; }

    public AnvandareId? StyrktAv { get; private set; }

    public DateTimeOffset? Styrkt { get; private set; }

    /// <summary>The last day, when it ended before its time or had no known end.</summary>
    public DateOnly? Upphort { get; private set; }

    public string? UpphortSkal { get; private set; }

    public AnvandareId RegistreratAv { get; private set; }

    public DateTimeOffset Registrerat { get; private set; }

    public int Version { get; private set; }

    /// <summary>The last day it can be used; null when none is known.</summary>
    public DateOnly? Sista => (Upphort, Tom) switch
    {
        ({ } u, { } t) => u < t ? u : t,
        var (u, t) => u ?? t,
    };

    /// <summary>Takes someone into the register, as somebody says it: it is not shown to be so (<see cref="Styrk"/>).</summary>
    /// <returns>The ombud and its event; faults by field (<c>OGILTIGT</c>); <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<RegistreratOmbud> Registrera(
        PersonombudId id, Guid publikId, PersonId person, ArendeId? arende, Ombudsuppgifter uppgifter, AnvandareId av, DateTimeOffset now)
    {
        var fel = Fel(uppgifter);
        if (Texter.Stada(uppgifter.Namn) is null) fel.Insert(0, new("namn", "Skriv ombudets namn."));
        if (!Enum.IsDefined(uppgifter.Roll)) fel.Add(new("roll", "Välj på vilken grund ombudet företräder personen."));
        if (fel.Count > 0) return Error.Invalid(fel);
        if (Texter.ForLanga(uppgifter.Namn, uppgifter.Telefon)) return Textlangd.ForLang;
        var ombud = new Personombud
        {
            Id = id, PublikId = publikId, PersonId = person, ArendeId = arende, Namn = uppgifter.Namn!.Trim(), Roll = uppgifter.Roll, Telefon = Texter.Stada(uppgifter.Telefon),
            From = uppgifter.From, Tom = uppgifter.Tom, RegistreratAv = av, Registrerat = now.ToUniversalTime(),
        };
        ombud._omfattning.AddRange(uppgifter.Omfattning.Distinct(StringComparer.Ordinal));
        return new RegistreratOmbud(ombud, new(person, id, ombud.Roll));
    }

    /// <summary>Someone has seen what shows the authority, and what it says. After that it is not changed: what comes in its place is taken in anew.</summary>
    /// <returns>The event; <c>OMBUD_REDAN_STYRKT</c>; <c>OMBUD_UPPHORT</c>; faults by field; <c>TEXT_FOR_LANG</c>.</returns>
    // FL (2017:900) 15 §: en skriftlig eller muntlig fullmakt, med ombudets namn och uppdragets omfattning
    public Result<OmbudStyrkt> Styrk(string? underlag, IReadOnlyList<string> omfattning, DateOnly? from, DateOnly? tom, AnvandareId av, DateTimeOffset now)
    {
        if (Styrkt is not null) return Error.Rule("OMBUD_REDAN_STYRKT", "Behörigheten är redan styrkt. Är den en annan nu: avsluta uppdraget och lägg in det nya.");
        if (Upphort is not null) return Error.Rule("OMBUD_UPPHORT", "Uppdraget har upphört.");
        var fel = Fel(new(Namn, Roll, Telefon, omfattning, from, tom));
        if (Texter.Stada(underlag) is null) fel.Add(new("underlag", $"Skriv vad som visar behörigheten: {Ombudsregel.Underlag(Roll)}."));
        if (omfattning.Count == 0) fel.Add(new("omfattning", "Välj vad uppdraget omfattar."));
        if (fel.Count > 0) return Error.Invalid(fel);
        if (Texter.ForLanga(underlag)) return Textlangd.ForLang;
        _omfattning.Clear();
        _omfattning.AddRange(omfattning.Distinct(StringComparer.Ordinal));
        (From, Tom, Underlag, StyrktAv, Styrkt) = (from, tom, underlag!.Trim(), av, now.ToUniversalTime());
        return new OmbudStyrkt(PersonId, Id);
    }

    /// <summary>The authority has ended: withdrawn, replaced, dismissed.</summary>
    /// <returns>The event; <c>OMBUD_UPPHORT</c>; faults by field; <c>TEXT_FOR_LANG</c>.</returns>
    public Result<OmbudUpphort> Avsluta(DateOnly sista, string? skal, DateTimeOffset now)
    {
        if (Upphort is not null) return Error.Rule("OMBUD_UPPHORT", "Uppdraget har redan upphört.");
        var fel = new List<FieldError>();
        if (sista > SvenskTid.Dag(now)) fel.Add(new("upphort", "Skriv en dag som har varit. Ska uppdraget upphöra längre fram: avsluta det då."));
        if (sista < From) fel.Add(new("upphort", "Uppdraget kan inte upphöra innan det började."));
        if (Texter.Stada(skal) is null) fel.Add(new("upphortSkal", "Skriv varför uppdraget upphör."));
        if (fel.Count > 0) return Error.Invalid(fel);
        if (Texter.ForLanga(skal)) return Textlangd.ForLang;
        (Upphort, UpphortSkal) = (sista, skal!.Trim());
        return new OmbudUpphort(PersonId, Id, sista);
    }

    private static List<FieldError> Fel(Ombudsuppgifter uppgifter)
    {
        var fel = new List<FieldError>();
        if (uppgifter.Omfattning.Any(o => !Ombudsomfattning.For(uppgifter.Roll).Contains(o, StringComparer.Ordinal))) fel.Add(new("omfattning", "Välj vad uppdraget omfattar."));
        if (uppgifter.Tom < uppgifter.From) fel.Add(new("tom", "Den sista dagen ligger före den första."));
        return fel;
    }
}

/// <summary>What is known about an ombud, as the form sends it.</summary>
/// <param name="Omfattning">Codes of <see cref="Ombudsomfattning"/>.</param>
public sealed record Ombudsuppgifter(string? Namn, OmbudRoll Roll, string? Telefon, IReadOnlyList<string> Omfattning, DateOnly? From, DateOnly? Tom)
{
    public override string ToString() => nameof(Ombudsuppgifter);
}

public readonly record struct PersonombudId(long Value) : IId;

public sealed record RegistreratOmbud(Personombud Ombud, OmbudRegistrerat Handelse);

public sealed record OmbudRegistrerat(PersonId Person, PersonombudId Ombud, OmbudRoll Roll) : IHandelse;

public sealed record OmbudStyrkt(PersonId Person, PersonombudId Ombud) : IHandelse;

public sealed record OmbudUpphort(PersonId Person, PersonombudId Ombud, DateOnly Sista) : IHandelse;
