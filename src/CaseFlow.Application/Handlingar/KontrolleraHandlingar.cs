using System.Security.Cryptography;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Handlingar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Handlingar;

/// <summary>Reads the files of documents, some at a time, and says which are missing or not what was registered: after a restore, and now and then.</summary>
/// <param name="Efter">Cursor from the call before; null from the first.</param>
[Kraver(Behorighet.KoraProcess)]
public sealed record KontrolleraHandlingar(long? Efter = null, int Antal = 200) : IQuery<KontrolleradeHandlingar>;

/// <param name="Antal">How many were read.</param>
/// <param name="Nasta">The cursor to go on from; null when all have been read.</param>
public sealed record KontrolleradeHandlingar(int Antal, IReadOnlyList<TrasigHandling> Trasiga, long? Nasta);

/// <param name="Beteckning">"2026-0419:3".</param>
public sealed record TrasigHandling(string Beteckning, Handlingsfel Fel);

public enum Handlingsfel { Saknas = 1, Andrad = 2 }

internal sealed class KontrolleraHandlingarHandler(CaseFlowDb db, IHandlingslager lager) : IQueryHandler<KontrolleraHandlingar, KontrolleradeHandlingar>
{
    private const int FlestRader = 1000;

    public async Task<Result<KontrolleradeHandlingar>> Handle(KontrolleraHandlingar request, CancellationToken cancellationToken)
    {
        var (antal, efter) = (Math.Clamp(request.Antal, 1, FlestRader), new HandlingId(request.Efter ?? 0));
        var rader = await db.Handlingar.Where(h => h.Id > efter).OrderBy(h => h.Id).Take(antal + 1)
            .Join(db.Arenden, h => h.ArendeId, a => a.Id, (h, a) => new { h.Id, h.Nr, h.Lagringsnamn, h.Langd, h.Sha256, a.Nummer }).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var trasiga = new List<TrasigHandling>();
        foreach (var rad in rader.Take(antal))
        {
            if (await Prova(rad.Lagringsnamn, rad.Langd, rad.Sha256, cancellationToken) is { } fel)
                trasiga.Add(new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rad.Nummer}:{rad.Nr}"), fel));
        }
        return new KontrolleradeHandlingar(Math.Min(rader.Count, antal), trasiga, rader.Count > antal ? rader[antal - 1].Id.Value : null);
    }

    private async Task<Handlingsfel?> Prova(string namn, long langd, string sha256, CancellationToken ct)
    {
        try
        {
            await using var innehall = lager.Oppna(namn);
            return innehall.Length == langd && Convert.ToHexStringLower(await SHA256.HashDataAsync(innehall, ct)) == sha256 ? null : Handlingsfel.Andrad;
        }
        catch (InvalidDataException)
        {
            return Handlingsfel.Andrad;
        }
        catch (IOException)
        {
            return Handlingsfel.Saknas;
        }
    }
}
