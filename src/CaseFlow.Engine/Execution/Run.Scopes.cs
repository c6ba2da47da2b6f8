using CaseFlow.Engine.Bpmn;

namespace CaseFlow.Engine.Execution;

/// <content>The scope tree: what opens, ends and is cancelled together.</content>
internal sealed partial class Run
{
    /// <param name="start">Where it begins; null for an ad hoc subprocess, where someone begins what is needed.</param>
    /// <param name="hostId">The token whose activity it is the inside of.</param>
    private void OpenScope(ProcessScope element, string? parentId, Node? start, string? hostId = null)
    {
        var scope = new Scope(NewId("s"), element.Id, parentId, hostId);
        _scopes.Add(scope);
        foreach (var listener in element.EventStarts) Subscribe(listener, scope.Id, tokenId: null);
        if (start is null) return;
        var token = AddToken(scope.Id, start.Id, flowId: null);
        if (TryArmStarts(token, element)) Ready(token.Id, ResumeAt.Enter);
    }

    private void ListenAgain(Token token)
    {
        if (TryArmStarts(token, _definition.Scope(FindScope(token.ScopeId)!.ElementId))) Ready(token.Id, ResumeAt.Enter);
    }

    /// <summary>The times that start event subprocesses. One that cannot be told holds the scope's first token back.</summary>
    private bool TryArmStarts(Token token, ProcessScope element)
    {
        foreach (var listener in element.EventStarts.Where(listener => listener.Trigger is TimerTrigger && !_timers.Exists(timer => timer.ScopeId == token.ScopeId && timer.NodeId == listener.Id)))
        {
            if (!TryPlan(token, listener, (TimerTrigger)listener.Trigger, out var plan, ResumeAt.Listen)) return false;
            Arm(listener.Id, tokenId: null, plan.Due, plan.Period, plan.Remaining, token.ScopeId);
        }

        return true;
    }

    /// <summary>An interrupting start ends everything in the scope it lives in, the other listeners included; the other kind runs beside it.</summary>
    private void StartEventSubprocess(Node start, string scopeId)
    {
        if (start.Interrupting) CancelContents(scopeId);
        Record(start.ScopeId, HistoryEvent.Entered);
        OpenScope(_definition.Scope(start.ScopeId), scopeId, start);
    }

    private void End(Token token, Node node)
    {
        if (!_ends.Contains(node.Id)) _ends.Add(node.Id);
        Record(node.Id, HistoryEvent.Completed);
        if (node.Trigger is TerminateTrigger)
        {
            _tokens.Remove(token);
            EndScope(FindScope(token.ScopeId)!, InstanceStatus.Terminated);
            return;
        }

        _tokens.Remove(token);
        Throw(token, node);
        EndIfEmpty(token.ScopeId);
    }

    private void Die(Token token)
    {
        _tokens.Remove(token);
        EndIfEmpty(token.ScopeId);
    }

    private void EndIfEmpty(string scopeId)
    {
        if (FindScope(scopeId) is not { } scope || !IsEmpty(scope) || AdHocOf(scope) is { Until: not null }) return;
        EndScope(scope, InstanceStatus.Completed);
    }

    private bool IsEmpty(Scope scope) => !_tokens.Exists(token => token.ScopeId == scope.Id) && !_scopes.Exists(child => child.ParentId == scope.Id);

    private AdHocSettings? AdHocOf(Scope scope) => scope is { Loop: null, Index: null } ? _definition.FindNode(scope.ElementId)?.AdHoc : null;

    /// <summary>Ends one ad hoc subprocess whose condition holds.</summary>
    private bool EndAdHoc()
    {
        if (!_definition.HasAdHoc) return false;
        foreach (var scope in _scopes)
        {
            if (AdHocOf(scope) is not { Until: { } until } adHoc || (!adHoc.CancelRemaining && !IsEmpty(scope))) continue;
            if (!Holds(until, Context(scope.Id))) continue;
            EndScope(scope, InstanceStatus.Completed);
            return true;
        }

        return false;
    }

    /// <summary>Asked again and again: what is not true yet is not warned about.</summary>
    private bool Holds(Feel.FeelExpression condition, Feel.FeelContext variables)
    {
        try
        {
            return condition.Evaluate(variables, _environment).Value is Feel.FeelBoolean { Value: true };
        }
        catch (Feel.FeelBudgetException)
        {
            return false;
        }
    }

    /// <summary>Ends a scope with whatever is left in it. The root's end is the instance's, a subprocess's lets its activity go on.</summary>
    private void EndScope(Scope scope, InstanceStatus rootStatus, string? errorCode = null)
    {
        if (scope.Index is not null)
        {
            EndOccurrence(scope);
            return;
        }

        CancelContents(scope.Id);
        _scopes.Remove(scope);
        if (scope.ParentId is not { } parent)
        {
            _status = rootStatus;
            _effects.Add(new InstanceEnded(rootStatus, errorCode));
        }
        else if (scope.HostId is { } host)
        {
            CloseWaits(host);
            Ready(host, ResumeAt.Leave);
        }
        else
        {
            Record(scope.ElementId, HistoryEvent.Completed);
            EndIfEmpty(parent);
        }
    }

    /// <summary>Removes a scope's subtree, tokens and listeners in one go; the scope itself stays.</summary>
    private void CancelContents(string scopeId)
    {
        foreach (var child in _scopes.Where(scope => scope.ParentId == scopeId).ToList())
        {
            CancelContents(child.Id);
            _scopes.Remove(child);
            // Det som har en värd, eller är en av flera gånger, står i historiken genom sin aktivitet.
            if (child is { HostId: null, Index: null }) Record(child.ElementId, HistoryEvent.Cancelled);
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

        while (Take(_timers, timer => timer.ScopeId == scopeId) is { } timer)
            _effects.Add(new TimerClosed(timer.Id, CloseReason.Cancelled));
    }

    private int DepthOf(string scopeId)
    {
        var parent = _scopes.Find(scope => scope.Id == scopeId)?.ParentId;
        return parent is null ? 0 : 1 + DepthOf(parent);
    }
}
