using Bogus;
using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Avvikelser;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain;
using CaseFlow.Domain.Avvikelser;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Seed.Texter;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Seed;

/// <summary>The people of the unit as actors, and what they do besides the tasks.</summary>
internal sealed class Kollegium
{
    // SoL (2025:400) övergångsbestämmelser 1 och 2; dessförinnan gäller den äldre delegationsordningen (workflows/bistand/delegation.dmn)
    private static readonly DateOnly NyOrdning = new(2025, 7, 1);

    private readonly List<(Medarbetare Vem, Aktor Aktor)> _alla = [];
    private readonly List<Bortaperiod> _borta = [];
    private readonly HashSet<string> _rapporterade = new(StringComparer.Ordinal);
    private (DateOnly Dag, Dictionary<AnvandareId, Aktor?> Ersattare) _bortaDen = (DateOnly.MinValue, []);
    private Avvikelsemallar? _mallar;
    private int _fordelade;
    private int _avvikelser;
    private bool _helEnhet;

    public Aktor Karin => Den("karin");

    public static async Task<Kollegium> Lagg(
        IServiceProvider tjanster, Avsandare avsandare, EnhetId enhet, DateTimeOffset start, Demoscenario scenario, CancellationToken ct)
    {
        var personal = scenario.Personal;
        var (kollegium, ids) = (new Kollegium { _helEnhet = scenario.HelEnhet }, new AnvandareId[personal.Count]);
        var from = DateOnly.FromDateTime(start.UtcDateTime).AddYears(-2);
        await avsandare.Sand(
            [.. personal.Select((p, i) => Handgrepp.Av(p.SomAnrop(enhet, from), Systemaktor.Den, svar => ids[i] = svar.Id))], start, ct);
        await using var scope = tjanster.CreateAsyncScope();
        var kalla = scope.ServiceProvider.GetRequiredService<IAktorkalla>();
        foreach (var (p, id) in personal.Zip(ids))
            kollegium._alla.Add((p, await kalla.ForAnvandare(id, start, ct) ?? throw new InvalidOperationException($"{p.Anvandarnamn} finns inte.")));
        if (scenario.HelEnhet) await kollegium.TillsattKvalitetsrad(tjanster, avsandare, enhet, from.AddYears(2), ct);
        return kollegium;
    }

    /// <summary>Plans who is away, and who stands in.</summary>
    public void PlaneraLedighet(DateOnly start, DateOnly slut, Randomizer slump) => _borta.AddRange(Ledighet.Planera(Handlaggare().Count, start, slut, slump));

    /// <summary>What is said this day about being away: by herself beforehand, by a chef when someone is ill.</summary>
    public IEnumerable<Handgrepp> AnmalerFranvaro(DateOnly dag)
    {
        var alla = Handlaggare();
        return _borta.Where(b => b.Sagd == dag && b.Tom >= dag).Select(b => Handgrepp.Av(
            new RegistreraFranvaro(b.Sagd < b.From ? null : alla[b.Vem].Id.Value, b.From, b.Tom, b.Ersattare is { } e ? alla[e].Id.Value : null),
            b.Sagd < b.From ? alla[b.Vem] : Den("leila")));
    }

    public Aktor? Aktor(AnvandareId? id) => id is { } i ? _alla.Find(a => a.Aktor.Id == i).Aktor : null;

    /// <summary>Who does what the handläggare has to do this day: herself, or whoever stands in for her.</summary>
    /// <param name="skyddat">Nobody else is named for the person: it waits until she is back.</param>
    public (Aktor? Vem, bool Ersatter) Handlagger(AnvandareId? id, DateOnly dag, bool skyddat)
    {
        if (_bortaDen.Dag != dag)
        {
            var alla = Handlaggare();
            _bortaDen = (dag, _borta.Where(b => b.From <= dag && b.Tom >= dag && b.Sagd <= dag).ToDictionary(b => alla[b.Vem].Id, b => b.Ersattare is { } e ? alla[e] : null));
        }
        if (id is not { } vem || !_bortaDen.Ersattare.TryGetValue(vem, out var ersattare)) return (Aktor(id), false);
        return (skyddat ? null : ersattare, true);
    }

    /// <summary>The chef who decides: the enhetschef where the delegationsordning of the day asks for it, else one of the two biträdande, by turns when the
    /// other is on holiday.</summary>
    public Aktor Chef(Livslopp liv, DateOnly dag)
    {
        var enhetschefens = liv.Insatser.Any(i => i.KraverEnhetschef || (dag < NyOrdning && !i.ArBifall));
        if (enhetschefens) return Den("maria");
        var jamn = liv.Person.Alder % 2 == 0;
        return Den(_helEnhet && dag.Month == 7 ? (dag.Day <= 15 ? "leila" : "henrik") : jamn ? "henrik" : "leila");
    }

    /// <summary>Someone to take what no rule could give: in turn, Karin among the first.</summary>
    public long MinstBelastad(DateOnly dag)
    {
        var handlaggare = _alla.Where(a => a.Vem.Roll == Roll.Handlaggare).Select(a => a.Aktor).ToList();
        for (var forsok = 0; forsok < handlaggare.Count; forsok++)
        {
            var vald = handlaggare[_fordelade++ * 4 % handlaggare.Count];
            if (!Handlagger(vald.Id, dag, skyddat: true).Ersatter) return vald.Id.Value;
        }
        return handlaggare[0].Id.Value;
    }

    /// <summary>Who takes in what comes by telephone and post: an administratör where there is one, most often.</summary>
    public Aktor Registrator(Randomizer slump, DateOnly dag)
    {
        if (_helEnhet && slump.Bool(0.7f)) return Den(slump.Bool() ? "ritva" : "mikael");
        var handlaggare = Handlaggare();
        if (!_helEnhet) return handlaggare[slump.Int(0, handlaggare.Count - 1)];
        var iTjanst = handlaggare.Where(h => !Handlagger(h.Id, dag, skyddat: true).Ersatter).ToList();
        return iTjanst.Count > 0 ? iTjanst[slump.Int(0, iTjanst.Count - 1)] : Den("ritva");
    }

    public IEnumerable<Handgrepp> LoggarIn(bool alla) => _alla.Where(a => alla || a.Vem.Utvald).Select(a => Handgrepp.Av(new RegistreraInloggning(), a.Aktor));

    /// <summary>A report now and then, by whoever saw it; null when all that can go wrong has.</summary>
    public Handgrepp? Rapporterar(Randomizer slump, DateOnly dag)
    {
        if (_helEnhet) return RapporterarIEnheten(slump, dag);
        var vem = slump.Bool(0.25f) ? Den("ulla") : Registrator(slump, dag);
        if (_avvikelser == Avvikelsetexter.Alla.Length) return null;
        var (vad, narVar, atgard) = Avvikelsetexter.Alla[_avvikelser++];
        return Handgrepp.Av(new RapporteraAvvikelse(vad, narVar, atgard), vem);
    }

    /// <summary>The chef reads what has lain a few days; in the whole unit the kvalitetsråd, which meets once a month, takes what is left.</summary>
    public async Task<List<Handgrepp>> TarEmotAvvikelser(Lagesbild lage, DateTimeOffset foreDess, DateOnly dag, CancellationToken ct)
    {
        var rad = _helEnhet && dag is { DayOfWeek: DayOfWeek.Thursday, Day: <= 7 };
        if (!rad && dag.DayOfWeek != DayOfWeek.Tuesday) return [];
        var nya = await lage.Fraga(db => db.Avvikelser.AsNoTracking().Where(a => a.Status == AvvikelseStatus.Ny && a.Tid < foreDess)
            .OrderBy(a => a.Id).Select(a => new { a.PublikId, a.Version, a.Nummer }).ToListAsync(ct));
        var vem = Den(rad ? Personal.Kvalitetsradet[0] : "maria");
        return [.. nya.Where(a => !_helEnhet || rad || a.Nummer[^1] % 3 != 0).Select(a => Handgrepp.Av(new TaEmotAvvikelse(a.PublikId, a.Version), vem))];
    }

    /// <summary>A colleague opens someone else's ärende and says why.</summary>
    public Handgrepp? OppnarMedSkal(IReadOnlyList<Arenderad> arenden, IReadOnlySet<PersonId> skyddade, Randomizer slump, DateOnly dag)
    {
        var mojliga = arenden.Where(a => a.Handlaggare is not null && !skyddade.Contains(a.Person)).ToList();
        if (mojliga.Count == 0) return null;
        var (arende, kollega) = (mojliga[slump.Int(0, mojliga.Count - 1)], Registrator(slump, dag));
        return arende.Handlaggare == kollega.Id ? null
            : Handgrepp.Av(new OppnaMedSkal(arende.Nummer, Handlaggningstexter.Skal[slump.Int(0, Handlaggningstexter.Skal.Length - 1)]), kollega);
    }

    public IReadOnlyList<AnvandareId> Ids(Roll roll) => [.. _alla.Where(a => a.Vem.Roll == roll).Select(a => a.Aktor.Id)];

    public IReadOnlyList<AnvandareId> IdsUtom(Roll roll) => [.. _alla.Where(a => a.Vem.Roll != roll).Select(a => a.Aktor.Id)];

    private Handgrepp RapporterarIEnheten(Randomizer slump, DateOnly dag)
    {
        var vem = slump.Int(1, 100) switch { <= 14 => Den("ulla"), <= 26 => Den("roger"), <= 34 => Den("yasmin"), <= 42 => Den("leila"), _ => Registrator(slump, dag) };
        _mallar ??= new(slump);
        while (true)
        {
            var (vad, narVar, atgard) = _avvikelser < Avvikelsetexter.Alla.Length ? Avvikelsetexter.Alla[_avvikelser++] : _mallar.Nasta();
            if (_rapporterade.Add(vad + narVar)) return Handgrepp.Av(new RapporteraAvvikelse(vad, narVar, atgard), vem);
        }
    }

    /// <summary>Proposed by the förvaltare, approved by the chef: more rights take two persons.</summary>
    private async Task TillsattKvalitetsrad(IServiceProvider tjanster, Avsandare avsandare, EnhetId enhet, DateOnly from, CancellationToken ct)
    {
        await avsandare.SandNu(
            [.. Personal.Kvalitetsradet.Select(konto => Handgrepp.Av(
                new ForeslaUppdrag(Den(konto).Id.Value, enhet.Value, Roll.Kvalitetsrad, Delegatniva.Ingen, from, null, "Ingår i enhetens kvalitetsråd"), Den("fredrik")))], ct);
        await using var scope = tjanster.CreateAsyncScope();
        var forslag = await scope.ServiceProvider.GetRequiredService<Application.CaseFlowDb>().Uppdragsforslag.AsNoTracking().OrderBy(f => f.Id).Select(f => new { f.Id, f.Version }).ToListAsync(ct);
        await avsandare.SandNu([.. forslag.Select(f => Handgrepp.Av(new AvgorUppdrag(f.Id.Value, f.Version, Godkann: true, null), Den("maria")))], ct);
        var (kalla, nu) = (scope.ServiceProvider.GetRequiredService<IAktorkalla>(), Demoval.Moment(from, new TimeOnly(8, 0)));
        for (var i = 0; i < _alla.Count; i++)
        {
            if (!Personal.Kvalitetsradet.Contains(_alla[i].Vem.Anvandarnamn, StringComparer.Ordinal)) continue;
            _alla[i] = (_alla[i].Vem, await kalla.ForAnvandare(_alla[i].Aktor.Id, nu, ct) ?? throw new InvalidOperationException("Uppdraget gavs inte."));
        }
    }

    /// <summary>Those who have ärenden of their own.</summary>
    private List<Aktor> Handlaggare() => [.. _alla.Where(a => a.Vem.Roll is Roll.Handlaggare or Roll.Fardtjansthandlaggare).Select(a => a.Aktor)];

    private Aktor Den(string konto) => _alla.Find(a => a.Vem.Anvandarnamn == konto).Aktor;
}
