using CaseFlow.Application;
using CaseFlow.Application.Journal;
using CaseFlow.Data.Grund;
using CaseFlow.Domain.Journal;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Providers.SqlServer;

/// <summary>Full-text index with the Swedish word breaker, sensitive to å, ä and ö. It follows the rows by itself, a moment after. The server must have
/// Full-Text Search installed.</summary>
internal sealed class SqlServerTextsok : ICaseTextSearch, ITextindex
{
    private const string Katalog =
        """
        IF FULLTEXTSERVICEPROPERTY('IsFullTextInstalled') = 1 AND NOT EXISTS (SELECT 1 FROM sys.fulltext_catalogs WHERE name = 'caseflow')
          EXEC('CREATE FULLTEXT CATALOG caseflow WITH ACCENT_SENSITIVITY = ON')
        """;

    private const string Index =
        """
        IF FULLTEXTSERVICEPROPERTY('IsFullTextInstalled') = 1 AND NOT EXISTS (SELECT 1 FROM sys.fulltext_indexes WHERE object_id = OBJECT_ID('anteckning'))
          EXEC('CREATE FULLTEXT INDEX ON anteckning (text LANGUAGE 1053) KEY INDEX PK_anteckning ON caseflow WITH CHANGE_TRACKING AUTO, STOPLIST = OFF')
        """;

    public IQueryable<Anteckning> Hitta(CaseFlowDb db, Journalsokord ord) => db.Anteckningar.FromSqlRaw(
        "SELECT * FROM anteckning WHERE CONTAINS(text, {0})", string.Join(" AND ", ord.Stammar.Select(o => $"\"{o}*\"")));

    // Varken katalogen eller indexet går att göra i en transaktion.
    public async Task Lagg(DbContext db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlRawAsync(Katalog, ct);
        await db.Database.ExecuteSqlRawAsync(Index, ct);
    }
}
