using CaseFlow.Application;
using CaseFlow.Application.Journal;
using CaseFlow.Data.Grund;
using CaseFlow.Domain.Journal;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Providers.Sqlite;

/// <summary>FTS5 over the table's own rows; triggers keep it. Å, ä and ö are letters of their own (<c>remove_diacritics 0</c>); there is no Swedish
/// stemmer, so a word is asked for as the beginning of one.</summary>
internal sealed class SqliteTextsok : ICaseTextSearch, ITextindex
{
    private static readonly string[] Delar = ["anteckning_sok", "anteckning_sok_ny", "anteckning_sok_bort", "anteckning_sok_andrad"];

    private const string Skapa =
        """
        CREATE VIRTUAL TABLE IF NOT EXISTS anteckning_sok USING fts5(
          text, content='anteckning', content_rowid='id', tokenize="unicode61 remove_diacritics 0", prefix='2 3 4');
        CREATE TRIGGER IF NOT EXISTS anteckning_sok_ny AFTER INSERT ON anteckning BEGIN
          INSERT INTO anteckning_sok (rowid, text) VALUES (new.id, new.text);
        END;
        CREATE TRIGGER IF NOT EXISTS anteckning_sok_bort AFTER DELETE ON anteckning BEGIN
          INSERT INTO anteckning_sok (anteckning_sok, rowid, text) VALUES ('delete', old.id, old.text);
        END;
        CREATE TRIGGER IF NOT EXISTS anteckning_sok_andrad AFTER UPDATE OF id, text ON anteckning BEGIN
          INSERT INTO anteckning_sok (anteckning_sok, rowid, text) VALUES ('delete', old.id, old.text);
          INSERT INTO anteckning_sok (rowid, text) VALUES (new.id, new.text);
        END;
        INSERT INTO anteckning_sok (anteckning_sok) VALUES ('rebuild');
        """;

    public IQueryable<Anteckning> Hitta(CaseFlowDb db, Journalsokord ord) => db.Anteckningar.FromSqlRaw(
        "SELECT * FROM anteckning WHERE id IN (SELECT rowid FROM anteckning_sok WHERE anteckning_sok MATCH {0})",
        // Orden är bara bokstäver och siffror (Sokord): inget i dem är ett tecken i frågespråket.
        string.Join(" AND ", ord.Stammar.Select(o => $"\"{o}\"*")));

    public async Task Lagg(DbContext db, CancellationToken ct)
    {
        var finns = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE name LIKE 'anteckning_sok%'").ToListAsync(ct);
        if (Delar.Except(finns, StringComparer.Ordinal).Any()) await db.Database.ExecuteSqlRawAsync(Skapa, ct);
    }
}
