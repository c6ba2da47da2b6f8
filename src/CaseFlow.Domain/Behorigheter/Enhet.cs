namespace CaseFlow.Domain.Behorigheter;

/// <summary>A unit, and the part of the city whose ärenden it takes.</summary>
public sealed class Enhet
{
    private readonly List<string> _omrade = [];

    private Enhet()
    {
    }

    public EnhetId Id { get; private set; }

    public string Namn { get; private set; } = "";

    /// <summary>Beginnings of postal codes, digits only, e.g. <c>128</c>.</summary>
    public IReadOnlyList<string> Omrade => _omrade;

    public int Version { get; private set; }

    public static Enhet Skapa(EnhetId id, string namn, IEnumerable<string> omrade)
    {
        var enhet = new Enhet { Id = id, Namn = namn.Trim() };
        enhet.AndraOmrade(omrade);
        return enhet;
    }

    public void AndraOmrade(IEnumerable<string> omrade)
    {
        _omrade.Clear();
        _omrade.AddRange(omrade.Select(Siffror).Where(o => o.Length > 0).Distinct(StringComparer.Ordinal));
    }

    /// <summary>How much of a postal code the unit's area names; 0 when it is not in it. The unit with the longest match takes the ärende.</summary>
    public int Traffar(string? postnummer)
    {
        var siffror = Siffror(postnummer ?? "");
        return _omrade.Where(o => siffror.StartsWith(o, StringComparison.Ordinal)).Select(o => o.Length).DefaultIfEmpty().Max();
    }

    private static string Siffror(string text) => new([.. text.Where(char.IsAsciiDigit)]);
}
