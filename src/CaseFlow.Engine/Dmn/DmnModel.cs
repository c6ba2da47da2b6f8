using System.Collections.Immutable;
using CaseFlow.Engine.Dmn.Analysis;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Dmn;

/// <summary>Why a file was refused: which element, where, and a Swedish sentence.</summary>
/// <param name="ElementId">The element's id or name; empty when it has neither.</param>
/// <param name="Line">1-based; 0 when the place is not known.</param>
public sealed record DmnProblem(string Code, string ElementId, int Line, string Message);

/// <summary>The model, or every reason it was refused.</summary>
public sealed record DmnLoadResult(DmnModel? Model, ImmutableArray<DmnProblem> Problems);

/// <summary>A decision of the model. <paramref name="Inputs"/> are the names of the input data it needs, itself or through others.</summary>
public sealed record DmnDecision(string Id, string Name, ImmutableArray<string> Inputs);

/// <summary>A rule that matched. <paramref name="Number"/> is its place in the table, from 1.</summary>
public sealed record DmnRuleMatch(string DecisionId, string RuleId, int Number, ImmutableArray<string> Annotations);

/// <summary>What a row of a table answers as it is written: the cells that depend on nothing, by the output's name.</summary>
public sealed record DmnWrittenRow(string RuleId, FeelContext Cells);

/// <summary>The answer of a decision.</summary>
/// <param name="Value">Null when there is an <paramref name="Error"/>, and when no rule matched without a default.</param>
/// <param name="MatchedRules">Ids of the rules behind the answer of the decision's own table; a rule without id is <c>regel N</c>.</param>
/// <param name="Warnings">Swedish sentences with decision, element and position.</param>
/// <param name="Error">A Swedish sentence: a table broke its hit policy, the decision does not exist, the budget ran out.</param>
public sealed record DmnResult(FeelValue Value, ImmutableArray<string> MatchedRules, ImmutableArray<string> Warnings, string? Error)
{
    /// <summary>Every match on the way to the answer, also those of required decisions, with annotations.</summary>
    public ImmutableArray<DmnRuleMatch> Matches { get; init; } = [];
}

/// <summary>A checked DMN 1.5 file. Immutable, safe to share between threads and to keep for good.</summary>
public sealed class DmnModel
{
    private readonly DmnDefinitions _definitions;

    private DmnModel(DmnDefinitions definitions)
    {
        _definitions = definitions;
        Decisions = [.. definitions.Decisions.Select(d => new DmnDecision(d.Id, d.Name, Requirements.Inputs(d, definitions)))];
    }

    public IReadOnlyList<DmnDecision> Decisions { get; }

    public static DmnLoadResult Load(string xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        return Load(SafeXml.Read(xml));
    }

    /// <summary>Reads at most 1 MB. I/O errors of the stream are thrown; what is wrong with the content is a problem.</summary>
    public static DmnLoadResult Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var copy = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; copy.Length <= SafeXml.MaxBytes && (read = stream.Read(buffer)) > 0;) copy.Write(buffer, 0, read);
        copy.Position = 0;
        return Load(SafeXml.Read(copy));
    }

    /// <summary>Evaluates a decision and what it requires, on one budget. Never throws on what the file or the variables hold.</summary>
    /// <param name="decisionIdOrName">The id wins over a name.</param>
    public DmnResult Evaluate(string decisionIdOrName, FeelContext variables, FeelEnvironment env)
    {
        var decision = _definitions.Decisions.FirstOrDefault(d => d.Id == decisionIdOrName)
            ?? _definitions.Decisions.FirstOrDefault(d => d.Name == decisionIdOrName);
        if (decision is null) return new(FeelValue.Null, [], [], $"Beslutet '{decisionIdOrName}' finns inte i modellen.");
        var run = new DmnRun(_definitions, variables, new(env));
        try
        {
            var value = run.Decide(decision);
            return Result(run.Error is null ? value : FeelValue.Null, run.Error);
        }
        catch (FeelBudgetException budget)
        {
            return Result(FeelValue.Null, $"{run.State.Where}{budget.Message}");
        }

        DmnResult Result(FeelValue value, string? error) =>
            new(value, [.. run.Matches.Where(m => m.DecisionId == decision.Id).Select(m => m.RuleId)], run.State.Warnings, error)
            {
                Matches = [.. run.Matches],
            };
    }

    /// <summary>The rows of a decision's table, so that what they may answer can be checked before anyone asks. Empty when the decision is no table.</summary>
    public IReadOnlyList<DmnWrittenRow> Written(string decisionId, FeelEnvironment env)
    {
        if (_definitions.Decision(decisionId)?.Logic is not DecisionTable table) return [];
        return [.. table.Rules.Select(rule => new DmnWrittenRow(rule.Id, FeelContext.Of(table.Outputs
            .Zip(rule.Outputs)
            .Where(cell => cell.First.Name is not null && cell.Second.Uses.References.IsEmpty)
            .Select(cell => (cell.First.Name!, cell.Second.Evaluate(FeelContext.Empty, env).Value)))))];
    }

    /// <summary>What every decision table leaves unanswered and answers twice, found without asking it (docs: README.md, Tabellernas luckor).</summary>
    public IReadOnlyList<DmnTableReport> Analyse() => TableAnalysis.Of(_definitions);

    private static DmnLoadResult Load(SafeXmlResult xml)
    {
        if (xml.Error is { } broken) return new(null, [new(broken.Code, string.Empty, broken.Line, broken.Message)]);
        var reader = new DmnReader(xml.Root!);
        var definitions = reader.Read();
        return reader.Problems.Count > 0
            ? new(null, [.. reader.Problems])
            : new(new(definitions), []);
    }
}
