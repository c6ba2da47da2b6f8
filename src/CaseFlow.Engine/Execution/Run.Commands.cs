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
        var start = _definition.Root.Starts.FirstOrDefault(node => command.Message is null
            ? node.Trigger is NoTrigger
            : node.Trigger is MessageTrigger message && message.Name == command.Message);
        if (start is null)
            return command.Message is { } name
                ? new("INGEN_MOTTAGARE", $"Ingen starthändelse tar emot {name}.")
                : new("START_SAKNAS", "Processen startar bara på ett meddelande.");
        if (TryMerge(command.Variables) is { } error) return error;
        OpenScope(_definition.Root, parentId: null, start);
        return null;
    }

    private StepError? CompleteTask(CompleteTask command)
    {
        if (_tasks.Find(task => task.Id == command.TaskId) is not { } task)
            return new("UPPGIFT_STANGD", "Uppgiften är inte öppen längre.");
        if (TryMerge(command.Variables) is { } error) return error;
        _tasks.Remove(task);
        _effects.Add(new TaskClosed(task.Id, task.NodeId, CloseReason.Completed));
        CloseWaits(task.TokenId);
        Ready(task.TokenId, ResumeAt.Leave);
        return null;
    }

    private StepError? Deliver(DeliverMessage command)
    {
        var matching = _subscriptions
            .Where(subscription => subscription.Kind == SubscriptionKind.Message && subscription.Name == command.Name
                && (command.Key is null || subscription.CorrelationKey is null || subscription.CorrelationKey == command.Key))
            .OrderByDescending(subscription => DepthOf(subscription.ScopeId))
            .ThenBy(subscription => _definition.Node(subscription.NodeId).Order)
            .ToList();
        if (matching.Count == 0) return new("INGEN_MOTTAGARE", $"Ingen väntar på {command.Name}.");
        if (TryMerge(command.Variables) is { } error) return error;
        foreach (var subscription in matching.Where(_subscriptions.Contains)) StartEventSubprocess(subscription);
        return null;
    }

    private StepError? Fire(FireTimer command)
    {
        if (Take(_timers, timer => timer.Id == command.TimerId) is not { } timer) return null;
        _effects.Add(new TimerClosed(timer.Id, CloseReason.Completed));
        var node = _definition.Node(timer.NodeId);
        if (node.Kind != NodeKind.BoundaryEvent)
        {
            Ready(timer.TokenId, ResumeAt.Leave);
            return null;
        }

        var host = FindToken(timer.TokenId)!;
        if (node.Interrupting)
        {
            Record(host.NodeId, HistoryEvent.Cancelled);
            CloseWaits(host.Id);
            Place(host with { NodeId = node.Id, FlowId = null });
        }
        else
        {
            ArmAgain(timer);
            NewToken(host.ScopeId, node.Id, flowId: null);
        }

        return null;
    }

    private StepError? CompleteService(CompleteService command)
    {
        if (_services.Find(service => service.Id == command.RequestId) is not { } service) return NotWaiting();
        if (TryMerge(command.Variables) is { } error) return error;
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
        EndScope(_scopes[0], InstanceStatus.Failed);
        return null;
    }

    private static StepError NotWaiting() => new("TJANST_STANGD", "Processen väntar inte på det svaret längre.");

    private StepError? Retry(RetryIncident command)
    {
        if (_incidents.Find(incident => incident.Id == command.IncidentId) is not { } incident)
            return new("INCIDENT_STANGD", "Händelsen är redan hanterad.");
        if (TryMerge(command.Variables) is { } error) return error;
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

    private StepError? TryMerge(FeelContext variables)
    {
        var merged = _variables.Merge(variables);
        if (!VariableSize.IsWithin(merged, Stepper.MaxVariableBytes))
            return new("VARIABLER_FOR_STORA", $"Processens variabler får vara högst {Stepper.MaxVariableBytes / 1024} kB. Lägg stora uppgifter i ärendet.");
        _variables = merged;
        return null;
    }
}
