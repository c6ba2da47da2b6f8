using System.Globalization;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Tests.Indikatorer;

/// <summary>Closed utredningar of a unit, a tertial and a sex, and in how many everything sought is described.</summary>
internal sealed record Rakning(long Enhet, string Tertial, string Kon, long Beskrivna, long Alla)
{
    /// <param name="period">"2027-T1" or "2027".</param>
    public bool I(string period) => Tertial.StartsWith(period, StringComparison.Ordinal);
}

/// <summary>An event as it stands in the log, and who has its ärende.</summary>
internal sealed record Loggrad(long Handelse, string Nummer, long? Handlaggare, bool Skyddat, string Kedja, long Seq, string Data);

/// <summary>The figures counted another way than the product counts them: plain SQL on the log, and on what was written in the utredningar.
/// The indicator's own rows are not read.</summary>
internal static class Facit
{
    public const string Kod = "SAMTLIGA_INSATSER_BESKRIVNA";

    /// <summary>The sex is the person's, whose number has an odd eleventh digit for a man; of the event only that it is unknown.</summary>
    private const string Grupperat =
        """
        SELECT r.enhet AS "Enhet", r.tertial AS "Tertial", r.kon AS "Kon", SUM(r.beskriven) AS "Beskrivna", COUNT(*) AS "Alla"
        FROM (
            SELECT a.enhet_id AS enhet,
                CASE WHEN k.tid < {0} THEN '2026-T3' WHEN k.tid < {1} THEN '2027-T1' ELSE '2027-T2' END AS tertial,
                CASE WHEN k.okant = 1 THEN 'okant' WHEN substr(p.identitet, 11, 1) IN ('1', '3', '5', '7', '9') THEN 'man' ELSE 'kvinna' END AS kon,
                k.beskriven
            FROM (KALLAN) AS k JOIN arende a ON a.id = k.arende_id JOIN person p ON p.id = a.person_id) AS r
        GROUP BY r.enhet, r.tertial, r.kon
        ORDER BY r.enhet, r.tertial, r.kon
        """;

    private const string UrLoggen =
        """
        SELECT h.arende_id, h.tid, CASE WHEN h.data LIKE '%"Kon":"okant"%' THEN 1 ELSE 0 END AS okant,
            CASE WHEN h.data LIKE '%"Ansokta":2,"Beskrivna":2,%' OR h.data LIKE '%"Ansokta":1,"Beskrivna":1,%' THEN 1 ELSE 0 END AS beskriven
        FROM audit_handelse h WHERE h.typ = 'UtredningAvslutad' AND h.utfall = 'Ok'
        """;

    private const string UrUtredningarna =
        """
        SELECT u.arende_id, u.avslutad AS tid, 0 AS okant,
            CASE WHEN EXISTS (
                SELECT 1 FROM ansokan o JOIN ansokt_insats i ON i.ansokan_id = o.id
                WHERE o.arende_id = u.arende_id AND i.atertagen IS NULL AND NOT EXISTS (
                    SELECT 1 FROM insatsbeskrivning b WHERE b.utredning_id = u.id AND b.ansokt_insats_id = i.id AND b.text <> ''))
            THEN 0 ELSE 1 END AS beskriven
        FROM utredning u WHERE u.avslutad IS NOT NULL
        """;

    private const string Loggen =
        """
        SELECT h.id AS "Handelse", a.nummer AS "Nummer", a.handlaggare_id AS "Handlaggare", a.skyddat AS "Skyddat", h.kedja AS "Kedja",
            h.seq AS "Seq", h.data AS "Data"
        FROM audit_handelse h JOIN arende a ON a.id = h.arende_id
        WHERE h.typ = 'UtredningAvslutad' AND h.utfall = 'Ok' AND a.enhet_id = {0} AND h.tid >= {1} AND h.tid < {2}
        ORDER BY h.id DESC
        """;

    private const string Raderna =
        """
        SELECT concat(r.handelse_id, ' ', r.indikator, ' ', r.enhet_id, ' ', r.arende_id, ' ', r.tertial, ' ', r.ar, ' ', r.kon, ' ',
            CASE WHEN r.raknas THEN 'ja' ELSE 'nej' END) AS "Value"
        FROM indikator_rad r ORDER BY r.handelse_id, r.indikator
        """;

    /// <summary>Every event, by unit, tertial and sex.</summary>
    public static Task<List<Rakning>> Logg(Provenhet enhet) => Rakna(enhet, UrLoggen);

    /// <summary>The events of those ärenden that have a utredning.</summary>
    public static Task<List<Rakning>> UtredningarnasLogg(Provenhet enhet) =>
        Rakna(enhet, UrLoggen + " AND EXISTS (SELECT 1 FROM utredning u WHERE u.arende_id = h.arende_id)");

    /// <summary>What stands in the utredningar, the ansökningar and the persons, without the log.</summary>
    public static Task<List<Rakning>> Utredningar(Provenhet enhet) => Rakna(enhet, UrUtredningarna);

    /// <summary>The events of 2027's first tertial in a unit, newest first.</summary>
    public static Task<List<Loggrad>> Handelser(Provenhet enhet, long enhetId) => enhet.Vard.Las(db =>
        db.Database.SqlQueryRaw<Loggrad>(Loggen, enhetId, Mikro(Dagar.ForstI2027), Mikro(Dagar.ForstIAndra)).ToListAsync());

    /// <summary>Every row of every indicator, as text.</summary>
    public static Task<List<string>> Rader(Provenhet enhet) => enhet.Vard.Las(db => db.Database.SqlQueryRaw<string>(Raderna).ToListAsync());

    /// <summary>"74,4 %", reckoned in whole tenths; <paramref name="litet"/> when there are fewer than twenty, "–" when there are none.</summary>
    public static string Andel(IEnumerable<Rakning> rakningar, string? litet = null)
    {
        var (beskrivna, alla) = Summa(rakningar);
        if (alla == 0) return "–";
        if (alla < 20) return litet ?? string.Create(CultureInfo.InvariantCulture, $"{beskrivna} av {alla}");
        var tiondelar = ((2000 * beskrivna) + alla) / (2 * alla);
        return string.Create(CultureInfo.InvariantCulture, $"{tiondelar / 10},{tiondelar % 10}\u00a0%");
    }

    public static (long Beskrivna, long Alla) Summa(IEnumerable<Rakning> rakningar) =>
        rakningar.Aggregate((Beskrivna: 0L, Alla: 0L), (s, r) => (s.Beskrivna + r.Beskrivna, s.Alla + r.Alla));

    private static Task<List<Rakning>> Rakna(Provenhet enhet, string kalla) => enhet.Vard.Las(db => db.Database
        .SqlQueryRaw<Rakning>(Grupperat.Replace("KALLAN", kalla), Mikro(Dagar.ForstI2027), Mikro(Dagar.ForstIAndra)).ToListAsync());

    private static long Mikro(DateTimeOffset tid) => tid.ToUnixTimeMilliseconds() * 1000;
}
