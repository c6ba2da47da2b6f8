using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests;

/// <summary>The files in <c>Fixtures/</c>: one small process per construct, and its scenarios beside it.</summary>
internal static class Fixture
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public static ProcessDefinition Definition(string name) => Accepted(Text($"{name}.bpmn"));

    public static ProcessDefinition Accepted(string xml)
    {
        var read = BpmnReader.Read(xml);
        Assert.True(read.Accepted, read.FileProblem + string.Join('\n', read.Problems));
        return read.Definition!;
    }

    /// <summary>A process <c>prov</c> around some elements, with line 1 at the first of them.</summary>
    public static string Process(string elements, string before = "") =>
        "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:cf=\"urn:caseflow:bpmn:1\" xmlns:annan=\"urn:annan\" "
        + $"id=\"D\">{before}<bpmn:process id=\"prov\" isExecutable=\"true\">{elements}</bpmn:process></bpmn:definitions>";
}

/// <summary>Stands in for decision tables: any decision answers with the variable <c>svar</c>, and fails when it is <c>FEL</c>.</summary>
internal sealed class AnswerFromVariable : IDecisionTables
{
    public static AnswerFromVariable Instance { get; } = new();

    public DecisionAnswer Evaluate(string decisionId, FeelContext variables, FeelEnvironment environment) =>
        variables["svar"] is FeelString { Value: "FEL" }
            ? new(FeelValue.Null, [], [], "Tabellen gav två svar.")
            : new(variables["svar"], ["regel1"], [], null);
}
