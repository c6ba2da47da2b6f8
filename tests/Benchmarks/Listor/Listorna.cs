using System.Diagnostics;
using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using CaseFlow.Seed;
using CaseFlow.Seed.Massa;
using CaseFlow.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Benchmarks.Listor;

/// <summary>What everyone opens all day: the use cases as the pages ask them, the audit event included, and the pages themselves.</summary>
internal sealed class Listorna : IMatning
{
    private const int Anrop = 200;
    private const int Rundor = 3;
    private const double HogstP95 = 100;

    /// <summary>Those of the first unit who are measured.</summary>
    private const int Matta = 20;

    /// <summary>Those of them who are signed in.</summary>
    private const int MattaISidor = 5;

    /// <summary>A word that many notes have.</summary>
    private const string Sokt = "hembesök";

    private static readonly TimeSpan LangstaRunda = TimeSpan.FromSeconds(20);

    private static readonly Massval Volym = new(100_000, Demoval.Standardfro, SvenskTid.Dag(Testvard.Start));

    public string Namn => "listor";

    public string Vad => "Idag, Enheten, ärendelistan och sökningen bland 100 000 ärenden och 800 000 uppgifter: användningsfallens svarstid, och sidornas.";

    public async Task<IReadOnlyList<Matvarde>> Mat(Provdatabas databas)
    {
        await using var vard = await Testvard.Skapa(databas);
        var borjade = Stopwatch.GetTimestamp();
        var lagd = Provarende.Ok(await Massbygge.Lagg(vard.Registrera, Volym));
        var laggtid = Stopwatch.GetElapsedTime(borjade);
        var (handlaggare, chef) = (await Personer(vard, lagd.Enheter[0], Roll.Handlaggare), (await Personer(vard, lagd.Enheter[0], Roll.Chef))[0]);
        var mitt = Provarende.Ok(await vard.Sand(new ListaArenden(HelaEnheten: true, Antal: 200), chef)).Nasta;
        var person = await vard.Las(db => db.Arenden.OrderByDescending(a => a.Id).Where(a => a.EnhetId == lagd.Enheter[0] && !a.Skyddat)
            .Select(a => db.Personer.Single(p => p.Id == a.PersonId)).FirstAsync());
        if (Provarende.Ok(await vard.Sand(new SokIAnteckningar(Sokt), chef)).Rader.Count == 0) throw new InvalidOperationException($"Ingen anteckning har ordet {Sokt}.");
        // Helst en person med fler ärenden: det andra hon har läses också. Vilka mallarna har beror på hur deras personers liv blev.
        var arende = await vard.Las(db => db.Arenden.Where(a => a.EnhetId == lagd.Enheter[0] && !a.Skyddat)
            .OrderByDescending(a => db.Arenden.Any(b => b.PersonId == a.PersonId && b.Id != a.Id && b.Steg != Steg.Avslutat))
            .ThenByDescending(a => db.Arenden.Any(b => b.PersonId == a.PersonId && b.Id != a.Id)).ThenByDescending(a => a.Id).Select(a => a.Nummer).FirstAsync());
        var svar = new List<Matvarde> { new("", "volymen lagd", laggtid.TotalSeconds, "s") };
        await Fraga("Idag, handläggare", new HamtaIdag(), Var);
        await Fraga("Idag, chef", new HamtaIdag(), _ => chef);
        await Fraga("Idag, filtrerad", new HamtaIdag(new(Steg: Steg.Utredning, Typ: "hemtjanst", Saknar: true)), Var);
        await Fraga("Idag, ett band, chef", new HamtaIdag(new(Band: BandSlag.ForsenatOchIdag)), _ => chef);
        await Fraga("Enheten, chef", new HamtaEnheten(), _ => chef);
        await Fraga("Enhetens försenade, chef", new ListaArenden(HelaEnheten: true, Urval: Arendeurval.Forsenade), _ => chef);
        await Fraga("Mina ärenden", new ListaArenden(), Var);
        await Fraga("Enhetens ärenden, chef", new ListaArenden(HelaEnheten: true, Efter: mitt), _ => chef);
        await Fraga("Ett ärende, chef", new HamtaArende(arende), _ => chef);
        await Fraga("Ärendets anteckningar, chef", new HamtaAnteckningar(arende), _ => chef);
        await Fraga("Personer, början av ett efternamn", new SokPersoner(person.Efternamn[..3]), Var);
        await Fraga("Personer, för- och efternamn", new SokPersoner($"{person.Fornamn} {person.Efternamn}"), Var);
        await Fraga("Personer, personnummer", new SokPersoner(Personnummer: person.Identitet.Varde), _ => chef);
        await Fraga("Ord i anteckningar, chef", new SokIAnteckningar(Sokt), _ => chef);

        await using var webb = new Listwebb(vard);
        var (egna, chefens) = (new List<HttpClient>(), await webb.LoggaIn(chef.Id));
        foreach (var h in handlaggare.Take(MattaISidor)) egna.Add(await webb.LoggaIn(h.Id));
        await Sida("sidan Idag, handläggare", "/idag", n => egna[n % egna.Count]);
        await Sida("sidan Idag, chef", "/idag", _ => chefens);
        await Sida("sidan Enheten, chef", "/enheten", _ => chefens);
        await Sida("sidan Ett ärende, chef", $"/arenden/{arende}", _ => chefens);
        await Sida("sidan Enhetens ärenden, chef", "/arenden?enheten=1", _ => chefens);
        return svar;

        Aktor Var(int n) => handlaggare[n % handlaggare.Count];

        Task Fraga<T>(string fall, IRequest<Result<T>> fraga, Func<int, Aktor> vem) => Svarstider(fall, async n => Provarende.Ok(await vard.Sand(fraga, vem(n))), svar);

        Task Sida(string fall, string adress, Func<int, HttpClient> vem) => Svarstider(fall, n => Listwebb.Hamta(vem(n), adress), svar);
    }

    /// <summary>Ten to warm up, then rounds of requests one after the other: the median of the rounds' p50 and p95, in ms.</summary>
    private static async Task Svarstider(string fall, Func<int, Task> anrop, List<Matvarde> svar)
    {
        var (p50, p95) = (new List<double>(), new List<double>());
        for (var n = 0; n < 10; n++) await anrop(n);
        for (var runda = 0; runda < Rundor; runda++)
        {
            var tider = new List<double>(Anrop);
            var klocka = Stopwatch.StartNew();
            for (var n = 0; n < Anrop && klocka.Elapsed < LangstaRunda; n++)
            {
                var start = Stopwatch.GetTimestamp();
                await anrop(n);
                tider.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            p50.Add(Statistik.Median(tider));
            p95.Add(Statistik.Percentil(tider, 0.95));
        }

        svar.Add(new(fall, "p50", Statistik.Median(p50), "ms"));
        svar.Add(new(fall, "p95", Statistik.Median(p95), "ms", Mal.HogstVarde(HogstP95)));
    }

    private static async Task<IReadOnlyList<Aktor>> Personer(Testvard vard, EnhetId enhet, Roll roll)
    {
        await using var scope = vard.Tjanster.CreateAsyncScope();
        var kalla = scope.ServiceProvider.GetRequiredService<IAktorkalla>();
        var ids = await vard.Las(db => db.Uppdrag.Where(u => u.EnhetId == enhet && u.Roll == roll).OrderBy(u => u.AnvandareId).Select(u => u.AnvandareId).Take(Matta).ToListAsync());
        var personer = new List<Aktor>();
        foreach (var id in ids) personer.Add((await kalla.ForAnvandare(id, vard.Tid.GetUtcNow(), CancellationToken.None))!);
        return personer;
    }
}
