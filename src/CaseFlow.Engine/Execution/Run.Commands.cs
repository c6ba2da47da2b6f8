using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <content>What each command changes before the tokens move. A refusal is answered before anything is changed.</content>
internal sealed partial class Run
{
    public StepError? Apply(Command command) => command switch
    {
        Start start => Start(start),
        CompleteTask complete => CompleteTask(complete),
        DeliverMessage message => Deliver(message),
        DeliverSignal signal => Deliver(signal),
        ActivateTask activate => Activate(activate),
        FireTimer fire => Fire(fire),
        CompleteService answer => CompleteService(answer),
        FailService failure => FailService(failure),
        ThrowServiceError error => ThrowError(error),
        RetryIncident retry => Retry(retry),
        CancelInstance => Cancel(),
        _ => throw new NotSupportedException($"Unknown command {command.GetType().Name}."),
    };

    private StepError? Start(Start command)
    {
        var start = _definition.Root.Starts.FirstOrDefault(node => command switch
        {
            { Message: { } message } => node.Trigger is MessageTrigger on && on.Name == message,
            { Signal: { } signal } => node.Trigger is SignalTrigger on && on.Name == signal,
            { StartEvent: { } id } => node.Id == id && node.Trigger is TimerTrigger,
            _ => node.Trigger is NoTrigger,
        });
        if (start is null)
            return (command.Message ?? command.Signal ?? command.StartEvent) is { } name
                ? new("INGEN_MOTTAGARE", $"Ingen starthändelse tar emot {name}.")
                : new("START_SAKNAS", "Processen startar bara på en händelse.");
        if (TryMerge(command.Variables) is { } error) return error;
        OpenScope(_definition.Root, parentId: null, start);
        return null;
    }

    private StepError? CompleteTask(CompleteTask command)
    {
        if (_tasks.Find(task => task.Id == command.TaskId) is not { } task)
            return Receive(command);
        if (TryMerge(command.Variables, ScopeOf(task.TokenId)) is { } error) return error;
        _tasks.Remove(task);
        _effects.Add(new TaskClosed(task.Id, task.NodeId, CloseReason.Completed));
        CloseWaits(task.TokenId);
        Ready(task.TokenId, ResumeAt.Leave);
        return null;
    }

    /// <summary>A receive task is done by the message, or by someone who has got it another way.</summary>
    private StepError? Receive(CompleteTask command)
    {
        if (_subscriptions.Find(one => one.Id == command.TaskId && _definition.Node(one.NodeId).Kind == NodeKind.ReceiveTask) is not { } subscription)
            return new("UPPGIFT_STANGD", "Uppgiften är inte öppen längre.");
        if (TryMerge(command.Variables, subscription.ScopeId) is { } error) return error;
        Trigger(subscription);
        return null;
    }

    private StepError? Deliver(DeliverMessage command)
    {
        var matching = Listening(SubscriptionKind.Message, command.Name)
            .Where(subscription => command.Key is null || subscription.CorrelationKey is null || subscription.CorrelationKey == command.Key).ToList();
        return TriggerAll(matching, command.Name, command.Variables);
    }

    private StepError? Deliver(DeliverSignal command) => TriggerAll(Listening(SubscriptionKind.Signal, command.Name), command.Name, command.Variables);

    private StepError? TriggerAll(List<OpenSubscription> matching, string name, FeelContext variables)
    {
        if (matching.Count == 0) return new("INGEN_MOTTAGARE", $"Ingen väntar på {name}.");
        // Var och en får det som hon har egna variabler för.
        foreach (var subscription in matching)
            if (TryMerge(variables, subscription.ScopeId) is { } error) return error;
        foreach (var subscription in matching.Where(_subscriptions.Contains)) Trigger(subscription);
        return null;
    }

    private StepError? Activate(ActivateTask command)
    {
        var node = _definition.FindNode(command.NodeId);
        var scope = node is { IsActivity: true, Incoming.IsEmpty: true }
            ? _scopes.Find(scope => scope.ElementId == node.ScopeId && scope is { Loop: null, Index: null } && _definition.FindNode(scope.ElementId)?.Kind == NodeKind.AdHocSubprocess) : null;
        if (scope is null) return new("INGEN_AD_HOC", $"{command.NodeId} går inte att lägga till nu.");
        if (TryMerge(command.Variables, scope.Id) is { } error) return error;
        NewToken(scope.Id, command.NodeId, flowId: null);
        return null;
    }

    private StepError? Fire(FireTimer command)
    {
        if (Take(_timers, timer => timer.Id == command.TimerId) is not { } timer) return null;
        _effects.Add(new TimerClosed(timer.Id, CloseReason.Completed));
        var node = _definition.Node(timer.NodeId);
        if (!node.Interrupting) ArmAgain(timer);
        Happen(node, timer.ScopeId, timer.TokenId);
        return null;
    }

    private StepError? CompleteService(CompleteService command)
    {
        if (_services.Find(service => service.Id == command.RequestId) is not { } service) return NotWaiting();
        var scope = ScopeOf(service.TokenId);
        var answer = _definition.Node(service.NodeId).Call is { } call ? Mapped(service.NodeId, call.Out, command.Variables) : command.Variables;
        if (TryMerge(answer, scope) is { } error) return error;
        _services.Remove(service);
        _effects.Add(new ServiceClosed(service.Id, CloseReason.Completed));
        CloseWaits(service.TokenId);
        Ready(service.TokenId, ResumeAt.Leave);
        return null;
    }

    private StepError? FailService(FailService command)
    {
        if (Take(_services, service => service.Id == command.RequestId) is not { } service) return NotWaiting();
        _effects.Add(new ServiceClosed(service.Id, CloseReason.Cancelled));
        Record(service.NodeId, HistoryEvent.Failed);
        RaiseIncident(FindToken(service.TokenId)!, command.Code, command.Message, ResumeAt.Work);
        return null;
    }

    private StepError? ThrowError(ThrowServiceError command)
    {
        if (_services.Find(service => service.Id == command.RequestId) is not { } service) return NotWaiting();
        Record(service.NodeId, HistoryEvent.Failed);
        var token = FindToken(service.TokenId)!;
        ThrowError(command.ErrorCode, token.ScopeId, token);
        return null;
    }

    private static StepError NotWaiting() => new("TJANST_STANGD", "Processen väntar inte på det svaret längre.");

    private StepError? Retry(RetryIncident command)
    {
        if (_incidents.Find(incident => incident.Id == command.IncidentId) is not { } incident)
            return new("INCIDENT_STANGD", "Händelsen är redan hanterad.");
        if (TryMerge(command.Variables, ScopeOf(incident.TokenId)) is { } error) return error;
        _incidents.Remove(incident);
        _effects.Add(new IncidentClosed(incident.Id, CloseReason.Completed));
        Ready(incident.TokenId, incident.Resume);
        return null;
    }

    private StepError? Cancel()
    {
        EndScope(_scopes[0], InstanceStatus.Terminated);
        return null;
    }
}
