using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Beslutsfattande;

// Rummet Beslutsfattande: från avslutad utredning till fattat beslut och brev. Förslag per ansökt insats, vem som får besluta enligt
// delegationsordningen, beslutet i ett svep, och texten som personen får.

/// <summary>What a beslut in an ärende rests on.</summary>
/// <param name="Kommunicering">The latest one.</param>
public sealed record Beslutsakt(
    IReadOnlyList<AnsoktInsats> Ansokta, Utredning? Utredning, Kommunicering? Kommunicering, IReadOnlyList<Beslut> Beslut)
{
    public Beslut? For(AnsoktInsatsId ansokt) => Beslut.FirstOrDefault(b => b.AnsoktInsatsId == ansokt);

    /// <summary>The ansökta insatser that no förslag is written for.</summary>
    public IReadOnlyList<AnsoktInsats> UtanForslag => [.. Ansokta.Where(a => For(a.Id) is null)];

    /// <summary>What is tried: never less than the ansökan asks for, unless the person herself has changed it.</summary>
    public Yrkande Yrkande(AnsoktInsats ansokt)
    {
        var beskriven = Utredning?.Insatser.FirstOrDefault(i => i.AnsoktInsatsId == ansokt.Id);
        var omfattning = beskriven is null ? ansokt.SoktOmfattning : beskriven.Yrkad(ansokt.SoktOmfattning);
        return new(ansokt.Id, ansokt.Insatstyp, omfattning, ansokt.SoktEnhet ?? beskriven?.SoktEnhet ?? Insatskatalog.Finn(ansokt.Insatstyp)?.Enhet, null);
    }
}

public sealed class Beslutsakter(CaseFlowDb db, Anrop anrop)
{
    public async Task<Beslutsakt> Las(ArendeId arende, CancellationToken ct)
    {
        var ansokningar = await db.Ansokningar.Where(a => a.ArendeId == arende).OrderBy(a => a.Id).ToListAsync(ct);
        return new(
            [.. ansokningar.SelectMany(a => a.Insatser)],
            await db.Utredningar.SingleOrDefaultAsync(u => u.ArendeId == arende, ct),
            await db.Kommuniceringar.Where(k => k.ArendeId == arende).OrderByDescending(k => k.Id).FirstOrDefaultAsync(ct),
            await db.Beslut.Where(b => b.ArendeId == arende).OrderBy(b => b.Id).ToListAsync(ct));
    }

    public Result<Beslutsunderlag> Underlag(Beslutsakt akt) => Beslutsunderlag.Prova(akt.Utredning, akt.Kommunicering, akt.Beslut, anrop.Idag);
}
