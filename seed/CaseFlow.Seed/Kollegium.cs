using Bogus;
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
    private readonly List<(Medarbetare Vem, Aktor Aktor)> _alla = [];
    private int _fordelade;
    private int _avvikelser;

    public Aktor Karin => Den("karin");

    public static async Task<Kollegium> Lagg(IServiceProvider tjanster, Avsandare avsandare, EnhetId enhet, DateTimeOffset start, CancellationToken ct)
    {
        var (kollegium, ids) = (new Kollegium(), new AnvandareId[Personal.Alla.Count]);
        var from = DateOnly.FromDateTime(start.UtcDateTime).AddYears(-2);
        await avsandare.Sand(
            [.. Personal.Alla.Select((p, i) => Handgrepp.Av(p.SomAnrop(enhet, from), Systemaktor.Den, svar => ids[i] = svar.Id))], start, ct);
        await using var scope = tjanster.CreateAsyncScope();
        var kalla = scope.ServiceProvider.GetRequiredService<IAktorkalla>();
        foreach (var (p, id) in Personal.Alla.Zip(ids))
            kollegium._alla.Add((p, await kalla.ForAnvandare(id, start, ct) ?? throw new InvalidOperationException($"{p.Anvandarnamn} finns inte.")));
        return kollegium;
    }

    public Aktor? Aktor(AnvandareId? id) => id is { } i ? _alla.Find(a => a.Aktor.Id == i).Aktor : null;

    /// <summary>The chef who decides: the enhetschef where the delegationsordning asks for it, else one of the two biträdande.</summary>
    public Aktor Chef(Livslopp liv) => liv.Insatser.Any(i => i.KraverEnhetschef) ? Den("maria") : Den(liv.Person.Alder % 2 == 0 ? "henrik" : "leila");

    /// <summary>Someone to take what no rule could give: in turn, Karin among the first.</summary>
    public long MinstBelastad(Randomizer slump)
    {
        var handlaggare = Handlaggare();
        _ = slump;
        return handlaggare[_fordelade++ * 4 % handlaggare.Count].Id.Value;
    }

    public Aktor Registrator(Randomizer slump) => Handlaggare()[slump.Int(0, Handlaggare().Count - 1)];

    public IEnumerable<Handgrepp> LoggarIn(bool alla) => _alla.Where(a => alla || a.Vem.Utvald).Select(a => Handgrepp.Av(new RegistreraInloggning(), a.Aktor));

    /// <summary>A report now and then, by whoever saw it; null when all that can go wrong has.</summary>
    public Handgrepp? Rapporterar(Randomizer slump)
    {
        var vem = slump.Bool(0.25f) ? Den("ulla") : Registrator(slump);
        if (_avvikelser == Avvikelsetexter.Alla.Length) return null;
        var (vad, narVar, atgard) = Avvikelsetexter.Alla[_avvikelser++];
        return Handgrepp.Av(new RapporteraAvvikelse(vad, narVar, atgard), vem);
    }

    /// <summary>The chef reads what has lain a few days.</summary>
    public async Task<List<Handgrepp>> TarEmotAvvikelser(Lagesbild lage, DateTimeOffset foreDess, CancellationToken ct)
    {
        var nya = await lage.Fraga(db => db.Avvikelser.AsNoTracking().Where(a => a.Status == AvvikelseStatus.Ny && a.Tid < foreDess)
            .OrderBy(a => a.Id).Select(a => new { a.PublikId, a.Version }).ToListAsync(ct));
        return [.. nya.Select(a => Handgrepp.Av(new TaEmotAvvikelse(a.PublikId, a.Version), Den("maria")))];
    }

    /// <summary>A colleague opens someone else's ärende and says why.</summary>
    public Handgrepp? OppnarMedSkal(IReadOnlyList<Arenderad> arenden, IReadOnlySet<PersonId> skyddade, Randomizer slump)
    {
        var mojliga = arenden.Where(a => a.Handlaggare is not null && !skyddade.Contains(a.Person)).ToList();
        if (mojliga.Count == 0) return null;
        var (arende, kollega) = (mojliga[slump.Int(0, mojliga.Count - 1)], Registrator(slump));
        return arende.Handlaggare == kollega.Id ? null
            : Handgrepp.Av(new OppnaMedSkal(arende.Nummer, Handlaggningstexter.Skal[slump.Int(0, Handlaggningstexter.Skal.Length - 1)]), kollega);
    }

    public IReadOnlyList<AnvandareId> Ids(Roll roll) => [.. _alla.Where(a => a.Vem.Roll == roll).Select(a => a.Aktor.Id)];

    public IReadOnlyList<AnvandareId> IdsUtom(Roll roll) => [.. _alla.Where(a => a.Vem.Roll != roll).Select(a => a.Aktor.Id)];

    private List<Aktor> Handlaggare() => [.. _alla.Where(a => a.Vem.Roll == Roll.Handlaggare).Select(a => a.Aktor)];

    private Aktor Den(string konto) => _alla.Find(a => a.Vem.Anvandarnamn == konto).Aktor;
}
