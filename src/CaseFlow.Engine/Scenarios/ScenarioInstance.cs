using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Scenarios;

/// <summary>One instance with a clock of its own and services that answer at once: the smallest host there is.</summary>
internal sealed class ScenarioInstance(ProcessDefinition definition, IDecisionTables decisions, Scenario scenario)
{
    private const int MaxFirings = 10_000;

    private DateTimeOffset _now = scenario.Now;

    public InstanceState? State { get; private set; }

    /// <summary>Does one step; the refusal when it was refused.</summary>
    public StepError? Do(ScenarioStep step) => step.Do switch
    {
        "start" => Send(new Start(scenario.Variables.Merge(step.Variables), step.Name)),
        "complete" => Complete(step),
        "message" => Send(new DeliverMessage(step.Name!, step.Key, step.Variables)),
        "advance" => Advance(IsoDuration.TryParse(step.By!)!),
        "retry" => Retry(step),
        _ => new("STODS_INTE", $"{step.Do} stöds inte ännu."),
    };

    private StepError? Complete(ScenarioStep step)
    {
        var open = State?.Tasks.Where(task => task.NodeId == step.Task).ToList() ?? [];
        var id = step.Index < open.Count ? open[step.Index].Id : $"{step.Task}[{step.Index}]";
        return Send(new CompleteTask(id, step.Variables));
    }

    private StepError? Retry(ScenarioStep step)
    {
        var incident = State?.Incidents.FirstOrDefault(incident => incident.NodeId == step.Task);
        return Send(new RetryIncident(incident?.Id ?? step.Task!, step.Variables));
    }

    /// <summary>Fires timers one by one in due order, each at its own time, and then lets the clock stand at the end.</summary>
    private StepError? Advance(IsoDuration by)
    {
        var until = by.After(_now);
        var fired = 0;
        while (Next(until) is { } timer)
        {
            if (fired++ == MaxFirings) return new("FOR_MANGA_TIDER", $"Fler än {MaxFirings} tider går ut under steget.");
            if (timer.Due > _now) _now = timer.Due;
            if (Send(new FireTimer(timer.Id)) is { } error) return error;
        }

        _now = until;
        return null;
    }

    private OpenTimer? Next(DateTimeOffset until) =>
        State?.Timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);

    private StepError? Send(Command command)
    {
        var waiting = new Queue<Command>([command]);
        var sent = 0;
        while (waiting.TryDequeue(out var next))
        {
            if (sent++ == MaxFirings) return new("FOR_MANGA_SVAR", $"Fler än {MaxFirings} tjänster svarar i ett steg; processen går runt.");
            var result = Stepper.Step(definition, State, next, _now, decisions);
            // An answer to a request that another answer cancelled is late, which is nothing wrong.
            if (result.Error is { } error && (sent == 1 || error.Code is not ("TJANST_STANGD" or "INSTANS_AVSLUTAD"))) return error;
            if (result.Error is null) State = result.State;
            foreach (var request in result.Effects.OfType<ServiceRequested>()) waiting.Enqueue(Answer(request));
        }

        return null;
    }

    private Command Answer(ServiceRequested request) => scenario.Services.GetValueOrDefault(request.NodeId) switch
    {
        null => new CompleteService(request.RequestId, FeelContext.Empty),
        { Error: { } error } => new ThrowServiceError(request.RequestId, error),
        { Incident: { } cause } => new FailService(request.RequestId, "TJANST_FEL", cause),
        var stub => new CompleteService(request.RequestId, stub.Variables),
    };
}
