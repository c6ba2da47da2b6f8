namespace CaseFlow.Domain.Personer;

// Rummet Personer: den som ansöker, hur hon identifieras och nås,
// och vilket skydd hennes uppgifter har. Personen är en egen helhet:
// ärenden pekar på henne, hon känner inte till dem.

/// <summary>A person in the register. Identity, name, contact, language and protection; nothing about her cases.</summary>
public sealed class Person
{
    private List<Namndel> _namndelar = [];

    private Person()
    {
    }

    public PersonId Id { get; private set; }

    public Guid PublikId { get; private set; }

    public Personidentitet Identitet { get; private set; } = null!;

    public string Fornamn { get; private set; } = "";

    public string Efternamn { get; private set; } = "";

    /// <summary>The name folded with the last name first: the order of lists. å, ä and ö are letters of their own.</summary>
    public string SokordEfternamn { get; private set; } = "";

    /// <summary>The words she is found by.</summary>
    public IReadOnlyList<Namndel> Namndelar => _namndelar;

    public Adress? Adress { get; private set; }

    public string? Telefon { get; private set; }

    /// <summary>Language code as the contract writes it, e.g. <c>sv</c>, <c>fi</c>, <c>rmf</c>.</summary>
    public string Sprak { get; private set; } = "sv";

    public bool Tolkbehov { get; private set; }

    public Skydd Skydd { get; private set; }

    public DateOnly? Avliden { get; private set; }

    /// <summary>Why a death that had been registered was taken back, the last time; null when none has been.</summary>
    public string? AvlidenHavtSkal { get; private set; }

    public int Version { get; private set; }

    public bool ArSkyddad => Skydd != Skydd.Ingen;

    /// <summary>Takes a person into the register.</summary>
    /// <returns>The person, or <c>NAMN_SAKNAS</c>.</returns>
    public static Result<Person> Registrera(
        PersonId id, Guid publikId, Personidentitet identitet, string? fornamn, string? efternamn, Adress? adress = null,
        string? telefon = null, string? sprak = null, bool tolkbehov = false, Skydd skydd = Skydd.Ingen)
    {
        if (string.IsNullOrWhiteSpace(fornamn) || string.IsNullOrWhiteSpace(efternamn))
            return Error.Invalid("NAMN_SAKNAS", "Både förnamn och efternamn måste fyllas i.");
        var (fore, efter) = (fornamn.Trim(), efternamn.Trim());
        return new Person
        {
            Id = id,
            PublikId = publikId,
            Identitet = identitet,
            Fornamn = fore,
            Efternamn = efter,
            SokordEfternamn = Sokord.Omvant(fore, efter),
            _namndelar = Namndel.Av(id, fore, efter),
            Adress = adress,
            Telefon = Texter.Stada(telefon),
            Sprak = Texter.Stada(sprak) ?? "sv",
            Tolkbehov = tolkbehov,
            Skydd = skydd,
        };
    }

    /// <summary>Records that the person has died. The ärende and its insatser are closed by their own rules.</summary>
    /// <returns>The event, <c>AVLIDEN_DATUM_OGILTIGT</c> for a day before birth or in the future, or <c>REDAN_AVLIDEN</c>.</returns>
    public Result<PersonAvliden> RegistreraAvliden(DateOnly datum, DateOnly idag)
    {
        if (Avliden is not null) return Error.Rule("REDAN_AVLIDEN", "Personen är redan registrerad som avliden.");
        if (datum > idag || datum < Identitet.Fodelsedatum)
            return Error.Rule("AVLIDEN_DATUM_OGILTIGT", "Dödsdatumet kan inte ligga i framtiden eller före födelsedatumet.");
        Avliden = datum;
        return new PersonAvliden(Id, datum);
    }

    /// <summary>The death was registered by mistake. What it ended is not begun again by this.</summary>
    /// <returns>The event; <c>EJ_AVLIDEN</c>, <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    // Dataskyddsförordningen (EU) 2016/679 artikel 5.1 d: en uppgift som är fel rättas utan dröjsmål
    public Result<DodsfallHavt> HavAvliden(string? skal)
    {
        if (Avliden is not { } dag) return Error.Conflict("EJ_AVLIDEN", "Personen är inte registrerad som avliden. Ladda om sidan.");
        if (Skalregel.Prova(skal, "Skriv varför dödsfallet är fel registrerat") is { } fel) return fel;
        (Avliden, AvlidenHavtSkal) = (null, skal!.Trim());
        return new DodsfallHavt(Id, dag);
    }

    /// <summary>Raises or lowers the protection. The same level again changes nothing and is no error; who may do what is <see cref="Skyddsregel"/>.</summary>
    public SkyddAndrat SattSkydd(Skydd skydd)
    {
        var handelse = new SkyddAndrat(Id, Skydd, skydd);
        Skydd = skydd;
        return handelse;
    }

    /// <summary>Where and how the person is reached, as she says it is now.</summary>
    /// <returns>The event, or null when it was already so.</returns>
    public KontaktAndrad? AndraKontakt(Adress? adress, string? telefon, string? sprak, bool tolkbehov)
    {
        var (nummer, talar) = (Texter.Stada(telefon), Texter.Stada(sprak) ?? "sv");
        var handelse = new KontaktAndrad(Id, adress != Adress, nummer != Telefon, talar != Sprak, tolkbehov != Tolkbehov);
        if (handelse is { Adress: false, Telefon: false, Sprak: false, Tolkbehov: false }) return null;
        (Adress, Telefon, Sprak, Tolkbehov) = (adress, nummer, talar, tolkbehov);
        return handelse;
    }
}

/// <summary>Where a person lives. Never shown, sent or logged for a protected person without named access.</summary>
/// <param name="Postnummer">As written, e.g. <c>128 58</c>.</param>
public sealed record Adress(string Gata, string Postnummer, string Ort)
{
    /// <summary>The digits of the postal code only, to compare with a unit's area.</summary>
    public string Postsiffror => new([.. Postnummer.Where(char.IsAsciiDigit)]);

    public override string ToString() => "(adress)";
}

/// <summary>Named access to a protected person: who, who gave it and why. Followed by rule for the handläggare of her ärenden and the chefer of
/// their units, who are named without a reason.</summary>
public sealed class NamngivenAtkomst
{
    private NamngivenAtkomst()
    {
    }

    public PersonId PersonId { get; private set; }

    public AnvandareId AnvandareId { get; private set; }

    public AnvandareId GavsAv { get; private set; }

    public DateTimeOffset Tid { get; private set; }

    /// <summary>Why the chef named her; null when she was named by rule.</summary>
    public string? Skal { get; private set; }

    public static NamngivenAtkomst Ge(PersonId person, AnvandareId anvandare, AnvandareId gavsAv, DateTimeOffset now) =>
        new() { PersonId = person, AnvandareId = anvandare, GavsAv = gavsAv, Tid = now };

    /// <summary>Someone who needs it besides those named by rule.</summary>
    /// <returns>The access and its event, <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<GivenNamngivning> GeMedSkal(PersonId person, AnvandareId anvandare, string? skal, AnvandareId gavsAv, DateTimeOffset now)
    {
        if (Skalregel.Prova(skal, "Skriv varför uppgifterna behövs") is { } fel) return fel;
        var namngiven = Ge(person, anvandare, gavsAv, now);
        namngiven.Skal = skal!.Trim();
        return new GivenNamngivning(namngiven, new(person, anvandare));
    }
}

/// <summary>How long someone stays named.</summary>
public static class Namngivningsregel
{
    /// <summary>After the ärende is closed: what is left to do then, delgivning and överklagande, takes three weeks from the day the person got
    /// the beslut (FL 44 §), and the letter takes its time.</summary>
    // Lag (2001:454) 10 §: den som inte längre behöver uppgifterna ska inte nå dem. Antalet dagar är vår regel, inte lagens.
    public const int DagarEfterAvslut = 42;
}

public sealed record GivenNamngivning(NamngivenAtkomst Namngiven, NamngivenAtkomstGiven Handelse);

/// <summary>Someone was named for a protected person.</summary>
public sealed record NamngivenAtkomstGiven(PersonId Person, AnvandareId Anvandare) : IHandelse;

/// <summary>Someone is no longer named for a protected person.</summary>
public sealed record NamngivenAtkomstTagen(PersonId Person, AnvandareId Anvandare) : IHandelse;

public sealed record PersonAvliden(PersonId Person, DateOnly Datum) : IHandelse;

/// <summary>A death was registered by mistake.</summary>
/// <param name="Datum">The day that was registered.</param>
public sealed record DodsfallHavt(PersonId Person, DateOnly Datum) : IHandelse;

/// <summary>Another system says that the person is protected; the register is as before until someone has looked at it.</summary>
public sealed record SkyddUppgivet(PersonId Person, Skydd Skydd) : IHandelse;

public sealed record SkyddAndrat(PersonId Person, Skydd Fran, Skydd Till) : IHandelse;

/// <summary>What was changed of how the person is reached; never to what.</summary>
public sealed record KontaktAndrad(PersonId Person, bool Adress, bool Telefon, bool Sprak, bool Tolkbehov) : IHandelse;
