using System.Text.Json;
using CaseFlow.Application.Processer;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Uppgiftsformular;

/// <summary>The forms as they stood in version 1, and as they still stand behind ärenden that began with them.</summary>
internal static class Aldreformular
{
    private static string Mapp => Path.Combine(Processmapp.Sok().Mapp, "..", "tests", "Application.Tests", "Uppgiftsformular", "Version1");

    /// <summary>Process and file name of each: <c>("insats", "folj-upp")</c>.</summary>
    public static IEnumerable<(string Process, string Namn)> Alla => Directory.EnumerateFiles(Mapp, "*.json", SearchOption.AllDirectories)
        .Select(f => (Path.GetFileName(Path.GetDirectoryName(f))!, Path.GetFileNameWithoutExtension(f))).Order();

    public static string Text(string process, string namn) => File.ReadAllText(Path.Combine(Mapp, process, namn + ".json"));

    /// <summary>Lets what is deployed have been deployed with the older forms.</summary>
    public static async Task<Provenhet> MedVersion1(this Provenhet enhet, Func<string, string>? andra = null)
    {
        await enhet.Vard.Skriv(async db =>
        {
            foreach (var definition in await db.Definitioner.ToListAsync())
            {
                var filer = JsonSerializer.Deserialize<Dictionary<string, string>>(definition.Formular)!;
                foreach (var (process, namn) in Alla.Where(f => f.Process == definition.Nyckel)) filer[$"forms/{namn}.json"] = andra?.Invoke(Text(process, namn)) ?? Text(process, namn);
                db.Entry(definition).Property(d => d.Formular).CurrentValue = JsonSerializer.Serialize(filer);
            }
        });
        return enhet;
    }
}
