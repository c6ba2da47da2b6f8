namespace CaseFlow.Engine.Execution;

/// <summary>Completed: every token reached an end. Terminated: a terminate end or <see cref="CancelInstance"/>. Failed: an error nothing catches.</summary>
public enum InstanceStatus { Active, Completed, Terminated, Failed }
