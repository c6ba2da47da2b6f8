using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using CaseFlow.Engine.Bpmn;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Processer;

/// <summary>The processes, and how much of the unit's work is in each now.</summary>
[Kraver(Behorighet.SeEnheten)]
public sealed record HamtaProcesser : IQuery<ProcesserSvar>;

public sealed record ProcesserSvar(IReadOnlyList<ProcessRad> Rader);

/// <param name="Version">The one that new ärenden begin with.</param>
/// <param name="Pagar">Instances that run.</param>
/// <param name="Aldre">How many of them run on an older version.</param>
/// <param name="Oppna">Tasks to be done, also those that wait for someone else.</param>
/// <param name="Sena">Those whose day has passed.</param>
/// <param name="Stannat">Where it stands still and someone must look.</param>
public sealed record ProcessRad(string Nyckel, string Namn, int Version, DateOnly Inlagd, int Pagar, int Aldre, int Oppna, int Sena, int Stannat);

/// <summary>One process: its drawing with how many stand in each place and for how long, and the same as a table.</summary>
[Kraver(Behorighet.SeEnheten)]
public sealed record HamtaProcesslage(string Nyckel) : IQuery<ProcesslageSvar>;

/// <param name="Ritning">Of the newest version; null when it has none.</param>
public sealed record ProcesslageSvar(ProcessRad Process, string? Ritning, IReadOnlyList<Platslage> Platser);

/// <param name="MedianDagar">Half of the open ones have been open for at least so many days.</param>
/// <param name="Utgangen">The place is not in the newest version: those that stand there run on an older one.</param>
public sealed record Platslage(string Nod, string Namn, int Oppna, int Sena, int MedianDagar, int Stannat, bool Utgangen);

internal sealed class HamtaProcesserHandler(Processlage lage) : IQueryHandler<HamtaProcesser, ProcesserSvar>
{
    public async Task<Result<ProcesserSvar>> Handle(HamtaProcesser request, CancellationToken cancellationToken)
    {
        var (definitioner, laget) = (await lage.Definitioner(cancellationToken), await lage.Las(null, cancellationToken));
        return new ProcesserSvar([.. definitioner.GroupBy(d => d.Nyckel, StringComparer.Ordinal).Select(laget.Rad).OrderBy(r => r.Namn, StringComparer.Create(Svensk, false))]);
    }

    private static readonly System.Globalization.CultureInfo Svensk = System.Globalization.CultureInfo.GetCultureInfo("sv-SE");
}

internal sealed class HamtaProcesslageHandler(CaseFlowDb db, Processlage lage, Processkatalog katalog) : IQueryHandler<HamtaProcesslage, ProcesslageSvar>
{
    public async Task<Result<ProcesslageSvar>> Handle(HamtaProcesslage request, CancellationToken cancellationToken)
    {
        var versioner = (await lage.Definitioner(cancellationToken)).Where(d => d.Nyckel == request.Nyckel).ToList();
        if (versioner.Count == 0) return Error.NotFound();
        var laget = await lage.Las([.. versioner.Select(d => d.Id)], cancellationToken);
        var nyast = versioner.MaxBy(d => d.VersionNr)!;
        var xml = await db.Definitioner.Where(d => d.Id == nyast.Id).Select(d => d.Xml).SingleAsync(cancellationToken);
        var definition = (await katalog.Paket(db, nyast.Id, cancellationToken)).Definition;
        return new ProcesslageSvar(
            laget.Rad(versioner), xml.Contains("BPMNPlane", StringComparison.Ordinal) ? xml : null, [.. laget.Platser(definition)]);
    }
}

/// <summary>What stands where in the processes, of the ärenden that the chef sees.</summary>
internal sealed class Processlage(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Processkatalog katalog)
{
    public async Task<List<Definitionsrad>> Definitioner(CancellationToken ct)
    {
        var alla = await db.Definitioner.OrderBy(d => d.Nyckel).ThenBy(d => d.VersionNr).Select(d => new { d.Id, d.Nyckel, d.VersionNr, d.Inlagd }).ToListAsync(ct);
        var rader = new List<Definitionsrad>(alla.Count);
        foreach (var d in alla) rader.Add(new(d.Id, d.Nyckel, d.VersionNr, d.Inlagd, (await katalog.Paket(db, d.Id, ct)).Definition.Name));
        return rader;
    }

    /// <param name="definitioner">Only these; null for all.</param>
    public async Task<Avlast> Las(IReadOnlyCollection<long>? definitioner, CancellationToken ct)
    {
        var arenden = atkomst.Enhetens().Where(a => a.Steg != Steg.Avslutat).Select(a => a.Id);
        var instanser = db.Instanser.Where(i => i.Status == Instansstatus.Aktiv && arenden.Contains(i.ArendeId));
        if (definitioner is not null) instanser = instanser.Where(i => definitioner.Contains(i.DefinitionId));
        var pagar = await instanser.GroupBy(i => i.DefinitionId).Select(g => new { g.Key, Antal = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Antal, ct);
        var enheter = anrop.Aktor.ChefFor;
        // Var för sig: då räcker indexen över det öppna och det som väntar.
        var oppna = await Rader(db.Uppgifter.Where(u => u.Status == Uppgiftsstatus.Oppen && enheter.Contains(u.EnhetId)), instanser).ToListAsync(ct);
        oppna.AddRange(await Rader(db.Uppgifter.Where(u => u.Status == Uppgiftsstatus.Vantar && enheter.Contains(u.EnhetId)), instanser).ToListAsync(ct));
        var stannat = await db.Incidenter.Where(i => i.Lost == null)
            .Join(instanser, i => i.InstansId, i => i.Id, (i, instans) => new { instans.DefinitionId, i.Nod }).ToListAsync(ct);
        return new(pagar, oppna, [.. stannat.Select(s => (s.DefinitionId, s.Nod))], SvenskTid.Midnatt(anrop.Idag), anrop.Idag);
    }

    private static IQueryable<Platsrad> Rader(IQueryable<Uppgift> uppgifter, IQueryable<Processinstans> instanser) =>
        uppgifter.Join(instanser, u => u.InstansId, i => i.Id, (u, i) => new Platsrad(i.DefinitionId, u.Nod, u.Titel, u.Skapad, u.Status == Uppgiftsstatus.Vantar ? u.Vaknar : u.Forfaller));

    internal sealed record Definitionsrad(long Id, string Nyckel, int VersionNr, DateTimeOffset Inlagd, string Namn);

    internal sealed record Platsrad(long Definition, string Nod, string Titel, DateTimeOffset Skapad, DateTimeOffset? Dag);

    internal sealed record Avlast(
        IReadOnlyDictionary<long, int> Pagar, IReadOnlyList<Platsrad> Oppna, IReadOnlyList<(long Definition, string Nod)> Stannat, DateTimeOffset Nu, DateOnly Idag)
    {
        public ProcessRad Rad(IEnumerable<Definitionsrad> versioner)
        {
            var alla = versioner.ToList();
            var (ids, nyast) = (alla.ConvertAll(d => d.Id).ToHashSet(), alla.MaxBy(d => d.VersionNr)!);
            var oppna = Oppna.Where(o => ids.Contains(o.Definition)).ToList();
            return new(
                nyast.Nyckel, nyast.Namn, nyast.VersionNr, SvenskTid.Dag(nyast.Inlagd), ids.Sum(id => Pagar.GetValueOrDefault(id)),
                ids.Where(id => id != nyast.Id).Sum(id => Pagar.GetValueOrDefault(id)), oppna.Count, oppna.Count(ArSen), Stannat.Count(s => ids.Contains(s.Definition)));
        }

        /// <summary>In the order of the drawing; those that only older versions have come last.</summary>
        public IEnumerable<Platslage> Platser(ProcessDefinition definition)
        {
            var (oppna, stannat) = (Oppna.ToLookup(o => o.Nod, StringComparer.Ordinal), Stannat.ToLookup(s => s.Nod, StringComparer.Ordinal));
            var noder = definition.Nodes.Where(n => n.UserTask is not null || stannat.Contains(n.Id)).Select(n => n.Id)
                .Concat(oppna.Select(g => g.Key).Concat(stannat.Select(g => g.Key)).Where(n => definition.FindNode(n) is null)).Distinct(StringComparer.Ordinal);
            return noder.Select(nod =>
            {
                var (har, ritad) = (oppna[nod].ToList(), definition.FindNode(nod));
                return new Platslage(nod, ritad?.Name ?? har.Select(o => o.Titel).FirstOrDefault() ?? nod, har.Count, har.Count(ArSen), Median(har), stannat[nod].Count(), ritad is null);
            });
        }

        private bool ArSen(Platsrad rad) => rad.Dag < Nu;

        private int Median(List<Platsrad> rader)
        {
            if (rader.Count == 0) return 0;
            var dagar = rader.ConvertAll(r => Math.Max(0, Idag.DayNumber - SvenskTid.Dag(r.Skapad).DayNumber));
            dagar.Sort();
            return dagar[dagar.Count / 2];
        }
    }
}
