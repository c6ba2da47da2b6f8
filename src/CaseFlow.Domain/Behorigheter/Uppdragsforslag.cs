using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Behorigheter;

public readonly record struct UppdragsforslagId(long Value) : IId;

public enum Forslagsstatus { Vantar, Godkant, Avslaget, Aterkallat }

/// <summary>More rights for someone: one person proposes, another approves, and neither is the one who gets them.</summary>
// Lag (2001:454) om behandling av personuppgifter inom socialtjänsten, 10 §: behörigheten begränsas till vad som behövs. Två personer: vår regel
public sealed class Uppdragsforslag
{
    private Uppdragsforslag()
    {
    }

    public UppdragsforslagId Id { get; private set; }

    public AnvandareId AnvandareId { get; private set; }

    public EnhetId EnhetId { get; private set; }

    public Roll Roll { get; private set; }

    public Delegatniva Delegat { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? Tom { get; private set; }

    public string Skal { get; private set; } = "";

    public AnvandareId ForeslagetAv { get; private set; }

    public DateTimeOffset Foreslaget { get; private set; }

    public Forslagsstatus Status { get; private set; }

    public AnvandareId? AvgjortAv { get; private set; }

    public DateTimeOffset? Avgjort { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? AvslagSkal { get; private set; }

    public int Version { get; private set; }

    /// <returns>The proposal and its event; <c>EGEN_RATT</c>, <c>ROLL_GES_INTE</c>, <c>DELEGAT_FOR_HOG</c>, <c>PERIOD_BAKLANGES</c>,
    /// <c>UPPDRAG_SLUT_BAKAT</c>, <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<ForeslagetUppdrag> Foresla(
        UppdragsforslagId id, AnvandareId anvandare, EnhetId enhet, Roll roll, Delegatniva delegat, DateOnly from, DateOnly? tom, string? skal, AnvandareId av,
        DateTimeOffset now)
    {
        if (av == anvandare) return EgenRatt;
        if (Uppdragsregel.Prova(roll, delegat) is { } fel) return fel;
        var period = Period.Skapa(from, tom);
        if (period.Failed) return period.Error;
        if (tom < SvenskTid.Dag(now)) return Error.Invalid("UPPDRAG_SLUT_BAKAT", "Uppdraget skulle redan ha slutat. Välj en senare dag.");
        if (Skalregel.Prova(skal, "Skriv varför uppdraget behövs") is { } saknas) return saknas;
        var forslag = new Uppdragsforslag
        {
            Id = id, AnvandareId = anvandare, EnhetId = enhet, Roll = roll, Delegat = delegat, From = from, Tom = tom, Skal = skal!.Trim(), ForeslagetAv = av,
            Foreslaget = now.ToUniversalTime(), Status = Forslagsstatus.Vantar,
        };
        return new ForeslagetUppdrag(forslag, new(id, anvandare, enhet, roll, delegat));
    }

    /// <returns>The assignment and its event; <c>EGET_FORSLAG</c>, <c>EGEN_RATT</c>, <c>FORSLAG_AVGJORT</c> or <c>UPPDRAG_SLUT_BAKAT</c>.</returns>
    public Result<GivetUppdrag> Godkann(AnvandareId av, DateTimeOffset now)
    {
        if (Hinder(av) is { } hinder) return hinder;
        if (Tom < SvenskTid.Dag(now)) return Error.Invalid("UPPDRAG_SLUT_BAKAT", "Uppdraget skulle redan ha slutat. Avslå förslaget.");
        Avgor(Forslagsstatus.Godkant, av, now);
        return new GivetUppdrag(
            Uppdrag.Ge(AnvandareId, EnhetId, Roll, new Period(From, Tom), Delegat, av), new(AnvandareId, EnhetId, Roll, Delegat, From, Tom));
    }

    /// <summary>The proposer takes it back, or someone else refuses it with a reason.</summary>
    /// <returns>The event; <c>EGEN_RATT</c>, <c>FORSLAG_AVGJORT</c>, <c>SKAL_SAKNAS</c> or <c>TEXT_FOR_LANG</c>.</returns>
    public Result<UppdragsforslagAvslaget> Avsla(string? skal, AnvandareId av, DateTimeOffset now)
    {
        var eget = av == ForeslagetAv;
        if (!eget && Hinder(av) is { } hinder) return hinder;
        if (Status is not Forslagsstatus.Vantar) return RedanAvgjort;
        if (!eget && Skalregel.Prova(skal, "Skriv varför förslaget avslås") is { } fel) return fel;
        AvslagSkal = Texter.Stada(skal);
        Avgor(eget ? Forslagsstatus.Aterkallat : Forslagsstatus.Avslaget, av, now);
        return new UppdragsforslagAvslaget(Id, AnvandareId, Status);
    }

    private static Error EgenRatt { get; } = Error.Rule("EGEN_RATT", "Ingen ger sig själv ett uppdrag. Låt någon annan göra det.");

    private static Error RedanAvgjort { get; } = Error.Conflict("FORSLAG_AVGJORT", "Förslaget är redan avgjort. Ladda om sidan.");

    private Error? Hinder(AnvandareId av) =>
        av == ForeslagetAv ? Error.Rule("EGET_FORSLAG", "Du har själv föreslagit det. Någon annan ska godkänna.")
        : av == AnvandareId ? EgenRatt
        : Status is not Forslagsstatus.Vantar ? RedanAvgjort : null;

    private void Avgor(Forslagsstatus status, AnvandareId av, DateTimeOffset now) => (Status, AvgjortAv, Avgjort) = (status, av, now.ToUniversalTime());
}

/// <summary>Which roles are given to people, and how high each may decide.</summary>
public static class Uppdragsregel
{
    /// <summary>The roles that can be given.</summary>
    public static IReadOnlyList<Roll> Givbara { get; } =
    [
        Roll.Handlaggare, Roll.Fardtjansthandlaggare, Roll.BitradandeChef, Roll.Chef, Roll.Administrator, Roll.Aldrelots, Roll.Kvalitetsrad, Roll.Jour, Roll.Forvaltare,
        Roll.Utforare,
    ];

    /// <summary>Roles that open the unit, or give others rights. Whoever takes in a user may know her first password, so that two accounts need not be two people:
    /// one who leads the unit knows whom it is about.</summary>
    // Lag (2001:454) 10 §: behörigheten begränsas till vad som behövs. Att ledningen godkänner är vår regel
    public static bool GesAvLedningen(Roll roll) => Roller.Behorigheter(roll).Overlaps(Oppnar);

    /// <summary>What opens an ärende, or gives others the right to.</summary>
    private static readonly Behorighet[] Oppnar = [Behorighet.LasaArende, Behorighet.Nodoppna, Behorighet.FordelaArende, Behorighet.ForvaltaBehorigheter];

    public static Delegatniva Hogst(Roll roll) => roll switch
    {
        Roll.Handlaggare or Roll.Fardtjansthandlaggare => Delegatniva.Handlaggare,
        Roll.BitradandeChef => Delegatniva.BitradandeChef,
        Roll.Chef => Delegatniva.Chef,
        Roll.Forvaltare or Roll.Utforare or Roll.System or Roll.Jour or Roll.Administrator or Roll.Aldrelots or Roll.Kvalitetsrad => Delegatniva.Ingen,
    };

    public static Error? Prova(Roll roll, Delegatniva delegat) =>
        !Givbara.Contains(roll) ? Error.Invalid("ROLL_GES_INTE", "Välj en roll.")
        : delegat > Hogst(roll) || delegat < Delegatniva.Ingen ? Error.Invalid("DELEGAT_FOR_HOG", "Beslutsnivån är högre än rollen har.")
        : null;
}

public sealed record ForeslagetUppdrag(Uppdragsforslag Forslag, UppdragForeslaget Handelse);

public sealed record GivetUppdrag(Uppdrag Uppdrag, UppdragGivet Handelse);

public sealed record UppdragForeslaget(UppdragsforslagId Forslag, AnvandareId Anvandare, EnhetId Enhet, Roll Roll, Delegatniva Delegat) : IHandelse;

public sealed record UppdragsforslagAvslaget(UppdragsforslagId Forslag, AnvandareId Anvandare, Forslagsstatus Status) : IHandelse;
