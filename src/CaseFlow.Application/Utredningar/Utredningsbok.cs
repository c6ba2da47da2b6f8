using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Utredningar;

// Rummet Utredningar: läsa, skriva och avsluta utredningen. Varje del har sin egen revision, så att två kan skriva samtidigt i olika
// delar, och den som skriver över en nyare text får veta det utan att förlora sin egen.

/// <summary>Opens the utredning of an ärende for writing.</summary>
/// <remarks>The nämnd begins its utredning when the ansökan comes in (SoL (2025:400) 14 kap. 2 §: genast), and that is when the ärende is
/// opened. The document begins with its first text; reading never makes one.</remarks>
public sealed class Utredningsbok(CaseFlowDb db, Anrop anrop, IIdKalla ids, Arendeatkomst atkomst)
{
    public async Task<Result<Utredning>> OppnaForSkrivning(string nummer, CancellationToken ct)
    {
        var arende = await atkomst.OppnaForSkrivning(nummer, ct);
        return arende.Failed ? arende.Error : await HamtaEllerBorja(arende.Value.Id, ct);
    }

    internal async Task<Utredning> HamtaEllerBorja(ArendeId arende, CancellationToken ct)
    {
        // Den som just är påbörjad i samma anrop finns inte i databasen än.
        if (db.Utredningar.Local.FirstOrDefault(u => u.ArendeId == arende) is { } nyss) return nyss;
        if (await db.Utredningar.SingleOrDefaultAsync(u => u.ArendeId == arende, ct) is { } finns)
            return finns;
        var barn = await db.Ansokningar.AnyAsync(a => a.ArendeId == arende && a.BarnIHemmet, ct);
        var (utredning, handelse) = Utredning.Paborja(new(ids.Next()), arende, barn, anrop.Aktor.Id, anrop.Nu);
        db.Utredningar.Add(utredning);
        anrop.Handelse(handelse);
        return utredning;
    }
}

/// <param name="Rev">The revision to send with the next write.</param>
/// <param name="UppgiftVersion">The task's version after the write, when the write changed it; else null.</param>
/// <param name="Notis">What someone else had changed meanwhile and that is kept with it, in words; null when nobody had.</param>
public sealed record Sparat(DateTimeOffset Tid, int Rev, int? UppgiftVersion = null, string? Notis = null);
