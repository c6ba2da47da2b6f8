using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Grund;

/// <summary>The index behind <c>ICaseTextSearch</c>: no migration carries it, since EF knows none of the three, and a table that a migration builds anew
/// in SQLite loses its triggers.</summary>
internal interface ITextindex
{
    /// <summary>Lays what is missing of it, after the migrations. Safe to repeat.</summary>
    Task Lagg(DbContext db, CancellationToken ct);
}
