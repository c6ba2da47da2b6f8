using CaseFlow.Domain.Arenden;

namespace CaseFlow.Application.Processer;

/// <summary>The words a process may use for what this product does. Another word would be accepted by the engine and then lead nowhere,
/// so a process with one is refused when it is read.</summary>
internal static class Processord
{
    private const string Sida = "sida:";

    /// <summary>Values of <c>cf:operation</c>: the names of the <see cref="ITjansteoperation"/>s.</summary>
    public static IReadOnlyList<string> Operationer { get; } = ["arende.fordela", "insats.starta", "insats.nyprovning"];

    /// <summary>Values of <c>cf:group</c>.</summary>
    public static IReadOnlyList<string> Grupper { get; } = [Processer.Grupper.Handlaggare, Processer.Grupper.Chef];

    /// <summary>Values of <c>cf:form</c> that name a page of their own.</summary>
    public static IReadOnlyList<string> Sidor { get; } = [Sida + "utredning", Sida + "beslut"];

    /// <summary>What a task may wait for (<c>vantar.orsak</c> in process.json).</summary>
    public static IReadOnlyList<string> Vantorsaker { get; } = [.. PausOrsaker.Alla, "utforare"];

    public static bool ArSida(string form) => form.StartsWith(Sida, StringComparison.Ordinal);

    public static string Lista(IEnumerable<string> ord) => string.Join(", ", ord);
}
