using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Grund;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CaseFlow.Data.Providers.Postgres;

internal sealed class Postgressql : IProvidersql, IDatabasfel
{
    public string DraNummer => "INSERT INTO nummer (serie, senast) VALUES (@serie, 1)"
        + " ON CONFLICT (serie) DO UPDATE SET senast = nummer.senast + 1 RETURNING senast";

    public string TaKedja => "INSERT INTO audit_huvud (kedja, seq, hash) VALUES (@kedja, 0, @noll)"
        + " ON CONFLICT (kedja) DO UPDATE SET seq = audit_huvud.seq RETURNING seq, hash, pg_current_xact_id()::text::bigint";

    public string TaForfallna(string tabell) => "SELECT * FROM " + tabell + " WHERE tands <= {0} ORDER BY tands, id LIMIT {1} FOR UPDATE SKIP LOCKED";

    public bool ArKrock(Exception fel) => fel is DbUpdateConcurrencyException
        || (fel as PostgresException ?? fel.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;
}
