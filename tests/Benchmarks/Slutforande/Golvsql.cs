namespace CaseFlow.Benchmarks.Slutforande;

/// <summary>What the product asks of the database when a form task is completed, written by hand: the same rows read, taken, changed and
/// added. A parameter is named by its place.</summary>
internal static class Golvsql
{
    public const string Idempotens =
        "SELECT aktor_slag, aktor_id, nyckel, typ, innehallshash, svar, tid FROM idempotenspost"
        + " WHERE aktor_slag = @p0 AND aktor_id = @p1 AND nyckel = @p2 AND typ = @p3 LIMIT 1";

    public const string Uppgift =
        "SELECT u.id, u.version, p.id, p.version, u.arende_id, u.enhet_id, u.forfaller, u.forfalloregel, u.formular, u.grupp, u.insats_id, u.motor_id,"
        + " u.nod, u.publik_id, u.skapad, u.slutford, u.slutford_av, u.status, u.tilldelad_id, u.titel, u.vaknar, u.vantar_orsak, p.definition_id,"
        + " p.insats_id, p.slutad, p.startad, p.startad_av, p.status, p.tillstand"
        + " FROM uppgift AS u INNER JOIN processinstans AS p ON u.instans_id = p.id WHERE u.publik_id = @p0 LIMIT 2";

    public const string Arende =
        "SELECT a.version, a.avslutat, a.avsluts_orsak, a.enhet_id, a.handlaggare_id, a.nummer, a.oppnat, a.person_id, a.publik_id, a.skyddat, a.slag,"
        + " a.steg, a.tilldelat, p.nummer, p.fran, p.orsak, p.text, p.tom, p.vaknar,"
        + " EXISTS (SELECT 1 FROM namngiven_atkomst AS n WHERE n.person_id = a.person_id AND n.anvandare_id = @p1),"
        + " EXISTS (SELECT 1 FROM atkomst AS t WHERE t.arende_id = a.id AND t.anvandare_id = @p1 AND t.tom > @p2),"
        + " EXISTS (SELECT 1 FROM stallforetradare AS s WHERE s.for_anvandare_id = a.handlaggare_id AND s.ersattare_id = @p1 AND s.fran <= @p3"
        + " AND (s.tom IS NULL OR s.tom >= @p3)),"
        + " EXISTS (SELECT 1 FROM jav AS j WHERE j.arende_id = a.id AND j.anvandare_id = @p1)"
        + " FROM arende AS a LEFT JOIN paus AS p ON a.id = p.arende_id WHERE a.id = @p0";

    public const string TaKedja =
        "INSERT INTO audit_huvud (kedja, seq, hash) VALUES (@p0, 0, @p1) ON CONFLICT (kedja) DO UPDATE SET seq = audit_huvud.seq RETURNING seq, hash";

    public const string AndraArende = "UPDATE arende SET steg = @p0, version = version + 1 WHERE id = @p1 AND version = @p2";

    public const string NyHandelse =
        "INSERT INTO audit_handelse (id, kedja, seq, tid, aktor_slag, aktor_id, enhet_id, arende_id, typ, typ_version, utfall, kod, grund, data, xid,"
        + " foregaende_hash, hash) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16)";

    public const string AndraHuvud = "UPDATE audit_huvud SET hash = @p0, seq = @p1 WHERE kedja = @p2";

    public const string NyttSvar = "INSERT INTO formularsvar (uppgift_id, arende_id, av, nod, tid, varden) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)";

    public const string NyIdempotens =
        "INSERT INTO idempotenspost (aktor_id, aktor_slag, nyckel, typ, innehallshash, svar, tid) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)";

    public const string NyHistorik = "INSERT INTO processhistorik (id, aktor, instans_id, tid, vag) VALUES (@p0, @p1, @p2, @p3, @p4)";

    public const string AndraInstans = "UPDATE processinstans SET tillstand = @p0, version = version + 1 WHERE id = @p1 AND version = @p2";

    public const string NyTimer =
        "INSERT INTO processtimer (id, forfaller, forsok, instans_id, motor_id, tands) VALUES (@p0, @p1, 0, @p2, @p3, @p1)";

    public const string AndraUppgift =
        "UPDATE uppgift SET slutford = @p0, slutford_av = @p1, status = 'Slutford', version = version + 1 WHERE id = @p2 AND version = @p3";

    public const string NyUppgift =
        "INSERT INTO uppgift (id, arende_id, enhet_id, forfaller, forfalloregel, formular, grupp, insats_id, instans_id, motor_id, nod, publik_id, skapad,"
        + " slutford, slutford_av, status, tilldelad_id, titel, vaknar, vantar_orsak, version) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, NULL, @p7, @p8,"
        + " @p9, @p10, @p11, NULL, NULL, @p12, @p13, @p14, NULL, NULL, 0)";
}
