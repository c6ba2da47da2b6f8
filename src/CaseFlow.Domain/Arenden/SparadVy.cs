namespace CaseFlow.Domain.Arenden;

/// <summary>A choice of rows on Idag that someone gave a name and keeps: her own, or the whole unit's.</summary>
public sealed class SparadVy
{
    /// <summary>More than this and nobody finds them among the tabs.</summary>
    public const int HogstAntal = 12;

    private const int HogstNamn = 40;

    private SparadVy()
    {
    }

    public VyId Id { get; private set; }

    public Guid PublikId { get; private set; }

    public string Namn { get; private set; } = "";

    /// <summary>Who made it.</summary>
    public AnvandareId AgareId { get; private set; }

    /// <summary>The unit it is shared in; null for a private one.</summary>
    public EnhetId? EnhetId { get; private set; }

    /// <summary>The choice as the query of an address (<c>steg=Utredning&amp;vantar=komplettering</c>): codes only, never personal data.</summary>
    public string Urval { get; private set; } = "";

    public DateTimeOffset Skapad { get; private set; }

    /// <returns>The view and its event, <c>VYNAMN_SAKNAS</c>, <c>VYNAMN_FOR_LANGT</c> or <c>VY_UTAN_URVAL</c>.</returns>
    public static Result<(SparadVy Vy, VySparad Handelse)> Spara(
        VyId id, Guid publikId, string? namn, AnvandareId agare, EnhetId? enhet, string urval, DateTimeOffset now)
    {
        if (Texter.Stada(namn) is not { } text) return Error.Invalid("VYNAMN_SAKNAS", "Ge vyn ett namn.");
        if (text.Length > HogstNamn) return Error.Invalid("VYNAMN_FOR_LANGT", $"Namnet får ha högst {HogstNamn} tecken.");
        if (urval.Length == 0) return Error.Invalid("VY_UTAN_URVAL", "Välj något i filtret först. Utan urval är vyn densamma som Mitt arbete.");
        var vy = new SparadVy { Id = id, PublikId = publikId, Namn = text, AgareId = agare, EnhetId = enhet, Urval = urval, Skapad = now.ToUniversalTime() };
        return (vy, new VySparad(id, enhet));
    }

    /// <summary>Whether this user may take it away: the one who made it, and a shared one the unit's chef too.</summary>
    public bool FarTasBort(AnvandareId anvandare, IReadOnlyCollection<EnhetId> chefFor) =>
        AgareId == anvandare || (EnhetId is { } enhet && chefFor.Contains(enhet));
}

public sealed record VySparad(VyId Vy, EnhetId? Enhet) : IHandelse;

public sealed record VyBorttagen(VyId Vy) : IHandelse;
