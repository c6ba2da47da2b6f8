using CaseFlow.Engine.Bpmn;

namespace CaseFlow.Engine.Execution;

/// <summary>The engine's heart: one command, one step. Pure: no clock, no I/O, no randomness; the same arguments give the same answer.</summary>
public static class Stepper
{
    /// <summary>The most nodes a step passes before it counts as a loop that never waits.</summary>
    public const int MaxMoves = 10_000;

    /// <summary>Cap on an instance's variables, in bytes of JSON.</summary>
    public const int MaxVariableBytes = 64 * 1024;

    /// <param name="state">The instance; null when the command is <see cref="Start"/>.</param>
    /// <param name="now">The time everything in the step happens at.</param>
    /// <returns>The new state and its effects, or a refusal with one of the codes INSTANS_FINNS, INSTANS_SAKNAS, INSTANS_AVSLUTAD,
    /// FEL_VERSION, START_SAKNAS, INGEN_MOTTAGARE, INGEN_AD_HOC, UPPGIFT_STANGD, TJANST_STANGD, INCIDENT_STANGD and VARIABLER_FOR_STORA.</returns>
    public static StepResult Step(
        ProcessDefinition definition, InstanceState? state, Command command, DateTimeOffset now, IDecisionTables decisions)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(decisions);
        var before = state ?? InstanceState.Unstarted(definition);
        if (Refusal(definition, state, command) is { } refusal) return new(before, [], refusal);

        var run = new Run(definition, before, now, decisions);
        if (run.Apply(command) is { } error) return new(before, [], error);
        if (run.Move()) return run.Result();

        // A loop that never waits: the command itself holds, and every token it set free stands where it was with an incident.
        run = new Run(definition, before, now, decisions);
        run.Apply(command);
        run.ParkReady("SLINGA_UTAN_VANTAN", $"Processen går runt utan att vänta: fler än {MaxMoves} steg i ett kommando.");
        return run.Result();
    }

    private static StepError? Refusal(ProcessDefinition definition, InstanceState? state, Command command)
    {
        if (state is null)
            return command is Start ? null : new("INSTANS_SAKNAS", "Processen är inte startad.");
        if (state.Version != InstanceState.VersionOf(definition))
            return new("FEL_VERSION", $"Instansen går på en annan version av processen {definition.Key}.");
        if (command is Start) return new("INSTANS_FINNS", "Processen är redan startad.");
        return state.Status == InstanceStatus.Active || command is FireTimer ? null : new("INSTANS_AVSLUTAD", "Processen är avslutad.");
    }
}
