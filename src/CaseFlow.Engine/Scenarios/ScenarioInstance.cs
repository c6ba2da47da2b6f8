using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Scenarios;

/// <summary>An instance and those it has called, with a clock of their own and services that answer at once: the smallest host there is.</summary>
/// <param name="others">The definitions that may be called, by key.</param>
internal sealed class ScenarioInstance(
    ProcessDefinition definition, IReadOnlyDictionary<string, ProcessDefinition> others, IDecisionTables decisions, Scenario scenario)
{
    private const int MaxFirings = 10_000;
    private const int MaxDepth = 20;

    private readonly List<Member> _members = [new(definition, Caller: null, RequestId: null)];
    private readonly Queue<(Member To, Command Command)> _waiting = new();
    private DateTimeOffset _now = scenario.Now;

    /// <summary>What has happened to nodes and flows so far, those of called processes included.</summary>
    public List<HistoryRecorded> History { get; } = [];

    /// <summary>The instance that the scenario started; null before.</summary>
    public InstanceState? State => _members[0].State;

    /// <summary>It, and the called ones that have not ended, in the order they began.</summary>
    public IEnumerable<InstanceState> States => Running().Select(member => member.State!);

    private List<Member> Running() => _members.Where(member => member.State is not null && (member.Caller is null || member.State.Status == InstanceStatus.Active)).ToList();

    /// <summary>Does one step; the refusal when it was refused.</summary>
    public StepError? Do(ScenarioStep step) => step.Do switch
    {
        "start" => Send(_members[0], new Start(scenario.Variables.Merge(step.Variables), step.Name)),
        "complete" => Complete(step),
        "message" => Tell(new DeliverMessage(step.Name!, step.Key, step.Variables)),
        "signal" => State is null ? Send(_members[0], new Start(scenario.Variables.Merge(step.Variables), Signal: step.Name)) : Tell(new DeliverSignal(step.Name!, step.Variables)),
        "activate" => Tell(new ActivateTask(step.Task!, step.Variables)),
        "advance" => Advance(IsoDuration.TryParse(step.By!)!),
        "retry" => Retry(step),
        _ => new("STODS_INTE", $"{step.Do} stöds inte ännu."),
    };

    /// <summary>What is open for someone to do: tasks, and receive tasks, which a message does.</summary>
    public static IEnumerable<(string Id, string NodeId)> Open(InstanceState state, ProcessDefinition definition) =>
        state.Tasks.Select(task => (task.Id, task.NodeId))
            .Concat(state.Subscriptions.Where(one => one.TokenId is not null && IsWaitingReceive(state, definition, one)).Select(one => (one.Id, one.NodeId)));

    public IEnumerable<string> OpenNodes => Running().SelectMany(member => Open(member.State!, member.Definition).Select(open => open.NodeId));

    private static bool IsWaitingReceive(InstanceState state, ProcessDefinition definition, OpenSubscription one) =>
        definition.Node(one.NodeId).Kind == NodeKind.ReceiveTask && state.Tokens.Any(token => token.Id == one.TokenId && token.NodeId == one.NodeId);

    private StepError? Complete(ScenarioStep step)
    {
        var open = Running().SelectMany(member => Open(member.State!, member.Definition).Where(one => one.NodeId == step.Task).Select(one => (member, one.Id))).ToList();
        return step.Index < open.Count
            ? Send(open[step.Index].member, new CompleteTask(open[step.Index].Id, step.Variables))
            : Send(_members[0], new CompleteTask($"{step.Task}[{step.Index}]", step.Variables));
    }

    private StepError? Retry(ScenarioStep step)
    {
        var found = Running().SelectMany(member => member.State!.Incidents.Where(incident => incident.NodeId == step.Task).Select(incident => (member, incident.Id))).FirstOrDefault();
        return Send(found.member ?? _members[0], new RetryIncident(found.Id ?? step.Task!, step.Variables));
    }

    /// <summary>To everyone; refused only when nobody takes it.</summary>
    private StepError? Tell(Command command)
    {
        StepError? refusal = null;
        var heard = false;
        foreach (var member in State is null ? [_members[0]] : Running())
        {
            var error = Send(member, command);
            heard |= error is null;
            refusal ??= error;
        }

        return heard ? null : refusal;
    }

    /// <summary>Fires timers one by one in due order, each at its own time, and then lets the clock stand at the end.</summary>
    private StepError? Advance(IsoDuration by)
    {
        var until = by.After(_now);
        var fired = 0;
        while (Next(until) is var (member, timer))
        {
            if (fired++ == MaxFirings) return new("FOR_MANGA_TIDER", $"Fler än {MaxFirings} tider går ut under steget.");
            if (timer.Due > _now) _now = timer.Due;
            if (Send(member, new FireTimer(timer.Id)) is { } error) return error;
        }

        _now = until;
        return null;
    }

    private Armed? Next(DateTimeOffset until) =>
        Running().SelectMany(member => member.State!.Timers.Where(timer => timer.Due <= until).Select(timer => new Armed(member, timer))).MinBy(armed => armed.Timer.Due);

    private sealed record Armed(Member Member, OpenTimer Timer);

    private StepError? Send(Member to, Command command)
    {
        _waiting.Enqueue((to, command));
        for (var sent = 1; _waiting.TryDequeue(out var next); sent++)
        {
            if (sent > MaxFirings) return Stop(new("FOR_MANGA_SVAR", $"Fler än {MaxFirings} tjänster svarar i ett steg; processen går runt."));
            var result = Stepper.Step(next.To.Definition, next.To.State, next.Command, _now, decisions);
            // An answer to a request that another answer cancelled is late, and what nobody waits for is heard by nobody: nothing wrong.
            if (result.Error is { } error)
            {
                if (sent == 1 || error.Code is not ("TJANST_STANGD" or "INSTANS_AVSLUTAD" or "INGEN_MOTTAGARE")) return Stop(error);
                continue;
            }

            next.To.State = result.State;
            foreach (var effect in result.Effects) Follow(next.To, effect);
        }

        return null;
    }

    private StepError Stop(StepError error)
    {
        _waiting.Clear();
        return error;
    }

    private void Follow(Member from, Effect effect)
    {
        switch (effect)
        {
            case HistoryRecorded line: History.Add(line); break;
            case ServiceRequested request: _waiting.Enqueue((from, Answer(request))); break;
            case CallRequested call: Call(from, call); break;
            case ServiceClosed { Reason: CloseReason.Cancelled } closed:
                if (_members.Find(member => member.Caller == from && member.RequestId == closed.RequestId) is { } child) _waiting.Enqueue((child, new CancelInstance("Anropet är avbrutet.")));
                break;
            case InstanceEnded ended when from.Caller is { } caller: _waiting.Enqueue((caller, Answer(from, ended))); break;
            case MessageThrown message: TellAll(new DeliverMessage(message.Name, message.CorrelationKey, message.Variables), except: null); break;
            case SignalThrown signal: TellAll(new DeliverSignal(signal.Name, signal.Variables), except: from); break;
        }
    }

    private void TellAll(Command command, Member? except)
    {
        foreach (var member in Running().Where(member => member != except)) _waiting.Enqueue((member, command));
    }

    private void Call(Member from, CallRequested call)
    {
        if (!others.TryGetValue(call.Called, out var called))
        {
            _waiting.Enqueue((from, new FailService(call.RequestId, "PROCESS_SAKNAS", $"Processen {call.Called} finns inte.")));
            return;
        }

        if (from.Depth == MaxDepth)
        {
            _waiting.Enqueue((from, new FailService(call.RequestId, "ANROP_FOR_DJUPT", $"Processer anropar varandra i fler än {MaxDepth} led.")));
            return;
        }

        var child = new Member(called, from, call.RequestId);
        _members.Add(child);
        _waiting.Enqueue((child, new Start(call.Variables)));
    }

    private static Command Answer(Member child, InstanceEnded ended) => ended switch
    {
        { ErrorCode: { } code } => new ThrowServiceError(child.RequestId!, code),
        _ => new CompleteService(child.RequestId!, child.State!.Variables),
    };

    private Command Answer(ServiceRequested request) => scenario.Services.GetValueOrDefault(request.NodeId) switch
    {
        null => new CompleteService(request.RequestId, FeelContext.Empty),
        { Error: { } error } => new ThrowServiceError(request.RequestId, error),
        { Incident: { } cause } => new FailService(request.RequestId, "TJANST_FEL", cause),
        var stub => new CompleteService(request.RequestId, stub.Variables),
    };

    private sealed class Member(ProcessDefinition definition, Member? Caller, string? RequestId)
    {
        public ProcessDefinition Definition { get; } = definition;

        public Member? Caller { get; } = Caller;

        public string? RequestId { get; } = RequestId;

        public int Depth { get; } = Caller is null ? 0 : Caller.Depth + 1;

        public InstanceState? State { get; set; }
    }
}
