namespace CaseFlow.Application.Audit;

/// <summary>Reads every chain of the audit trail and says where the first one is broken, if any is.</summary>
public interface IAuditVerifierare
{
    /// <param name="framsteg">Told the number of events read, now and then.</param>
    Task<Auditprov> Verifiera(IProgress<long>? framsteg, CancellationToken ct);

    /// <summary>Where every chain stands now, in order of its name: what is kept outside the database (<see cref="Huvudfil"/>).</summary>
    IAsyncEnumerable<Kedjehuvud> Huvuden(CancellationToken ct);

    /// <summary>Holds the trail against heads that were kept outside the database: what they name must still be there, unchanged, and what
    /// has come after them must not say that it was there before.</summary>
    /// <returns>The first head that does not hold, else the first event that is backdated; or null.</returns>
    Task<Kedjebrott?> Jamfor(SparadeHuvuden sparade, CancellationToken ct);
}

/// <param name="Hash">32 bytes: the hash of the event at <paramref name="Seq"/>.</param>
public sealed record Kedjehuvud(string Kedja, long Seq, byte[] Hash);

/// <param name="Tid">When they began to be written down.</param>
public sealed record SparadeHuvuden(DateTimeOffset Tid, IReadOnlyList<Kedjehuvud> Huvuden);

/// <param name="Brott">The first broken link in order of (kedja, seq), else the first ärende whose chain is missing; null when the trail is
/// whole.</param>
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

    /// <summary>The head says that nothing has happened in the chain: no chain is made without an event.</summary>
    TomKedja,

    /// <summary>An ärende that exists, or a head kept outside the database, has no chain: the whole of it was deleted.</summary>
    KedjaSaknas,

    /// <summary>The event differs from the head that was kept outside the database: the chain was written anew.</summary>
    Omskriven,

    /// <summary>The event was not there when the heads were kept, though its time, or the time in its id, is before that.</summary>
    Tillbakadaterad,

    /// <summary>There are units, users or ärenden but no event at all.</summary>
    LoggSaknas,
}
