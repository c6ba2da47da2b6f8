using CaseFlow.Application;
using CaseFlow.Application.Pipeline;

namespace CaseFlow.Data.Providers;

/// <summary>PostgreSQL and SQL Server take many writers: a transaction per command on the scope's own connection.</summary>
internal sealed class VanligTransaktion(CaseFlowDb db) : ITransaktion
{
    public async Task<T> Kor<T>(Func<CancellationToken, Task<Arbetsutfall<T>>> arbete, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null)
            throw new InvalidOperationException("Ett användningsfall startar inget annat (docs/stil.md 16).");
        await using var transaktion = await db.Database.BeginTransactionAsync(ct);
        var utfall = await arbete(ct);
        if (utfall.Spara) await transaktion.CommitAsync(ct);
        return utfall.Svar;
    }
}
