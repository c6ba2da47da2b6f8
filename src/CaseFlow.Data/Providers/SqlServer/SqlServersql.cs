using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Grund;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Providers.SqlServer;

internal sealed class SqlServersql : IProvidersql, IDatabasfel
{
    private const int UniktIndex = 2601;
    private const int UnikNyckel = 2627;
    private const int Lasning = 1205;

    public string DraNummer => "MERGE nummer WITH (HOLDLOCK) AS m USING (SELECT @serie AS serie) AS n ON m.serie = n.serie"
        + " WHEN MATCHED THEN UPDATE SET senast = m.senast + 1 WHEN NOT MATCHED THEN INSERT (serie, senast) VALUES (n.serie, 1)"
        + " OUTPUT inserted.senast;";

    public string TaKedja => "MERGE audit_huvud WITH (HOLDLOCK) AS m USING (SELECT @kedja AS kedja) AS n ON m.kedja = n.kedja"
        + " WHEN MATCHED THEN UPDATE SET seq = m.seq WHEN NOT MATCHED THEN INSERT (kedja, seq, hash) VALUES (n.kedja, 0, @noll)"
        + " OUTPUT inserted.seq, inserted.hash, CAST(0 AS bigint);";

    public string TaForfallna(string tabell) =>
        "SELECT TOP ({1}) * FROM " + tabell + " WITH (UPDLOCK, READPAST, ROWLOCK) WHERE tands <= {0} ORDER BY tands, id";

    public bool ArKrock(Exception fel) => fel is DbUpdateConcurrencyException
        || (fel as SqlException ?? fel.InnerException as SqlException)?.Number is UniktIndex or UnikNyckel or Lasning;
}
