namespace CaseFlow.Application.Audit;

/// <summary>A read model that follows the audit trail. Told of every event as it is written, in the same commit, so that it never shows
/// more or less than the trail does. It reads nothing but the event and what the event points at, so that a projector with a checkpoint
/// can take over and give the same rows.</summary>
public interface IHandelseprojektion
{
    Task Folj(AuditHandelse handelse, CancellationToken ct);
}
