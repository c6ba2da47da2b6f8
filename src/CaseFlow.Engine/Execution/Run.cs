using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>The working copy of one step: the state's lists while they change, the effects so far, and the tokens ready to move.
/// Split by meaning: commands, moves, scopes, waits, expressions.</summary>
internal sealed partial class Run
{
    private readonly ProcessDefinition _definition;
    private readonly InstanceState _before;
    private readonly DateTimeOffset _now;
    private readonly IDecisionTables _decisions;
    private readonly FeelEnvironment _environment;

    private readonly List<Scope> _scopes;
    private readonly List<Token> _tokens;
    private readonly List<OpenTask> _tasks;
    private readonly List<OpenTimer> _timers;
    private readonly List<OpenSubscription> _subscriptions;
    private readonly List<OpenService> _services;
    private readonly List<OpenIncident> _incidents;
    private readonly List<string> _ends;
    private readonly List<Effect> _effects = [];

    private FeelContext _variables;
    private InstanceStatus _status;
    private int _nextId;

    public Run(ProcessDefinition definition, InstanceState before, DateTimeOffset now, IDecisionTables decisions)
    {
        (_definition, _before, _now, _decisions) = (definition, before, now, decisions);
        _environment = new FeelEnvironment(now);
        _scopes = [.. before.Scopes];
        _tokens = [.. before.Tokens];
        _tasks = [.. before.Tasks];
        _timers = [.. before.Timers];
        _subscriptions = [.. before.Subscriptions];
        _services = [.. before.Services];
        _incidents = [.. before.Incidents];
        _ends = [.. before.Ends];
        (_variables, _status, _nextId) = (before.Variables, before.Status, before.NextId);
    }

    public StepResult Result() => new(
        _before with
        {
            Status = _status,
            Variables = _variables,
            Ends = [.. _ends],
            NextId = _nextId,
            Scopes = [.. _scopes],
            Tokens = [.. _tokens],
            Tasks = [.. _tasks],
            Timers = [.. _timers],
            Subscriptions = [.. _subscriptions],
            Services = [.. _services],
            Incidents = [.. _incidents],
        },
        [.. _effects],
        null);

    private string NewId(string prefix) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{_nextId++}");

    private void Record(string id, HistoryEvent what) => _effects.Add(new HistoryRecorded(id, what));

    /// <summary>Takes an item out of a list; null when it is not there.</summary>
    private static T? Take<T>(List<T> list, Predicate<T> match) where T : class
    {
        var index = list.FindIndex(match);
        if (index < 0) return null;
        var item = list[index];
        list.RemoveAt(index);
        return item;
    }
}
