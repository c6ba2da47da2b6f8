using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Arenden;

// Rummet Arenden: ärendets gång från ansökan till avslut - vem som har det,
// vilket steg det är i, vad det väntar på - och vem som får se det.
// Innehållet (utredning, beslut, insatser) bor i sina egna rum och pekar hit.

/// <summary>A case: one person, one unit, one way from ansökan to close.</summary>
public sealed class Arende
{
    private readonly List<Paus> _pauser = [];

    private Arende()
    {
    }

    public ArendeId Id { get; private set; }

    public Guid PublikId { get; private set; }

    /// <summary>E.g. <c>2026-0419</c>.</summary>
    public string Nummer { get; private set; } = "";

    public PersonId PersonId { get; private set; }

    public EnhetId EnhetId { get; private set; }

    public AnvandareId? HandlaggareId { get; private set; }

    /// <summary>The person's protection, kept here too so that a list can be filtered without a join.</summary>
    public bool Skyddat { get; private set; }

    public Arendeslag Slag { get; private set; }

    public Steg Steg { get; private set; }

    public DateTimeOffset Oppnat { get; private set; }

    public DateTimeOffset? Avslutat { get; private set; }

    public AvslutsOrsak? AvslutsOrsak { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Paus> Pauser => _pauser;

    /// <summary>What the ärende waits for now; null when the next move is ours.</summary>
    public Paus? PagaendePaus => _pauser.Find(p => p.Tom is null);

    public bool ArAvslutat => Steg == Steg.Avslutat;

    /// <param name="nummer">Null when it is drawn later: <see cref="Numrera"/>.</param>
    public static Arende Oppna(
        ArendeId id, Guid publikId, string? nummer, PersonId person, EnhetId enhet, bool skyddat, Arendeslag slag, DateTimeOffset now) => new()
        {
            Id = id,
            PublikId = publikId,
            Nummer = nummer ?? "",
            PersonId = person,
            EnhetId = enhet,
            Skyddat = skyddat,
            Slag = slag,
            // en ny prövning börjar i utredningen: ingen ansökan att komplettera
            Steg = slag == Arendeslag.NyProvning ? Steg.Utredning : Steg.Ansokan,
            Oppnat = now.ToUniversalTime(),
        };

    /// <summary>Gives it the number it was opened without.</summary>
    public void Numrera(string nummer) =>
        Nummer = Nummer.Length == 0 ? nummer : throw new InvalidOperationException($"Ärendet {Nummer} har redan ett nummer.");

    /// <summary>The pauses as the calendar counts them.</summary>
    public IReadOnlyList<Uppehall> Uppehall() => [.. _pauser.Select(p => p.SomUppehall())];

    /// <summary>Gives the ärende to a handläggare. Jäv is asked for first: <see cref="Behorigheter.Javsregel"/>.</summary>
    public Result<ArendeTilldelat> Tilldela(AnvandareId handlaggare, AnvandareId av, DateTimeOffset now)
    {
        if (ArAvslutat) return RedanAvslutat;
        if (HandlaggareId == handlaggare) return Error.Conflict("ARENDE_REDAN_TILLDELAT", "Ärendet är redan tilldelat den handläggaren.");
        var handelse = new ArendeTilldelat(Id, handlaggare, HandlaggareId, av);
        (HandlaggareId, Tilldelat) = (handlaggare, now.ToUniversalTime());
        return handelse;
    }

    /// <summary>Takes the ärende from its handläggare, who may not have it any longer: the chef gives it to another.</summary>
    /// <returns>The event, <c>ARENDE_AVSLUTAT</c>, or <c>ARENDE_UTAN_HANDLAGGARE</c>.</returns>
    public Result<ArendeFranTaget> TaFran()
    {
        if (ArAvslutat) return RedanAvslutat;
        if (HandlaggareId is not { } tidigare) return Error.Conflict("ARENDE_UTAN_HANDLAGGARE", "Ärendet har ingen handläggare.");
        (HandlaggareId, Tilldelat) = (null, null);
        return new ArendeFranTaget(Id, tidigare);
    }

    /// <summary>When the present handläggare got it.</summary>
    public DateTimeOffset? Tilldelat { get; private set; }

    /// <summary>Takes the ärende on to a step. A wait has to be ended first.</summary>
    /// <returns>The event; <c>ARENDE_FEL_STEG</c> when the step cannot follow; <c>ARENDE_VANTAR</c>; <c>ARENDE_AVSLUTAT</c>.</returns>
    public Result<StegAndrat> GaTill(Steg steg, DateTimeOffset now)
    {
        if (ArAvslutat) return RedanAvslutat;
        if (PagaendePaus is not null) return Error.Rule("ARENDE_VANTAR", "Ärendet väntar. Återuppta det innan det går vidare.");
        if (!Stegordning.FarGa(Steg, steg)) return FelSteg;
        var handelse = new StegAndrat(Id, Steg, steg, SvenskTid.Dag(now));
        Steg = steg;
        return handelse;
    }

    public bool KanGaTill(Steg steg) => !ArAvslutat && PagaendePaus is null && Stegordning.FarGa(Steg, steg);

    /// <summary>Lets the ärende wait for someone else.</summary>
    /// <param name="orsak">Code of <see cref="PausOrsaker"/>.</param>
    /// <param name="vaknar">The day it comes up again at the latest.</param>
    /// <returns>The event; <c>PAUS_ORSAK_OKAND</c>, <c>PAUS_VAKNAR_BAKAT</c>, <c>ARENDE_VANTAR</c>, <c>ARENDE_AVSLUTAT</c>, <c>TEXT_FOR_LANG</c>.</returns>
    public Result<ArendePausat> Vanta(string orsak, DateOnly? vaknar, DateTimeOffset now, string? text = null)
    {
        if (ArAvslutat) return RedanAvslutat;
        if (PagaendePaus is not null) return Error.Rule("ARENDE_VANTAR", "Ärendet väntar redan.");
        if (!PausOrsaker.Alla.Contains(orsak, StringComparer.Ordinal)) return Error.Invalid("PAUS_ORSAK_OKAND", "Välj vad ärendet väntar på.");
        if (Textlangd.ArForLang(text)) return Textlangd.ForLang;
        var idag = SvenskTid.Dag(now);
        if (vaknar <= idag) return Error.Invalid("PAUS_VAKNAR_BAKAT", "Dagen då ärendet kommer upp igen måste ligga framåt i tiden.");
        _pauser.Add(Paus.Borja(Id, _pauser.Count + 1, orsak, string.IsNullOrWhiteSpace(text) ? null : text.Trim(), idag, vaknar));
        return new ArendePausat(Id, orsak, vaknar);
    }

    /// <summary>Ends the wait: the next move is ours again.</summary>
    public Result<ArendeAterupptaget> Ateruppta(DateTimeOffset now)
    {
        if (ArAvslutat) return RedanAvslutat;
        if (PagaendePaus is not { } paus) return Error.Rule("ARENDE_VANTAR_INTE", "Ärendet väntar inte på något.");
        paus.Sluta(SvenskTid.Dag(now));
        return new ArendeAterupptaget(Id, paus.Orsak, paus.SomUppehall().Dagar(SvenskTid.Dag(now)));
    }

    /// <summary>Closes the ärende, and the wait if there is one.</summary>
    /// <returns>The event; <c>ARENDE_FEL_STEG</c> when the reason does not fit the step; <c>ARENDE_AVSLUTAT</c>.</returns>
    public Result<ArendeAvslutat> Avsluta(AvslutsOrsak orsak, DateTimeOffset now)
    {
        if (ArAvslutat) return RedanAvslutat;
        if (!Stegordning.FarAvsluta(Steg, orsak)) return FelSteg;
        PagaendePaus?.Sluta(SvenskTid.Dag(now));
        var handelse = new ArendeAvslutat(Id, orsak, Steg);
        (Steg, Avslutat, AvslutsOrsak) = (Steg.Avslutat, now.ToUniversalTime(), orsak);
        return handelse;
    }

    /// <summary>Follows the person's protection. Called in the same use case that changes it.</summary>
    public void FoljSkydd(bool skyddat) => Skyddat = skyddat;

    private static Error RedanAvslutat => Error.Rule("ARENDE_AVSLUTAT", "Ärendet är avslutat och kan inte ändras.");

    private static Error FelSteg => Error.Rule("ARENDE_FEL_STEG", "Det går inte att göra i det steg ärendet är i nu.");
}

public sealed record ArendeTilldelat(ArendeId Arende, AnvandareId Handlaggare, AnvandareId? Tidigare, AnvandareId Av) : IHandelse;

/// <summary>The ärende has no handläggare until the chef gives it to another.</summary>
public sealed record ArendeFranTaget(ArendeId Arende, AnvandareId Tidigare) : IHandelse;

public sealed record StegAndrat(ArendeId Arende, Steg Fran, Steg Till, DateOnly Dag) : IHandelse;

public sealed record ArendePausat(ArendeId Arende, string Orsak, DateOnly? Vaknar) : IHandelse;

public sealed record ArendeAterupptaget(ArendeId Arende, string Orsak, int Vantedagar) : IHandelse;

public sealed record ArendeAvslutat(ArendeId Arende, AvslutsOrsak Orsak, Steg FranSteg) : IHandelse;
