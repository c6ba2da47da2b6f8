using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Testing;

namespace CaseFlow.Benchmarks;

internal sealed record Resultat(string Matning, Provdatabas Databas, Matvarde Varde);

/// <summary>The figures as a plain table, and as JSON for the one who compares runs.</summary>
internal static class Utskrift
{
    private static readonly CultureInfo Sv = CultureInfo.GetCultureInfo("sv-SE");

    private static readonly JsonSerializerOptions Val = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    public static void Tabell(IReadOnlyList<Resultat> resultat)
    {
        string[][] rader =
        [
            ["mätning", "databas", "fall", "mått", "värde", "mål", ""],
            .. resultat.Select(r => new[]
            {
                r.Matning, r.Databas.ToString(), r.Varde.Fall, r.Varde.Matt, $"{Tal(r.Varde.Varde)} {r.Varde.Enhet}".TrimEnd(), Mal(r.Varde.Mal),
                r.Varde.Mal is not { } mal ? "" : mal.Nas(r.Varde.Varde) ? "nått" : "MISSAT",
            }),
        ];
        var bredd = Enumerable.Range(0, rader[0].Length).Select(k => rader.Max(r => r[k].Length)).ToArray();
        Console.WriteLine();
        foreach (var rad in rader) Console.WriteLine(string.Join("  ", rad.Select((text, k) => k == 4 ? text.PadLeft(bredd[k]) : text.PadRight(bredd[k]))).TrimEnd());
    }

    public static async Task Json(IReadOnlyList<Resultat> resultat, string fil)
    {
        var rader = resultat.Select(r => new
        {
            r.Matning, r.Databas, r.Varde.Fall, r.Varde.Matt, Varde = Math.Round(r.Varde.Varde, 3), r.Varde.Enhet,
            Mal = r.Varde.Mal?.Grans, Nas = r.Varde.Mal?.Nas(r.Varde.Varde),
        });
        await using var till = File.Create(fil);
        await JsonSerializer.SerializeAsync(till, new { Karnor = Environment.ProcessorCount, Varden = rader }, Val);
    }

    private static string Tal(double varde) => varde.ToString(varde switch { >= 100 => "N0", >= 10 => "0.0", _ => "0.00" }, Sv);

    private static string Mal(Mal? mal) => mal is null ? "" : $"{(mal.Minst ? "minst" : "högst")} {Tal(mal.Grans)}";
}
