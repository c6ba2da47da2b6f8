using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Engine.Tests.Scenarios;

public sealed class FixtureScenarioTests
{
    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var scenario in Directory.GetFiles(Fixture.Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal))
            data.Add(DefinitionOf(scenario), scenario);
        return data;
    }

    /// <summary>A scenario belongs to the process whose name it has, or to another one where its name says nothing.</summary>
    internal static string DefinitionOf(string scenario) =>
        Directory.GetFiles(Fixture.Folder, "*.bpmn").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => scenario.StartsWith(name, StringComparison.Ordinal))
            .MaxBy(name => name.Length) ?? Borrowed[scenario];

    private static Dictionary<string, ProcessDefinition> Called { get; } = new(StringComparer.Ordinal) { ["anropad"] = Fixture.Definition("anropad") };

    private static readonly Dictionary<string, string> Borrowed = new(StringComparer.Ordinal)
    {
        ["tidsgrans-hinns"] = "tidsgrans-avbryter",
        ["tidsgrans-utan-varde"] = "tidsgrans-bredvid",
        ["meddelande-bredvid"] = "meddelande-avbryter",
        ["meddelande-okant"] = "meddelande-avbryter",
        ["vanlig-start-bredvid-meddelande"] = "meddelande-startar",
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Varje_konstruktion_gar_som_dess_scenarier_sager(string definition, string scenario)
    {
        var result = ScenarioRunner.Run(Fixture.Definition(definition), AnswerFromVariable.Instance, Fixture.Text($"{scenario}.json"), Called);

        Assert.True(result.ExitCode == 0, string.Join('\n', [.. result.Differences, .. result.Lines]));
    }
}
