using CaseFlow.Engine.Bpmn;

namespace CaseFlow.Engine.Execution;

/// <content>Events: what happens when one comes, and where one that is thrown is caught (BPMN 2.0.2, 13.5).</content>
internal sealed partial class Run
{
    /// <summary>Those who listen, innermost scope first, then in document order.</summary>
    private List<OpenSubscription> Listening(SubscriptionKind kind, string name) =>
    [
        .. _subscriptions.Where(subscription => subscription.Kind == kind && subscription.Name == name)
            .OrderByDescending(subscription => DepthOf(subscription.ScopeId)).ThenBy(subscription => _definition.Node(subscription.NodeId).Order),
    ];

    private void Trigger(OpenSubscription subscription)
    {
        var node = _definition.Node(subscription.NodeId);
        if (node.Interrupting)
        {
            _subscriptions.Remove(subscription);
            _effects.Add(new SubscriptionClosed(subscription.Id, CloseReason.Completed));
        }

        Happen(node, subscription.ScopeId, subscription.TokenId);
    }

    /// <summary>What was waited for has come: an event subprocess starts, a boundary event fires, or the token that waited goes on.</summary>
    private void Happen(Node node, string? scopeId, string? tokenId)
    {
        if (node.Kind == NodeKind.StartEvent) StartEventSubprocess(node, scopeId!);
        else if (node.Kind == NodeKind.BoundaryEvent) FireBoundary(node, FindToken(tokenId!)!);
        else Caught(node, FindToken(tokenId!)!);
    }

    private void FireBoundary(Node boundary, Token host)
    {
        if (!boundary.Interrupting)
        {
            NewToken(host.ScopeId, boundary.Id, flowId: null);
            return;
        }

        Record(host.NodeId, HistoryEvent.Cancelled);
        CloseWaits(host.Id);
        Place(host with { NodeId = boundary.Id, FlowId = null });
    }

    private void Caught(Node node, Token token)
    {
        CloseWaits(token.Id);
        if (token.NodeId != node.Id)
        {
            var flow = _definition.Node(token.NodeId).Outgoing.First(flow => flow.Target == node.Id);
            Record(token.NodeId, HistoryEvent.Completed);
            Record(flow.Id, HistoryEvent.Taken);
            Record(node.Id, HistoryEvent.Entered);
            _tokens[_tokens.IndexOf(token)] = token with { NodeId = node.Id, FlowId = flow.Id };
        }

        Ready(token.Id, ResumeAt.Leave);
    }

    /// <summary>Throws what the node throws, if anything.</summary>
    /// <returns>Whether the token is still there: what it threw may have been caught by something that interrupts it.</returns>
    private bool Throw(Token token, Node node)
    {
        switch (node.Trigger)
        {
            case MessageTrigger message:
                _effects.Add(new MessageThrown(node.Id, message.Name, CorrelationKeyOf(node, message, token.ScopeId), Context(token.ScopeId)));
                break;
            case SignalTrigger signal:
                _effects.Add(new SignalThrown(node.Id, signal.Name, Context(token.ScopeId)));
                foreach (var listener in Listening(SubscriptionKind.Signal, signal.Name))
                    if (_subscriptions.Contains(listener)) Trigger(listener);
                break;
            case ErrorTrigger error:
                ThrowError(error.Code!, token.ScopeId, activity: null);
                break;
            case EscalationTrigger escalation:
                if (!TryCatch(trigger => trigger is EscalationTrigger { Code: var code } ? Fit(code, escalation.Code) : 0, token.ScopeId, activity: null))
                    _effects.Add(new ExpressionWarned(node.Id, $"Ingen fångar eskaleringen {escalation.Code}; processen går vidare."));
                break;
        }

        return _tokens.Contains(token);
    }

    /// <summary>An error goes to the nearest that catches it; one that nothing catches fails the instance.</summary>
    /// <param name="activity">The token whose activity threw; null when an end event did.</param>
    private void ThrowError(string code, string scopeId, Token? activity)
    {
        if (!TryCatch(trigger => trigger is ErrorTrigger error ? Fit(error.Code, code) : 0, scopeId, activity))
            EndScope(_scopes[0], InstanceStatus.Failed, code);
    }

    /// <summary>How well a catcher fits: 2 by its code, 1 when it takes any, 0 not at all.</summary>
    private static int Fit(string? catches, string? thrown) => catches is null ? 1 : catches == thrown ? 2 : 0;

    /// <summary>Looks outward from where it was thrown: at the activity's boundary, among the scope's event subprocesses, at the boundary of the
    /// activity the scope is inside of, and on. What an event subprocess throws is not caught beside it, but outside the scope it is in.</summary>
    private bool TryCatch(Func<Trigger, int> fit, string scopeId, Token? activity)
    {
        if (activity is not null && !IsOccurrence(activity) && Best(_definition.Node(activity.NodeId).Boundaries.Select(_definition.Node), fit) is { } guard)
        {
            FireBoundary(guard, activity);
            return true;
        }

        var listens = true;
        for (var scope = FindScope(scopeId); scope is not null; scope = scope.ParentId is { } parent ? FindScope(parent) : null)
        {
            if (listens && scope is { Loop: null, Index: null } && Best(_definition.Scope(scope.ElementId).EventStarts, fit) is { } start)
            {
                StartEventSubprocess(start, scope.Id);
                return true;
            }

            listens = scope.HostId is not null || scope.Index is not null;
            if (scope.HostId is not { } hostId || FindToken(hostId) is not { } host || IsOccurrence(host)) continue;
            if (Best(_definition.Node(host.NodeId).Boundaries.Select(_definition.Node), fit) is not { } boundary) continue;
            FireBoundary(boundary, host);
            return true;
        }

        return false;
    }

    private static Node? Best(IEnumerable<Node> catchers, Func<Trigger, int> fit) =>
        catchers.Select(node => (Node: node, Fit: fit(node.Trigger))).Where(candidate => candidate.Fit > 0)
            .OrderByDescending(candidate => candidate.Fit).ThenBy(candidate => candidate.Node.Order).Select(candidate => candidate.Node).FirstOrDefault();
}
