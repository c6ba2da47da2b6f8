using System.Text.RegularExpressions;

namespace CaseFlow.Architecture;

/// <summary>The tree: its top level, its documents and what it must not carry.</summary>
public sealed partial class TradetTests
{
    private static readonly string[] Toppniva = ["src", "workflows", "tests", "seed", "docs", "CaseFlow.sln", "Dockerfile", "README.md", "LICENSE", "compose.yaml",
        "global.json", "Directory.Build.props", "Directory.Packages.props"];

    [Fact]
    public void Toppnivan_ar_husets() => Assert.Equal(Toppniva.Order(StringComparer.Ordinal), Repo.Filer.Select(f => f.Split('/')[0])
        .Where(f => !f.StartsWith('.')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Lankar_i_dokumenten_leder_nagonstans() => Brott.Inga("Länkar utan mål:", Repo.Filer.Where(f => f.EndsWith(".md", StringComparison.Ordinal))
        .SelectMany(f => Lank().Matches(Repo.Las(f)).Select(m => m.Groups[1].Value.Split('#')[0])
            .Where(l => l.Length > 0 && !l.Contains("://", StringComparison.Ordinal) && !l.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(l => !Finns(Path.Combine(Repo.Rot, Path.GetDirectoryName(f) ?? "", l))).Select(l => $"{f}: {l}")));

    [Fact]
    public void Licensen_ar_EUPL()
    {
        Assert.StartsWith("EUROPEAN UNION PUBLIC LICENCE v. 1.2", Repo.Las("LICENSE"), StringComparison.Ordinal);
        Assert.Contains("<PackageLicenseExpression>EUPL-1.2</PackageLicenseExpression>", Repo.Las("Directory.Build.props"), StringComparison.Ordinal);
    }

    [Fact]
    public void README_har_sina_tva_kommandon()
    {
        var readme = Repo.Las("README.md").Split('\n').Select(r => r.Trim()).ToList();
        Assert.Contains("dotnet run --project src/CaseFlow.Web", readme, StringComparer.Ordinal);
        Assert.Contains("dotnet test", readme, StringComparer.Ordinal);
    }

    [Fact]
    public void Paketkallor_star_inte_i_tradet()
    {
        Assert.DoesNotContain(Repo.Filer, f => Path.GetFileName(f).Equals("nuget.config", StringComparison.OrdinalIgnoreCase));
        Brott.Inga("Låsfiler som namnger varifrån paketet hämtades:", Repo.Filer.Where(f => Path.GetFileName(f) == "package-lock.json")
            .Where(f => Repo.Las(f).Contains("\"resolved\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Projekt_har_lasfil() => Brott.Inga("Projekt utan packages.lock.json:", Repo.Filer.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal))
        .Where(f => !Repo.Filer.Contains($"{Path.GetDirectoryName(f)!.Replace('\\', '/')}/packages.lock.json", StringComparer.Ordinal)));

    private static bool Finns(string vag) => File.Exists(vag) || Directory.Exists(vag);

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Lank();
}
