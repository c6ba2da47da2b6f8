using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Domain.Utredningar;

namespace CaseFlow.Domain.Arenden;

/// <summary>What kind of form one types in.</summary>
public enum Utkastslag { Uppgift, Utredning, Forslag, Anteckning, Ansokan }

/// <summary>A place where someone types: in an ärende a task's form, a part of the utredning, the proposal for an insats or a note; outside of them an
/// ansökan that is taken in.</summary>
public sealed partial record Utkastplats
{
    /// <summary>The parts of a utredning that is open, in its order, by code and by name.</summary>
    public static IReadOnlyList<(string Del, string Namn)> Utredningsdelar { get; } =
        [.. Livsomrade.Alla.Select(o => (o.Kod, o.Namn)), ("insatser", "Ansökta insatser"), ("vald", "Fråga om våld"), ("bedomning", "Bedömning")];

    private static readonly string[] Delar = [.. Utredningsdelar.Select(d => d.Del), "tillagg"];

    private Utkastplats(Utkastslag slag, string nyckel) => (Slag, Nyckel) = (slag, nyckel);

    public static Utkastplats NyAnteckning { get; } = new(Utkastslag.Anteckning, "ny");

    public static Utkastplats Insatser { get; } = new(Utkastslag.Utredning, "insatser");

    public static Utkastplats Valdsfraga { get; } = new(Utkastslag.Utredning, "vald");

    public static Utkastplats Bedomning { get; } = new(Utkastslag.Utredning, "bedomning");

    public static Utkastplats Tillagg { get; } = new(Utkastslag.Utredning, "tillagg");

    /// <summary>The ansökan that is being taken in: there is no ärende yet, and one writes one at a time.</summary>
    public static Utkastplats NyAnsokan { get; } = new(Utkastslag.Ansokan, "ny");

    public Utkastslag Slag { get; }

    /// <summary>It lies in an ärende, and is opened by that one's door.</summary>
    public bool IArende => Slag is not Utkastslag.Ansokan;

    /// <summary>Which one of its kind: a code or a number, never anything that was typed.</summary>
    public string Nyckel { get; }

    /// <summary>As a form carries it: <c>utredning:d6</c>.</summary>
    public string Kod => KodFor(Slag, Nyckel);

    /// <param name="uppgift">The public key of the task.</param>
    public static Utkastplats Uppgift(Guid uppgift) => new(Utkastslag.Uppgift, uppgift.ToString("D"));

    /// <param name="omrade">Code of a <see cref="Livsomrade"/>.</param>
    public static Utkastplats Omrade(string omrade) => new(Utkastslag.Utredning, omrade);

    public static Utkastplats Forslag(long ansoktInsats) => new(Utkastslag.Forslag, ansoktInsats.ToString(CultureInfo.InvariantCulture));

    /// <param name="nr">The note that is corrected.</param>
    public static Utkastplats Rattelse(int nr) => new(Utkastslag.Anteckning, string.Create(CultureInfo.InvariantCulture, $"ratta-{nr}"));

    /// <summary>What the person holds against something in the akt that is not a note.</summary>
    public static Utkastplats InvandningMotAkten { get; } = new(Utkastslag.Anteckning, "invand");

    /// <param name="nr">The note that the person speaks of.</param>
    public static Utkastplats Invandning(int nr) => new(Utkastslag.Anteckning, string.Create(CultureInfo.InvariantCulture, $"invand-{nr}"));

    /// <returns>The place in an ärende; null when there is none by that code.</returns>
    public static Utkastplats? Tolka(string? kod) => kod?.Split(':') is not [var slag, var nyckel] ? null : slag switch
    {
        "uppgift" when Guid.TryParseExact(nyckel, "D", out var id) => Uppgift(id),
        "utredning" when Delar.Contains(nyckel, StringComparer.Ordinal) => new(Utkastslag.Utredning, nyckel),
        "forslag" when Nummer().IsMatch(nyckel) => new(Utkastslag.Forslag, nyckel),
        "anteckning" when Anteckning().IsMatch(nyckel) => new(Utkastslag.Anteckning, nyckel),
        _ => null,
    };

    public override string ToString() => Kod;

    internal static string KodFor(Utkastslag slag, string nyckel) => $"{Ord(slag)}:{nyckel}";

    private static string Ord(Utkastslag slag) => slag switch
    {
        Utkastslag.Uppgift => "uppgift",
        Utkastslag.Utredning => "utredning",
        Utkastslag.Forslag => "forslag",
        Utkastslag.Anteckning => "anteckning",
        Utkastslag.Ansokan => "ansokan",
    };

    [GeneratedRegex(@"\A[1-9][0-9]{0,18}\z", RegexOptions.None, 200)]
    private static partial Regex Nummer();

    [GeneratedRegex(@"\A(?:ny|invand|(?:ratta|invand)-[1-9][0-9]{0,8})\z", RegexOptions.None, 200)]
    private static partial Regex Anteckning();
}
