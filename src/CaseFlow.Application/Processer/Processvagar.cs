using CaseFlow.Engine.Bpmn;

namespace CaseFlow.Application.Processer;

/// <summary>Which elements of a process can be passed before which.</summary>
internal sealed class Processvagar
{
    private readonly ProcessDefinition _definition;
    private readonly Dictionary<string, HashSet<string>> _nar;

    public Processvagar(ProcessDefinition definition)
    {
        _definition = definition;
        var grannar = definition.Nodes.ToDictionary(n => n.Id, n => Grannar(n).ToList(), StringComparer.Ordinal);
        _nar = definition.Nodes.ToDictionary(n => n.Id, n => Nadda(n.Id, grannar), StringComparer.Ordinal);
    }

    /// <summary>Whether one can be passed before another: it leads there, or goes on beside it.</summary>
    public bool KanKommaFore(string fran, string till) => _nar[fran].Contains(till) || Bredvid(fran, till) || FranSidan(fran, till);

    /// <summary>What may come straight after. An event subprocess may begin at any time while its scope is open.</summary>
    private IEnumerable<string> Grannar(Node nod) =>
        nod.Outgoing.Select(f => f.Target).Concat(nod.Boundaries).Concat(nod.LinkTarget is { } lank ? [lank] : []).Concat(_definition.Scope(nod.ScopeId).EventStarts.Select(s => s.Id))
            .Concat(nod.IsScope ? _definition.Nodes.Where(inre => inre.ScopeId == nod.Id && inre.Incoming.IsEmpty).Select(inre => inre.Id) : []).Concat(UrDelprocessen(nod));

    /// <summary>When the inside of a subprocess has ended what comes after it is next, and what is thrown in it is caught on it.</summary>
    private IEnumerable<string> UrDelprocessen(Node nod) => _definition.FindNode(nod.ScopeId) is { } delprocess
        ? delprocess.Boundaries.Concat(nod.Outgoing.IsEmpty ? delprocess.Outgoing.Select(f => f.Target) : []) : [];

    private static HashSet<string> Nadda(string fran, Dictionary<string, List<string>> grannar)
    {
        var (nadda, ko) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([fran]));
        while (ko.TryDequeue(out var nod))
        {
            foreach (var nasta in grannar[nod].Where(nadda.Add)) ko.Enqueue(nasta);
        }
        return nadda;
    }

    /// <summary>They are reached by different branches of something that splits.</summary>
    private bool Bredvid(string ena, string andra) => _definition.Nodes.Select(Grenar).Any(grenar =>
        grenar.Index().Any(a => Leder(a.Item, ena) && grenar.Index().Any(b => b.Index != a.Index && Leder(b.Item, andra))));

    private List<string[]> Grenar(Node nod)
    {
        var bredvid = nod.Boundaries.Where(b => !_definition.Node(b).Interrupting).Select(b => new[] { b }).ToList();
        string[] vidare = [.. nod.Outgoing.Select(f => f.Target)];
        return nod.Kind is NodeKind.ParallelGateway or NodeKind.InclusiveGateway ? [.. vidare.Select(v => new[] { v })] : bredvid.Count > 0 ? [vidare, .. bredvid] : [];
    }

    private bool Leder(string[] gren, string till) => gren.Any(g => g == till || _nar[g].Contains(till));

    /// <summary>What an event subprocess that interrupts nothing gives is there for the scope around it.</summary>
    private bool FranSidan(string fran, string till)
    {
        for (var scope = _definition.Scope(_definition.Node(fran).ScopeId); scope.ParentId is { } utanfor; scope = _definition.Scope(utanfor))
        {
            if (utanfor == _definition.Node(till).ScopeId && scope.Starts.Any(s => !s.Interrupting)) return true;
        }
        return false;
    }
}
