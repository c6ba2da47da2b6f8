using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CaseFlow.Architecture;

/// <summary>The repository as files and the product as assemblies: what the rules of the house are held against.</summary>
internal static class Repo
{
    private static readonly string[] Byggmappar = ["bin", "obj", "node_modules", ".git", ".data", ".vs", ".idea", "TestResults", "artifacts", "dist", ".las",
        "BenchmarkDotNet.Artifacts", "StrykerOutput"];

    public static string Rot { get; } = HittaRot();

    /// <summary>Every file that is, or would be, committed: relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Filer { get; } = Lista();

    /// <summary>The product's assemblies, in the order of their dependencies.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. new[] { "CaseFlow.Engine", "CaseFlow.Domain", "CaseFlow.Application", "CaseFlow.Data", "CaseFlow.Seed", "CaseFlow.Web", "caseflow" }
            .Select(Assembly.Load)];

    public static string Las(string fil) => File.ReadAllText(Path.Combine(Rot, fil));

    public static IEnumerable<string> Kallkod(params string[] mappar) =>
        Filer.Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && mappar.Any(m => f.StartsWith(m, StringComparison.Ordinal)));

    public static IEnumerable<string> Razor() => Filer.Where(f => f.EndsWith(".razor", StringComparison.Ordinal));

    /// <summary>Types that people wrote: not the compiler's, not the templates'.</summary>
    public static IEnumerable<Type> Typer(Assembly assembly) => assembly.GetTypes().Where(t =>
        !t.Name.Contains('<', StringComparison.Ordinal) && !t.Name.Contains('$', StringComparison.Ordinal) && !t.Name.StartsWith("__", StringComparison.Ordinal)
        && t.Name != "_Imports"
        && t.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && t.Namespace?.StartsWith("CaseFlow", StringComparison.Ordinal) == true);

    private static string HittaRot()
    {
        for (var mapp = new DirectoryInfo(AppContext.BaseDirectory); mapp is not null; mapp = mapp.Parent)
            if (File.Exists(Path.Combine(mapp.FullName, "CaseFlow.sln"))) return mapp.FullName;
        throw new InvalidOperationException("CaseFlow.sln hittades inte ovanför provens mapp.");
    }

    // git vet vad som är versionshanterat; utan git (ett utpackat arkiv) läses trädet utan byggmapparna.
    private static List<string> Lista() => UrGit() ?? [.. UrTradet(new DirectoryInfo(Rot)).Order(StringComparer.Ordinal)];

    private static List<string>? UrGit()
    {
        try
        {
            var start = new ProcessStartInfo("git", ["-c", "core.quotePath=false", "ls-files", "--cached", "--others", "--exclude-standard", "-z"])
            {
                WorkingDirectory = Rot,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            };
            using var git = Process.Start(start)!;
            _ = git.StandardError.ReadToEndAsync();
            var svar = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            var filer = svar.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Path.Combine(Rot, f))).ToList();
            return git.ExitCode == 0 && filer.Contains("CaseFlow.sln", StringComparer.Ordinal) ? filer : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> UrTradet(DirectoryInfo mapp) => mapp.EnumerateFiles()
        .Where(f => f.Name != ".stamp" && !f.Name.EndsWith(".user", StringComparison.Ordinal))
        .Select(f => Path.GetRelativePath(Rot, f.FullName).Replace('\\', '/'))
        .Concat(mapp.EnumerateDirectories().Where(d => !Byggmappar.Contains(d.Name, StringComparer.Ordinal)).SelectMany(UrTradet));
}
