using CaseFlow.Engine.Bpmn;

namespace CaseFlow.Engine.Execution;

/// <content>The scope tree: what opens, ends and is cancelled together.</content>
internal sealed partial class Run
{
    private void OpenScope(ProcessScope element, string? parentId, Node start)
    {
        var scope = new Scope(NewId("s"), element.Id, parentId);
        _scopes.Add(scope);
        foreach (var listener in element.EventStarts)
        {
            var trigger = (MessageTrigger)listener.Trigger;
            var subscription = new OpenSubscription(
                NewId("m"), listener.Id, scope.Id, SubscriptionKind.Message, trigger.Name, CorrelationKeyOf(listener, trigger));
            _subscriptions.Add(subscription);
            _effects.Add(new SubscriptionOpened(
                subscription.Id, listener.Id, subscription.Kind, subscription.Name, subscription.CorrelationKey));
        }

        NewToken(scope.Id, start.Id, flowId: null);
    }

    /// <summary>An interrupting start ends everything in the scope it lives in, the other listeners included; the other kind runs beside it.</summary>
    private void StartEventSubprocess(OpenSubscription subscription)
    {
        var start = _definition.Node(subscription.NodeId);
        if (start.Interrupting)
        {
            _subscriptions.Remove(subscription);
            _effects.Add(new SubscriptionClosed(subscription.Id, CloseReason.Completed));
            CancelContents(subscription.ScopeId);
        }

        Record(start.ScopeId, HistoryEvent.Entered);
        OpenScope(_definition.Scope(start.ScopeId), subscription.ScopeId, start);
    }

    private void End(Token token, Node node)
    {
        if (!_ends.Contains(node.Id)) _ends.Add(node.Id);
        Record(node.Id, HistoryEvent.Completed);
        if (node.Trigger is not TerminateTrigger)
        {
            Die(token);
            return;
        }

        _tokens.Remove(token);
        EndScope(_scopes.Find(scope => scope.Id == token.ScopeId)!, InstanceStatus.Terminated);
    }

    private void Die(Token token)
    {
        _tokens.Remove(token);
        EndIfEmpty(token.ScopeId);
    }

    private void EndIfEmpty(string scopeId)
    {
        if (_tokens.Exists(token => token.ScopeId == scopeId) || _scopes.Exists(scope => scope.ParentId == scopeId)) return;
        EndScope(_scopes.Find(scope => scope.Id == scopeId)!, InstanceStatus.Completed);
    }

    /// <summary>Ends a scope with whatever is left in it. The root's end is the instance's.</summary>
    private void EndScope(Scope scope, InstanceStatus rootStatus)
    {
        CancelContents(scope.Id);
        _scopes.Remove(scope);
        if (scope.ParentId is { } parent)
        {
            Record(scope.ElementId, HistoryEvent.Completed);
            EndIfEmpty(parent);
            return;
        }

        _status = rootStatus;
        _effects.Add(new InstanceEnded(rootStatus));
    }

    /// <summary>Removes a scope's subtree, tokens and listeners in one go; the scope itself stays.</summary>
    private void CancelContents(string scopeId)
    {
        foreach (var child in _scopes.Where(scope => scope.ParentId == scopeId).ToList())
        {
            CancelContents(child.Id);
            _scopes.Remove(child);
            Record(child.ElementId, HistoryEvent.Cancelled);
        }

        foreach (var token in _tokens.Where(token => token.ScopeId == scopeId).ToList())
        {
            Record(token.NodeId, HistoryEvent.Cancelled);
            CloseWaits(token.Id);
            _tokens.Remove(token);
        }

        foreach (var subscription in _subscriptions.Where(subscription => subscription.ScopeId == scopeId).ToList())
        {
            _subscriptions.Remove(subscription);
            _effects.Add(new SubscriptionClosed(subscription.Id, CloseReason.Cancelled));
        }
    }

    private int DepthOf(string scopeId)
    {
        var parent = _scopes.Find(scope => scope.Id == scopeId)?.ParentId;
        return parent is null ? 0 : 1 + DepthOf(parent);
    }
}
