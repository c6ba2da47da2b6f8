using CaseFlow.Application.Processer;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Processer;

/// <summary>A copy of the process folders that a test may change.</summary>
public sealed class Processkopia : IDisposable
{
    public Processkopia()
    {
        var kalla = Processmapp.Sok().Mapp;
        foreach (var fil in Directory.EnumerateFiles(kalla, "*", SearchOption.AllDirectories))
        {
            var till = Fil(Path.GetRelativePath(kalla, fil));
            Directory.CreateDirectory(Path.GetDirectoryName(till)!);
            File.Copy(fil, till);
        }
    }

    public string Mapp { get; } = Directory.CreateTempSubdirectory("caseflow-processer-").FullName;

    /// <param name="namn">Relative to <c>workflows/</c>.</param>
    public string Fil(string namn) => Path.Combine(Mapp, namn);

    /// <summary>Lets a host deploy from the copy.</summary>
    public void Anvand(IServiceCollection tjanster) => tjanster.AddSingleton(new Processmapp(Mapp));

    /// <summary>Changes the first place a text stands in a file.</summary>
    public void Andra(string namn, string fran, string till)
    {
        var text = File.ReadAllText(Fil(namn));
        var plats = text.IndexOf(fran, StringComparison.Ordinal);
        Assert.True(plats >= 0, $"{fran} finns inte i {namn}.");
        File.WriteAllText(Fil(namn), string.Concat(text.AsSpan(0, plats), till, text.AsSpan(plats + fran.Length)));
    }

    public void Dispose() => Directory.Delete(Mapp, recursive: true);
}
