namespace CaseFlow.Testing;

/// <summary>The Chromium to test pages in: the one that <c>CASEFLOW_CHROMIUM</c> points at, else the first of the usual names in PATH.
/// None is ever fetched.</summary>
public static class Webblasare
{
    private static readonly string[] Namn = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Null when there is none.</summary>
    public static string? Sokvag { get; } = Sok();

    private static string? Sok()
    {
        if (Environment.GetEnvironmentVariable("CASEFLOW_CHROMIUM") is { Length: > 0 } angiven) return File.Exists(angiven) ? angiven : null;
        var mappar = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Namn.SelectMany(n => mappar.Select(m => Path.Combine(m, n))).FirstOrDefault(File.Exists);
    }
}
