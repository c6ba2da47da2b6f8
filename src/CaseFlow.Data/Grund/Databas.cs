using CaseFlow.Application;
using CaseFlow.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseFlow.Data.Grund;

internal sealed class Databas<TDb>(IDbContextFactory<TDb> databaser, Databasval val, ITextindex textindex, IIdKalla ids) : IDatabas
    where TDb : CaseFlowDbBas
{
    /// <summary>Any number will do, as long as nobody else's product uses the same one in the same database.</summary>
    private const long Migreringslas = 0x43617365466C6F77;

    private const int StorstaVantan = 600;

    public async Task Migrera(CancellationToken ct)
    {
        await using var db = await databaser.CreateDbContextAsync(ct);
        await ProvaVersion(db, ct);
        switch (val.Slag)
        {
            case Databasslag.Sqlite:
                await MigreraSqlite(db, ct);
                break;
            case Databasslag.Postgres:
                await Skapa(db, ct);
                await db.Database.OpenConnectionAsync(ct);
                try
                {
                    await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock({0})", [Migreringslas], ct);
                    await db.Database.MigrateAsync(ct);
                    await textindex.Lagg(db, ct);
                }
                finally
                {
                    await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock({0})", [Migreringslas], CancellationToken.None);
                    await db.Database.CloseConnectionAsync();
                }

                break;
            case Databasslag.SqlServer:
                await db.Database.MigrateAsync(ct);
                await textindex.Lagg(db, ct);
                break;
            default:
                throw new InvalidOperationException($"Okänd databas {val.Slag}.");
        }

        // Nycklarna ordnar det som har hänt, också när datorns klocka har ställts tillbaka sedan sist.
        if (await db.AuditHandelser.OrderByDescending(h => h.Id).Select(h => h.Id).FirstOrDefaultAsync(ct) is { Value: > 0 } senast) ids.GaForbi(senast.Value);
    }

    public async Task<bool> Redo(CancellationToken ct)
    {
        try
        {
            await using var db = await databaser.CreateDbContextAsync(ct);
            return !(await db.Database.GetPendingMigrationsAsync(ct)).Any();
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }

    /// <exception cref="InstallningException">The database has a migration that this version does not know: another version made it.</exception>
    private static async Task ProvaVersion(TDb db, CancellationToken ct)
    {
        var okand = (await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault();
        if (okand is not null)
            throw new InstallningException($"Databasen är gjord av en annan version av CaseFlow (den har {okand}). Starta den versionen, eller välj en annan databas. Inget i den har ändrats.");
    }

    /// <summary>The lock is a file that the operating system lets go of when its process dies; the database's own lock row would stay
    /// behind and stop every later migration.</summary>
    private async Task MigreraSqlite(TDb db, CancellationToken ct)
    {
        var fil = val.Fil!;
        Datamapp.Skapa(Path.GetDirectoryName(fil)!);
        await using var las = await Fillas(fil + ".migrering", ct);
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            if (await db.Database.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct))
                await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
            await db.Database.MigrateAsync(ct);
        }
        await textindex.Lagg(db, ct);
        // WAL-filerna ärver databasfilens rättigheter när de görs på nytt.
        Datamapp.Las(fil, fil + "-wal", fil + "-shm");
    }

    private static async Task<FileStream> Fillas(string fil, CancellationToken ct)
    {
        var forsok = 0;
        while (true)
        {
            try
            {
                return new FileStream(fil, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (forsok++ < StorstaVantan)
            {
                await Task.Delay(100, ct);
            }
        }
    }

    private static async Task Skapa(TDb db, CancellationToken ct)
    {
        var skapare = db.Database.GetService<IRelationalDatabaseCreator>();
        if (await skapare.ExistsAsync(ct)) return;
        try
        {
            await skapare.CreateAsync(ct);
        }
        catch (Npgsql.PostgresException fel) when (fel.SqlState is Npgsql.PostgresErrorCodes.DuplicateDatabase or Npgsql.PostgresErrorCodes.UniqueViolation)
        {
            // En annan process hann skapa den: då finns den.
        }
    }
}
