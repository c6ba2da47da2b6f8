namespace CaseFlow.Engine.Bpmn;

/// <summary>What an event waits for or does (BPMN 2.0.2, 10.5.5). Closed set.</summary>
public abstract record Trigger
{
    private protected Trigger() { }

    public static Trigger None { get; } = new NoTrigger();
}

public sealed record NoTrigger : Trigger;

/// <summary>Ends its scope with everything in it (10.5.3).</summary>
public sealed record TerminateTrigger : Trigger;

/// <param name="Name">The message's name, which is what a command names.</param>
/// <param name="CorrelationKey">Value of <c>cf:correlationKey</c> on the message; evaluated when the subscription opens.</param>
public sealed record MessageTrigger(string Name, TextOrFeel? CorrelationKey) : Trigger;

/// <summary>Said to everyone who listens, in every instance.</summary>
public sealed record SignalTrigger(string Name) : Trigger;

/// <param name="Code">The error's code; null catches any.</param>
public sealed record ErrorTrigger(string? Code) : Trigger;

/// <param name="Code">The escalation's code; null catches any.</param>
public sealed record EscalationTrigger(string? Code) : Trigger;

/// <summary>A flow that is not drawn, from a throwing event to the catching one with the same name in the same scope.</summary>
public sealed record LinkTrigger(string Name) : Trigger;

/// <param name="Spec">An ISO 8601 literal, or FEEL after a leading <c>=</c>. Evaluated once, when the timer is armed.</param>
public sealed record TimerTrigger(TimerKind Kind, TextOrFeel Spec) : Trigger;

public enum TimerKind
{
    /// <summary>A point in time; without an offset it is Europe/Stockholm.</summary>
    Date,

    /// <summary>From now; see <c>IsoDuration</c> for calendar parts.</summary>
    Duration,

    /// <summary><c>R[n]/PnD</c>: again and again, only where the event does not interrupt.</summary>
    Cycle,
}
