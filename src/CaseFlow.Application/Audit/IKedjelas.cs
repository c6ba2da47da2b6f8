namespace CaseFlow.Application.Audit;

/// <summary>Takes a chain for writing until the transaction ends, creating it at first use.</summary>
public interface IKedjelas
{
    Task<Kedjelage> Las(CaseFlowDb db, string kedja, CancellationToken ct);
}

/// <param name="Seq">The last event's place; 0 for a new chain.</param>
/// <param name="Hash">The last event's hash; 32 zero bytes for a new chain.</param>
/// <param name="Xid">The database's id of the transaction at hand, 0 where it has none.</param>
public readonly record struct Kedjelage(long Seq, byte[] Hash, long Xid);
