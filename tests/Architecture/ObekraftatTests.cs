using System.Text.RegularExpressions;

namespace CaseFlow.Architecture;

/// <summary>What nobody has checked against its source is marked in the code, and stands on one page with what would confirm it.</summary>
public sealed partial class ObekraftatTests
{
    private const string Sida = "docs/obekraftade-uppgifter.md";

    [Fact]
    public void Det_som_ar_markt_som_obekraftat_star_pa_sidan()
    {
        var sida = Repo.Las(Sida);
        var markta = Repo.Kallkod("src/", "seed/").Where(f => Marke().IsMatch(Repo.Las(f))).Select(f => Path.GetFileName(f)).ToList();
        Assert.NotEmpty(markta);
        Brott.Inga($"Filer med uppgifter märkta som obekräftade, som inte står i {Sida}:", markta.Where(f => !sida.Contains($"`{f}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sidan_namner_bara_filer_som_finns()
    {
        var filer = Repo.Filer.Select(f => Path.GetFileName(f)).ToHashSet(StringComparer.Ordinal);
        Brott.Inga($"Filer i {Sida} som inte finns:", Filnamn().Matches(Repo.Las(Sida)).Select(m => m.Groups["fil"].Value).Where(f => !filer.Contains(f)));
    }

    [GeneratedRegex(@"\[overifierat\]|\bunverified\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Marke();

    [GeneratedRegex(@"`(?<fil>[A-Za-z]+\.cs)`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Filnamn();
}
