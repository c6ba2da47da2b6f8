using System.Text.Json;
using CaseFlow.Domain;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Execution;

namespace CaseFlow.Application.Processer;

/// <summary>The way an instance has gone, read from its history.</summary>
internal sealed class Processvag
{
    private readonly List<Besok> _besok = [];
    private readonly HashSet<string> _passerat = new(StringComparer.Ordinal);

    /// <summary>Elements and flows it has gone through.</summary>
    public IReadOnlyList<string> Passerat => [.. _passerat];

    /// <param name="historik">Of one instance, in order.</param>
    public static Processvag For(IEnumerable<Processhistorik> historik)
    {
        var vag = new Processvag();
        foreach (var rad in historik)
        {
            foreach (var (nod, handelse) in Rader(rad)) vag.Folj(nod, handelse, rad);
        }
        return vag;
    }

    /// <summary>What a reader follows: tasks and events, with who and when.</summary>
    public IReadOnlyList<Kartsteg> Steg(ProcessDefinition definition, InstanceState tillstand, IReadOnlyDictionary<AnvandareId, string> namn)
    {
        var noder = definition.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        var stannat = tillstand.Incidents.Select(i => i.NodeId).ToHashSet(StringComparer.Ordinal);
        return [.. from b in _besok
            where noder.TryGetValue(b.Nod, out var nod) && Visas(nod) && !ArInre(nod, definition)
            let egen = noder[b.Nod].UserTask is not null && b.Slut == HistoryEvent.Completed
            select new Kartsteg(noder[b.Nod].Name, Lage(b, stannat), b.Borjade, b.Slutade, egen ? namn.GetValueOrDefault(b.Av) : null)];
    }

    /// <summary>Where a subprocess begins and ends says nothing that its steps do not.</summary>
    private static bool ArInre(Node nod, ProcessDefinition definition) =>
        nod is { Kind: NodeKind.StartEvent or NodeKind.EndEvent, Trigger: NoTrigger or TerminateTrigger } && nod.ScopeId != definition.Key
        && definition.FindNode(nod.ScopeId)?.Kind != NodeKind.EventSubprocess;

    private static bool Visas(Node nod) => nod.Name.Length > 0 && !nod.IsScope && nod.Kind is not (NodeKind.ExclusiveGateway or NodeKind.InclusiveGateway or NodeKind.ParallelGateway or NodeKind.EventBasedGateway);

    private static Kartlage Lage(Besok b, HashSet<string> stannat) => b.Slut switch
    {
        HistoryEvent.Completed => Kartlage.Klart,
        HistoryEvent.Cancelled => Kartlage.Avbrutet,
        _ => stannat.Contains(b.Nod) ? Kartlage.Stannat : Kartlage.Nu,
    };

    private void Folj(string nod, HistoryEvent handelse, Processhistorik rad)
    {
        switch (handelse)
        {
            case HistoryEvent.Entered:
                _besok.Add(new(nod, rad.Tid));
                break;
            case HistoryEvent.Taken:
                _passerat.Add(nod);
                break;
            case HistoryEvent.Completed or HistoryEvent.Cancelled:
                if (handelse is HistoryEvent.Completed) _passerat.Add(nod);
                var besok = _besok.FindLast(b => b.Nod == nod && b.Slutade is null);
                // Det som går förbi utan att vänta har ingen början i historiken: en start, en tidsgräns som passerade.
                if (besok is null)
                {
                    besok = new(nod, rad.Tid);
                    _besok.Add(besok);
                }
                (besok.Slut, besok.Slutade, besok.Av) = (handelse, rad.Tid, rad.Aktor);
                break;
        }
    }

    private static IEnumerable<(string Nod, HistoryEvent Handelse)> Rader(Processhistorik rad)
    {
        using var json = JsonDocument.Parse(rad.Vag);
        return [.. json.RootElement.EnumerateArray()
            .Select(e => (e.GetProperty("nod").GetString()!, Enum.Parse<HistoryEvent>(e.GetProperty("handelse").GetString()!)))];
    }

    /// <summary>One time that the instance was in an element.</summary>
    private sealed class Besok(string nod, DateTimeOffset borjade)
    {
        public string Nod => nod;

        public DateTimeOffset Borjade => borjade;

        public HistoryEvent? Slut { get; set; }

        public DateTimeOffset? Slutade { get; set; }

        public AnvandareId Av { get; set; }
    }
}
