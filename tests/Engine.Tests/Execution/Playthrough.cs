using System.Globalization;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>An instance played by a list of numbers: each picks one of the things that can happen next.</summary>
internal sealed class Playthrough(ProcessDefinition definition)
{
    public static DateTimeOffset Begin { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(1));

    public ProcessDefinition Definition { get; } = definition;

    public List<(Command Command, DateTimeOffset At)> Log { get; } = [];

    public List<StepResult> Results { get; } = [];

    public InstanceState State => Results[^1].State;

    public static Playthrough Of(Block block, IEnumerable<int> choices)
    {
        var play = new Playthrough(Fixture.Accepted(GraphGenerator.ToXml(block)));
        play.Send(new Start(FeelContext.Of(("val", true), ("igen", false))));
        foreach (var choice in choices)
        {
            if (play.State.Status != InstanceStatus.Active) break;
            play.Send(play.Pick(Math.Abs(choice % 1_000)));
        }

        return play;
    }

    public StepResult Send(Command command)
    {
        var at = command is FireTimer fire ? State.Timers.First(timer => timer.Id == fire.TimerId).Due : Begin;
        var result = Stepper.Step(Definition, Results.Count == 0 ? null : State, command, at, AnswerFromVariable.Instance);
        Assert.Null(result.Error);
        Log.Add((command, at));
        Results.Add(result);
        return result;
    }

    /// <summary>Completes what is open, or fires what is due, until the instance ends; never loops again.</summary>
    public void Finish()
    {
        var variables = FeelContext.Of(("igen", false));
        for (var step = 0; State.Status == InstanceStatus.Active && step < 2_000; step++)
            Send(State.Tasks.IsEmpty ? new FireTimer(State.Timers[0].Id) : new CompleteTask(State.Tasks[0].Id, variables));
    }

    private Command Pick(int choice)
    {
        var variables = FeelContext.Of(("val", choice % 2 == 0), ("igen", choice % 5 == 0), ("n", choice.ToString(CultureInfo.InvariantCulture)));
        if (choice % 23 == 0 && State.Subscriptions.Any(subscription => subscription.Name == "Bredvid")) return new DeliverMessage("Bredvid", null, variables);
        if (choice % 97 == 0 && State.Subscriptions.Any(subscription => subscription.Name == "Avbryt")) return new DeliverMessage("Avbryt", null, variables);
        if (choice % 7 == 0 && State.Subscriptions.Any(subscription => subscription.Name == "Svar")) return new DeliverMessage("Svar", null, variables);
        var possible = State.Tasks.Length + State.Timers.Length;
        var index = choice % possible;
        return index < State.Tasks.Length
            ? new CompleteTask(State.Tasks[index].Id, variables)
            : new FireTimer(State.Timers[index - State.Tasks.Length].Id);
    }
}
