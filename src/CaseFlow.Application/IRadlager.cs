namespace CaseFlow.Application;

/// <summary>Lays ready-made rows straight in the tables, past the use cases and their rules: for volumes to measure against, in a database
/// where nobody works. Not found in the services of a database that it does not know.</summary>
public interface IRadlager
{
    /// <param name="tabeller">In an order where what a row points at stands before it. Each is read once, from another thread than the caller's.</param>
    /// <param name="framsteg">Told of rows laid, now and then.</param>
    /// <returns>Rows laid. The database has then come to know its tables (<c>ANALYZE</c>).</returns>
    Task<long> Lagg(IEnumerable<Radtabell> tabeller, IProgress<long>? framsteg, CancellationToken ct);
}

/// <param name="Rader">One value a column, in the form the column has in the database: an id is its number, a moment its microseconds, an enum
/// its name. A Guid and a day are given as such, in every database.</param>
public sealed record Radtabell(string Namn, IReadOnlyList<string> Kolumner, IEnumerable<object?[]> Rader);
