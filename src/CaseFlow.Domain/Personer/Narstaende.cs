namespace CaseFlow.Domain.Personer;

/// <summary>Who somebody is to the person.</summary>
public enum Relation { MakeEllerPartner = 1, Barn = 2, Foralder = 3, Syskon = 4, AnnanSlakting = 5, VanEllerGranne = 6, Kontaktperson = 7, Annan = 8 }

/// <summary>Whether we may get in touch.</summary>
public enum Kontaktlov
{
    Ja = 1,
    Nej = 2,

    /// <summary>Only while the person consents (<see cref="Samtyckesandamal.KontaktNarstaende"/>).</summary>
    MedSamtycke = 3,
}

/// <summary>Someone near to a person: as such no right to speak for her here (that is an ombud), and personal data of another. Never changed; ended when it no longer
/// is so, and what is so is added.</summary>
// Anhörigbehörighet, föräldrabalken 17 kap. [overifierat]: hur långt den når, och om den når bistånd, är inte utrett. Ingen roll finns för den.
public sealed class Narstaende
{
    private Narstaende()
    {
    }

    public NarstaendeId Id { get; private set; }

    public Guid PublikId { get; private set; }

    public PersonId PersonId { get; private set; }

    public string Namn { get; private set; } = "";

    public Relation Relation { get; private set; }

    public string? Telefon { get; private set; }

    public Kontaktlov Kontaktlov { get; private set; }

    public string? Upplysning { get; private set; }

    public AnvandareId TillagdAv { get; private set; }

    public DateTimeOffset Tillagd { get; private set; }

    public DateTimeOffset? Avslutad { get; private set; }

    public AnvandareId? AvslutadAv { get; private set; }

    public int Version { get; private set; }

    /// <returns>The relation and its event; faults by field (<c>OGILTIGT</c>); <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<TillagdNarstaende> LaggTill(
        NarstaendeId id, Guid publikId, PersonId person, Narstaendeuppgifter uppgifter, AnvandareId av, DateTimeOffset now)
    {
        var fel = new List<FieldError>();
        if (Texter.Stada(uppgifter.Namn) is null) fel.Add(new("namn", "Skriv namnet."));
        if (!Enum.IsDefined(uppgifter.Relation)) fel.Add(new("relation", "Välj vem det är för personen."));
        if (!Enum.IsDefined(uppgifter.Kontaktlov)) fel.Add(new("kontakt", "Välj om vi får kontakta hen."));
        if (fel.Count > 0) return Error.Invalid(fel);
        if (Texter.ForLanga(uppgifter.Namn, uppgifter.Telefon, uppgifter.Upplysning)) return Textlangd.ForLang;
        var ny = new Narstaende
        {
            Id = id, PublikId = publikId, PersonId = person, Namn = uppgifter.Namn!.Trim(), Relation = uppgifter.Relation, Telefon = Texter.Stada(uppgifter.Telefon),
            Kontaktlov = uppgifter.Kontaktlov, Upplysning = Texter.Stada(uppgifter.Upplysning), TillagdAv = av, Tillagd = now.ToUniversalTime(),
        };
        return new TillagdNarstaende(ny, new(person, id));
    }

    /// <returns>The event, or <c>NARSTAENDE_AVSLUTAD</c>.</returns>
    public Result<NarstaendeAvslutad> Avsluta(AnvandareId av, DateTimeOffset now)
    {
        if (Avslutad is not null) return Error.Rule("NARSTAENDE_AVSLUTAD", "Uppgiften gäller redan inte längre.");
        (Avslutad, AvslutadAv) = (now.ToUniversalTime(), av);
        return new NarstaendeAvslutad(PersonId, Id);
    }
}

/// <summary>Someone near to a person, as the form sends it.</summary>
public sealed record Narstaendeuppgifter(string? Namn, Relation Relation, string? Telefon, Kontaktlov Kontaktlov, string? Upplysning)
{
    public override string ToString() => nameof(Narstaendeuppgifter);
}

public readonly record struct NarstaendeId(long Value) : IId;

public sealed record TillagdNarstaende(Narstaende Narstaende, NarstaendeTillagd Handelse);

public sealed record NarstaendeTillagd(PersonId Person, NarstaendeId Narstaende) : IHandelse;

public sealed record NarstaendeAvslutad(PersonId Person, NarstaendeId Narstaende) : IHandelse;
