using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Application.Processer;

/// <summary>The one place where the engine's effects become tasks, timers and calls. Works inside the use case's transaction: it changes
/// tracked rows and never saves.</summary>
public sealed partial class Processmotor(
    CaseFlowDb db, Anrop anrop, IIdKalla ids, Processkatalog katalog, Delfel delfel, IEnumerable<ITjansteoperation> operationer, IDatabasfel databasfel,
    ILogger<Processmotor> log)
{
    private readonly Effektskrivare _effekter = new(db, anrop, ids, log);

    /// <summary>Starts the newest version of a process for an ärende, or for one of its insatser.</summary>
    public async Task<Result<Processinstans>> Starta(
        string nyckel, Arende arende, FeelContext variabler, InsatsId? insats, InstansId? startadAv, CancellationToken ct)
    {
        var definition = await Processkatalog.Aktuell(db, nyckel, ct)
            ?? throw new InvalidOperationException($"Processen {nyckel} är inte inlagd.");
        var instans = Ny(definition, arende, insats, startadAv, anropId: null);
        var svar = await Ge(instans, arende, new Start(variabler), ct);
        return svar.Failed ? svar.Error : instans;
    }

    /// <summary>Completes a task. Its row must be the one loaded by the use case.</summary>
    public async Task<Result<Done>> Slutfor(Uppgift uppgift, Arende arende, FeelContext variabler, CancellationToken ct)
    {
        var instans = db.Instanser.Local.FirstOrDefault(i => i.Id == uppgift.InstansId) ?? await db.Instanser.SingleAsync(i => i.Id == uppgift.InstansId, ct);
        uppgift.SlutfordAv = anrop.Aktor.Id;
        anrop.Handelse(new UppgiftSlutford(arende.Id, uppgift.Id, uppgift.Nod), arende.Id);
        return await Ge(instans, arende, new CompleteTask(uppgift.MotorId, variabler), ct);
    }

    /// <summary>Delivers a message to every running instance of the ärende that listens for it.</summary>
    /// <returns>How many instances it reached.</returns>
    public Task<Result<int>> Meddela(Arende arende, string namn, FeelContext variabler, CancellationToken ct) => Meddela(
        arende, namn, variabler, db.Instanser.Where(i => i.ArendeId == arende.Id), ct);

    /// <summary>Delivers a message to the ärende's own process, not to those of its insatser.</summary>
    public Task<Result<int>> MeddelaArendet(Arende arende, string namn, FeelContext variabler, CancellationToken ct) => Meddela(
        arende, namn, variabler, db.Instanser.Where(i => i.ArendeId == arende.Id && i.InsatsId == null), ct);

    /// <summary>Delivers a message to the process of one insats alone.</summary>
    public Task<Result<int>> MeddelaInsats(Arende arende, InsatsId insats, string namn, FeelContext variabler, CancellationToken ct) => Meddela(
        arende, namn, variabler, db.Instanser.Where(i => i.ArendeId == arende.Id && i.InsatsId == insats), ct);

    private async Task<Result<int>> Meddela(Arende arende, string namn, FeelContext variabler, IQueryable<Processinstans> till, CancellationToken ct)
    {
        var natt = 0;
        foreach (var instans in await Lyssnar(till, namn, ct))
        {
            // Den som slutade tidigare i samma kommando står ännu som aktiv i databasen.
            if (instans.Status != Instansstatus.Aktiv) continue;
            var svar = await Ge(instans, arende, new DeliverMessage(namn, null, variabler), ct);
            if (svar.Failed) return svar.Error;
            natt++;
        }
        return natt;
    }

    /// <summary>Lets a timer in the process of one insats go off before its day.</summary>
    /// <param name="nod">The timer event's id in the process.</param>
    /// <returns>False when the process does not wait there.</returns>
    public async Task<Result<bool>> TandTidigare(Arende arende, InsatsId insats, string nod, CancellationToken ct)
    {
        var instanser = await db.Instanser.Where(i => i.ArendeId == arende.Id && i.InsatsId == insats && i.Status == Instansstatus.Aktiv).ToListAsync(ct);
        if (instanser.Select(i => (Instans: i, Timer: Tillstand(i)?.Timers.FirstOrDefault(t => t.NodeId == nod))).FirstOrDefault(p => p.Timer is not null)
            is not { Instans: { } instans, Timer: { } timer }) return false;
        var svar = await Ge(instans, arende, new FireTimer(timer.Id), ct);
        if (svar.Failed) return svar.Error;
        return true;
    }

    /// <summary>Gives the ärende's open tasks to its present handläggare.</summary>
    public async Task Omtilldela(Arende arende, CancellationToken ct)
    {
        var oppna = await db.Uppgifter
            .Where(u => u.ArendeId == arende.Id && u.Grupp == Grupper.Handlaggare && (u.Status == Uppgiftsstatus.Oppen || u.Status == Uppgiftsstatus.Vantar))
            .ToListAsync(ct);
        foreach (var uppgift in oppna) uppgift.TilldeladId = arende.HandlaggareId;
    }

    /// <summary>Whether a process of the ärende still runs.</summary>
    public async Task<bool> Lever(Arende arende, CancellationToken ct)
    {
        // Den som slutade i samma kommando står ännu som aktiv i databasen.
        var slut = db.Instanser.Local.Where(i => i.ArendeId == arende.Id && i.Status != Instansstatus.Aktiv).Select(i => i.Id).ToList();
        return db.Instanser.Local.Any(i => i.ArendeId == arende.Id && i.Status == Instansstatus.Aktiv)
            || await db.Instanser.AnyAsync(i => i.ArendeId == arende.Id && i.Status == Instansstatus.Aktiv && !slut.Contains(i.Id), ct);
    }

    /// <summary>An ärende with nothing left running is closed.</summary>
    private async Task AvslutaArendet(Arende arende, CancellationToken ct)
    {
        if (arende.ArAvslutat || await Lever(arende, ct) || await Misslyckats(arende, ct)) return;
        var avslut = arende.Avsluta(await Orsak(arende, ct), anrop.Nu);
        if (avslut.Failed) throw new InvalidOperationException($"Ärende {arende.Id} har ingen process kvar men går inte att avsluta: {avslut.Error.Code}.");
        anrop.Handelse(avslut.Value, arende.Id);
    }

    /// <summary>A process that ended in an error has decided nothing: the ärende stays open until someone has looked.</summary>
    private async Task<bool> Misslyckats(Arende arende, CancellationToken ct) =>
        db.Incidenter.Local.Any(i => i.ArendeId == arende.Id && i.Lost is null)
        || await db.Incidenter.AnyAsync(i => i.ArendeId == arende.Id && i.Lost == null && i.MotorId == Incident.Slut, ct);

    private async Task<AvslutsOrsak> Orsak(Arende arende, CancellationToken ct) =>
        await db.Personer.FindAsync([arende.PersonId], ct) is { Avliden: not null } ? AvslutsOrsak.Avliden
        : arende.Steg is Steg.Verkstallighet or Steg.Uppfoljning ? AvslutsOrsak.InsatserAvslutade
        : await BaraAnmalan(arende, ct) ? AvslutsOrsak.AnmalanGjord
        : AvslutsOrsak.Avslag;

    /// <summary>What was applied for is for another authority, and it has been told.</summary>
    private async Task<bool> BaraAnmalan(Arende arende, CancellationToken ct)
    {
        var beslut = await db.BeslutI(arende.Id).Select(b => new { b.Overklagandeform, b.Utfall }).ToListAsync(ct);
        return beslut.Exists(b => b.Utfall == Beslutsutfall.Bifall) && beslut.TrueForAll(b => b.Overklagandeform == Overklagandeform.Anmalan);
    }
}

public static class Grupper
{
    public const string Handlaggare = "handlaggare";
    public const string Chef = "chef";
}

/// <summary>A person finished a task of the process.</summary>
public sealed record UppgiftSlutford(ArendeId Arende, UppgiftId Uppgift, string Nod) : IHandelse;

/// <summary>A timer of the process went off.</summary>
/// <param name="Nod">The timer event's id in the process.</param>
public sealed record TidsgransPasserad(ArendeId Arende, InstansId Instans, string Nod) : IHandelse;

/// <summary>The process stands still and someone must look.</summary>
public sealed record ProcessStannade(ArendeId Arende, InstansId Instans, string Nod, string Kod) : IHandelse;

/// <summary>A decision table of the process was asked, and which of its rows decided.</summary>
public sealed record BeslutstabellTillampad(ArendeId Arende, InstansId Instans, string Nod, string Tabellkod, IReadOnlyList<string> Regelkoder) : IHandelse;
