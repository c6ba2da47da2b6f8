using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>A draft as the one who wrote it gets it back.</summary>
/// <param name="Plats">Code of a <see cref="Utkastplats"/>.</param>
public sealed record UtkastVy(string Plats, IReadOnlyDictionary<string, string[]> Falt, DateTimeOffset Sparat);

/// <summary>The door to drafts: who may save in a place may keep a draft of it, and gets only her own.</summary>
public sealed class Utkastdorr(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst)
{
    /// <summary>Opens a place for typing, by the same rules as its own page saves by.</summary>
    internal async Task<Result<(Arende Arende, Utkastplats Plats)>> Oppna(string nummer, string plats, CancellationToken ct)
    {
        var tolkad = Utkastplats.Tolka(plats);
        var oppnat = tolkad?.Slag is Utkastslag.Anteckning ? await atkomst.OppnaAvenAvslutat(nummer, ct) : await atkomst.OppnaForSkrivning(nummer, ct);
        if (oppnat.Failed) return oppnat.Error;
        if (tolkad is null) return Error.NotFound();
        return tolkad.Slag is Utkastslag.Uppgift && await Uppgiftshinder(oppnat.Value, Guid.Parse(tolkad.Nyckel), ct) is { } hinder ? hinder : (oppnat.Value, tolkad);
    }

    /// <summary>The actor's own draft of a place; without an ärende for a place that is not in one.</summary>
    internal IQueryable<Utkast> Egna(ArendeId? arende, Utkastplats plats) => Egna(db, anrop.Aktor.Id, arende, plats);

    internal static IQueryable<Utkast> Egna(CaseFlowDb db, AnvandareId agare, ArendeId? arende, Utkastplats plats)
    {
        var (slag, nyckel) = (plats.Slag, plats.Nyckel);
        // Var för sig: det ena har indexet med ärendet, det andra det utan.
        return arende is { } id
            ? db.Utkast.Where(u => u.AgareId == agare && u.ArendeId == id && u.Slag == slag && u.Nyckel == nyckel)
            : db.Utkast.Where(u => u.AgareId == agare && u.ArendeId == null && u.Slag == slag && u.Nyckel == nyckel);
    }

    /// <summary>The actor's own drafts of a page, past its door: of these kinds in the ärende.</summary>
    internal async Task<IReadOnlyList<UtkastVy>> Las(ArendeId arende, Utkastslag[] slag, CancellationToken ct)
    {
        var agare = anrop.Aktor.Id;
        return [.. (await db.Utkast.AsNoTracking().Where(u => u.AgareId == agare && u.ArendeId == arende && slag.Contains(u.Slag)).ToListAsync(ct)).Select(Vy)];
    }

    /// <summary>The parts of the utredning where the actor has typed what is not saved, by name: it would be lost when the utredning is closed.</summary>
    internal async Task<IReadOnlyList<(string Del, string Namn)>> Osparade(ArendeId arende, CancellationToken ct)
    {
        var agare = anrop.Aktor.Id;
        var delar = await db.Utkast.Where(u => u.AgareId == agare && u.ArendeId == arende && u.Slag == Utkastslag.Utredning).Select(u => u.Nyckel).ToListAsync(ct);
        return [.. Utkastplats.Utredningsdelar.Where(d => delar.Contains(d.Del))];
    }

    /// <summary>The actor's own draft of one place, past its door; null when there is none.</summary>
    internal async Task<UtkastVy?> Las(ArendeId? arende, Utkastplats plats, CancellationToken ct) =>
        await Egna(arende, plats).AsNoTracking().SingleOrDefaultAsync(ct) is { } utkast ? Vy(utkast) : null;

    private async Task<Error?> Uppgiftshinder(Arende arende, Guid id, CancellationToken ct)
    {
        if (await db.Uppgifter.SingleOrDefaultAsync(u => u.PublikId == id, ct) is not { } uppgift || uppgift.ArendeId != arende.Id) return Error.NotFound();
        if (Handlaggningsratt.Hinder(anrop, uppgift, arende) is { } hinder) return hinder;
        return uppgift.Status is Uppgiftsstatus.Oppen or Uppgiftsstatus.Vantar
            ? null : Error.Conflict("UPPGIFT_STANGD", "Uppgiften är redan klar eller har avbrutits. Gå till ärendet för att se var det står.");
    }

    private static UtkastVy Vy(Utkast utkast) => new(utkast.Plats, Utkastfalt.FranJson(utkast.Falt), utkast.Sparat);
}
