using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Handlingar;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Beslutsfattande;

// Rummet Beslutsfattande: från avslutad utredning till fattat beslut och brev. Förslag per ansökt insats, vem som får besluta enligt
// delegationsordningen, beslutet i ett svep, och texten som personen får.

/// <summary>What a beslut in an ärende rests on.</summary>
/// <param name="Ansokta">What is to be decided: not those the person has withdrawn.</param>
/// <param name="Kommuniceringar">In the order they were made.</param>
/// <param name="Ankomstdag">The day the ansökan came in, or the new trial began.</param>
/// <param name="Omprovade">The running insatser that are tried anew.</param>
/// <param name="Inkomna">Documents that have come in, when the material has been communicated and something is to go against the person, or is shown; else empty.</param>
public sealed record Beslutsakt(
    IReadOnlyList<AnsoktInsats> Ansokta, Utredning? Utredning, IReadOnlyList<Kommunicering> Kommuniceringar, IReadOnlyList<Beslut> Beslut,
    IReadOnlyList<Insats> Omprovade, DateOnly Ankomstdag, IReadOnlyList<Handling> Inkomna)
{
    /// <summary>Those with jäv in the ärende, by name: what they wrote before it was known still stands in it.</summary>
    // FL (2017:900) 17 §: den som är jävig får inte ta del i handläggningen
    public required IReadOnlyDictionary<AnvandareId, string> Javiga { get; init; }

    public Beslut? For(AnsoktInsatsId ansokt) => Beslut.FirstOrDefault(b => b.AnsoktInsatsId == ansokt);

    /// <summary>The running insats that a beslut would replace, or null.</summary>
    public Insats? Lopande(InsatsId? omprovar) => Omprovade.FirstOrDefault(i => i.Id == omprovar);

    /// <summary>What has come in that the person has not seen, by the latest kommunicering.</summary>
    public IReadOnlyList<Handling> Osedda => Kommuniceringar is [.., var senaste] ? [.. senaste.HarInteMed(Inkomna)] : [];

    /// <summary>The person does not get all that she applies for.</summary>
    public bool GarEmot => Beslut.Any(b => b.GarEmot);

    /// <summary>The ansökta insatser that no förslag is written for.</summary>
    public IReadOnlyList<AnsoktInsats> UtanForslag => [.. Ansokta.Where(a => For(a.Id) is null)];

    /// <summary>What is tried: never less than the ansökan asks for, unless the person herself has changed it.</summary>
    public Yrkande Yrkande(AnsoktInsats ansokt)
    {
        var omfattning = Utredning is null ? ansokt.SoktOmfattning : Utredning.Yrkad(ansokt.Id, ansokt.SoktOmfattning);
        return new(
            ansokt.Id, ansokt.Insatstyp, omfattning, ansokt.Enhet, ansokt.SoktFrom is { } from ? new(from, ansokt.SoktTom) : null, ansokt.OmprovarInsatsId);
    }
}

public sealed class Beslutsakter(CaseFlowDb db, Anrop anrop)
{
    public async Task<Beslutsakt> Las(ArendeId arende, CancellationToken ct, bool visas = false)
    {
        var ansokningar = await db.Ansokningar.Where(a => a.ArendeId == arende).OrderBy(a => a.Id).ToListAsync(ct);
        var ansokta = ansokningar.SelectMany(a => a.Kvar).ToList();
        var omprovade = ansokta.Select(a => a.OmprovarInsatsId).OfType<InsatsId>().ToList();
        var kommuniceringar = await db.Kommuniceringar.Where(k => k.ArendeId == arende).OrderBy(k => k.Id).ToListAsync(ct);
        var beslut = await db.BeslutI(arende).ToListAsync(ct);
        // Bara det som går personen emot får inte vila på något hon inte har sett; den som ska besluta får veta det ändå.
        var lasInkomna = kommuniceringar.Count > 0 && (visas || beslut.Exists(b => b is { Status: Beslutsstatus.Forslag, GarEmot: true }));
        return new(
            ansokta,
            await db.Utredningar.SingleOrDefaultAsync(u => u.ArendeId == arende, ct),
            kommuniceringar,
            beslut,
            omprovade.Count == 0 ? [] : await db.Insatser.Where(i => omprovade.Contains(i.Id)).ToListAsync(ct),
            ansokningar[0].Ankomstdag,
            !lasInkomna ? [] : await db.Handlingar.AsNoTracking()
                .Where(h => h.ArendeId == arende && h.Slag == Handlingsslag.Inkommen && h.Makulerad == null).OrderBy(h => h.Nr).ToListAsync(ct))
        {
            Javiga = await db.Jav.Where(j => j.ArendeId == arende && j.Havt == null)
                .Join(db.Anvandare, j => j.AnvandareId, a => a.Id, (j, a) => new { a.Id, a.Namn }).ToDictionaryAsync(a => a.Id, a => a.Namn, ct),
        };
    }

    /// <summary>What the person has, or is to get, of the kinds applied for and that a beslut in this ärende adds to: not what it replaces.</summary>
    public async Task<IReadOnlyList<Insats>> Ovriga(Arende arende, Beslutsakt akt, CancellationToken ct)
    {
        var typer = akt.Ansokta.Select(a => a.Insatstyp).ToList();
        var ersatts = akt.Omprovade.Select(i => i.Id).ToList();
        return await db.Insatser.AsNoTracking().Where(Insats.InteSlut(anrop.Idag))
            .Where(i => i.PersonId == arende.PersonId && i.ArendeId != arende.Id && typer.Contains(i.Insatstyp) && !ersatts.Contains(i.Id))
            .OrderBy(i => i.Id).ToListAsync(ct);
    }

    public Result<Beslutsunderlag> Underlag(Beslutsakt akt) => Beslutsunderlag.Prova(akt.Utredning, akt.Kommuniceringar, akt.Beslut, anrop.Idag, akt.Inkomna);
}

internal static class Beslutslasning
{
    /// <summary>The beslut of an ärende, from förslag on, in the order they were written. A förslag about an insats that the person has
    /// withdrawn is left out: nobody decides it, and it stands in no letter.</summary>
    public static IQueryable<Beslut> BeslutI(this CaseFlowDb db, ArendeId arende) => db.Beslut
        .Where(b => b.ArendeId == arende && !db.Set<AnsoktInsats>().Any(i => i.Id == b.AnsoktInsatsId && i.AtertagenDag != null))
        .OrderBy(b => b.Id);
}
