using System.Collections.Concurrent;
using System.Diagnostics;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Slutforande;

/// <summary>The reference command against its floor, both on the same database, round by round.</summary>
internal sealed class Slutforandet : IMatning
{
    private const string Nod = "GranskaAnsokan";
    private const int Arenden = 60_000;
    private const int Rundor = 7;

    // Så länge tar det innan koden är kompilerad om: dessförinnan mäts kompilatorn.
    private const int Uppvarmning = 15;

    // En runda slutar vid det som kommer först; ärendena räcker till alla rundor.
    private const int PerRunda = 600;
    private static readonly TimeSpan Rundtid = TimeSpan.FromSeconds(0.6);
    private static readonly int[] Skrivare = [1, 4, 16];

    private static readonly Dictionary<string, string[]> Svar = new(StringComparer.Ordinal) { ["komplett"] = ["ja"], ["sprakinformation"] = ["ja"] };

    public string Namn => "slutfor";

    public string Vad => "Slutför en uppgift genom ledningen, 1, 4 och 16 skrivare, mot samma SQL skriven för hand.";

    public async Task<IReadOnlyList<Matvarde>> Mat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas);
        await enhet.Ersatt(enhet.Kollega, enhet.Chef);
        var (facit, anrop) = await Forst(enhet);
        var ko = await Lagg(enhet, databas, Arenden);
        var svar = new List<Matvarde> { new("", "databasanrop per kommando", anrop, "") };
        await using var golv = new Golvskrivare(enhet.Vard, databas, facit, Skrivare.Max());
        await golv.Oppna();

        Task Produkt(int _, Guid uppgift) => Sand(enhet, uppgift, facit.Slutford.Version - 1);
        for (var runda = 0; runda < Uppvarmning; runda++)
        {
            await Runda(4, ko, Produkt);
            await Runda(4, ko, golv.Slutfor);
        }
        foreach (var antal in Skrivare)
        {
            var (produkt, handskrivet, kvoter, gruppkvoter, minne) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var runda = 0; runda < Rundor; runda++)
            {
                await golv.Checkpointa();
                var fore = GC.GetTotalAllocatedBytes(precise: true);
                var (takt, klara) = await Runda(antal, ko, Produkt);
                minne.Add((GC.GetTotalAllocatedBytes(precise: true) - fore) / 1024.0 / klara);
                produkt.Add(takt);
                await golv.Checkpointa();
                var golvtakt = (await Runda(antal, ko, golv.Slutfor)).Takt;
                handskrivet.Add(golvtakt);
                // Kvoten tas inom rundan: den som delar maskinen stör då båda lika.
                kvoter.Add(takt / golvtakt);
                if (databas == Provdatabas.Sqlite && antal > 1) gruppkvoter.Add(takt / await Grupprunda(golv, antal, ko));
            }

            svar.AddRange(Varden(databas, antal, Statistik.Median(produkt), Statistik.Median(handskrivet), Statistik.Median(kvoter), Statistik.Median(minne)));
            if (gruppkvoter.Count > 0) svar.Add(new(Fall(antal), "kvot mot golv som själv bekräftar i grupp", Statistik.Median(gruppkvoter), ""));
        }

        return svar;
    }

    private static IEnumerable<Matvarde> Varden(Provdatabas databas, int antal, double produkt, double golv, double kvot, double minne)
    {
        var mal = databas == Provdatabas.Postgres ? 0.60 : antal == 16 ? 0.65 : 0.40;
        yield return new(Fall(antal), "produkt", produkt, "kommandon/s");
        yield return new(Fall(antal), "golv", golv, "kommandon/s");
        yield return new(Fall(antal), "kvot", kvot, "", Mal.MinstVarde(mal));
        if (antal == 1) yield return new(Fall(antal), "minne per kommando", minne, "KB", Mal.HogstVarde(200));
    }

    private static string Fall(int skrivare) => $"{skrivare} skrivare";

    /// <summary>One ärende made by the product, and its copies: each with its process, its open task and its audit trail.</summary>
    internal static async Task<ConcurrentQueue<Guid>> Lagg(Provenhet enhet, Provdatabas databas, int antal)
    {
        var mall = await (await enhet.EttArende().Bygg()).Las();
        var k = new Kloning(enhet.Vard, databas, antal);
        var (id, arende, instans) = (("id", Kloning.Nyckel("id")), ("arende_id", Kloning.Nyckel("arende_id")), ("instans_id", Kloning.Nyckel("instans_id")));
        var (ens, instansens) = ($"r.arende_id = {mall.Id.Value}", $"r.instans_id IN (SELECT x.id FROM processinstans AS x WHERE x.arende_id = {mall.Id.Value})");
        await k.Kopiera("person", $"r.id = {mall.PersonId.Value}", id, ("publik_id", k.Publik()), ("identitet", Kloning.Identitet));
        await k.Kopiera("arende", $"r.id = {mall.Id.Value}", id, ("publik_id", k.Publik()), ("nummer", "'2026-' || (100000 + i)"), ("person_id", Kloning.Nyckel("person_id")));
        await k.Kopiera("processinstans", ens, id, arende);
        await k.Kopiera("processtimer", instansens, id, instans);
        await k.Kopiera("prenumeration", instansens, id, instans);
        await k.Kopiera("processhistorik", instansens, id, instans);
        await k.Kopiera("audit_handelse", ens, id, arende, ("kedja", $"'arende:' || ({Kloning.Nyckel("arende_id")})"));
        await k.Kopiera("audit_huvud", $"r.kedja = 'arende:{mall.Id.Value}'", ("kedja", $"'arende:' || ({mall.Id.Value} + i * {Kloning.Steg})"));
        await k.Kopiera("uppgift", ens, id, arende, instans, ("publik_id", k.Publik()));
        // Tomma när statistiken tas skulle de läsas igenom rad för rad sedan: en databas i drift har dem fulla.
        await k.Kopiera("idempotenspost", "1 = 1", ("nyckel", "r.nyckel || '-' || i"));
        await k.Kopiera("formularsvar", $"r.arende_id <> {mall.Id.Value}", ("uppgift_id", Kloning.Nyckel("uppgift_id")));
        await k.Analysera();
        // Kopiornas nycklar ligger före dem som programmet nu delar ut.
        enhet.Vard.Tid.Ga(TimeSpan.FromHours(1));
        return new(await enhet.Vard.Las(db => db.Uppgifter.Where(u => u.Status == Uppgiftsstatus.Oppen && u.Nod == Nod).OrderBy(u => u.Id)
            .Select(u => u.PublikId).ToListAsync()));
    }

    /// <summary>One command outside the rounds: what it writes, and how many database commands it takes.</summary>
    private static async Task<(Facit Facit, int Anrop)> Forst(Provenhet enhet)
    {
        var (uppvarmning, uppgift) = (await Ny(), await Ny());
        await Sand(enhet, uppvarmning.PublikId, uppvarmning.Version, nyckel: false);
        using var raknare = Raknare.Borja();
        await Sand(enhet, uppgift.PublikId, uppgift.Version);
        var anrop = raknare.Kommandon.Count;
        return (await Facit.Las(enhet.Vard, uppgift), anrop);

        async Task<Uppgift> Ny() => await (await enhet.EttArende().Bygg()).Uppgift(Nod);
    }

    private static async Task Sand(Provenhet enhet, Guid uppgift, int version, bool nyckel = true) => Provarende.Ok(
        await enhet.Vard.Sand(new SlutforUppgift(uppgift, version, Svar), enhet.Handlaggare, nyckel ? uppgift.ToString() : null));

    private static async Task<(double Takt, int Klara)> Runda(int skrivare, ConcurrentQueue<Guid> ko, Func<int, Guid, Task> slutfor)
    {
        var (tagna, klara) = (0, 0);
        var klocka = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, skrivare).Select(n => Task.Run(async () =>
        {
            while (klocka.Elapsed < Rundtid && Interlocked.Increment(ref tagna) <= PerRunda && ko.TryDequeue(out var uppgift))
            {
                await slutfor(n, uppgift);
                Interlocked.Increment(ref klara);
            }
        })));
        return klara == 0 ? throw new InvalidOperationException("Uppgifterna tog slut.") : (klara / klocka.Elapsed.TotalSeconds, klara);
    }

    private static async Task<double> Grupprunda(Golvskrivare golv, int grupp, ConcurrentQueue<Guid> ko)
    {
        var (klara, klocka) = (0, Stopwatch.StartNew());
        while (klocka.Elapsed < Rundtid && klara < PerRunda) klara += await golv.Grupp(grupp, ko);
        return klara / klocka.Elapsed.TotalSeconds;
    }
}
