using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <content>An activity that is done several times (BPMN 2.0.2, 13.3.7). Its own scope hangs on the token that came to it, and each occurrence is a scope
/// in that: the boundary events attach once, and go when the last occurrence ends.</content>
internal sealed partial class Run
{
    /// <summary>More is a mistake in what the list was made of.</summary>
    private const int MaxOccurrences = 1_000;

    /// <summary>The token stands in one of the times an activity is done, not at the activity as a whole.</summary>
    private bool IsOccurrence(Token token) => FindScope(token.ScopeId) is { Index: not null } scope && scope.ElementId == token.NodeId;

    private void BeginLoop(Token token, Node node)
    {
        if (!TryItems(token, node, out var items) || !TryPlanBoundaries(token, node, out var timers)) return;
        Record(node.Id, HistoryEvent.Entered);
        Arm(token, node, timers);
        var empty = FeelList.Of(items.Items.Select(_ => FeelValue.Null));
        var body = new Scope(NewId("s"), node.Id, token.ScopeId, token.Id, Loop: new(items, 0, 0, empty));
        _scopes.Add(body);
        if (items.Items.IsEmpty)
        {
            EndLoop(body, node);
            return;
        }

        var begin = node.Loop!.Sequential ? 1 : items.Items.Length;
        for (var index = 0; index < begin; index++) BeginOccurrence(body.Id, node);
    }

    /// <summary>What the activity is done over, as it is now: a change after this changes nothing.</summary>
    private bool TryItems(Token token, Node node, out FeelList items)
    {
        items = FeelList.Of([]);
        if (!TryEvaluate(token, node, (node.Loop!.Collection ?? node.Loop.Cardinality)!, ResumeAt.Enter, out var value)) return false;
        if (node.Loop.Collection is not null)
        {
            if (value is not FeelList list) return RaiseWrongType(token, node, "loopDataInputRef", "en lista");
            items = list;
        }
        else
        {
            if (value is not FeelNumber { Value: >= 0 } number || number.Value != decimal.Truncate(number.Value)) return RaiseWrongType(token, node, "loopCardinality", "ett heltal från 0");
            items = FeelList.Of(Enumerable.Range(1, (int)Math.Min(number.Value, MaxOccurrences + 1)).Select(index => (FeelValue)index));
        }

        if (items.Items.Length <= MaxOccurrences) return true;
        Record(node.Id, HistoryEvent.Failed);
        RaiseIncident(token, "FOR_MANGA_GANGER", $"{node.Id} skulle göras fler än {MaxOccurrences} gånger.", ResumeAt.Enter);
        return false;
    }

    private void BeginOccurrence(string bodyId, Node node)
    {
        var body = FindScope(bodyId)!;
        var (state, settings) = (body.Loop!, node.Loop!);
        var index = state.Started;
        var locals = FeelContext.Of(("loopCounter", index + 1));
        if (settings.Output is { } output) locals = locals.With(output, FeelValue.Null);
        if (settings.Item is { } item) locals = locals.With(item, state.Items.Items[index]);
        Replace(body with { Loop = state with { Started = index + 1 } });
        var occurrence = new Scope(NewId("s"), node.Id, bodyId, Locals: locals, Index: index);
        _scopes.Add(occurrence);
        NewToken(occurrence.Id, node.Id, flowId: null);
    }

    private void EndOccurrence(Scope occurrence)
    {
        var body = FindScope(occurrence.ParentId!)!;
        var node = _definition.Node(body.ElementId);
        var (state, settings) = (body.Loop!, node.Loop!);
        if (settings.Output is { } output)
            state = state with { Results = new(state.Results.Items.SetItem(occurrence.Index!.Value, FindScope(occurrence.Id)!.Locals![output])) };
        state = state with { Completed = state.Completed + 1 };
        CancelContents(occurrence.Id);
        _scopes.Remove(FindScope(occurrence.Id)!);
        body = body with { Loop = state };
        Replace(body);
        if (state.Completed == state.Items.Items.Length || (settings.Until is { } until && Holds(until, Counted(body))))
            EndLoop(body, node);
        else if (settings.Sequential)
            BeginOccurrence(body.Id, node);
    }

    /// <summary>What the completion condition sees beside the variables (BPMN 2.0.2, table 10.30).</summary>
    private FeelContext Counted(Scope body) => Context(body.Id).Merge(FeelContext.Of(
        ("numberOfInstances", body.Loop!.Items.Items.Length),
        ("numberOfActiveInstances", body.Loop.Started - body.Loop.Completed),
        ("numberOfCompletedInstances", body.Loop.Completed)));

    private void EndLoop(Scope body, Node node)
    {
        var host = FindToken(body.HostId!)!;
        CancelContents(body.Id);
        _scopes.Remove(FindScope(body.Id)!);
        CloseWaits(host.Id);
        if (node.Loop!.Result is { } result && TryMerge(FeelContext.Of((result, body.Loop!.Results)), host.ScopeId) is { } error)
        {
            Record(node.Id, HistoryEvent.Failed);
            RaiseIncident(host, error.Code, error.Message, ResumeAt.Leave);
            return;
        }

        Ready(host.Id, ResumeAt.Leave);
    }
}
