using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Dmn;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Engine.Tests.Scenarios;

/// <summary>The shipped processes in <c>workflows/</c> with their own scenarios.</summary>
public sealed class WorkflowScenarioTests
{
    private static string Folder { get; } = Path.Combine(Root(), "workflows");

    public static TheoryData<string> All() =>
        [.. Directory.GetFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "scenarier")
            .Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void Varje_process_gar_som_dess_scenarier_sager(string scenario)
    {
        var key = scenario.Split(Path.DirectorySeparatorChar)[0];
        var tables = new DecisionTables(Directory.GetFiles(Path.Combine(Folder, key), "*.dmn")
            .Select(file => DmnModel.Load(File.ReadAllText(file)).Model ?? throw new InvalidOperationException(file)));
        var read = BpmnReader.Read(File.ReadAllText(Path.Combine(Folder, key, $"{key}.bpmn")), tables.Ids);
        Assert.True(read.Accepted, string.Join('\n', read.Problems));

        var result = ScenarioRunner.Run(read.Definition!, tables, File.ReadAllText(Path.Combine(Folder, scenario)));

        Assert.True(result.ExitCode == 0, string.Join('\n', [.. result.Differences, .. result.Lines]));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CaseFlow.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("CaseFlow.sln is not above the test.");
    }
}
