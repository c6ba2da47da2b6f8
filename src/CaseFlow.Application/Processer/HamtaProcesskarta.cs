using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Processer;

/// <summary>Where the ärende stands in its processes: the drawing of each with what is passed and where it is now, and the same in words. The ärende's
/// own process first, then one for each granted insats. The same door as <see cref="HamtaArende"/>.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record HamtaProcesskarta(string Nummer) : IQuery<ProcesskartaSvar>;

/// <param name="Ritningar">The drawings (BPMN 2.0 XML), each once, by <see cref="Processkarta.Ritning"/>.</param>
public sealed record ProcesskartaSvar(ArendeHuvud Huvud, IReadOnlyList<Processkarta> Processer, IReadOnlyDictionary<string, string> Ritningar);

/// <param name="Id">Unique on the page.</param>
/// <param name="Insats">What it is about; null for the ärende's own process.</param>
/// <param name="Version">Of the definition it runs on: the newest when it started.</param>
/// <param name="Ritning">Null when the definition came without a drawing.</param>
/// <param name="Nu">Ids of the elements where it stands.</param>
/// <param name="Passerat">Ids of the elements and flows it has gone through.</param>
/// <param name="Steg">In the order they were reached; gateways are seen in the drawing only.</param>
public sealed record Processkarta(
    string Id, string? Insats, int Version, Instansstatus Status, DateTimeOffset Startad, DateTimeOffset? Slutad, string? Ritning,
    IReadOnlyList<string> Nu, IReadOnlyList<string> Passerat, IReadOnlyList<Kartsteg> Steg)
{
    /// <summary>Its name when another of the ärende's processes called it.</summary>
    public string? Delprocess { get; init; }
}

/// <param name="Namn">As the drawing names it.</param>
/// <param name="Av">Who did it; null while it goes on, and when the process went through it by itself.</param>
public sealed record Kartsteg(string Namn, Kartlage Lage, DateTimeOffset Borjade, DateTimeOffset? Slutade, string? Av);

/// <summary>Where a step is. <c>Stannat</c>: the process stands still there until someone has looked.</summary>
public enum Kartlage { Klart, Avbrutet, Nu, Stannat }

internal sealed class HamtaProcesskartaHandler(CaseFlowDb db, Arendeatkomst atkomst, Arendehuvuden huvuden, Processkatalog katalog)
    : IQueryHandler<HamtaProcesskarta, ProcesskartaSvar>
{
    public async Task<Result<ProcesskartaSvar>> Handle(HamtaProcesskarta request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var id = oppnat.Value.Id;
        var instanser = await db.Instanser.AsNoTracking().Where(i => i.ArendeId == id).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        var (instansIds, definitionIds) = (instanser.ConvertAll(i => i.Id), instanser.Select(i => i.DefinitionId).Distinct().ToList());
        var definitioner = await db.Definitioner.AsNoTracking().Where(d => definitionIds.Contains(d.Id)).Select(d => new { d.Id, d.VersionNr, d.Xml })
            .ToDictionaryAsync(d => d.Id, cancellationToken);
        var historik = (await db.Processhistorik.AsNoTracking().Where(h => instansIds.Contains(h.InstansId)).OrderBy(h => h.Id).ToListAsync(cancellationToken))
            .ToLookup(h => h.InstansId);
        var insatser = await db.Insatser.Where(i => i.ArendeId == id).ToDictionaryAsync(i => i.Id, i => i.Insatstyp, cancellationToken);
        var namn = await huvuden.Namn(historik.SelectMany(h => h).Select(h => h.Aktor), cancellationToken);

        var kartor = new List<Processkarta>(instanser.Count);
        foreach (var instans in instanser)
        {
            var (paket, rad) = (await katalog.Paket(db, instans.DefinitionId, cancellationToken), definitioner[instans.DefinitionId]);
            var tillstand = InstanceState.FromJson(instans.Tillstand);
            var vag = Processvag.For(historik[instans.Id]);
            kartor.Add(new(
                Nyckel(instans.Id.Value), instans.InsatsId is { } i && insatser.TryGetValue(i, out var typ) ? Insatskatalog.Namn(typ) : null,
                rad.VersionNr, instans.Status, instans.Startad, instans.Slutad, HarRitning(rad.Xml) ? Nyckel(rad.Id) : null,
                [.. tillstand.Tokens.Select(t => t.NodeId).Where(n => !paket.Definition.Node(n).IsScope).Distinct(StringComparer.Ordinal)], vag.Passerat,
                vag.Steg(paket.Definition, tillstand, namn)) { Delprocess = instans.AnropId is null ? null : paket.Definition.Name });
        }
        return new ProcesskartaSvar(
            await huvuden.Hamta(oppnat.Value, cancellationToken), kartor,
            definitioner.Values.Where(d => HarRitning(d.Xml)).ToDictionary(d => Nyckel(d.Id), d => d.Xml, StringComparer.Ordinal));
    }

    private static string Nyckel(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>BPMN 2.0 ch. 12: the drawing is apart from the process, and a file may lack it.</summary>
    private static bool HarRitning(string xml) => xml.Contains("BPMNPlane", StringComparison.Ordinal);
}
