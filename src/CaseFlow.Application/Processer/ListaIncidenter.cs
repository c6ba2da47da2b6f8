using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Processer;

/// <summary>Where processes stand still, the one that has stood longest first. For whoever runs the system: numbers, elements and causes,
/// nothing of what an ärende is about.</summary>
[Kraver(Behorighet.KoraProcess, Behorighet.SkotaProcesser)]
public sealed record ListaIncidenter : IQuery<OlostaIncidenter>
{
    /// <summary>The most that is listed at a time.</summary>
    public const int Mest = 200;
}

/// <param name="Fler">There are more than <see cref="ListaIncidenter.Mest"/>.</param>
/// <param name="Forsoks">What has failed and is tried again by itself; it becomes an incident when it has been tried enough.</param>
public sealed record OlostaIncidenter(IReadOnlyList<IncidentRad> Rader, bool Fler, IReadOnlyList<ForsokRad> Forsoks);

/// <param name="Gang">How many times it has failed.</param>
/// <param name="Nasta">When it is tried next.</param>
public sealed record ForsokRad(string Arendenummer, string Process, string Namn, string? Kod, int Gang, DateTimeOffset Nasta);

/// <param name="Id">What <see cref="ForsokIncidentIgen"/> takes.</param>
/// <param name="Nod">The element's id in the process.</param>
/// <param name="Operation">What the element was to carry out (<c>cf:operation</c>); null when it stopped on something else.</param>
/// <param name="Kod">Code of the latest cause.</param>
/// <param name="Uppstod">When it first stopped there.</param>
public sealed record IncidentRad(
    long Id, string Arendenummer, string Process, string Nod, string Namn, string? Operation, string Kod, string Text, DateTimeOffset Uppstod)
{
    internal static IncidentRad Av(Incident incident, string nummer, Processpaket paket)
    {
        var nod = paket.Definition.FindNode(incident.Nod);
        return new(incident.Id, nummer, paket.Definition.Key, incident.Nod, nod?.Name ?? "", nod?.Operation, incident.Kod, incident.Text, incident.Uppstod);
    }
}

internal sealed class ListaIncidenterHandler(CaseFlowDb db, Anrop anrop, Processkatalog katalog) : IQueryHandler<ListaIncidenter, OlostaIncidenter>
{
    public async Task<Result<OlostaIncidenter>> Handle(ListaIncidenter request, CancellationToken cancellationToken)
    {
        var olosta = await db.Incidenter.Where(i => i.Lost == null).OrderBy(i => i.Uppstod).ThenBy(i => i.Id).Take(ListaIncidenter.Mest + 1)
            .Select(i => new
            {
                Incident = i,
                Nummer = db.Arenden.Where(a => a.Id == i.ArendeId).Select(a => a.Nummer).First(),
                Definition = db.Instanser.Where(p => p.Id == i.InstansId).Select(p => p.DefinitionId).First(),
            })
            .ToListAsync(cancellationToken);
        var rader = new List<IncidentRad>();
        foreach (var rad in olosta.Take(ListaIncidenter.Mest))
            rader.Add(IncidentRad.Av(rad.Incident, rad.Nummer, await katalog.Paket(db, rad.Definition, cancellationToken)));
        anrop.Visar(rader.Select(r => r.Id));
        return new OlostaIncidenter(rader, olosta.Count > rader.Count, await Forsoks(cancellationToken));
    }

    private async Task<IReadOnlyList<ForsokRad>> Forsoks(CancellationToken ct)
    {
        var poster = await db.Utkorg.Where(p => p.Forsok > 0).OrderBy(p => p.Tands).ThenBy(p => p.Id).Take(ListaIncidenter.Mest)
            .Select(p => new
            {
                Post = p,
                Nummer = db.Arenden.Where(a => a.Id == p.ArendeId).Select(a => a.Nummer).First(),
                Definition = db.Instanser.Where(i => i.Id == p.InstansId).Select(i => i.DefinitionId).First(),
            })
            .ToListAsync(ct);
        var rader = new List<ForsokRad>(poster.Count);
        foreach (var rad in poster)
        {
            var process = (await katalog.Paket(db, rad.Definition, ct)).Definition.Name;
            rader.Add(new(rad.Nummer, process, rad.Post.Namn, rad.Post.Kod, rad.Post.Forsok, rad.Post.Tands));
        }
        return rader;
    }
}
