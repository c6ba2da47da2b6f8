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
        Arm(token, timers);
    }

    private void OpenService(Token token, Node node)
    {
        if (!TryPlanBoundaries(token, node, out var timers)) return;
        Record(node.Id, HistoryEvent.Entered);
        Arm(token, timers);
        Work(token, node);
    }

    private void OpenCatch(Token token, Node node)
    {
        if (!TryPlan(token, node, (TimerTrigger)node.Trigger, out var plan)) return;
        Record(node.Id, HistoryEvent.Entered);
        Arm(token, [(node, plan)]);
    }

    /// <summary>Does the node's own work: asks for the service, or lets the rules decide.</summary>
    private void Work(Token token, Node node)
    {
        if (node.Kind == NodeKind.ServiceTask)
        {
            var request = new OpenService(NewId("r"), node.Id, token.Id);
            _services.Add(request);
            _effects.Add(new ServiceRequested(request.Id, node.Id, node.Operation!, _variables));
            return;
        }

        if (TryDecide(node) is { } failure)
        {
            FailRule(token, node, failure);
            return;
        }

        CloseWaits(token.Id);
        Leave(token, node);
    }

    /// <summary>Asks the decision tables and keeps the answer; otherwise why not.</summary>
    private StepError? TryDecide(Node node)
    {
        try
        {
            var result = _decisions.Evaluate(node.Decision!, _variables, _environment);
            foreach (var warning in result.Warnings) _effects.Add(new ExpressionWarned(node.Id, warning));
            if (result.Error is { } error) return new("REGEL_FEL", error);
            if (TryMerge(FeelContext.Of((node.ResultVariable!, result.Value))) is { } refusal) return refusal;
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
        var armed = _timers.Exists(timer => timer.TokenId == token.Id);
        if (!armed && TryPlanBoundaries(token, node, out var timers)) Arm(token, timers);
        else if (!armed) return;
        Record(node.Id, HistoryEvent.Failed);
        RaiseIncident(token, failure.Code, failure.Message, ResumeAt.Work);
    }

    private bool TryPlanBoundaries(Token token, Node node, out List<(Node Node, TimerPlan Plan)> timers)
    {
        timers = [];
        foreach (var boundary in node.Boundaries.Select(_definition.Node))
        {
            if (!TryPlan(token, boundary, (TimerTrigger)boundary.Trigger, out var plan)) return false;
            timers.Add((boundary, plan));
        }

        return true;
    }

    private void Arm(Token token, List<(Node Node, TimerPlan Plan)> timers)
    {
        foreach (var (node, plan) in timers) Arm(node.Id, token.Id, plan.Due, plan.Period, plan.Remaining);
    }

    private void Arm(string nodeId, string tokenId, DateTimeOffset due, string? period, int? remaining)
    {
        var timer = new OpenTimer(NewId("w"), nodeId, tokenId, due.ToUniversalTime(), period, remaining);
        _timers.Add(timer);
        _effects.Add(new TimerArmed(timer.Id, nodeId, timer.Due));
    }

    /// <summary>The next time of a cycle, counted from when the last was due and not from when it was fired.</summary>
    private void ArmAgain(OpenTimer fired)
    {
        if (fired.Period is not { } period || fired.Remaining == 0) return;
        if (TimerLiteral.Plan(TimerKind.Duration, period, fired.Due) is { } next)
            Arm(fired.NodeId, fired.TokenId, next.Due, period, fired.Remaining - 1);
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
        while (Take(_incidents, incident => incident.TokenId == tokenId) is { } incident)
            _effects.Add(new IncidentClosed(incident.Id, CloseReason.Cancelled));
    }
}
