using Bogus;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Seed;

/// <summary>The months of work, day by day: what comes in is registered, timers go off when they are due, and the open tasks are done when
/// their time has come. The processes lead; nothing is written but through use cases.</summary>
internal sealed class Simulering(Lagesbild lage, Avsandare avsandare, Kollegium kollegium, Demoklocka klocka, Demoids ids, Demoval val, Randomizer slump)
{
    private const string Forsening = "HanteraForsening";

    private static readonly TimeOnly[] Rundor = [new(8, 20), new(10, 10), new(13, 10)];
    private static readonly TimeOnly EfterLunch = new(13, 5);

    private readonly Uppgiftsarbete _arbete = new(kollegium, val.Slut, val.Scenario.HelEnhet);
    private readonly Dictionary<string, Livslopp> _efterNummer = new(StringComparer.Ordinal);
    private readonly Dictionary<ArendeId, Livslopp> _liv = [];
    private readonly Dictionary<PersonId, Demoperson> _personer = [];
    private readonly HashSet<PersonId> _skyddade = [];
    private Queue<Livslopp> _pavag = new();
    private IReadOnlyList<Arenderad>? _last;
    private int _lastVid;
    private int _externa;
    private int _ansokningar;

    public int Timrar { get; private set; }

    public async Task Kor(
        DateOnly start, IEnumerable<Livslopp> ankomster, IProgress<(int Klart, int Totalt)>? framsteg, IProgress<Demomanad>? manader, CancellationToken ct)
    {
        _pavag = new(ankomster);
        var dagar = val.Slut.DayNumber - start.DayNumber;
        for (var dag = start; dag < val.Slut; dag = dag.AddDays(1))
        {
            ct.ThrowIfCancellationRequested();
            if (Arbetsdagar.ArArbetsdag(dag)) await Arbetsdag(dag, ct);
            await TaEmotETjanst(Demoval.Moment(dag, new TimeOnly(23, 59)), ct);
            framsteg?.Report((dag.DayNumber - start.DayNumber + 1, dagar + 1));
            if (dag.AddDays(1).Day == 1 || dag.AddDays(1) == val.Slut) Rapportera(manader, dag);
        }
        var morgon = Demoval.Moment(val.Slut, Demoval.Slutklockan);
        await TaEmotETjanst(morgon, ct);
        await Tand(morgon, ct);
        framsteg?.Report((dagar + 1, dagar + 1));
    }

    private void Rapportera(IProgress<Demomanad>? manader, DateOnly dag)
    {
        manader?.Report(new(new(dag.Year, dag.Month, 1), _ansokningar, lage.Oppna, avsandare.Skickade));
        _ansokningar = 0;
    }

    private async Task Arbetsdag(DateOnly dag, CancellationToken ct)
    {
        var kvar = Enumerable.Range(0, val.Slut.DayNumber - dag.DayNumber).Select(dag.AddDays).Count(Arbetsdagar.ArArbetsdag);
        foreach (var klockan in Rundor)
        {
            var nu = Demoval.Moment(dag, klockan);
            if (klockan == Rundor[2] && kvar <= 5) await avsandare.Sand([.. kollegium.LoggarIn(alla: kvar == 1)], Demoval.Moment(dag, EfterLunch), ct);
            await TaEmotETjanst(nu, ct);
            await Tand(nu, ct);
            await Runda(nu, klockan, ct);
        }
    }

    private async Task Runda(DateTimeOffset nu, TimeOnly klockan, CancellationToken ct)
    {
        var handgrepp = new List<Handgrepp>();
        if (klockan == Rundor[0]) handgrepp.AddRange([.. kollegium.AnmalerFranvaro(SvenskTid.Dag(nu)), .. Registreringar(nu)]);
        // Har ingenting skickats sedan det lästes senast ser det likadant ut.
        if (_last is null || _lastVid != avsandare.Skickade) (_last, _lastVid) = (await lage.Las(ct), avsandare.Skickade);
        var arenden = _last;
        var handelser = arenden.Select(a => (Arende: a, Handelse: HandelseUtanfor(Liv(a), a, nu))).Where(h => h.Handelse is not null).ToDictionary(h => h.Arende.Id, h => h);
        // Ett dödsfall eller en flytt ändrar allt personen har: resten väntar till nästa runda.
        var stilla = handelser.Values.Select(h => h.Arende.Person).ToHashSet();
        foreach (var arende in arenden)
        {
            var egna = handelser.TryGetValue(arende.Id, out var handelse) ? [handelse.Handelse!] : stilla.Contains(arende.Person) ? [] : Arbete(Liv(arende), arende, nu);
            if (egna.Count > 0) lage.Ror(arende.Id);
            handgrepp.AddRange(egna);
        }
        if (klockan == Rundor[1]) handgrepp.AddRange(await Sidosysslor(arenden, nu, ct));
        await avsandare.Sand(handgrepp, nu, ct);
    }

    /// <summary>A new day for the utredning makes every read copy of it stale: then the rest waits for the next round.</summary>
    private List<Handgrepp> Arbete(Livslopp liv, Arenderad arende, DateTimeOffset nu)
    {
        var handgrepp = new List<Handgrepp>();
        foreach (var u in lage.Uppgifter(arende.Id).OrderBy(u => u.Nod != Forsening))
        {
            handgrepp.AddRange(_arbete.Gor(liv, arende, u, nu));
            if (u.Nod == Forsening && handgrepp.Count > 0) break;
        }
        // Det som stänger ärendet skickas i samma runda: då skrivs inget mer i det.
        return handgrepp.Count > 0 || !(liv.Utforlig || val.Scenario.MedAkter) ? handgrepp : [.. Akten(liv, arende, nu)];
    }

    /// <summary>What is written in the akt, once someone has the ärende and works.</summary>
    private IEnumerable<Handgrepp> Akten(Livslopp liv, Arenderad arende, DateTimeOffset nu)
    {
        if (arende.Steg < Steg.Utredning) return [];
        var (vem, ersatter) = kollegium.Handlagger(arende.Handlaggare, SvenskTid.Dag(nu), skyddat: true);
        if (vem is null || ersatter) return [];
        liv.Akt ??= Aktarbete.Planera(liv, arende, nu);
        return liv.Akt.Fram(nu, vem);
    }

    private async Task<List<Handgrepp>> Sidosysslor(IReadOnlyList<Arenderad> arenden, DateTimeOffset nu, CancellationToken ct)
    {
        var handgrepp = new List<Handgrepp>();
        var (idag, hel) = (SvenskTid.Dag(nu), val.Scenario.HelEnhet);
        if (slump.Bool(hel ? 0.38f : 0.14f) && kollegium.Rapporterar(slump, idag) is { } rapport) handgrepp.Add(rapport);
        handgrepp.AddRange(await kollegium.TarEmotAvvikelser(lage, nu.AddDays(-3), idag, ct));
        if (slump.Bool(hel ? 0.6f : 0.06f) && kollegium.OppnarMedSkal(arenden, _skyddade, slump, idag) is { } oppnar) handgrepp.Add(oppnar);
        return handgrepp;
    }

    private List<Handgrepp> Registreringar(DateTimeOffset nu)
    {
        var handgrepp = new List<Handgrepp>();
        while (_pavag.TryPeek(out var liv) && liv.Ankom <= nu) handgrepp.Add(Registrera(_pavag.Dequeue(), kollegium.Registrator(slump, SvenskTid.Dag(nu)), ""));
        return handgrepp;
    }

    /// <summary>What comes by the e-tjänst is there at once, evenings and weekends too.</summary>
    private async Task TaEmotETjanst(DateTimeOffset till, CancellationToken ct)
    {
        while (_pavag.FirstOrDefault(l => l.ViaETjanst && l.Ankom <= till) is { } liv)
        {
            _pavag = new(_pavag.Where(l => l != liv));
            await Tand(liv.Ankom, ct);
            await avsandare.Sand([Registrera(liv, Systemaktor.Import, $"ET-{val.Slut.Year}-{++_externa:00000}")], liv.Ankom, ct);
        }
    }

    private Handgrepp Registrera(Livslopp liv, Aktor aktor, string externId)
    {
        _ansokningar++;
        return Handgrepp.Av(liv.SomAnrop(externId), aktor, svar =>
        {
            lock (_efterNummer) _efterNummer[svar.Arendenummer] = liv;
        });
    }

    /// <summary>Withdrawn, in whole or in part, died or moved: once, and only while it can happen.</summary>
    private Handgrepp? HandelseUtanfor(Livslopp liv, Arenderad arende, DateTimeOffset nu)
    {
        var (idag, dagar) = (SvenskTid.Dag(nu), (nu - liv.Ankom).Days);
        if (liv.HandelseUtanforKlar || kollegium.Handlagger(arende.Handlaggare, idag, liv.Person.Skydd != "ingen").Vem is not { } aktor) return null;
        var handgrepp =
            liv.AtertasEfter <= dagar && arende.Steg <= Steg.Beslut ? Handgrepp.Av(new AtertaAnsokan(arende.Nummer, arende.Version, idag, "telefon"), aktor)
            : liv.AngrarEnInsats && arende is { Steg: Steg.Kommunicering, Ansokta: [_, .., var sista] } ? Handgrepp.Av(
                new AtertaInsats(arende.Nummer, arende.Version, sista.Id, idag, "telefon"), aktor, _ => lage.Glom(arende.Id))
            : liv.DodEfter <= dagar ? Handgrepp.Av(new RegistreraDodsfall(arende.Nummer, arende.Version, idag.AddDays(-1)), aktor)
            : liv.FlyttEfter <= dagar && arende.Steg <= Steg.Kommunicering ? Handgrepp.Av(new RegistreraFlytt(arende.Nummer, arende.Version, idag), aktor)
            : null;
        liv.HandelseUtanforKlar = handgrepp is not null;
        return handgrepp;
    }

    private Livslopp Liv(Arenderad arende)
    {
        if (_liv.TryGetValue(arende.Id, out var liv)) return liv;
        liv = _efterNummer.GetValueOrDefault(arende.Nummer)
            ?? Livslopp.NyProvning(_personer[arende.Person], unchecked(val.Fro * 17 + _liv.Count), [.. arende.Ansokta.Select(a => a.Typ)], val.Scenario.HelEnhet);
        _personer[arende.Person] = liv.Person;
        if (liv.Person.Skydd != "ingen") _skyddade.Add(arende.Person);
        return _liv[arende.Id] = liv;
    }

    /// <summary>Lets every timer due by now go off, each at its own time; one may set another.</summary>
    private async Task Tand(DateTimeOffset nu, CancellationToken ct)
    {
        while (await lage.Timrar(nu, ct) is { Count: > 0 } forfallna)
        {
            foreach (var timer in forfallna) lage.Ror(timer.Arende);
            foreach (var grupp in forfallna.GroupBy(t => t.Nar))
                await avsandare.Sand([.. grupp.Select(_ => Handgrepp.Av(new TandNastaTimer(), Systemaktor.Den))], grupp.Key, ct);
            Timrar += forfallna.Count;
        }
        klocka.Ga(nu);
        ids.Ga(nu);
    }
}
