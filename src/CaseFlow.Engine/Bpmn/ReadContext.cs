using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Bpmn;

/// <summary>What the readers of one file share: findings, and the elements they have met.</summary>
internal sealed class ReadContext
{
    private readonly List<BpmnProblem> _problems = [];
    private readonly List<string> _warnings = [];

    public List<Node> Nodes { get; } = [];

    public List<Flow> Flows { get; } = [];

    public Dictionary<string, string?> ScopeParents { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of nodes that were refused: flows to them are not dangling as well.</summary>
    public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Scopes with a start event that was refused: they do not lack one as well.</summary>
    public HashSet<string> ScopesWithRefusedStart { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, MessageTrigger> Messages { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SignalTrigger> Signals { get; } = new(StringComparer.Ordinal);

    /// <summary>Codes of the file's errors, by id.</summary>
    public Dictionary<string, string> Errors { get; } = new(StringComparer.Ordinal);

    /// <summary>Codes of the file's escalations, by id.</summary>
    public Dictionary<string, string> Escalations { get; } = new(StringComparer.Ordinal);

    public bool HasProblems => _problems.Count > 0;

    public ImmutableArray<BpmnProblem> Problems => [.. _problems.Distinct().OrderBy(problem => problem.Line)];

    public ImmutableArray<string> Warnings => [.. _warnings.Distinct(StringComparer.Ordinal)];

    public static string IdOf(XmlElementNode element) =>
        element.Attribute("id") is { Length: > 0 } id ? id : $"<{element.Name}>";

    public void Refuse(XmlElementNode element, string reason) => Refuse(IdOf(element), element.Line, reason);

    public void Refuse(string id, int line, string reason)
    {
        _problems.Add(new(id, line, reason));
        Refused.Add(id);
    }

    public void Warn(XmlElementNode element, string text) => _warnings.Add($"Rad {element.Line}, {IdOf(element)}: {text}");

    public void Warn(Node node, string text) => _warnings.Add($"Rad {node.Line}, {node.Id}: {text}");

    /// <summary>Parses FEEL (a leading = is allowed); refuses <paramref name="owner"/> with the position when it does not parse.</summary>
    public FeelExpression? Feel(XmlElementNode owner, string what, string source)
    {
        if (FeelExpression.TryParse(source.Trim(), out var expression, out var error)) return expression;
        Refuse(owner, $"{what} går inte att tolka som FEEL, tecken {error?.Position}: {error?.Message}");
        return null;
    }

    /// <summary>An attribute's literal or FEEL after a leading =; null when the attribute is missing or does not parse.</summary>
    public TextOrFeel? TextOrFeel(XmlElementNode owner, string what, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = text.Trim();
        if (text[0] != '=') return new(text, null);
        return Feel(owner, what, text) is { } expression ? new(text, expression) : null;
    }
}
