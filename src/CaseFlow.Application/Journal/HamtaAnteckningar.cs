using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Journal;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Journal;

/// <summary>The notes of an ärende, the latest written first, keyset paged.</summary>
/// <param name="Slag">Only of this kind; null for all.</param>
/// <param name="Fore">Cursor from the previous page: only those with a lower number; null from the latest.</param>
[Kraver(Behorighet.LasaArende)]
public sealed record HamtaAnteckningar(string Nummer, Anteckningsslag? Slag = null, int? Fore = null, int Antal = 20) : IQuery<AnteckningarSvar>;

/// <param name="Nasta">The cursor to the next page; null on the last.</param>
/// <param name="FarSkriva">The actor may write notes here.</param>
/// <param name="Utkast">The note that the reader has begun and not signed.</param>
/// <param name="SlagVal">Kinds to choose from, with their codes.</param>
/// <param name="Avslutat">The day the ärende was closed: what happened after it is not noted here.</param>
public sealed record AnteckningarSvar(
    ArendeHuvud Huvud, IReadOnlyList<AnteckningVy> Anteckningar, int? Nasta, bool FarSkriva, IReadOnlyList<(string Kod, string Namn)> SlagVal, DateOnly? Avslutat,
    UtkastVy? Utkast)
{
    /// <summary>The invändning against the akt that the reader has begun and not signed.</summary>
    public UtkastVy? Invandningsutkast { get; init; }
}

internal sealed class HamtaAnteckningarHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden, Anteckningslasare lasare, Utkastdorr utkasten)
    : IQueryHandler<HamtaAnteckningar, AnteckningarSvar>
{
    private const int FlestRader = 100;

    public async Task<Result<AnteckningarSvar>> Handle(HamtaAnteckningar request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var (arende, antal) = (oppnat.Value, Math.Clamp(request.Antal, 1, FlestRader));
        var urval = db.Anteckningar.Where(a => a.ArendeId == arende.Id);
        if (request.Slag is { } slag) urval = urval.Where(a => a.Slag == slag);
        if (request.Fore is { } fore) urval = urval.Where(a => a.Nr < fore);
        var rader = await urval.OrderByDescending(a => a.Nr).Take(antal + 1).ToListAsync(cancellationToken);
        var sida = rader.Take(antal).ToList();
        anrop.Visar(sida.Select(a => a.Id.Value));
        var huvud = await huvuden.Hamta(arende, cancellationToken);
        var egna = atkomst.FarSkriva ? await utkasten.Las(arende.Id, [Utkastslag.Anteckning], cancellationToken) : [];
        return new AnteckningarSvar(
            huvud, await lasare.Las(sida, anrop.Aktor.ChefFor.Contains(arende.EnhetId), huvud.Person.Dold, cancellationToken),
            rader.Count > antal ? sida[^1].Nr : null, atkomst.FarSkriva, Anteckningsvyer.Slagen,
            arende.Avslutat is { } slut ? Domain.Kalender.SvenskTid.Dag(slut) : null,
            egna.FirstOrDefault(u => u.Plats == Utkastplats.NyAnteckning.Kod))
        {
            Invandningsutkast = egna.FirstOrDefault(u => u.Plats == Utkastplats.InvandningMotAkten.Kod),
        };
    }
}
