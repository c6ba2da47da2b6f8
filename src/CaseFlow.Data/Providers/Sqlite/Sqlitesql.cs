using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Grund;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Providers.Sqlite;

internal sealed class Sqlitesql : IProvidersql, IDatabasfel
{
    private const int Busy = 5;
    private const int PrimaryKey = 1555;
    private const int Unique = 2067;

    public string DraNummer =>
        "INSERT INTO nummer (serie, senast) VALUES (@serie, 1) ON CONFLICT (serie) DO UPDATE SET senast = senast + 1 RETURNING senast";

    public string TaKedja =>
        "INSERT INTO audit_huvud (kedja, seq, hash) VALUES (@kedja, 0, @noll) ON CONFLICT (kedja) DO UPDATE SET seq = seq RETURNING seq, hash, 0";

    public string TaForfallna(string tabell) => "SELECT * FROM " + tabell + " WHERE tands <= {0} ORDER BY tands, id LIMIT {1}";

    public bool ArKrock(Exception fel) => fel is DbUpdateConcurrencyException
        || (fel as SqliteException ?? fel.InnerException as SqliteException) is { } s
            && (s.SqliteErrorCode == Busy || s.SqliteExtendedErrorCode is PrimaryKey or Unique);
}
