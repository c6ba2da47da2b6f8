using System.Collections.Immutable;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>Everything that is known about a running instance. Immutable data: tokens in a scope tree, and what they wait for.</summary>
public sealed record InstanceState
{
    /// <summary>The first 16 digits of <see cref="ProcessDefinition.Sha256"/>: the version the instance runs on.</summary>
    public required string Version { get; init; }

    public InstanceStatus Status { get; init; } = InstanceStatus.Active;

    public FeelContext Variables { get; init; } = FeelContext.Empty;

    /// <summary>Ids of the end events reached so far, each once, in the order first reached.</summary>
    public ImmutableArray<string> Ends { get; init; } = [];

    /// <summary>The number of the next id. Ids are unique within the instance and never used again.</summary>
    public int NextId { get; init; } = 1;

    public ImmutableArray<Scope> Scopes { get; init; } = [];

    public ImmutableArray<Token> Tokens { get; init; } = [];

    /// <summary>Open user tasks in the order they were opened.</summary>
    public ImmutableArray<OpenTask> Tasks { get; init; } = [];

    public ImmutableArray<OpenTimer> Timers { get; init; } = [];

    public ImmutableArray<OpenSubscription> Subscriptions { get; init; } = [];

    /// <summary>Service tasks that wait for their operation.</summary>
    public ImmutableArray<OpenService> Services { get; init; } = [];

    public ImmutableArray<OpenIncident> Incidents { get; init; } = [];

    /// <summary>What an expression sees where a token stands: the instance's variables, and over them those of the occurrences it is in.</summary>
    public FeelContext VariablesAt(string tokenId) =>
        Around(tokenId).Reverse().Select(scope => scope.Locals).OfType<FeelContext>().Aggregate(Variables, (seen, own) => seen.Merge(own));

    /// <summary>Which time of how many, from 1, when a token is in an activity that is done several times: of the innermost. Else null.</summary>
    public (int Number, int Of)? OccurrenceAt(string tokenId) =>
        Around(tokenId).FirstOrDefault(scope => scope.Index is not null) is { Index: { } index, ParentId: { } body } && Scopes.First(scope => scope.Id == body).Loop is { } loop
            ? (index + 1, loop.Items.Items.Length) : null;

    /// <summary>The activities that <see cref="ActivateTask"/> can begin now, in document order.</summary>
    public IEnumerable<Node> Addable(ProcessDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var open = Scopes.Where(scope => scope is { Loop: null, Index: null } && definition.FindNode(scope.ElementId)?.Kind == NodeKind.AdHocSubprocess).Select(scope => scope.ElementId).ToHashSet(StringComparer.Ordinal);
        return Status == InstanceStatus.Active ? definition.Nodes.Where(node => node is { IsActivity: true, Incoming.IsEmpty: true } && open.Contains(node.ScopeId)) : [];
    }

    /// <summary>The scope a token is in, and those that one lies in, from the inside.</summary>
    private IEnumerable<Scope> Around(string tokenId)
    {
        var id = Tokens.FirstOrDefault(token => token.Id == tokenId)?.ScopeId;
        while (Scopes.FirstOrDefault(scope => scope.Id == id) is { } scope)
        {
            yield return scope;
            id = scope.ParentId;
        }
    }

    /// <summary>Compact JSON; reading it back gives the same state, FEEL types included.</summary>
    public string ToJson() => InstanceStateJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote. Throws <see cref="System.Text.Json.JsonException"/> on anything else.</summary>
    public static InstanceState FromJson(string json) => InstanceStateJson.Read(json);

    internal static InstanceState Unstarted(ProcessDefinition definition) => new() { Version = VersionOf(definition) };

    internal static string VersionOf(ProcessDefinition definition) => definition.Sha256[..16];
}

/// <summary>An open occurrence of the process or of a subprocess.</summary>
/// <param name="ElementId">The process's or subprocess's id.</param>
/// <param name="ParentId">The scope it lives in; null for the root.</param>
/// <param name="HostId">The token that stands at the activity whose inside this is; null for the root and for an event subprocess.</param>
/// <param name="Locals">Variables of its own, that those outside do not see; null when it has none.</param>
/// <param name="Loop">Set on the scope of an activity that is done several times; those of its occurrences lie in it.</param>
/// <param name="Index">Which occurrence this is, from 0.</param>
public sealed record Scope(
    string Id, string ElementId, string? ParentId, string? HostId = null, FeelContext? Locals = null, LoopState? Loop = null, int? Index = null);

/// <summary>How far an activity that is done several times has come.</summary>
/// <param name="Items">Over what, as it was when the activity began.</param>
/// <param name="Started">How many have begun.</param>
/// <param name="Results">What each has given, by index; null for those that have not ended.</param>
public sealed record LoopState(FeelList Items, int Started, int Completed, FeelList Results);

/// <summary>Where the process stands.</summary>
/// <param name="FlowId">The flow it came by, which is what a join looks at; null at a start or a boundary event.</param>
public sealed record Token(string Id, string ScopeId, string NodeId, string? FlowId);

public sealed record OpenTask(string Id, string NodeId, string TokenId);

/// <param name="TokenId">The token that waits, or whose activity the boundary timer guards; null for the start of an event subprocess.</param>
/// <param name="Due">When it goes off, to the tick, in UTC.</param>
/// <param name="Period">The ISO 8601 duration of a cycle; null when it fires once.</param>
/// <param name="Remaining">Times left after the next; null when without end.</param>
/// <param name="ScopeId">The scope whose event subprocess waits; null when a token does.</param>
public sealed record OpenTimer(string Id, string NodeId, string? TokenId, DateTimeOffset Due, string? Period, int? Remaining, string? ScopeId = null);

/// <param name="ScopeId">The scope whose event subprocess listens, or where the token is.</param>
/// <param name="TokenId">The token that waits, or whose activity the boundary event guards; null for an event subprocess.</param>
public sealed record OpenSubscription(
    string Id, string NodeId, string ScopeId, SubscriptionKind Kind, string Name, string? CorrelationKey, string? TokenId = null);

public sealed record OpenService(string Id, string NodeId, string TokenId);

/// <param name="Resume">What is tried again by <see cref="RetryIncident"/>.</param>
public sealed record OpenIncident(string Id, string NodeId, string TokenId, string Code, string Message, ResumeAt Resume);

/// <summary>Where a token that met an incident goes on: into the node, at its work, or out of it; or its scope listens first.</summary>
public enum ResumeAt { Enter, Work, Leave, Listen }
