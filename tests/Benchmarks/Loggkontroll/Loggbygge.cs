using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Application.Audit;
using CaseFlow.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Benchmarks.Loggkontroll;

/// <summary>A log of valid chains, laid in bulk. The events of the chains stand among each other, as they come when many work at once.</summary>
internal static class Loggbygge
{
    private static readonly string[] Kolumner =
    [
        "id", "kedja", "seq", "tid", "aktor_slag", "aktor_id", "enhet_id", "arende_id", "typ", "typ_version", "utfall", "kod", "grund", "data", "xid",
        "foregaende_hash", "hash",
    ];

    private static readonly string[] Typer = ["UppgiftSlutford", "StegAndrat", "HamtaArende", "UtredningAndrad", "HamtaUtredning"];

    public static Task Lagg(Testvard vard, int kedjor, int langd)
    {
        var huvuden = new Dictionary<string, object?[]>(StringComparer.Ordinal);
        var handelser = Kedjor(kedjor, langd).Select(l =>
        {
            huvuden[(string)l[1]!] = [l[1], l[2], l[^1]];
            return l;
        });
        // Huvudena läses när händelserna är lagda.
        return vard.Tjanster.GetRequiredService<IRadlager>().Lagg(
            [new("audit_handelse", Kolumner, handelser), new("audit_huvud", ["kedja", "seq", "hash"], huvuden.Values)], null, CancellationToken.None);
    }

    private static IEnumerable<object?[]> Kedjor(int kedjor, int langd)
    {
        var senaste = Enumerable.Repeat(Kedjehash.Noll, kedjor).ToArray();
        var tid = (Testvard.Start.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        long id = 1000;
        for (long seq = 1; seq <= langd; seq++)
        {
            for (var k = 0; k < kedjor; k++) yield return Lank(1_000_000L + k, seq, ++id, tid + id * 1000, ref senaste[k]);
        }
    }

    private static object?[] Lank(long arende, long seq, long id, long tid, ref byte[] foregaende)
    {
        var lank = new Kedjelank
        {
            ForegaendeHash = foregaende,
            Kedja = string.Create(CultureInfo.InvariantCulture, $"arende:{arende}"),
            Seq = seq,
            Id = id,
            TidMikro = tid,
            AktorSlag = "Person",
            AktorId = 11 + id % 40,
            EnhetId = 1,
            ArendeId = arende,
            Typ = Typer[id % Typer.Length],
            TypVersion = 1,
            Utfall = "Ok",
            Kod = null,
            Grund = "handlaggare",
            Data = string.Create(CultureInfo.InvariantCulture, $$"""{"Arende":{{arende}},"Uppgift":{{id}},"Nod":"GranskaAnsokan"}"""),
            Xid = 0,
        };
        var hash = Kedjehash.Berakna(lank);
        object?[] rad =
        [
            id, lank.Kedja, seq, tid, lank.AktorSlag, lank.AktorId, lank.EnhetId, arende, lank.Typ, lank.TypVersion, lank.Utfall, lank.Kod, lank.Grund, lank.Data,
            lank.Xid, foregaende, hash,
        ];
        foregaende = hash;
        return rad;
    }
}
