using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arbetsfordelning;
using CaseFlow.Domain.Arenden;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arbetsfordelning;

/// <summary>Moves loaded ärenden with their open tasks to others, and keeps what was moved so that it can be undone.</summary>
public sealed class Flyttare(CaseFlowDb db, Anrop anrop, IIdKalla ids, Personregister personer, Processmotor motor)
{
    /// <param name="till">To whom each goes.</param>
    /// <returns>The move as kept, or the first refusal; then nothing is to be saved.</returns>
    public async Task<Result<Arendeflytt>> Flytta(IReadOnlyList<(Arende Arende, AnvandareId Till)> till, EnhetId enhet, string? skal, CancellationToken ct)
    {
        var gjord = Arendeflytt.Gor(
            new(ids.Next()), ids.NextPublic(), enhet, anrop.Aktor.Id, skal, [.. till.Select(t => (t.Arende.Id, t.Arende.HandlaggareId, t.Till))], anrop.Nu);
        if (gjord.Failed) return gjord.Error;
        db.Flyttar.Add(gjord.Value.Flytt);
        var bytt = await Byt(till, gjord.Value.Flytt.Skal, ct);
        if (bytt.Failed) return bytt.Error;
        return gjord.Value.Flytt;
    }

    /// <summary>Gives each to another and notes why, in the ärende itself.</summary>
    public async Task<Result<Done>> Byt(IReadOnlyList<(Arende Arende, AnvandareId Till)> till, string skal, CancellationToken ct)
    {
        var arenden = till.Select(t => t.Arende.Id).ToList();
        var oppna = (await db.Uppgifter.Where(u => arenden.Contains(u.ArendeId) && (u.Status == Uppgiftsstatus.Oppen || u.Status == Uppgiftsstatus.Vantar))
            .ToListAsync(ct)).ToLookup(u => u.ArendeId);
        await ForberedFordelning([.. oppna.SelectMany(g => g).Where(u => u.Nod == Noder.TilldelaHandlaggare).Select(u => u.InstansId)], ct);
        foreach (var (arende, ny) in till)
        {
            var tilldelat = arende.Tilldela(ny, anrop.Aktor.Id, anrop.Nu);
            if (tilldelat.Failed) return tilldelat.Error;
            anrop.Handelse(tilldelat.Value, arende.Id);
            var motiverat = Omfordelning.Motivera(arende.Id, skal, anrop.Nu);
            if (motiverat.Failed) return motiverat.Error;
            db.Omfordelningar.Add(motiverat.Value);
            if (arende.Skyddat) await personer.BytNamngiven(arende, tilldelat.Value.Tidigare, ct);
            foreach (var uppgift in oppna[arende.Id].Where(u => u.Grupp == Grupper.Handlaggare)) uppgift.TilldeladId = ny;

            // Därmed är det fördelat: processen går vidare som när chefen gör uppgiften.
            if (oppna[arende.Id].FirstOrDefault(u => u.Nod == Noder.TilldelaHandlaggare) is not { } fordelning) continue;
            var gjord = await motor.Slutfor(fordelning, arende, FeelContext.Empty, ct);
            if (gjord.Failed) return gjord.Error;
        }

        return Result.Done;
    }

    /// <summary>The processes that are to go on, read in one question.</summary>
    private async Task ForberedFordelning(List<InstansId> instanser, CancellationToken ct)
    {
        if (instanser.Count > 0) await db.Instanser.Where(i => instanser.Contains(i.Id)).LoadAsync(ct);
    }
}
