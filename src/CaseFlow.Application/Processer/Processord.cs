using CaseFlow.Domain.Arenden;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Processer;

/// <summary>The words a process may use for what this product does. Another word would be accepted by the engine and then lead nowhere,
/// so a process with one is refused when it is read.</summary>
internal static class Processord
{
    /// <summary>What a task waits for that the ärende itself does not: the utförare.</summary>
    public const string VantarPaUtforare = "utforare";

    private const string Sida = "sida:";

    private static readonly FeelValue Dag = "2026-03-02";

    /// <summary>Values of <c>cf:operation</c>, the names of the <see cref="ITjansteoperation"/>s, with the variables each gives, as examples.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, FeelValue>> Operationsvariabler { get; } = Tabell(
        ("arende.fordela", [("fordelad", true)]),
        ("insats.starta", []),
        ("insats.nyprovning", []),
        ("insats.seomverkstalld", [("ejVerkstalltBevakas", true), ("verkstallighet", "verkstalld"), ("startad", true), ("nastaKvartal", Dag)]));

    public static IReadOnlySet<string> Operationer { get; } = Mangd(Operationsvariabler.Keys);

    /// <summary>Values of <c>cf:group</c>.</summary>
    public static IReadOnlySet<string> Grupper { get; } = Mangd([Processer.Grupper.Handlaggare, Processer.Grupper.Chef]);

    /// <summary>Values of <c>cf:form</c> that name a page of their own, with the variables that its use cases give.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, FeelValue>> Sidvariabler { get; } = Tabell(
        (Sida + "utredning", []),
        (Sida + "beslut", [("hogstaNiva", 1), ("beslutsutgang", "beslutat")]));

    public static IReadOnlySet<string> Sidor { get; } = Mangd(Sidvariabler.Keys);

    /// <summary>What each process begins with, by its key.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, FeelValue>> Startvariabler { get; } = Tabell(
        ("bistand", [("insatser", FeelList.Of(["hemtjanst"])), ("slag", "ansokan")]),
        ("insats", [("beslutsdag", Dag), ("ejVerkstalltFran", Dag), ("insatstyp", "hemtjanst"), ("frister", FeelValue.Null)]));

    /// <summary>What a message brings, by its name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, FeelValue>> Meddelandevariabler { get; } = Tabell(
        ("PersonFlyttat", [(Arenden.RegistreraFlyttHandler.Flyttdag, Dag)]));

    /// <summary>The messages that this product says, beside those that the processes send each other.</summary>
    public static IReadOnlySet<string> Meddelanden { get; } = Mangd(["AnsokanAtertagen", "PersonAvliden", "PersonFlyttat", "ArendetAvslutas", "InsatsenAvslutas"]);

    /// <summary>What a task may wait for (<c>vantar.orsak</c> in process.json).</summary>
    public static IReadOnlySet<string> Vantorsaker { get; } = Mangd([.. PausOrsaker.Alla, VantarPaUtforare]);

    public static bool ArSida(string form) => form.StartsWith(Sida, StringComparison.Ordinal);

    public static string Lista(IEnumerable<string> ord) => string.Join(", ", ord);

    private static Dictionary<string, IReadOnlyDictionary<string, FeelValue>> Tabell(params (string Namn, (string Namn, FeelValue Exempel)[] Variabler)[] rader) => rader.ToDictionary(
        r => r.Namn, IReadOnlyDictionary<string, FeelValue> (r) => r.Variabler.ToDictionary(v => v.Namn, v => v.Exempel, StringComparer.Ordinal), StringComparer.Ordinal);

    private static HashSet<string> Mangd(IEnumerable<string> ord) => ord.ToHashSet(StringComparer.Ordinal);
}
