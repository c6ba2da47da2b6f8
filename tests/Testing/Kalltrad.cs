namespace CaseFlow.Testing;

/// <summary>The repository that the tests were built from.</summary>
public static class Kalltrad
{
    /// <summary>The folder with CaseFlow.sln, above the test.</summary>
    public static string Rot { get; } = Sok();

    private static string Sok()
    {
        var mapp = new DirectoryInfo(AppContext.BaseDirectory);
        while (mapp is not null && !File.Exists(Path.Combine(mapp.FullName, "CaseFlow.sln"))) mapp = mapp.Parent;
        return mapp?.FullName ?? throw new InvalidOperationException("CaseFlow.sln finns inte ovanför provet.");
    }
}
