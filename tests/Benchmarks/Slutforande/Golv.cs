using System.Data.Common;
using System.Globalization;
using CaseFlow.Application.Audit;
using CaseFlow.Domain;

namespace CaseFlow.Benchmarks.Slutforande;

/// <summary>The floor: the command's SQL on an open connection and nothing else. No rights, no process, no hash is computed. Where the
/// database takes many statements in one call the changes go in one, as EF Core sends them.</summary>
internal sealed class Golv(DbConnection anslutning, Facit facit, IIdKalla ids) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _satser = new(StringComparer.Ordinal);
    private readonly long _tid = Mikro(facit.Svar.Tid);
    private DbTransaction? _transaktion;

    public async Task Borja() => _transaktion = await anslutning.BeginTransactionAsync();

    public async Task Bekrafta()
    {
        await _transaktion!.CommitAsync();
        await _transaktion.DisposeAsync();
    }

    public async Task Slutfor(Guid publik)
    {
        var (aktor, nyckel) = (facit.Svar.Av.Value, publik.ToString());
        if (await Las(Golvsql.Idempotens, facit.Idempotens.AktorSlag.ToString(), aktor, nyckel, facit.Idempotens.Typ) is not null)
            throw new InvalidOperationException("Uppgiften är redan slutförd.");
        var rad = await Las(Golvsql.Uppgift, publik) ?? throw new InvalidOperationException("Uppgiften finns inte.");
        var (uppgift, uppgiftsversion, instans, instansversion, arende) = (Tal(rad[0]), Tal(rad[1]), Tal(rad[2]), Tal(rad[3]), Tal(rad[4]));
        var lage = await Las(Golvsql.Arende, arende, aktor, _tid, DateOnly.FromDateTime(facit.Svar.Tid.UtcDateTime))
            ?? throw new InvalidOperationException("Ärendet finns inte.");
        var kedja = string.Create(CultureInfo.InvariantCulture, $"arende:{arende}");
        var huvud = await Las(Golvsql.TaKedja, kedja, Kedjehash.Noll) ?? throw new InvalidOperationException("Kedjan finns inte.");
        await Skriv(Andringar(nyckel, uppgift, uppgiftsversion, instans, instansversion, arende, Tal(lage[0]), kedja, Tal(huvud[0])));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var sats in _satser.Values) await sats.DisposeAsync();
        await anslutning.DisposeAsync();
    }

    private IEnumerable<(string Sql, object?[] Varden)> Andringar(
        string nyckel, long uppgift, long uppgiftsversion, long instans, long instansversion, long arende, long arendeversion, string kedja, long seq)
    {
        var (f, aktor, ny) = (facit, facit.Svar.Av.Value, facit.Ny);
        yield return (Golvsql.AndraArende, [f.Arende.Steg.ToString(), arende, arendeversion]);
        foreach (var h in f.Handelser)
        {
            yield return (Golvsql.NyHandelse,
            [
                ids.Next(), kedja, ++seq, _tid, h.AktorSlag.ToString(), aktor, h.EnhetId.Value, arende, h.Typ, h.TypVersion, h.Utfall.ToString(), h.Kod,
                h.Grund, h.Data, h.Xid, h.ForegaendeHash, h.Hash,
            ]);
        }

        yield return (Golvsql.AndraHuvud, [f.Handelser[^1].Hash, seq, kedja]);
        yield return (Golvsql.NyttSvar, [uppgift, arende, aktor, f.Svar.Nod, _tid, f.Svar.Varden]);
        yield return (Golvsql.NyIdempotens,
            [aktor, f.Idempotens.AktorSlag.ToString(), nyckel, f.Idempotens.Typ, f.Idempotens.Innehallshash, f.Idempotens.Svar, _tid]);
        yield return (Golvsql.NyHistorik, [ids.Next(), aktor, instans, _tid, f.Historik.Vag]);
        yield return (Golvsql.AndraInstans, [f.Instans.Tillstand, instans, instansversion]);
        yield return (Golvsql.NyTimer, [ids.Next(), Mikro(f.Timer.Forfaller), instans, f.Timer.MotorId]);
        yield return (Golvsql.AndraUppgift, [_tid, aktor, uppgift, uppgiftsversion]);
        yield return (Golvsql.NyUppgift,
        [
            ids.Next(), arende, ny.EnhetId.Value, Mikro(ny.Forfaller), ny.Forfalloregel, ny.Formular, ny.Grupp, instans, ny.MotorId, ny.Nod, ids.NextPublic(),
            _tid, ny.Status.ToString(), ny.TilldeladId?.Value, ny.Titel,
        ]);
    }

    private async Task<object[]?> Las(string sql, params object?[] varden)
    {
        await using var rader = await Sats(sql, varden).ExecuteReaderAsync();
        if (!await rader.ReadAsync()) return null;
        var rad = new object[rader.FieldCount];
        rader.GetValues(rad);
        return rad;
    }

    private async Task Skriv(IEnumerable<(string Sql, object?[] Varden)> andringar)
    {
        if (!anslutning.CanCreateBatch)
        {
            foreach (var (sql, varden) in andringar) En(await Sats(sql, varden).ExecuteNonQueryAsync());
            return;
        }

        await using var batch = anslutning.CreateBatch();
        batch.Transaction = _transaktion;
        foreach (var (sql, varden) in andringar)
        {
            var kommando = batch.CreateBatchCommand();
            kommando.CommandText = sql;
            for (var i = 0; i < varden.Length; i++)
            {
                var p = kommando.CreateParameter();
                (p.ParameterName, p.Value) = (Namn(i), varden[i] ?? DBNull.Value);
                kommando.Parameters.Add(p);
            }

            batch.BatchCommands.Add(kommando);
        }

        await batch.ExecuteNonQueryAsync();
        foreach (var kommando in batch.BatchCommands) En(kommando.RecordsAffected);
    }

    /// <summary>A statement is understood once and used again.</summary>
    private DbCommand Sats(string sql, object?[] varden)
    {
        if (!_satser.TryGetValue(sql, out var sats))
        {
            sats = anslutning.CreateCommand();
            sats.CommandText = sql;
            for (var i = 0; i < varden.Length; i++)
            {
                var p = sats.CreateParameter();
                p.ParameterName = Namn(i);
                sats.Parameters.Add(p);
            }

            _satser.Add(sql, sats);
        }

        sats.Transaction = _transaktion;
        for (var i = 0; i < varden.Length; i++) sats.Parameters[i].Value = varden[i] ?? DBNull.Value;
        return sats;
    }

    private static void En(int rader)
    {
        if (rader != 1) throw new InvalidOperationException($"En sats rörde {rader} rader i stället för en.");
    }

    private static string Namn(int i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}");

    private static long Tal(object varde) => Convert.ToInt64(varde, CultureInfo.InvariantCulture);

    private static long Mikro(DateTimeOffset tid) => (tid.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
