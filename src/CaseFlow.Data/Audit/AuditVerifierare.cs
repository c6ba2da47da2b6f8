using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using CaseFlow.Application.Audit;
using CaseFlow.Data.Grund;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Audit;

/// <summary>Ordered streams over all events, each chain followed by its head, read raw: no entity is built. The chains are divided
/// between the processors; a chain and its head are always read by one and the same statement, so that what is written meanwhile
/// never looks like a broken chain.</summary>
internal sealed class AuditVerifierare<TDb>(IDbContextFactory<TDb> databaser) : IAuditVerifierare
    where TDb : CaseFlowDbBas
{
    private const int Rapporttakt = 10_000;
    private const int FlestDelar = 4;

    /// <summary>Fewer chains than this are read in one go.</summary>
    private const int MinstaDel = 500;

    // Talet är bigint också i T-SQL, där det annars blir numeric. Huvudet sorteras sist i sin kedja. Båda halvorna läses i indexordning och slås ihop: inget sorteras, inget hålls i minnet.
    private const string Lankar =
        "SELECT kedja, seq, 0 AS huvud, id, tid, aktor_slag, aktor_id, enhet_id, arende_id, typ, typ_version, utfall, kod, grund, data, xid,"
        + " foregaende_hash, hash FROM audit_handelse";

    private const string Huvudrader =
        " UNION ALL SELECT kedja, CAST(9223372036854775807 AS bigint), 1, seq, 0, '', 0, 0, NULL, '', 0, '', NULL, NULL, '', 0, hash, hash FROM audit_huvud";

    private const string Arendekedja = "arende:";
    private const string Ordning = " ORDER BY kedja, seq";
    private const string Fran = " WHERE kedja >= @fran";
    private const string Till = " WHERE kedja < @till";
    private const string Mellan = " WHERE kedja >= @fran AND kedja < @till";

    /// <summary>An event keeps the time when its call began, and the heads are read while the office works: what was being written meanwhile, and
    /// clocks that differ between two servers, fit well within this.</summary>
    private const int Skrivminuter = 5;

    public async Task<Auditprov> Verifiera(IProgress<long>? framsteg, CancellationToken ct)
    {
        var granser = await Granser(ct);
        var raknare = new Framsteg(framsteg);
        var delar = await Task.WhenAll(Enumerable.Range(0, granser.Count + 1).Select(i => Task.Run(
            () => Del(i == 0 ? null : granser[i - 1], i == granser.Count ? null : granser[i], raknare, ct), ct)));
        var brott = Array.Find(delar, d => d.Brott is not null)?.Brott ?? await Borttagna(delar.Sum(d => d.Handelser), ct);
        return new(delar.Sum(d => d.Kedjor), delar.Sum(d => d.Handelser), brott);
    }

    public async IAsyncEnumerable<Kedjehuvud> Huvuden([EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await databaser.CreateDbContextAsync(ct);
        await foreach (var h in db.AuditHuvuden.AsNoTracking().OrderBy(h => h.Kedja).AsAsyncEnumerable().WithCancellation(ct))
            yield return new(h.Kedja, h.Seq, h.Hash);
    }

    public async Task<Kedjebrott?> Jamfor(SparadeHuvuden sparade, CancellationToken ct)
    {
        await using var db = await databaser.CreateDbContextAsync(ct);
        foreach (var sparat in sparade.Huvuden)
        {
            var (kedja, seq) = (sparat.Kedja, sparat.Seq);
            var hash = await db.AuditHandelser.Where(h => h.Kedja == kedja && h.Seq == seq).Select(h => h.Hash).FirstOrDefaultAsync(ct);
            if (hash is null)
                return new(kedja, seq, await db.AuditHuvuden.AnyAsync(h => h.Kedja == kedja, ct) ? Brottsorsak.Avkortad : Brottsorsak.KedjaSaknas);
            if (!hash.AsSpan().SequenceEqual(sparat.Hash)) return new(kedja, seq, Brottsorsak.Omskriven);
        }
        return await Tillbakadaterad(db, sparade, ct);
    }

    /// <summary>An event beyond its saved head, or in a chain without one, that gives itself a time before the heads were saved. The system's own
    /// is judged by its id only: <c>import --nu</c> sets the clock that gives the time, never the one that gives the ids.</summary>
    private static async Task<Kedjebrott?> Tillbakadaterad(TDb db, SparadeHuvuden sparade, CancellationToken ct)
    {
        var grans = sparade.Tid.AddMinutes(-Skrivminuter);
        var lagsta = new HandelseId(IdKalla.Lagsta(grans));
        var aldre = db.AuditHandelser.Where(h => h.Id < lagsta || (h.Tid < grans && h.AktorSlag != AktorSlag.System));
        var sist = sparade.Huvuden.ToDictionary(h => h.Kedja, h => h.Seq, StringComparer.Ordinal);
        var kedjor = await aldre.GroupBy(h => h.Kedja).Select(g => new { Kedja = g.Key, Seq = g.Max(h => h.Seq) }).ToListAsync(ct);
        if (kedjor.Where(k => k.Seq > sist.GetValueOrDefault(k.Kedja)).MinBy(k => k.Kedja, StringComparer.Ordinal)?.Kedja is not { } kedja) return null;
        var efter = sist.GetValueOrDefault(kedja);
        return new(kedja, await aldre.Where(h => h.Kedja == kedja && h.Seq > efter).MinAsync(h => h.Seq, ct), Brottsorsak.Tillbakadaterad);
    }

    /// <summary>What a chain cannot say about itself: that it ought to be there. An ärende is read before the heads, so one that is opened
    /// meanwhile never looks like a broken chain.</summary>
    private async Task<Kedjebrott?> Borttagna(long handelser, CancellationToken ct)
    {
        await using var db = await databaser.CreateDbContextAsync(ct);
        if (handelser == 0 && (await db.Arenden.AnyAsync(ct) || await db.Anvandare.AnyAsync(ct) || await db.Enheter.AnyAsync(ct)))
            return new("", 0, Brottsorsak.LoggSaknas);
        var saknas = await db.Arenden.OrderBy(a => a.Id).Select(a => a.Id).ToHashSetAsync(ct);
        await foreach (var kedja in db.AuditHuvuden.Where(h => h.Kedja.StartsWith(Arendekedja)).Select(h => h.Kedja).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (long.TryParse(kedja.AsSpan(Arendekedja.Length), CultureInfo.InvariantCulture, out var id)) saknas.Remove(new(id));
        }
        return saknas.Count == 0 ? null : new(string.Create(CultureInfo.InvariantCulture, $"{Arendekedja}{saknas.Min(a => a.Value)}"), 1, Brottsorsak.KedjaSaknas);
    }

    /// <summary>Chains that begin a part of their own, in order. They divide the names, so that every name falls in some part.</summary>
    private async Task<List<string>> Granser(CancellationToken ct)
    {
        await using var db = await databaser.CreateDbContextAsync(ct);
        var antal = await db.AuditHuvuden.CountAsync(ct);
        var delar = Math.Clamp(antal / MinstaDel, 1, Math.Min(FlestDelar, Environment.ProcessorCount));
        var granser = new List<string>();
        for (var i = 1; i < delar; i++)
            granser.Add(await db.AuditHuvuden.OrderBy(h => h.Kedja).Select(h => h.Kedja).Skip(antal / delar * i).FirstAsync(ct));
        return granser;
    }

    private async Task<Prov> Del(string? fran, string? till, Framsteg framsteg, CancellationToken ct)
    {
        await using var db = await databaser.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        await using var kommando = db.Database.GetDbConnection().CreateCommand();
        kommando.CommandText = (fran, till) switch
        {
            (null, null) => Lankar + Huvudrader + Ordning,
            (null, _) => Lankar + Till + Huvudrader + Till + Ordning,
            (_, null) => Lankar + Fran + Huvudrader + Fran + Ordning,
            _ => Lankar + Mellan + Huvudrader + Mellan + Ordning,
        };
        kommando.CommandTimeout = 0;
        foreach (var (namn, varde) in new[] { ("@fran", fran), ("@till", till) })
        {
            if (varde is null) continue;
            var parameter = kommando.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (namn, varde);
            kommando.Parameters.Add(parameter);
        }

        var prov = new Prov();
        try
        {
            await using var rader = await kommando.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
            // ReadAsync kostar mer än raden: strömmen läses synkront på sin egen tråd.
            Las(rader, prov, framsteg, ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        prov.Avsluta();
        return prov;
    }

    private static void Las(DbDataReader rader, Prov prov, Framsteg framsteg, CancellationToken ct)
    {
        var rapporterat = 0L;
        while (prov.Brott is null && rader.Read())
        {
            prov.Prova(rader);
            if (prov.Handelser - rapporterat < Rapporttakt) continue;
            ct.ThrowIfCancellationRequested();
            framsteg.Mer(prov.Handelser - rapporterat);
            rapporterat = prov.Handelser;
        }

        framsteg.Mer(prov.Handelser - rapporterat);
    }

    private sealed class Framsteg(IProgress<long>? till)
    {
        private long _antal;

        public void Mer(long antal) => till?.Report(Interlocked.Add(ref _antal, antal));
    }

    private sealed class Prov
    {
        private readonly byte[] _foregaende = new byte[Kedjehash.Langd];
        private readonly byte[] _hash = new byte[Kedjehash.Langd];
        private readonly byte[] _lagradForegaende = new byte[Kedjehash.Langd];
        private readonly byte[] _lagrad = new byte[Kedjehash.Langd];
        private byte[] _buffert = new byte[4096];
        private string? _kedja;
        private long _seq;
        private bool _harHuvud;

        public long Kedjor { get; private set; }

        public long Handelser { get; private set; }

        public Kedjebrott? Brott { get; private set; }

        public void Prova(DbDataReader rad)
        {
            // Typerna först: SQLite gör om värdet till den typ det läses som.
            var ratt = Loggtyper.Stammer(rad);
            var kedja = rad.GetString(0);
            if (_kedja is null || !string.Equals(kedja, _kedja, StringComparison.Ordinal))
            {
                if (Avsluta() is not null) return;
                Borja(kedja);
            }

            if (!ratt)
            {
                Brott = new(_kedja!, _seq + 1, Brottsorsak.Andrad);
                return;
            }

            try
            {
                var seq = rad.GetInt64(1);
                if (rad.GetInt32(2) == 1)
                    Huvud(rad);
                else
                    Lank(rad, seq);
            }
            catch (Exception fel) when (fel is OverflowException or InvalidCastException or FormatException)
            {
                // Ett värde som programmet aldrig skriver.
                Brott = new(_kedja!, _seq + 1, Brottsorsak.Andrad);
            }
        }

        /// <summary>The chain at hand is over: it must have had a head.</summary>
        public Kedjebrott? Avsluta()
        {
            if (Brott is null && _kedja is not null && !_harHuvud) Brott = new(_kedja, _seq, Brottsorsak.HuvudSaknas);
            return Brott;
        }

        private void Borja(string kedja)
        {
            _kedja = kedja;
            _seq = 0;
            _harHuvud = false;
            Array.Clear(_foregaende);
            Kedjor++;
        }

        private void Huvud(DbDataReader rad)
        {
            _harHuvud = true;
            var seq = rad.GetInt64(3);
            Bytes(rad, 17, _lagrad);
            if (seq == 0 && _seq == 0)
                Brott = new(_kedja!, 0, Brottsorsak.TomKedja);
            else if (seq > _seq)
                Brott = new(_kedja!, _seq + 1, Brottsorsak.Avkortad);
            else if (seq < _seq || !_lagrad.AsSpan().SequenceEqual(_foregaende))
                Brott = new(_kedja!, _seq, Brottsorsak.FelHuvud);
        }

        private void Lank(DbDataReader rad, long seq)
        {
            Handelser++;
            if (seq != _seq + 1)
            {
                Brott = new(_kedja!, _seq + 1, Brottsorsak.Saknas);
                return;
            }

            var (id, tid, slag, aktor, enhet) = (rad.GetInt64(3), rad.GetInt64(4), rad.GetString(5), rad.GetInt64(6), rad.GetInt64(7));
            long? arende = rad.IsDBNull(8) ? null : rad.GetInt64(8);
            var (typ, version, utfall) = (rad.GetString(9), rad.GetInt32(10), rad.GetString(11));
            var kod = rad.IsDBNull(12) ? null : rad.GetString(12);
            var grund = rad.IsDBNull(13) ? null : rad.GetString(13);
            var (data, xid) = (rad.GetString(14), rad.GetInt64(15));
            Bytes(rad, 16, _lagradForegaende);
            Bytes(rad, 17, _lagrad);
            if (!_lagradForegaende.AsSpan().SequenceEqual(_foregaende))
            {
                Brott = new(_kedja!, seq, Brottsorsak.FelForegangare);
                return;
            }

            var lank = new Kedjelank
            {
                ForegaendeHash = _foregaende,
                Kedja = _kedja!,
                Seq = seq,
                Id = id,
                TidMikro = tid,
                AktorSlag = slag,
                AktorId = aktor,
                EnhetId = enhet,
                ArendeId = arende,
                Typ = typ,
                TypVersion = version,
                Utfall = utfall,
                Kod = kod,
                Grund = grund,
                Data = data,
                Xid = xid,
            };
            var storst = Kedjehash.Storsta(lank);
            if (_buffert.Length < storst) _buffert = new byte[storst * 2];
            Kedjehash.Berakna(lank, _buffert, _hash);
            if (!_hash.AsSpan().SequenceEqual(_lagrad))
            {
                Brott = new(_kedja!, seq, Brottsorsak.Andrad);
                return;
            }

            _seq = seq;
            _hash.CopyTo(_foregaende, 0);
        }

        /// <summary>A hash of another length cannot be right: it is read as zeroes.</summary>
        private static void Bytes(DbDataReader rad, int kolumn, byte[] till)
        {
            Array.Clear(till);
            var lagrad = rad.GetFieldValue<byte[]>(kolumn);
            if (lagrad.Length == Kedjehash.Langd) lagrad.CopyTo(till, 0);
        }
    }
}
