using CaseFlow.Application;
using CaseFlow.Application.Journal;
using CaseFlow.Data.Grund;
using CaseFlow.Domain.Journal;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Providers.Postgres;

/// <summary>An index over the expression, with PostgreSQL's Swedish stems and stop words. The text is folded by ICU: a database that was made without a
/// language of its own folds only a to z.</summary>
internal sealed class PostgresTextsok : ICaseTextSearch, ITextindex
{
    private const string Vektor = "to_tsvector('swedish', lower(text COLLATE \"und-x-icu\"))";

    public IQueryable<Anteckning> Hitta(CaseFlowDb db, Journalsokord ord) => db.Anteckningar.FromSqlRaw(
        "SELECT * FROM anteckning WHERE " + Vektor + " @@ to_tsquery('swedish', {0})", string.Join(" & ", ord.Stammar.Select(o => $"'{o}':*")));

    public Task Lagg(DbContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync("CREATE INDEX IF NOT EXISTS ix_anteckning_text ON anteckning USING gin (" + Vektor + ")", ct);
}
