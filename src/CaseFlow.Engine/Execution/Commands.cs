using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>What can happen to a process instance. One command is one call of <c>Stepper.Step</c>.</summary>
public abstract record Command;

/// <summary>Starts the instance at its none start event, or at the one that a message, a signal or a time reaches. At most one of them is said.</summary>
/// <param name="Signal">Name of the signal.</param>
/// <param name="StartEvent">Id of the timer start event whose time has come.</param>
public sealed record Start(FeelContext Variables, string? Message = null, string? Signal = null, string? StartEvent = null) : Command;

/// <summary>Completes an open user, manual or receive task.</summary>
/// <param name="TaskId">Id from <see cref="TaskOpened"/>; an id that is not open is refused with <c>UPPGIFT_STANGD</c>.</param>
public sealed record CompleteTask(string TaskId, FeelContext Variables) : Command;

/// <summary>Delivers a message. All matching subscriptions fire, innermost scope first; none gives <c>INGEN_MOTTAGARE</c>.</summary>
/// <param name="Key">Correlation key; compared only when both the message and the subscription have one.</param>
public sealed record DeliverMessage(string Name, string? Key, FeelContext Variables) : Command;

/// <summary>Says a signal to the instance. Everything in it that listens fires, innermost scope first; nothing gives <c>INGEN_MOTTAGARE</c>.</summary>
public sealed record DeliverSignal(string Name, FeelContext Variables) : Command;

/// <summary>Begins an activity of an open ad hoc subprocess; one that is not open gives <c>INGEN_AD_HOC</c>.</summary>
/// <param name="NodeId">An activity that no flow leads to.</param>
public sealed record ActivateTask(string NodeId, FeelContext Variables) : Command;

/// <summary>Fires an armed timer. A timer that is no longer armed changes nothing (firing is idempotent on the id).</summary>
public sealed record FireTimer(string TimerId) : Command;

/// <summary>The answer of a service task's operation, or the variables that a called process ended with.</summary>
public sealed record CompleteService(string RequestId, FeelContext Variables) : Command;

/// <summary>A service task's operation failed for good: an incident is raised and the token stays where it is.</summary>
public sealed record FailService(string RequestId, string Code, string Message) : Command;

/// <summary>A service task's operation, or a called process, answers with a BPMN error. One that nothing catches fails the instance.</summary>
public sealed record ThrowServiceError(string RequestId, string ErrorCode) : Command;

/// <summary>Tries again where an incident stands, with <paramref name="Variables"/> merged first (what was missing, corrected).</summary>
public sealed record RetryIncident(string IncidentId, FeelContext Variables) : Command;

/// <summary>Ends the instance from outside; open tasks, timers and subscriptions are closed.</summary>
public sealed record CancelInstance(string Reason) : Command;
