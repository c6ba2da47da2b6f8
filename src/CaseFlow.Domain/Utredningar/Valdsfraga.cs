namespace CaseFlow.Domain.Utredningar;

public enum Valdsfrageutfall
{
    Fragad = 1,
    EjFragad = 2,

    /// <summary>The question was put and the person did not want to answer.</summary>
    Avbojd = 3,
}

/// <summary>Why the question of violence was not put.</summary>
public static class EjFragadOrsak
{
    public const string VilleInte = "ville-inte";
    public const string InteEnsam = "inte-ensam";
    public const string KognitivSvikt = "kognitiv-svikt";
    public const string SprakTolk = "sprak-tolk";
    public const string Annat = "annat";

    public static IReadOnlyList<string> Alla { get; } = [VilleInte, InteEnsam, KognitivSvikt, SprakTolk, Annat];
}

/// <summary>Whether the person was asked about violence.</summary>
/// <remarks>What the person ANSWERED is never stored here. The answer gets a compartment of its own with its own access, in a later
/// step; until then it has no place in the product, and nobody should write it in a free text field.</remarks>
public sealed class Valdsfraga
{
    private Valdsfraga()
    {
    }

    internal Valdsfraga(Valdsfrageutfall utfall, string? orsak, DateOnly datum, AnvandareId av) =>
        (Utfall, Orsak, Datum, Av) = (utfall, orsak, datum, av);

    public Valdsfrageutfall Utfall { get; private set; }

    /// <summary>One of <see cref="EjFragadOrsak.Alla"/> when not asked, else null.</summary>
    public string? Orsak { get; private set; }

    public DateOnly Datum { get; private set; }

    public AnvandareId Av { get; private set; }
}
