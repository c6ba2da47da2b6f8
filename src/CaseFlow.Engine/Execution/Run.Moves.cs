using System.Collections.Immutable;
using CaseFlow.Engine.Bpmn;

namespace CaseFlow.Engine.Execution;

/// <content>Tokens through nodes and along flows.</content>
internal sealed partial class Run
{
    private readonly Queue<(string Token, ResumeAt At)> _ready = new();

    /// <summary>Tokens on their way into a node: they have not arrived, so a join does not see them yet.</summary>
    private readonly HashSet<string> _arriving = new(StringComparer.Ordinal);

    /// <summary>Moves until every token waits. False when the cap on moves is reached; the working copy is then worthless.</summary>
    public bool Move()
    {
        for (var moves = 0; _ready.TryDequeue(out var next);)
        {
            _arriving.Remove(next.Token);
            if (FindToken(next.Token) is not { } token) continue;
            if (++moves > Stepper.MaxMoves) return false;
            switch (next.At)
            {
                case ResumeAt.Enter: Enter(token, _definition.Node(token.NodeId)); break;
                case ResumeAt.Work: Work(token, _definition.Node(token.NodeId)); break;
                case ResumeAt.Leave: Leave(token, _definition.Node(token.NodeId)); break;
            }
        }

        RaiseStuckJoins();
        return true;
    }

    /// <summary>Lets every token that was about to move stand where it is with an incident.</summary>
    public void ParkReady(string code, string message)
    {
        while (_ready.TryDequeue(out var next))
            if (FindToken(next.Token) is { } token) RaiseIncident(token, code, message, next.At);
    }

    private Token? FindToken(string id) => _tokens.Find(token => token.Id == id);

    private void Ready(string tokenId, ResumeAt at)
    {
        if (at == ResumeAt.Enter) _arriving.Add(tokenId);
        _ready.Enqueue((tokenId, at));
    }

    private void NewToken(string scopeId, string nodeId, string? flowId)
    {
        var token = new Token(NewId("t"), scopeId, nodeId, flowId);
        _tokens.Add(token);
        Ready(token.Id, ResumeAt.Enter);
    }

    /// <summary>Puts a token that exists at a new place and lets it enter there.</summary>
    private void Place(Token moved)
    {
        _tokens[_tokens.FindIndex(token => token.Id == moved.Id)] = moved;
        Ready(moved.Id, ResumeAt.Enter);
    }

    private void Enter(Token token, Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.UserTask: OpenTask(token, node); break;
            case NodeKind.ServiceTask: OpenService(token, node); break;
            case NodeKind.IntermediateCatchEvent: OpenCatch(token, node); break;
            case NodeKind.BusinessRuleTask:
                Record(node.Id, HistoryEvent.Entered);
                Work(token, node);
                break;
            case NodeKind.EndEvent:
                Record(node.Id, HistoryEvent.Entered);
                End(token, node);
                break;
            case NodeKind.ParallelGateway:
                Record(node.Id, HistoryEvent.Entered);
                Join(token, node);
                break;
            case NodeKind.StartEvent or NodeKind.BoundaryEvent or NodeKind.ExclusiveGateway:
                Record(node.Id, HistoryEvent.Entered);
                Leave(token, node);
                break;
            default: throw new NotSupportedException($"A token cannot stand at {node.Kind}.");
        }
    }

    /// <summary>A parallel join: one token from each incoming flow goes on as one (BPMN 2.0.2, 13.3.2). Looks at the flows tokens came by.</summary>
    private void Join(Token token, Node node)
    {
        if (node.Incoming.Length > 1)
        {
            var here = _tokens.Where(other => other.ScopeId == token.ScopeId && other.NodeId == node.Id && !_arriving.Contains(other.Id)).ToList();
            var joined = new List<Token>(node.Incoming.Length);
            foreach (var flow in node.Incoming)
            {
                if (here.Find(other => other.FlowId == flow.Id) is not { } arrived) return;
                joined.Add(arrived);
            }

            foreach (var merged in joined) CloseWaits(merged.Id);
            foreach (var merged in joined.Skip(1)) _tokens.Remove(merged);
            token = joined[0];
        }

        Leave(token, node);
    }

    private void Leave(Token token, Node node)
    {
        if (!TryChoose(token, node, out var flows)) return;
        Record(node.Id, HistoryEvent.Completed);
        if (flows.IsEmpty)
        {
            Die(token);
            return;
        }

        foreach (var flow in flows) Record(flow.Id, HistoryEvent.Taken);
        Place(token with { NodeId = flows[0].Target, FlowId = flows[0].Id });
        foreach (var flow in flows.Skip(1)) NewToken(token.ScopeId, flow.Target, flow.Id);
    }

    /// <summary>The flows to take; false after an incident has been raised because none may be taken.</summary>
    private bool TryChoose(Token token, Node node, out ImmutableArray<Flow> flows)
    {
        flows = node.Outgoing;
        if (flows.All(flow => flow.Condition is null && flow.Id != node.DefaultFlow)) return true;
        var onlyOne = node.Kind == NodeKind.ExclusiveGateway;
        var chosen = ImmutableArray.CreateBuilder<Flow>();
        var conditionHeld = false;
        foreach (var flow in node.Outgoing.Where(flow => flow.Id != node.DefaultFlow))
        {
            if (flow.Condition is { } condition)
            {
                if (!TryEvaluate(token, node, condition, ResumeAt.Leave, out var value)) return false;
                if (value is not Feel.FeelBoolean { Value: true }) continue;
                conditionHeld = true;
            }

            chosen.Add(flow);
            if (onlyOne) break;
        }

        if (!conditionHeld && node.Outgoing.FirstOrDefault(flow => flow.Id == node.DefaultFlow) is { } fallback && !(onlyOne && chosen.Count > 0))
            chosen.Add(fallback);
        flows = chosen.ToImmutable();
        if (!flows.IsEmpty) return true;
        Record(node.Id, HistoryEvent.Failed);
        RaiseIncident(token, "INGEN_VAG", $"Inget villkor ut från {node.Id} är sant och det finns inget default-flöde.", ResumeAt.Leave);
        return false;
    }

    /// <summary>When every token of a scope stands at a join none of them can complete, no branch is left to come: an incident.</summary>
    private void RaiseStuckJoins()
    {
        foreach (var scope in _scopes)
        {
            var tokens = _tokens.Where(token => token.ScopeId == scope.Id).ToList();
            if (tokens.Count == 0 || tokens.Exists(token =>
                _definition.Node(token.NodeId).Kind != NodeKind.ParallelGateway || _incidents.Exists(incident => incident.TokenId == token.Id))) continue;
            RaiseIncident(tokens[0], "GREN_SAKNAS", $"{tokens[0].NodeId} väntar på en gren som ingenting är på väg i.", ResumeAt.Enter);
        }
    }
}
