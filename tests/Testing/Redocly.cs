namespace CaseFlow.Testing;

/// <summary>The linter of the API's description: an npm module beside its own lock file, installed with <c>npm ci</c>.</summary>
public static class Redocly
{
    /// <summary>Where its package.json and rules stand.</summary>
    public static string Mapp { get; } = Path.Combine(Kalltrad.Rot, "tests", "Web.Tests", "Api", "granskning");

    /// <summary>Null when it is not installed.</summary>
    public static string? Program => File.Exists(Fil) ? Fil : null;

    private static string Fil => Path.Combine(Mapp, "node_modules", "@redocly", "cli", "bin", "cli.js");
}
