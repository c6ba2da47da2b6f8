using System.Security.Cryptography;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Makes a key under a name that tells it from the owner's others, whoever asked for it.</summary>
internal sealed class Nyckelmakare(CaseFlowDb db, Anrop anrop, IIdKalla ids)
{
    /// <param name="innehavare">Whose it is; null for a system's own.</param>
    /// <returns>The key, <c>NYCKELNAMN_UPPTAGET</c>, or as <see cref="ApiNyckel.Skapa"/>.</returns>
    public async Task<Result<NyApiNyckel>> Gor(
        string? namn, IReadOnlyList<string> behorigheter, EnhetId enhet, AnvandareId? innehavare, DateOnly? gallerTom, CancellationToken ct)
    {
        var rent = namn?.Trim() ?? "";
        if (await db.ApiNycklar.AnyAsync(n => n.Namn == rent && n.AnvandareId == innehavare && n.Sparrad == null, ct))
            return Error.Conflict("NYCKELNAMN_UPPTAGET", "Det finns redan en nyckel med det namnet. Välj ett annat, eller spärra den gamla först.");
        var skapad = ApiNyckel.Skapa(
            new(ids.Next()), rent, behorigheter, enhet, RandomNumberGenerator.GetBytes(ApiNyckelhash.Slumplangd), anrop.Nu, innehavare, gallerTom);
        if (skapad.Failed) return skapad.Error;
        db.ApiNycklar.Add(skapad.Value.Nyckel);
        anrop.Handelse(skapad.Value.Handelse);
        return new NyApiNyckel(rent, skapad.Value.Klartext);
    }
}
