using CaseFlow.Engine.Dmn;

namespace CaseFlow.Engine.Tests.Dmn;

/// <summary>Runs the cases of the DMN Technology Compatibility Kit (dmn-tck/tck), which does not come with the repository.</summary>
internal static class Tck
{
    private const string Folder = "CASEFLOW_DMN_TCK";

    /// <summary>The kit's folder: the one that <c>CASEFLOW_DMN_TCK</c> names, else one laid out beside the repository or above it; null
    /// where there is none.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Runs every case of a level: how many there are, and one line for each that is not as expected.</summary>
    public static (int Total, IReadOnlyList<string> Failures) Run(string level)
    {
        var cases = Directory.EnumerateFiles(Path.Combine(Root!, level), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(file => (DmnTestCases.Run(File.ReadAllText(file), name => Model(file, name), Feel.Feels.Environment) ?? [])
                .Select(one => (Folder: Path.GetFileName(Path.GetDirectoryName(file)), one.Id, one.Failure))).ToList();
        return (cases.Count, [.. cases.Where(one => one.Failure is not null).Select(one => $"{one.Folder} {one.Id} {one.Failure}")]);
    }

    private static string? Model(string file, string name) =>
        Path.Combine(Path.GetDirectoryName(file)!, name) is var path && File.Exists(path) ? File.ReadAllText(path) : null;

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Folder) is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var kit = Path.Combine(folder.FullName, "shared", "dmn-tck");
            if (Directory.Exists(kit)) return kit;
        }

        return null;
    }
}

/// <summary>A test that needs the kit, skipped with the reason where it is missing. The kit is not ours to hand on, so not even
/// <c>CASEFLOW_TEST_REQUIRE=all</c> asks for it in a clone that stands alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TckFactAttribute : FactAttribute
{
    public TckFactAttribute() => Skip = Tck.Root is null ? "DMN TCK saknas: hämta dmn-tck/tck och sätt CASEFLOW_DMN_TCK till mappen med dess compliance-level-*." : null;
}
