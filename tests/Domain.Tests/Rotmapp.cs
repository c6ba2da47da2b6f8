namespace CaseFlow.Domain.Tests;

/// <summary>Finds files that several test projects share.</summary>
internal static class Rotmapp
{
    public static string Data(string fil)
    {
        var mapp = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(mapp.FullName, "CaseFlow.sln"))) mapp = mapp.Parent!;
        return Path.Combine(mapp.FullName, "tests", "Data", fil);
    }
}
