using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <content>What a token waits for: tasks, services, timers, and people who look at an incident.</content>
internal sealed partial class Run
{
    private void OpenTask(Token token, Node node)
    {
        // Everything that can fail is evaluated first, so that a node is entered whole or not at all.
        var settings = node.UserTask!;
        if (!TryPlanBoundaries(token, node, out var timers) || !TryText(token, node, settings.Group, "cf:group", out var group)
            || !TryText(token, node, settings.Assignee, "cf:assignee", out var assignee) || !TryDue(token, node, settings.Due, out var due)) return;

        Record(node.Id, HistoryEvent.Entered);
        var task = new OpenTask(NewId("u"), node.Id, token.Id);
        _tasks.Add(task);
        _effects.Add(new TaskOpened(task.Id, node.Id, node.Name, settings.Form, group, assignee, due));
        Arm(token, node, timers);
    }

    private void OpenService(Token token, Node node)
    {
        if (!TryPlanBoundaries(token, node, out var timers)) return;
        Record(node.Id, HistoryEvent.Entered);
        Arm(token, node, timers);
        Work(token, node);
    }

    private void OpenReceive(Token token, Node node)
    {
        if (!TryPlanBoundaries(token, node, out var timers)) return;
        Record(node.Id, HistoryEvent.Entered);
        Subscribe(node, token.ScopeId, token.Id);
        Arm(token, node, timers);
    }

    private void OpenSubprocess(Token token, Node node)
    {
        if (!TryPlanBoundaries(token, node, out var timers)) return;
        Record(node.Id, HistoryEvent.Entered);
        Arm(token, node, timers);
        var inside = _definition.Scope(node.Id);
        OpenScope(inside, token.ScopeId, node.Kind == NodeKind.AdHocSubprocess ? null : inside.Starts[0], token.Id);
    }

    private void OpenCatch(Token token, Node node)
    {
        if (!TryPlanAll(token, [node], out var timers)) return;
        Record(node.Id, HistoryEvent.Entered);
        Await(token, [node], timers);
    }

    /// <summary>Waits for the first of the events that follow.</summary>
    private void OpenGateway(Token token, Node node)
    {
        var events = node.Outgoing.Select(flow => _definition.Node(flow.Target)).ToList();
        if (!TryPlanAll(token, events, out var timers)) return;
        Record(node.Id, HistoryEvent.Entered);
        Await(token, events, timers);
    }

    /// <summary>Does the node's own work: asks for the service or the process, or lets the rules or the script decide.</summary>
    private void Work(Token token, Node node)
    {
        if (node.Operation is { } operation)
        {
            var request = Request(token, node);
            _effects.Add(new ServiceRequested(request.Id, node.Id, operation, Context(token.ScopeId)));
            return;
        }

        if (node.Call is { } call)
        {
            if (!TryText(token, node, call.Called, "calledElement", out var called)) return;
            if (string.IsNullOrWhiteSpace(called)) RaiseWrongType(token, node, "calledElement", "en text");
            else _effects.Add(new CallRequested(Request(token, node).Id, node.Id, called, Mapped(node.Id, call.In, Context(token.ScopeId))));
            return;
        }

        if ((node.Script is { } script ? TryScript(token, node, script) : TryDecide(token, node)) is { } failure)
        {
            FailRule(token, node, failure);
            return;
        }

        CloseWaits(token.Id);
        Leave(token, node);
    }

    private OpenService Request(Token token, Node node)
    {
        var request = new OpenService(NewId("r"), node.Id, token.Id);
        _services.Add(request);
        return request;
    }

    private StepError? TryScript(Token token, Node node, FeelExpression script)
    {
        try
        {
            return TryMerge(FeelContext.Of((node.ResultVariable!, Evaluate(node, script, token.ScopeId))), token.ScopeId);
        }
        catch (FeelBudgetException budget)
        {
            return new("UTTRYCK_BUDGET", $"{node.Id}: {budget.Message}");
        }
    }

    /// <summary>Asks the decision tables and keeps the answer; otherwise why not.</summary>
    private StepError? TryDecide(Token token, Node node)
    {
        try
        {
            var result = _decisions.Evaluate(node.Decision!, Context(token.ScopeId), _environment);
            foreach (var warning in result.Warnings) _effects.Add(new ExpressionWarned(node.Id, warning));
            if (result.Error is { } error) return new("REGEL_FEL", error);
            if (TryMerge(FeelContext.Of((node.ResultVariable!, result.Value)), token.ScopeId) is { } refusal) return refusal;
            _effects.Add(new RulesMatched(node.Id, node.Decision!, result.MatchedRules));
            return null;
        }
        catch (FeelBudgetException budget)
        {
            return new("UTTRYCK_BUDGET", $"{node.Id}: {budget.Message}");
        }
    }

    private void FailRule(Token token, Node node, StepError failure)
    {
        var armed = _timers.Exists(timer => timer.TokenId == token.Id) || _subscriptions.Exists(subscription => subscription.TokenId == token.Id);
        if (!armed && TryPlanBoundaries(token, node, out var timers)) Arm(token, node, timers);
        else if (!armed) return;
        Record(node.Id, HistoryEvent.Failed);
        RaiseIncident(token, failure.Code, failure.Message, ResumeAt.Work);
    }

    /// <summary>When the boundary events' times are. The times of an activity that is done several times are the whole's.</summary>
    private bool TryPlanBoundaries(Token token, Node node, out List<(Node Node, TimerPlan Plan)> timers) =>
        TryPlanAll(token, IsOccurrence(token) ? [] : node.Boundaries.Select(_definition.Node), out timers);

    private bool TryPlanAll(Token token, IEnumerable<Node> events, out List<(Node Node, TimerPlan Plan)> timers)
    {
        timers = [];
        foreach (var node in events)
        {
            if (node.Trigger is not TimerTrigger trigger) continue;
            if (!TryPlan(token, node, trigger, out var plan)) return false;
            timers.Add((node, plan));
        }

        return true;
    }

    private void Arm(Token token, Node node, List<(Node Node, TimerPlan Plan)> timers)
    {
        if (!IsOccurrence(token)) Await(token, node.Boundaries.Select(_definition.Node), timers);
    }

    private void Await(Token token, IEnumerable<Node> events, List<(Node Node, TimerPlan Plan)> timers)
    {
        foreach (var node in events) Subscribe(node, token.ScopeId, token.Id);
        foreach (var (node, plan) in timers) Arm(node.Id, token.Id, plan.Due, plan.Period, plan.Remaining, scopeId: null);
    }

    /// <summary>Listens for the event's message or signal, if that is what it waits for.</summary>
    private void Subscribe(Node node, string scopeId, string? tokenId)
    {
        var subscription = node.Trigger switch
        {
            MessageTrigger message => new OpenSubscription(NewId("m"), node.Id, scopeId, SubscriptionKind.Message, message.Name, CorrelationKeyOf(node, message, scopeId), tokenId),
            SignalTrigger signal => new OpenSubscription(NewId("m"), node.Id, scopeId, SubscriptionKind.Signal, signal.Name, null, tokenId),
            _ => null,
        };
        if (subscription is null) return;
        _subscriptions.Add(subscription);
        _effects.Add(new SubscriptionOpened(subscription.Id, node.Id, subscription.Kind, subscription.Name, subscription.CorrelationKey));
    }

    private void Arm(string nodeId, string? tokenId, DateTimeOffset due, string? period, int? remaining, string? scopeId)
    {
        var timer = new OpenTimer(NewId("w"), nodeId, tokenId, due.ToUniversalTime(), period, remaining, scopeId);
        _timers.Add(timer);
        _effects.Add(new TimerArmed(timer.Id, nodeId, timer.Due));
    }

    /// <summary>The next time of a cycle, counted from when the last was due and not from when it was fired.</summary>
    private void ArmAgain(OpenTimer fired)
    {
        if (fired.Period is not { } period || fired.Remaining == 0) return;
        if (TimerLiteral.Plan(TimerKind.Duration, period, fired.Due) is { } next)
            Arm(fired.NodeId, fired.TokenId, next.Due, period, fired.Remaining - 1, fired.ScopeId);
    }

    private void RaiseIncident(Token token, string code, string message, ResumeAt resume)
    {
        var incident = new OpenIncident(NewId("i"), token.NodeId, token.Id, code, message, resume);
        _incidents.Add(incident);
        _effects.Add(new IncidentRaised(incident.Id, token.NodeId, code, message));
    }

    /// <summary>Closes everything that hangs on a token: what it waits for and what guards it.</summary>
    private void CloseWaits(string tokenId)
    {
        while (Take(_tasks, task => task.TokenId == tokenId) is { } task)
            _effects.Add(new TaskClosed(task.Id, task.NodeId, CloseReason.Cancelled));
        while (Take(_services, service => service.TokenId == tokenId) is { } service)
            _effects.Add(new ServiceClosed(service.Id, CloseReason.Cancelled));
        while (Take(_timers, timer => timer.TokenId == tokenId) is { } timer)
            _effects.Add(new TimerClosed(timer.Id, CloseReason.Cancelled));
        while (Take(_subscriptions, subscription => subscription.TokenId == tokenId) is { } subscription)
            _effects.Add(new SubscriptionClosed(subscription.Id, CloseReason.Cancelled));
        while (Take(_incidents, incident => incident.TokenId == tokenId) is { } incident)
            _effects.Add(new IncidentClosed(incident.Id, CloseReason.Cancelled));
        while (_scopes.Find(scope => scope.HostId == tokenId) is { } inside)
        {
            CancelContents(inside.Id);
            _scopes.Remove(inside);
        }
    }
}
