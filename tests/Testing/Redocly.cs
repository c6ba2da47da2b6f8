namespace CaseFlow.Testing;

/// <summary>The linter of the API's description: an npm module beside its own lock file, installed with <c>npm ci</c>.</summary>
public static class Redocly
{
    /// <summary>Where its package.json and rules stand.</summary>
    public static string Mapp { get; } = Path.Combine(Rot(), "tests", "Web.Tests", "Api", "granskning");

    /// <summary>Null when it is not installed.</summary>
    public static string? Program => File.Exists(Fil) ? Fil : null;

    private static string Fil => Path.Combine(Mapp, "node_modules", "@redocly", "cli", "bin", "cli.js");

    /// <summary>The folder with CaseFlow.sln, above the test.</summary>
    public static string Rot()
    {
        var mapp = new DirectoryInfo(AppContext.BaseDirectory);
        while (mapp is not null && !File.Exists(Path.Combine(mapp.FullName, "CaseFlow.sln"))) mapp = mapp.Parent;
        return mapp?.FullName ?? throw new InvalidOperationException("CaseFlow.sln finns inte ovanför provet.");
    }
}
