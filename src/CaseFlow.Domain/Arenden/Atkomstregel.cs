namespace CaseFlow.Domain.Arenden;

/// <summary>What is known about the one who asks, at this moment and for this ärende.</summary>
/// <param name="Enheter">Units where an assignment valid today lets the actor read ärenden.</param>
/// <param name="ChefFor">Units led today.</param>
/// <param name="Ersatter">Those the actor is deputy for today.</param>
/// <param name="HarNamngivenAtkomst">Named for the person of the ärende.</param>
/// <param name="HarGiltigtSkal">Has given a reason that still holds (<see cref="Atkomst"/>).</param>
/// <param name="HarSparr">Is blocked from the person (<see cref="Behorigheter.Sparr"/>).</param>
/// <param name="HarJav">Has a jäv in the ärende that stands (<see cref="Behorigheter.Jav"/>).</param>
/// <param name="HarNodoppning">Has opened it in an emergency that still lasts (<see cref="Nodoppning"/>), and still has the right to.</param>
public sealed record Aktorsfakta(
    AnvandareId Id, IReadOnlyCollection<EnhetId> Enheter, IReadOnlyCollection<EnhetId> ChefFor, IReadOnlyCollection<AnvandareId> Ersatter,
    bool HarNamngivenAtkomst, bool HarGiltigtSkal, bool HarSparr = false, bool HarJav = false,
    bool HarNodoppning = false);

public sealed record Arendefakta(ArendeId Id, EnhetId Enhet, AnvandareId? Handlaggare, bool Skyddat)
{
    public static Arendefakta Av(Arende arende) => new(arende.Id, arende.EnhetId, arende.HandlaggareId, arende.Skyddat);
}

/// <summary>Why the ärende is open to the actor, or what is missing.</summary>
public enum Atkomstbeslut { FinnsInte, Jav, SkalKravs, Tilldelad, Stallforetradare, Chef, Skal, Nodoppning }

/// <summary>Who may see an ärende. The same rule for every page, list and call; lists filter by it in the query.</summary>
public static class Atkomstregel
{
    /// <summary>Assigned, deputy for the assigned, and the unit's chef come in directly; others in the unit give a reason first; for
    /// another unit, for a protected person without named access, and for someone blocked from the person, the ärende does not exist - for the
    /// chef too. Someone with jäv is not let in whatever else she is. An emergency opening lets in where the ärende does not exist, but never
    /// someone who is blocked or has jäv.</summary>
    // Lag (2001:454) 10 §; OSL (2009:400) 26 kap. 1 §; FL (2017:900) 16-18 §§
    public static Atkomstbeslut Prova(Aktorsfakta aktor, Arendefakta arende)
    {
        if (aktor.HarSparr) return Atkomstbeslut.FinnsInte;
        var annars = UtanNodoppning(aktor, arende);
        return annars is Atkomstbeslut.FinnsInte && aktor is { HarNodoppning: true, HarJav: false } ? Atkomstbeslut.Nodoppning : annars;
    }

    /// <summary>Whether someone who may, may open it in an emergency: it does not exist for her, and nothing forbids it.</summary>
    public static bool KanNodoppnas(Aktorsfakta aktor, Arendefakta arende) =>
        aktor is { HarSparr: false, HarJav: false } && UtanNodoppning(aktor, arende) is Atkomstbeslut.FinnsInte;

    private static Atkomstbeslut UtanNodoppning(Aktorsfakta aktor, Arendefakta arende)
    {
        if (arende.Skyddat && !aktor.HarNamngivenAtkomst) return Atkomstbeslut.FinnsInte;
        var narmast = UtanJav(aktor, arende);
        return narmast is not Atkomstbeslut.FinnsInte && aktor.HarJav ? Atkomstbeslut.Jav : narmast;
    }

    private static Atkomstbeslut UtanJav(Aktorsfakta aktor, Arendefakta arende)
    {
        if (arende.Handlaggare == aktor.Id) return Atkomstbeslut.Tilldelad;
        if (arende.Handlaggare is { } handlaggare && aktor.Ersatter.Contains(handlaggare)) return Atkomstbeslut.Stallforetradare;
        if (aktor.ChefFor.Contains(arende.Enhet)) return Atkomstbeslut.Chef;
        if (!aktor.Enheter.Contains(arende.Enhet)) return Atkomstbeslut.FinnsInte;
        return aktor.HarGiltigtSkal ? Atkomstbeslut.Skal : Atkomstbeslut.SkalKravs;
    }

    /// <summary>The refusal that goes with the answer, or null when the actor is let in.</summary>
    public static Error? Hinder(this Atkomstbeslut beslut) => beslut switch
    {
        Atkomstbeslut.FinnsInte => Error.NotFound(),
        Atkomstbeslut.Jav => Error.Forbidden("JAVIG", "Du har jäv i ärendet och får inte ta del i handläggningen (17 § förvaltningslagen). En annan chef prövar jävet och tar över."),
        Atkomstbeslut.SkalKravs => Error.Forbidden("SKAL_KRAVS", "Ärendet är inte ditt. Skriv varför du behöver öppna det."),
        Atkomstbeslut.Tilldelad or Atkomstbeslut.Stallforetradare or Atkomstbeslut.Chef or Atkomstbeslut.Skal or Atkomstbeslut.Nodoppning => null,
    };

    /// <summary>The ground as the audit trail writes it.</summary>
    public static string Grund(this Atkomstbeslut beslut) => beslut switch
    {
        Atkomstbeslut.FinnsInte => "ingen",
        Atkomstbeslut.Jav => "jav",
        Atkomstbeslut.SkalKravs => "skal-kravs",
        Atkomstbeslut.Tilldelad => "tilldelad",
        Atkomstbeslut.Stallforetradare => "stallforetradare",
        Atkomstbeslut.Chef => "chef",
        Atkomstbeslut.Skal => "skal",
        Atkomstbeslut.Nodoppning => "nodoppning",
    };
}
