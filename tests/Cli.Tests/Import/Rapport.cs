using System.Text.Json;

namespace CaseFlow.Cli.Tests.Import;

/// <summary>A line of the report, read strictly: exactly the contract's keys, in the contract's order.</summary>
internal sealed record Rapport(int Rad, string? ExternId, string Utfall, string? Kod, string? Arendenummer)
{
    public static List<Rapport> Las(string fil) => [.. File.ReadLines(fil).Select(Tolka)];

    private static Rapport Tolka(string rad)
    {
        using var json = JsonDocument.Parse(rad);
        var r = json.RootElement;
        Assert.Equal(["rad", "externId", "utfall", "kod", "arendenummer"], r.EnumerateObject().Select(p => p.Name));
        return new(
            r.GetProperty("rad").GetInt32(), r.GetProperty("externId").GetString(), r.GetProperty("utfall").GetString()!,
            r.GetProperty("kod").GetString(), r.GetProperty("arendenummer").GetString());
    }
}
