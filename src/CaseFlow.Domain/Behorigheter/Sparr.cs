using CaseFlow.Domain.Personer;

namespace CaseFlow.Domain.Behorigheter;

public readonly record struct SparrId(long Value) : IId;

/// <summary>A block between someone who works here and a person close to her, or herself: all the person's ärenden, now and later, do not exist
/// for her. Stands until it is ended by someone else.</summary>
// Lag (2001:454) om behandling av personuppgifter inom socialtjänsten, 10 §: behörigheten begränsas till vad som behövs; FL (2017:900) 16 och 17 §§
public sealed class Sparr
{
    private Sparr()
    {
    }

    public SparrId Id { get; private set; }

    /// <summary>The one who is kept out.</summary>
    public AnvandareId AnvandareId { get; private set; }

    /// <summary>Null while the person has not come into the register: then <see cref="Identitet"/> says who it is.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>Whom to look for; forgotten once the person is found.</summary>
    public Personidentitet? Identitet { get; private set; }

    /// <summary>Free text of the one who registered it; stays in the domain table.</summary>
    public string Skal { get; private set; } = "";

    public DateTimeOffset Fran { get; private set; }

    public AnvandareId RegistreradAv { get; private set; }

    public DateTimeOffset? Slutade { get; private set; }

    public AnvandareId? AvslutadAv { get; private set; }

    public string? AvslutSkal { get; private set; }

    public int Version { get; private set; }

    public bool Galler => Slutade is null;

    /// <returns>The block and its event, <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<RegistreradSparr> Registrera(SparrId id, AnvandareId anvandare, PersonId person, string? skal, AnvandareId av, DateTimeOffset now) =>
        Ny(id, anvandare, person, null, skal, av, now);

    /// <summary>Against someone who is not in the register: it takes hold when she comes there.</summary>
    /// <returns>As <see cref="Registrera"/>.</returns>
    public static Result<RegistreradSparr> Forbered(SparrId id, AnvandareId anvandare, Personidentitet identitet, string? skal, AnvandareId av, DateTimeOffset now) =>
        Ny(id, anvandare, null, identitet, skal, av, now);

    /// <summary>The person has come into the register.</summary>
    public void Galla(PersonId person) => (PersonId, Identitet) = (person, null);

    /// <returns>The event; <c>SPARR_EGEN</c>, <c>SPARR_AVSLUTAD</c>, <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public Result<SparrAvslutad> Avsluta(string? skal, AnvandareId av, DateTimeOffset now)
    {
        if (av == AnvandareId) return Error.Rule("SPARR_EGEN", "Ingen häver sin egen spärr. Be din chef.");
        if (!Galler) return Error.Conflict("SPARR_AVSLUTAD", "Spärren är redan hävd. Ladda om sidan.");
        if (Skalregel.Prova(skal, "Skriv varför spärren hävs") is { } fel) return fel;
        (Slutade, AvslutadAv, AvslutSkal, Identitet) = (now.ToUniversalTime(), av, skal!.Trim(), null);
        return new SparrAvslutad(Id, AnvandareId);
    }

    private static Result<RegistreradSparr> Ny(
        SparrId id, AnvandareId anvandare, PersonId? person, Personidentitet? identitet, string? skal, AnvandareId av, DateTimeOffset now)
    {
        if (Skalregel.Prova(skal, "Skriv hur ni hör ihop") is { } fel) return fel;
        var sparr = new Sparr
        {
            Id = id, AnvandareId = anvandare, PersonId = person, Identitet = identitet, Skal = skal!.Trim(), RegistreradAv = av, Fran = now.ToUniversalTime(),
        };
        return new RegistreradSparr(sparr, new(id, anvandare));
    }
}

public sealed record RegistreradSparr(Sparr Sparr, SparrRegistrerad Handelse);

/// <summary>Says who is kept out, never from whom: the trail must not tell her that the person is known here.</summary>
public sealed record SparrRegistrerad(SparrId Sparr, AnvandareId Anvandare) : IHandelse;

public sealed record SparrAvslutad(SparrId Sparr, AnvandareId Anvandare) : IHandelse;
