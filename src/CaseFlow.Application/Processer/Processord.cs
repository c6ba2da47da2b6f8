using CaseFlow.Domain.Arenden;

namespace CaseFlow.Application.Processer;

/// <summary>The words a process may use for what this product does. Another word would be accepted by the engine and then lead nowhere,
/// so a process with one is refused when it is read.</summary>
internal static class Processord
{
    /// <summary>What a task waits for that the ärende itself does not: the utförare.</summary>
    public const string VantarPaUtforare = "utforare";

    private const string Sida = "sida:";

    /// <summary>Values of <c>cf:operation</c>: the names of the <see cref="ITjansteoperation"/>s.</summary>
    public static IReadOnlySet<string> Operationer { get; } = Mangd(["arende.fordela", "insats.starta", "insats.nyprovning", "insats.seomverkstalld"]);

    /// <summary>Values of <c>cf:group</c>.</summary>
    public static IReadOnlySet<string> Grupper { get; } = Mangd([Processer.Grupper.Handlaggare, Processer.Grupper.Chef]);

    /// <summary>Values of <c>cf:form</c> that name a page of their own.</summary>
    public static IReadOnlySet<string> Sidor { get; } = Mangd([Sida + "utredning", Sida + "beslut"]);

    /// <summary>What a task may wait for (<c>vantar.orsak</c> in process.json).</summary>
    public static IReadOnlySet<string> Vantorsaker { get; } = Mangd([.. PausOrsaker.Alla, VantarPaUtforare]);

    public static bool ArSida(string form) => form.StartsWith(Sida, StringComparison.Ordinal);

    public static string Lista(IEnumerable<string> ord) => string.Join(", ", ord);

    private static HashSet<string> Mangd(IEnumerable<string> ord) => ord.ToHashSet(StringComparer.Ordinal);
}
