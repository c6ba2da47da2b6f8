using System.Text.Json;

namespace CaseFlow.Web.Api.v1.Kontrakt;

/// <summary>Enums as the contract writes them: <c>DelvisAvslag</c> is <c>delvis-avslag</c>.</summary>
internal static class Kod
{
    public static string Av(Enum varde) => JsonNamingPolicy.KebabCaseLower.ConvertName(varde.ToString());

    /// <returns>Null for a text that is no code of the enum.</returns>
    public static T? Tolka<T>(string? kod)
        where T : struct, Enum
    {
        foreach (var varde in Enum.GetValues<T>())
            if (string.Equals(Av(varde), kod, StringComparison.Ordinal)) return varde;
        return null;
    }

    public static IReadOnlyList<string> Alla<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => Av(v))];
}
