using System.Data.Common;
using System.Globalization;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;

namespace CaseFlow.Application.Audit;

/// <summary>Adds the call's audit events to the context, chained; the caller saves them with whatever else it saves.</summary>
internal sealed class Granskningslogg(
    CaseFlowDb db, Anrop anrop, IKedjelas kedjelas, IIdKalla ids, IDatabasfel databasfel, IEnumerable<IHandelseprojektion> projektioner)
{
    /// <summary>The events the use case recorded, or one named after the request when it recorded none.</summary>
    public Task Utford(string request, CancellationToken ct)
    {
        if (anrop.Handelser.Count == 0) return Lagg([Egen(request, Auditutfall.Ok, anrop.Upprepad ? "UPPREPAD" : null)], ct);
        return Lagg([.. anrop.Handelser.Select(h => new Rad(h.Arende, h.Handelse.GetType().Name, Handelsejson.Version(h.Handelse.GetType()),
            Auditutfall.Ok, null, Handelsejson.Skriv(h.Handelse)))], ct);
    }

    public Task Avbruten(string request, Auditutfall utfall, string kod, CancellationToken ct) => Lagg([Egen(request, utfall, kod)], ct);

    private Rad Egen(string request, Auditutfall utfall, string? kod) =>
        new(anrop.Arende, request, 1, utfall, kod, Handelsejson.Visade(utfall == Auditutfall.Ok ? anrop.Visade : []));

    private async Task Lagg(IReadOnlyList<Rad> rader, CancellationToken ct)
    {
        // Kedjorna tas i bestämd ordning, så att två anrop aldrig väntar på varandra.
        foreach (var kedja in rader.GroupBy(r => Kedja(r.Arende), StringComparer.Ordinal).OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            var lage = await Las(kedja.Key, ct);
            var (seq, hash) = (lage.Seq, lage.Hash);
            foreach (var rad in kedja)
            {
                var handelse = Skapa(rad, kedja.Key, ++seq, lage.Xid, hash);
                db.AuditHandelser.Add(handelse);
                foreach (var projektion in projektioner) await projektion.Folj(handelse, ct);
                hash = handelse.Hash;
            }

            var huvud = db.AuditHuvuden.Local.FindEntry(kedja.Key)?.Entity
                ?? db.AuditHuvuden.Attach(new AuditHuvud { Kedja = kedja.Key, Seq = lage.Seq, Hash = lage.Hash }).Entity;
            (huvud.Seq, huvud.Hash) = (seq, hash);
        }
    }

    private async Task<Kedjelage> Las(string kedja, CancellationToken ct)
    {
        try
        {
            return await kedjelas.Las(db, kedja, ct);
        }
        catch (DbException fel) when (!databasfel.ArKrock(fel))
        {
            throw new LoggOtillgangligException(fel);
        }
    }

    private AuditHandelse Skapa(Rad rad, string kedja, long seq, long xid, byte[] foregaende)
    {
        var (id, aktor, grund) = (ids.Next(), anrop.Aktor, Grund(anrop));
        var hash = Kedjehash.Berakna(new Kedjelank
        {
            ForegaendeHash = foregaende,
            Kedja = kedja,
            Seq = seq,
            Id = id,
            TidMikro = Mikro(anrop.Nu),
            AktorSlag = aktor.Slag.ToString(),
            AktorId = aktor.Id.Value,
            EnhetId = aktor.Hemenhet.Value,
            ArendeId = rad.Arende?.Value,
            Typ = rad.Typ,
            TypVersion = rad.Version,
            Utfall = rad.Utfall.ToString(),
            Kod = rad.Kod,
            Grund = grund,
            Data = rad.Data,
            Xid = xid,
        });
        return new AuditHandelse
        {
            Id = new(id),
            Kedja = kedja,
            Seq = seq,
            Tid = anrop.Nu,
            AktorSlag = aktor.Slag,
            AktorId = aktor.Id,
            EnhetId = aktor.Hemenhet,
            ArendeId = rad.Arende,
            Typ = rad.Typ,
            TypVersion = rad.Version,
            Utfall = rad.Utfall,
            Kod = rad.Kod,
            Grund = grund,
            Data = rad.Data,
            Xid = xid,
            ForegaendeHash = foregaende,
            Hash = hash,
        };
    }

    private string Kedja(ArendeId? arende) => arende is { } a
        ? string.Create(CultureInfo.InvariantCulture, $"arende:{a.Value}")
        : string.Create(CultureInfo.InvariantCulture, $"enhet:{anrop.Aktor.Hemenhet.Value}:{anrop.Idag:yyyy-MM-dd}");

    /// <summary>Why the actor was let in, and with which personal key: "tilldelad nyckel:123". A key that has gone astray is told from its owner,
    /// and who really runs the command line from who is said to ("kommandorad:" and a pseudonym).</summary>
    private static string? Grund(Anrop anrop) => anrop.Aktor switch
    {
        { Nyckel: { } nyckel } => string.Create(CultureInfo.InvariantCulture, $"{anrop.Grund} nyckel:{nyckel.Value}").TrimStart(),
        { Maskinkonto: { } konto } => $"{anrop.Grund} kommandorad:{konto}".TrimStart(),
        _ => anrop.Grund,
    };

    /// <summary>Microseconds since 1970 (UTC), the precision that the database keeps.</summary>
    internal static long Mikro(DateTimeOffset tid) => (tid.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private sealed record Rad(ArendeId? Arende, string Typ, int Version, Auditutfall Utfall, string? Kod, string Data);
}

/// <summary>The audit trail could not be written, so nothing was done.</summary>
public sealed class LoggOtillgangligException(Exception orsak) : Exception("Granskningsloggen går inte att skriva.", orsak);
