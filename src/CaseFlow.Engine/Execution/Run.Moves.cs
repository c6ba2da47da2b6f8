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
        var moves = 0;
        do
        {
            while (_ready.TryDequeue(out var next))
            {
                _arriving.Remove(next.Token);
                if (FindToken(next.Token) is not { } token) continue;
                if (++moves > Stepper.MaxMoves) return false;
                var node = _definition.Node(token.NodeId);
                switch (next.At)
                {
                    case ResumeAt.Enter: Enter(token, node); break;
                    case ResumeAt.Work: Work(token, node); break;
                    case ResumeAt.Leave: Leave(token, node); break;
                    case ResumeAt.Listen: ListenAgain(token); break;
                }
            }
        }
        while (_status == InstanceStatus.Active && (EndAdHoc() || JoinInclusive()));

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
        Ready(AddToken(scopeId, nodeId, flowId).Id, ResumeAt.Enter);
    }

    private Token AddToken(string scopeId, string nodeId, string? flowId)
    {
        var token = new Token(NewId("t"), scopeId, nodeId, flowId);
        _tokens.Add(token);
        return token;
    }

    /// <summary>Puts a token that exists at a new place and lets it enter there.</summary>
    private void Place(Token moved)
    {
        _tokens[_tokens.FindIndex(token => token.Id == moved.Id)] = moved;
        Ready(moved.Id, ResumeAt.Enter);
    }

    private void Enter(Token token, Node node)
    {
        if (node.Loop is not null && !IsOccurrence(token))
        {
            BeginLoop(token, node);
            return;
        }

        switch (node.Kind)
        {
            case NodeKind.UserTask or NodeKind.ManualTask: OpenTask(token, node); break;
            case NodeKind.ServiceTask or NodeKind.CallActivity: OpenService(token, node); break;
            case NodeKind.SendTask when node.Operation is not null: OpenService(token, node); break;
            case NodeKind.ReceiveTask: OpenReceive(token, node); break;
            case NodeKind.Subprocess or NodeKind.AdHocSubprocess: OpenSubprocess(token, node); break;
            case NodeKind.EventBasedGateway: OpenGateway(token, node); break;
            case NodeKind.IntermediateCatchEvent when node.Trigger is not LinkTrigger: OpenCatch(token, node); break;
            case NodeKind.BusinessRuleTask or NodeKind.ScriptTask:
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
            case NodeKind.InclusiveGateway:
                Record(node.Id, HistoryEvent.Entered);
                // Mötet prövas när inget annat är på väg: JoinInclusive.
                if (node.Incoming.Length <= 1) Leave(token, node);
                break;
            case NodeKind.IntermediateThrowEvent or NodeKind.SendTask:
                Record(node.Id, HistoryEvent.Entered);
                if (Throw(token, node)) Leave(token, node);
                break;
            case NodeKind.StartEvent or NodeKind.BoundaryEvent or NodeKind.ExclusiveGateway or NodeKind.IntermediateCatchEvent:
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
        if (node.Loop is not null && IsOccurrence(token))
        {
            Record(node.Id, HistoryEvent.Completed);
            Die(token);
            return;
        }

        if (node.LinkTarget is { } link)
        {
            Record(node.Id, HistoryEvent.Completed);
            Place(token with { NodeId = link, FlowId = null });
            return;
        }

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
            if (tokens.Count == 0 || tokens.Exists(token => !IsJoin(token) || _incidents.Exists(incident => incident.TokenId == token.Id))) continue;
            RaiseIncident(tokens[0], "GREN_SAKNAS", $"{tokens[0].NodeId} väntar på en gren som ingenting är på väg i.", ResumeAt.Enter);
        }
    }

    private bool IsJoin(Token token) => _definition.Node(token.NodeId).Kind is NodeKind.ParallelGateway or NodeKind.InclusiveGateway;

    /// <summary>One inclusive join that nothing more can come to goes on, the first in the document (BPMN 2.0.2, 13.4.3): an empty incoming flow holds it back
    /// when a token can come by that flow and by none of those where one already is.</summary>
    private bool JoinInclusive()
    {
        if (!_definition.HasInclusiveJoin) return false;
        foreach (var here in _tokens.Where(token => _definition.Node(token.NodeId) is { Kind: NodeKind.InclusiveGateway, Incoming.Length: > 1 })
            .GroupBy(token => (token.ScopeId, token.NodeId)).OrderBy(group => _definition.Node(group.Key.NodeId).Order).ToList())
        {
            var node = _definition.Node(here.Key.NodeId);
            if (here.Any(token => _incidents.Exists(incident => incident.TokenId == token.Id))) continue;
            var (marked, empty) = (node.Incoming.Where(flow => here.Any(token => token.FlowId == flow.Id)).ToList(), node.Incoming.Where(flow => here.All(token => token.FlowId != flow.Id)).ToList());
            var elsewhere = _tokens.Where(token => token.ScopeId == here.Key.ScopeId && token.NodeId != node.Id);
            if (elsewhere.Any(token => empty.Exists(flow => _definition.CanReach(token.NodeId, flow)) && !marked.Exists(flow => _definition.CanReach(token.NodeId, flow)))) continue;
            var joined = marked.ConvertAll(flow => here.First(token => token.FlowId == flow.Id));
            foreach (var merged in joined.Skip(1)) _tokens.Remove(merged);
            Leave(joined[0], node);
            return true;
        }

        return false;
    }
}
