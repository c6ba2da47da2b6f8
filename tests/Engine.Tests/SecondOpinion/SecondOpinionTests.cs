using System.Text.Json;
using CaseFlow.Engine.Tests.Scenarios;

namespace CaseFlow.Engine.Tests.SecondOpinion;

/// <summary>An engine written by others runs our fixtures. Where the two go different ways the standard decides, and the data file says where it does.</summary>
public sealed class SecondOpinionTests
{
    private static readonly Expectations Expected = Expectations.Read();

    [Fact]
    public void Varje_scenario_star_en_gang_bland_lika_olika_och_det_som_inte_stods()
    {
        string[] listed = [.. Expected.Lika, .. Expected.Olika.Keys, .. Expected.StodsInte.Keys];

        Assert.Equal(FixtureScenarioTests.All().Select(row => (string)row[1]).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.All(Expected.StodsInte.Values, Assert.NotEmpty);
        Assert.All(Expected.Olika.Values, d => Assert.Matches(@"^BPMN 2\.0\.2, \d+\.\d+\.\d+: ", d.Avgors));
    }

    [Fact]
    public void Filen_galler_den_version_som_ar_last()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(OtherEngine.Folder, "package.json")));

        Assert.Equal($"bpmn-engine {package.RootElement.GetProperty("devDependencies").GetProperty("bpmn-engine").GetString()}", Expected.Motor);
    }

    [OtherEngineFact]
    public async Task Den_andra_motorn_besoker_samma_element_lika_manga_ganger()
    {
        Assert.True(OtherEngine.IsInstalled, OtherEngineFactAttribute.Missing);
        var theirs = await OtherEngine.Run([.. Expected.Lika, .. Expected.Olika.Keys]);

        var wrong = new List<string>();
        foreach (var (scenario, answer) in theirs)
        {
            var definition = Fixture.Definition(FixtureScenarioTests.DefinitionOf(scenario));
            var (ours, other) = (OtherEngine.Ours(scenario).Without(definition), answer.Without(definition));
            var known = Expected.Olika.GetValueOrDefault(scenario);
            var (more, less) = (Visits.Surplus(ours, other), Visits.Surplus(other, ours));
            if (Text(more) != Text(known?.BaraVar ?? []) || Text(less) != Text(known?.BaraDeras ?? []))
                wrong.Add($"{scenario}: bara vår {Text(more)}, bara deras {Text(less)} {string.Join(' ', other.Errors)}");
            else if (known is null && ours.State != other.State)
                wrong.Add($"{scenario}: vår {ours.State}, deras {other.State} {string.Join(' ', other.Errors)}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>The comparison itself: a process that is drawn otherwise is seen.</summary>
    [OtherEngineFact]
    public async Task Ett_annat_scenario_ger_en_skillnad()
    {
        Assert.True(OtherEngine.IsInstalled, OtherEngineFactAttribute.Missing);
        var theirs = await OtherEngine.Run(["exklusiv-andra"]);

        Assert.Equal("Val_C 1", Text(Visits.Surplus(OtherEngine.Ours("exklusiv-default"), theirs["exklusiv-andra"])));
        Assert.Equal("Val_B 1", Text(Visits.Surplus(theirs["exklusiv-andra"], OtherEngine.Ours("exklusiv-default"))));
    }

    private static string Text(Dictionary<string, int> visits) => string.Join(", ", visits.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key} {v.Value}"));
}
