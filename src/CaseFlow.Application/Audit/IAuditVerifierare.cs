namespace CaseFlow.Application.Audit;

/// <summary>Reads every chain of the audit trail and says where the first one is broken, if any is.</summary>
public interface IAuditVerifierare
{
    /// <param name="framsteg">Told the number of events read, now and then.</param>
    Task<Auditprov> Verifiera(IProgress<long>? framsteg, CancellationToken ct);
}

/// <param name="Brott">The first broken link in order of (kedja, seq); null when the trail is whole.</param>
public sealed record Auditprov(long Kedjor, long Handelser, Kedjebrott? Brott);

/// <param name="Seq">Where in the chain it breaks.</param>
public sealed record Kedjebrott(string Kedja, long Seq, Brottsorsak Orsak);

public enum Brottsorsak
{
    /// <summary>A column of the event does not give the stored hash: it was edited.</summary>
    Andrad,

    /// <summary>A number is missing in the chain: an event was deleted.</summary>
    Saknas,

    /// <summary>The event does not point at the one before it: moved or inserted.</summary>
    FelForegangare,

    /// <summary>The chain ends before its head says: the tail was cut.</summary>
    Avkortad,

    /// <summary>There are events after the head, or the head's hash is another.</summary>
    FelHuvud,

    /// <summary>The chain has no head.</summary>
    HuvudSaknas,
}
