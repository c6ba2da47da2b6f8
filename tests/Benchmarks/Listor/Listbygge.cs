using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Listor;

/// <summary>100 000 ärenden and 300 000 tasks in ten units of forty handläggare. Half are open: each handläggare holds 125, which is more than
/// anyone does, and each chef sees 5 000.</summary>
internal static class Listbygge
{
    public const int Antal = 100_000;
    private const int Enheter = 10;
    private const int PerEnhet = 40;
    private const int Handlaggare = Enheter * PerEnhet;
    private const long Forsta = 1000;

    /// <summary>Those of the first unit that are measured.</summary>
    public const int Matta = 20;

    // Handläggarens ärenden i tur och ordning: vartannat öppet, vart sjätte väntar, vart sjätte har något för chefen.
    private static readonly string Tur = $"(i / {Handlaggare} % 6)";
    private static readonly string Oppet = $"{Tur} IN (0, 2, 4)";

    public static async Task<IReadOnlyList<Aktor>> Lagg(Provenhet enhet, Provdatabas databas)
    {
        await enhet.Ersatt(enhet.Kollega, enhet.Chef);
        var mall = await (await enhet.EttArende().Bygg()).Las();
        var handlaggare = await Personal(enhet);
        var k = new Kloning(enhet.Vard, databas, Antal);
        var (id, arende, ens) = (("id", Kloning.Nyckel("id")), ("arende_id", Kloning.Nyckel("arende_id")), $"r.arende_id = {mall.Id.Value}");
        var (person, hos, av) = (("person_id", Kloning.Nyckel("person_id")), ("enhet_id", $"1 + i % {Handlaggare} / {PerEnhet}"), $"{Forsta} + i % {Handlaggare}");
        var ansokan = await enhet.Vard.Las(db => db.Ansokningar.Where(a => a.ArendeId == mall.Id).Select(a => a.Id).SingleAsync());
        await k.Kopiera("person", $"r.id = {mall.PersonId.Value}", id, ("publik_id", k.Publik()), ("identitet", Kloning.Identitet));
        await k.Kopiera("arende", $"r.id = {mall.Id.Value}", id, person, hos, ("publik_id", k.Publik()), ("nummer", "'2026-' || (100000 + i)"), ("handlaggare_id", av),
            ("steg", $"CASE WHEN {Oppet} THEN 'Utredning' ELSE 'Avslutat' END"), ("oppnat", $"r.oppnat - {Dygn("i % 90")}"),
            ("avslutat", $"CASE WHEN {Oppet} THEN NULL ELSE r.oppnat END"), ("avsluts_orsak", $"CASE WHEN {Oppet} THEN NULL ELSE 'Avslag' END"));
        await k.Kopiera("ansokan", ens, id, arende, person, ("extern_id", "'K' || i"));
        await k.Kopiera("ansokt_insats", $"r.ansokan_id = {ansokan.Value}", id, ("ansokan_id", Kloning.Nyckel("ansokan_id")));
        await k.Kopiera("audit_handelse", ens, id, arende, ("kedja", $"'arende:' || ({Kloning.Nyckel("arende_id")})"), ("tid", $"r.tid - {Dygn("i % 90")}"));
        await Uppgifter(k, ens, hos, av);
        await k.Analysera();
        // Kopiornas nycklar ligger före dem som programmet nu delar ut.
        enhet.Vard.Tid.Ga(TimeSpan.FromHours(1));
        return handlaggare;
    }

    private static async Task Uppgifter(Kloning k, string ens, (string, string) hos, string av)
    {
        (string, string, string)[] slag =
        [
            ($"CASE WHEN {Oppet} THEN 'Oppen' ELSE 'Slutford' END", "'handlaggare'", av),
            ($"CASE WHEN {Tur} = 0 THEN 'Vantar' ELSE 'Slutford' END", "'handlaggare'", av),
            ($"CASE WHEN {Tur} = 2 THEN 'Oppen' ELSE 'Slutford' END", "'chef'", "NULL"),
        ];
        // Mallen kopieras en gång per slag; de tre kopiorna får var sin nyckel.
        for (var n = 0; n < slag.Length; n++)
        {
            var (status, grupp, tilldelad) = slag[n];
            await k.Kopiera("uppgift", $"{ens} AND r.nod = 'GranskaAnsokan'", ("id", $"{Kloning.Nyckel("id")} + {n}"), ("arende_id", Kloning.Nyckel("arende_id")),
                ("instans_id", Kloning.Nyckel("instans_id")), ("motor_id", $"'m{n}'"), hos, ("publik_id", k.Publik($"i * 4 + {n}")), ("grupp", grupp),
                ("tilldelad_id", tilldelad), ("status", status), ("skapad", $"r.skapad - {Dygn("i % 60")}"), ("forfaller", $"r.skapad + {Dygn("(i % 120 - 20)")}"),
                ("vantar_orsak", $"CASE WHEN {status} = 'Vantar' THEN 'komplettering' END"), ("vaknar", $"CASE WHEN {status} = 'Vantar' THEN r.skapad + {Dygn("(i % 40 - 2)")} END"));
        }
    }

    /// <summary>The units, a name for every handläggare, and those who are measured: signed in yesterday too.</summary>
    private static async Task<IReadOnlyList<Aktor>> Personal(Provenhet enhet)
    {
        await enhet.Vard.Skriv(db =>
        {
            for (var e = 3; e <= Enheter; e++) db.Enheter.Add(Enhet.Skapa(new(e), $"Enhet {e}", [$"{e + 200}"]));
            for (var n = Matta; n < Handlaggare; n++) db.Anvandare.Add(Anvandare.LaggUpp(new(Forsta + n), $"Handläggare {n}", "Biståndshandläggare"));
            return Task.CompletedTask;
        });
        var matta = new List<Aktor>();
        for (var n = 0; n < Matta; n++) matta.Add(await enhet.Ny(Forsta + n, $"Handläggare {n}"));
        var igar = (Testvard.Start.AddDays(-1).UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        await enhet.Vard.Las(db => db.Database.ExecuteSqlRawAsync("INSERT INTO besok (anvandare_id, senast, foregaende) SELECT id, {0}, {0} FROM anvandare", igar));
        return matta;
    }

    private static string Dygn(string antal) => $"{antal} * {TimeSpan.MicrosecondsPerDay}";
}
