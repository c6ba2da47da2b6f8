using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Handlingar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Handlingar;

/// <summary>The documents of an ärende, the latest registered first, keyset paged. Having asked is having seen them: they are no longer new to the
/// one who asked (<see cref="HandlingarsNyhet"/>).</summary>
/// <param name="Fore">Cursor from the previous page: only those with a lower number; null from the latest.</param>
[Kraver(Behorighet.LasaArende)]
public sealed record HamtaHandlingar(string Nummer, int? Fore = null, int Antal = 50) : IQuery<HandlingarSvar>;

/// <param name="Nasta">The cursor to the next page; null on the last.</param>
/// <param name="FarLaggaIn">The actor may file documents here, and makulera them.</param>
public sealed record HandlingarSvar(ArendeHuvud Huvud, IReadOnlyList<HandlingVy> Handlingar, int? Nasta, bool FarLaggaIn);

/// <param name="Beteckning">"2026-0419:3": the ärende's number and the document's.</param>
/// <param name="Slag">Code: inkommen, upprattad, utgaende.</param>
/// <param name="Storlek">"1,2 MB".</param>
/// <param name="KanOppnas">False for one that is makulerad, but for the chef.</param>
/// <param name="Ny">Someone else filed it since the actor looked last.</param>
/// <param name="Dold">A protected person's, who is not shown to the actor now: what it is called, from whom it came and the file are withheld.</param>
public sealed record HandlingVy(
    Guid Id, int Nr, string Beteckning, string Slag, DateOnly Dag, string? Part, string Titel, string Filnamn, string Typ, string Storlek, string Sha256,
    string RegistreradAv, DateTimeOffset Registrerad, MakuleringVy? Makulerad, bool KanOppnas, bool Ny, int Version,
    bool Dold = false);

public sealed record MakuleringVy(string Av, DateTimeOffset Tid, string Skal);

internal sealed class HamtaHandlingarHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden)
    : IQueryHandler<HamtaHandlingar, HandlingarSvar>
{
    private const int FlestRader = 200;

    public async Task<Result<HandlingarSvar>> Handle(HamtaHandlingar request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var (arende, antal) = (oppnat.Value, Math.Clamp(request.Antal, 1, FlestRader));
        var urval = db.Handlingar.Where(h => h.ArendeId == arende.Id);
        if (request.Fore is { } fore) urval = urval.Where(h => h.Nr < fore);
        var rader = await urval.OrderByDescending(h => h.Nr).Take(antal + 1).ToListAsync(cancellationToken);
        var sida = rader.Take(antal).ToList();
        var ids = sida.Select(h => h.Id).ToList();
        var nya = (await db.NyaHandlingar(anrop.Aktor.Id).Where(h => ids.Contains(h.Id)).Select(h => h.Id).ToListAsync(cancellationToken)).ToHashSet();
        var namn = await huvuden.Namn(sida.SelectMany(h => h.MakuleradAv is { } m ? new[] { h.RegistreradAv, m } : [h.RegistreradAv]), cancellationToken);
        var chef = anrop.Aktor.ChefFor.Contains(arende.EnhetId);
        anrop.Visar(ids.Select(i => i.Value));
        var huvud = await huvuden.Hamta(arende, cancellationToken);
        return new HandlingarSvar(
            huvud,
            [.. sida.Select(h => Vy(h, arende.Nummer, namn, h.OppningsHinder(chef) is null, nya.Contains(h.Id))).Select(h => huvud.Person.Dold ? Utan(h) : h)],
            rader.Count > antal ? sida[^1].Nr : null, atkomst.FarSkriva);
    }

    private static HandlingVy Vy(Handling h, string nummer, IReadOnlyDictionary<AnvandareId, string> namn, bool kanOppnas, bool ny) => new(
        h.PublikId, h.Nr, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{nummer}:{h.Nr}"), h.Slag.Kod(), h.Dag, h.Part, h.Titel, h.Filnamn,
        Path.GetExtension(h.Filnamn).TrimStart('.').ToUpperInvariant(), Storlek(h.Langd), h.Sha256, namn.GetValueOrDefault(h.RegistreradAv) ?? "Systemet", h.Registrerad,
        h is { Makulerad: { } tid, MakuleradAv: { } av, MakuleradSkal: { } skal } ? new(namn.GetValueOrDefault(av) ?? "", tid, skal) : null, kanOppnas, ny, h.Version);

    // OSL (2009:400) 21 kap. 3 §, 26 kap. 1 §
    private static HandlingVy Utan(HandlingVy h) => h with
    {
        Part = null, Titel = "", Filnamn = "", Sha256 = "", Makulerad = h.Makulerad is { } m ? m with { Skal = "" } : null, KanOppnas = false, Dold = true,
    };

    private static string Storlek(long langd) => langd switch
    {
        < 1024 => $"{langd} byte",
        < Handlingsgranser.Megabyte => string.Create(Svenska, $"{langd / 1024.0:0} kB"),
        _ => string.Create(Svenska, $"{langd / (double)Handlingsgranser.Megabyte:0.0} MB"),
    };

    private static readonly System.Globalization.CultureInfo Svenska = System.Globalization.CultureInfo.GetCultureInfo("sv-SE");
}
