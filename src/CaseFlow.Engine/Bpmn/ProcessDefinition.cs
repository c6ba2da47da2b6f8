using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CaseFlow.Engine.Bpmn;

/// <summary>An accepted BPMN process. Immutable and shared by every instance of it; made by <see cref="BpmnReader"/>.</summary>
public sealed class ProcessDefinition
{
    private readonly FrozenDictionary<string, Node> _nodes;
    private readonly FrozenDictionary<string, ProcessScope> _scopes;
    private readonly ConcurrentDictionary<string, FrozenSet<string>> _reaching = new(StringComparer.Ordinal);

    internal ProcessDefinition(string key, string? name, string sha256, ImmutableArray<Node> nodes, IEnumerable<ProcessScope> scopes)
    {
        Key = key;
        Name = string.IsNullOrWhiteSpace(name) ? key : name.Trim();
        Sha256 = sha256;
        Nodes = nodes;
        _nodes = nodes.ToFrozenDictionary(node => node.Id, StringComparer.Ordinal);
        _scopes = scopes.ToFrozenDictionary(scope => scope.Id, StringComparer.Ordinal);
        Root = _scopes[key];
        HasInclusiveJoin = nodes.Any(node => node is { Kind: NodeKind.InclusiveGateway, Incoming.Length: > 1 });
        HasAdHoc = nodes.Any(node => node.AdHoc is not null);
    }

    /// <summary>The id of the <c>process</c> element.</summary>
    public string Key { get; }

    /// <summary>The process's <c>name</c>; its <see cref="Key"/> when it has none.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the XML text in UTF-8, 64 hexadecimal digits in lower case. Names the version.</summary>
    public string Sha256 { get; }

    /// <summary>Every flow node in document order.</summary>
    public ImmutableArray<Node> Nodes { get; }

    public ProcessScope Root { get; }

    internal bool HasInclusiveJoin { get; }

    internal bool HasAdHoc { get; }

    /// <summary>The node with an id that is known to exist.</summary>
    public Node Node(string id) => _nodes[id];

    public Node? FindNode(string id) => _nodes.GetValueOrDefault(id);

    /// <summary>The process (its id is <see cref="Key"/>) or a subprocess.</summary>
    public ProcessScope Scope(string id) => _scopes[id];

    /// <summary>Whether an error thrown by a node's work is caught, by its boundary or by something it lies within (BPMN 2.0.2, 13.5.5).</summary>
    public bool Catches(string nodeId, string code)
    {
        bool Fits(Node node) => node.Trigger is ErrorTrigger error && (error.Code is null || error.Code == code);
        for (var node = FindNode(nodeId); node is not null; node = FindNode(node.ScopeId))
        {
            if (node.Boundaries.Any(id => Fits(_nodes[id]))) return true;
            // What an event subprocess throws is not caught by another beside it.
            if (node.Kind != NodeKind.EventSubprocess && _scopes[node.ScopeId].EventStarts.Any(Fits)) return true;
        }

        return false;
    }

    /// <summary>Whether a token at a node can come to a join by one of its flows, without passing the join (BPMN 2.0.2, 13.4.3).</summary>
    internal bool CanReach(string nodeId, Flow into) => _reaching.GetOrAdd(into.Id, _ => Reaching(into)).Contains(nodeId);

    private FrozenSet<string> Reaching(Flow into)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([into.Source]);
        while (waiting.TryPop(out var id))
        {
            if (id == into.Target || !found.Add(id)) continue;
            var node = _nodes[id];
            foreach (var flow in node.Incoming) waiting.Push(flow.Source);
            if (node.AttachedTo is { } host) waiting.Push(host);
            if (node.Trigger is LinkTrigger)
                foreach (var thrower in Nodes.Where(other => other.LinkTarget == id)) waiting.Push(thrower.Id);
        }

        return found.ToFrozenSet(StringComparer.Ordinal);
    }
}

/// <summary>The process or a subprocess: what a scope of a running instance is an occurrence of.</summary>
/// <param name="Starts">Its start events in document order.</param>
/// <param name="EventStarts">The start events of its event subprocesses in document order: what it listens to while it is open.</param>
public sealed record ProcessScope(string Id, string? ParentId, ImmutableArray<Node> Starts, ImmutableArray<Node> EventStarts);
