using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using FsCheck;
using FsCheck.Fluent;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>What the engine promises (docs/adr/0001), over generated processes and generated histories.</summary>
public sealed class StepperProperties
{
    private static readonly Arbitrary<(Block Block, int[] Choices)> Histories = Arb.From(
        from block in GraphGenerator.Blocks
        from choices in Gen.ArrayOf(Gen.Choose(0, 999), 25)
        select (block, choices));

    private static void Holds(Action<Playthrough> check) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(80),
        Prop.ForAll(Histories, history => check(Playthrough.Of(history.Block, history.Choices))));

    [Fact]
    public void Samma_kommandon_en_gang_till_ger_samma_tillstand_och_effekter() => Holds(play =>
    {
        InstanceState? state = null;
        foreach (var ((command, at), before) in play.Log.Zip(play.Results))
        {
            var again = Stepper.Step(Definition(play), state, command, at, AnswerFromVariable.Instance);
            Assert.Equal(before.State.ToJson(), again.State.ToJson());
            Assert.Equal(before.Effects, again.Effects.AsEnumerable());
            state = again.State;
        }
    });

    [Fact]
    public void Ett_tillstand_som_skrivs_och_lases_gar_vidare_likadant() => Holds(play =>
    {
        InstanceState? state = null;
        foreach (var ((command, at), before) in play.Log.Zip(play.Results))
        {
            state = InstanceState.FromJson(Stepper.Step(Definition(play), state, command, at, AnswerFromVariable.Instance).State.ToJson());
            Assert.Equal(before.State.ToJson(), state.ToJson());
        }
    });

    [Fact]
    public void Aktiv_betyder_att_nagot_vantar_och_avslutad_att_inget_gor_det() => Holds(play => Assert.All(play.Results, result =>
    {
        var state = result.State;
        var waiting = state.Tasks.Length + state.Timers.Length + state.Services.Length + state.Incidents.Length;
        Assert.Equal(state.Status == InstanceStatus.Active, waiting > 0);
        Assert.Empty(state.Incidents);
        if (state.Status == InstanceStatus.Active) return;
        Assert.Empty(state.Scopes);
        Assert.Empty(state.Tokens);
        Assert.Empty(state.Subscriptions);
    }));

    [Fact]
    public void Inget_hanger_los_och_inget_token_star_utan_orsak() => Holds(play => Assert.All(play.Results, result =>
    {
        var state = result.State;
        var definition = Definition(play);
        var tokens = state.Tokens.Select(token => token.Id).ToHashSet(StringComparer.Ordinal);
        var scopes = state.Scopes.Select(scope => scope.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(state.Tokens, token => Assert.Contains(token.ScopeId, scopes));
        Assert.All(state.Scopes, scope => Assert.True(scope.ParentId is null || scopes.Contains(scope.ParentId)));
        Assert.All(state.Scopes, scope => Assert.True(scope.HostId is null || tokens.Contains(scope.HostId)));
        Assert.All(state.Subscriptions, subscription => Assert.True(subscription.TokenId is null || tokens.Contains(subscription.TokenId)));
        Assert.All(state.Timers, timer => Assert.True(timer.TokenId is { } token ? tokens.Contains(token) : scopes.Contains(timer.ScopeId!)));
        Assert.All(state.Tasks, task => Assert.Contains(task.TokenId, tokens));
        Assert.All(state.Subscriptions, subscription => Assert.Contains(subscription.ScopeId, scopes));
        Assert.All(state.Tokens, token => Assert.Equal(1, definition.Node(token.NodeId).Kind switch
        {
            NodeKind.UserTask => state.Tasks.Count(task => task.TokenId == token.Id),
            NodeKind.IntermediateCatchEvent => state.Timers.Count(timer => timer.TokenId == token.Id),
            NodeKind.EventBasedGateway => state.Timers.Count(timer => timer.TokenId == token.Id) * state.Subscriptions.Count(one => one.TokenId == token.Id),
            NodeKind.Subprocess => state.Scopes.Count(scope => scope.HostId == token.Id),
            NodeKind.ParallelGateway or NodeKind.InclusiveGateway => 1,
            _ => 0,
        }));
        // A scope never holds every branch of a join without having joined them.
        Assert.All(
            state.Tokens.Where(token => definition.Node(token.NodeId).Kind == NodeKind.ParallelGateway).GroupBy(token => (token.ScopeId, token.NodeId)),
            group => Assert.True(group.Select(token => token.FlowId).Distinct(StringComparer.Ordinal).Count() < definition.Node(group.Key.NodeId).Incoming.Length));
    }));

    [Fact]
    public void Det_som_effekterna_oppnat_och_inte_stangt_ar_det_som_star_oppet() => Holds(play =>
    {
        var effects = play.Results.SelectMany(result => result.Effects).ToList();
        Assert.Equal(
            effects.OfType<TaskOpened>().Select(task => task.TaskId).Except(effects.OfType<TaskClosed>().Select(task => task.TaskId)),
            play.State.Tasks.Select(task => task.Id));
        Assert.Equal(
            effects.OfType<TimerArmed>().Select(timer => timer.TimerId).Except(effects.OfType<TimerClosed>().Select(timer => timer.TimerId)),
            play.State.Timers.Select(timer => timer.Id));
        Assert.Equal(
            effects.OfType<SubscriptionOpened>().Select(one => one.SubscriptionId).Except(effects.OfType<SubscriptionClosed>().Select(one => one.SubscriptionId)),
            play.State.Subscriptions.Select(one => one.Id));
    });

    [Fact]
    public void Varje_instans_nar_sitt_slut_nar_allt_som_vantar_blir_gjort() => Holds(play =>
    {
        play.Finish();
        Assert.Equal(InstanceStatus.Completed, play.State.Status);
        Assert.True(play.State.Ends.Contains("Slut") || play.State.Ends.Contains("AE"));
    });

    [Fact]
    public void En_trasslig_process_star_aldrig_still_utan_att_saga_det() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400),
        Prop.ForAll(
            Arb.From(from xml in TangledGraphs.Xml from choices in Gen.ArrayOf(Gen.Choose(0, 999), 20) select (xml, choices)),
            graph =>
            {
                var play = new Playthrough(Fixture.Accepted(graph.xml));
                play.Send(new Start(FeelContext.Empty));
                foreach (var choice in graph.choices)
                {
                    var state = play.State;
                    Assert.Equal(state.ToJson(), InstanceState.FromJson(state.ToJson()).ToJson());
                    Assert.Equal(state.Status == InstanceStatus.Active, state.Tasks.Length + state.Incidents.Length > 0);
                    Assert.Equal(state.Status == InstanceStatus.Active, !state.Tokens.IsEmpty);
                    Assert.All(state.Tokens, token => Assert.True(
                        state.Tasks.Any(task => task.TokenId == token.Id) || state.Incidents.Any(incident => incident.TokenId == token.Id)
                        || play.Definition.Node(token.NodeId).Kind is NodeKind.ParallelGateway or NodeKind.InclusiveGateway));
                    // En slinga av parallella delningar växer utan slut; den prövas inte längre än så.
                    if (state.Tasks.IsEmpty || state.Tokens.Length > 60) return;
                    play.Send(new CompleteTask(state.Tasks[choice % state.Tasks.Length].Id, FeelContext.Of(("v0", choice % 2 == 0), ("v1", choice % 3 == 0), ("v2", choice % 5 == 0))));
                }
            }));

    [Fact]
    public void Oberoende_uppgifter_kan_goras_i_vilken_ordning_som_helst() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(80),
        Prop.ForAll(Histories, Arb.From(Gen.Choose(0, int.MaxValue)), (history, seed) =>
        {
            var play = Playthrough.Of(history.Block, history.Choices.Take(history.Choices.Length / 2));
            var open = play.State.Tasks;
            if (play.State.Status != InstanceStatus.Active || open.Length < 2) return;
            Assert.Equal(After(play, open), After(play, open.Sort((a, b) => Order(a.Id, seed).CompareTo(Order(b.Id, seed)))));
        }));

    /// <summary>Where the instance stands when the tasks have been completed in an order, apart from the ids that the order gave.</summary>
    private static string After(Playthrough play, IEnumerable<OpenTask> tasks)
    {
        var state = play.State;
        foreach (var task in tasks)
            state = Stepper.Step(Definition(play), state, new CompleteTask(task.Id, FeelContext.Of(("igen", false), ("val", true))), Playthrough.Begin, AnswerFromVariable.Instance).State;
        return string.Join('|',
            state.Status, string.Join(',', state.Ends.Order(StringComparer.Ordinal)),
            string.Join(',', state.Tasks.Select(task => task.NodeId).Order(StringComparer.Ordinal)),
            string.Join(',', state.Timers.Select(timer => $"{timer.NodeId}{timer.Due:O}").Order(StringComparer.Ordinal)),
            string.Join(',', state.Tokens.Select(token => $"{token.NodeId}<{token.FlowId}").Order(StringComparer.Ordinal)),
            FeelJson.Serialize(state.Variables));
    }

    private static int Order(string id, int seed) => id.Aggregate(seed, (hash, letter) => unchecked((hash * 31) + letter));

    private static ProcessDefinition Definition(Playthrough play) => play.Definition;
}
