using System.Collections.Immutable;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Dmn;

/// <summary>What a file defines, checked and compiled.</summary>
internal sealed record DmnDefinitions(
    ImmutableArray<InputData> Inputs, ImmutableArray<Decision> Decisions, ImmutableArray<KnowledgeModel> KnowledgeModels)
{
    public InputData? Input(string id) => Inputs.FirstOrDefault(i => i.Id == id);

    public Decision? Decision(string id) => Decisions.FirstOrDefault(d => d.Id == id);

    public KnowledgeModel? KnowledgeModel(string id) => KnowledgeModels.FirstOrDefault(k => k.Id == id);
}

/// <summary>An element that requires others, by id.</summary>
internal abstract record DrgElement(string Id, string Name, int Line, ImmutableArray<string> Requires);

internal sealed record InputData(string Id, string Name, int Line, FeelType Type) : DrgElement(Id, Name, Line, []);

internal sealed record Decision(string Id, string Name, int Line, ImmutableArray<string> Requires, FeelType Type, Boxed Logic)
    : DrgElement(Id, Name, Line, Requires);

internal sealed record KnowledgeModel(string Id, string Name, int Line, ImmutableArray<string> Requires, FeelType Type, BoxedFunction Logic)
    : DrgElement(Id, Name, Line, Requires);

/// <summary>Questions about the requirement graph.</summary>
internal static class Requirements
{
    /// <summary>The names of the input data that a decision needs, itself or through others, in document order.</summary>
    public static ImmutableArray<string> Inputs(Decision decision, DmnDefinitions definitions)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(decision.Requires);
        while (waiting.TryPop(out var id))
        {
            if (!seen.Add(id)) continue;
            foreach (var next in definitions.Decision(id)?.Requires ?? definitions.KnowledgeModel(id)?.Requires ?? []) waiting.Push(next);
        }

        return [.. definitions.Inputs.Where(i => seen.Contains(i.Id)).Select(i => i.Name)];
    }

    /// <summary>The elements that require themselves through others; peels off what requires nothing that is left.</summary>
    public static IReadOnlyList<DrgElement> Cycles(IEnumerable<DrgElement> elements)
    {
        var left = elements.ToList();
        while (true)
        {
            var ids = left.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
            if (left.RemoveAll(e => !e.Requires.Any(ids.Contains)) == 0) return left;
        }
    }
}
