using CaseFlow.Application;
using CaseFlow.Application.Pipeline;

namespace CaseFlow.Data.Providers.Sqlite;

internal sealed class SqliteTransaktion(CaseFlowDb db, SkrivkoSqlite ko) : ITransaktion
{
    public async Task<T> Kor<T>(Func<CancellationToken, Task<Arbetsutfall<T>>> arbete, CancellationToken ct) =>
        db.Database.CurrentTransaction is null
            ? await ko.Kor(db, arbete, ct)
            : throw new InvalidOperationException("Ett användningsfall startar inget annat (docs/stil.md 16).");
}
