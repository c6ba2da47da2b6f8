using CaseFlow.Data.Grund;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Data.Providers.Sqlite;

internal sealed class SqliteCaseFlowDb : CaseFlowDbBas
{
    private readonly IServiceProvider? _tjanster;

    public SqliteCaseFlowDb(DbContextOptions<SqliteCaseFlowDb> options)
        : base(options)
    {
        _tjanster = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider;
        // Kommandot har redan en sparpunkt i skrivkön.
        Database.AutoSavepointsEnabled = false;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => Database.CurrentTransaction is not null
        ? base.SaveChanges(acceptAllChangesOnSuccess)
        : throw new NotSupportedException("Använd SaveChangesAsync: allt som skrivs går genom skrivkön.");

    /// <summary>A save outside a command (ASP.NET Core Identity's stores) waits its turn in the writer queue as well.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null || _tjanster?.GetService<SkrivkoSqlite>() is not { } ko)
            return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        return ko.Kor<int>(this, async ct => new(await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct), Spara: true), cancellationToken);
    }
}
