using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter;

/// <summary>The door to a task: is the ärende open to the actor, is the task theirs, is it still open, and is it the copy they read.</summary>
public sealed class Uppgiftsatkomst(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Processkatalog katalog)
{
    private static readonly Forberedd<Func<CaseFlowDb, Guid, CancellationToken, Task<Par?>>> MedInstans = new(() => EF.CompileAsyncQuery(
        (CaseFlowDb db, Guid uppgift, CancellationToken ct) => db.Uppgifter.Where(u => u.PublikId == uppgift)
            .Join(db.Instanser, u => u.InstansId, i => i.Id, (u, i) => new Par(u, i)).SingleOrDefault()));

    /// <summary>To look at a task, open or done.</summary>
    public async Task<Result<Uppgiftslage>> Oppna(Guid uppgift, CancellationToken ct)
    {
        if (await Rad(uppgift, ct) is not { } rad) return Error.NotFound();
        return await Lage(rad, await atkomst.Oppna(rad.Uppgift.ArendeId, ct), ct);
    }

    /// <summary>To complete a task.</summary>
    /// <param name="version">The copy that was read.</param>
    /// <param name="nummer">The ärende whose page it was sent from: a task of another does not exist there. Null when the task alone was named.</param>
    /// <returns>Refused with FINNS_INTE, INTE_DIN_UPPGIFT, UPPGIFT_STANGD or INAKTUELL_KOPIA, or as <see cref="Arendeatkomst"/> refuses.</returns>
    public async Task<Result<Uppgiftslage>> OppnaForSlutforande(Guid uppgift, int version, CancellationToken ct, string? nummer = null)
    {
        if (await Rad(uppgift, ct) is not { } rad) return Error.NotFound();
        var lage = await Lage(rad, await atkomst.OppnaForHandlaggning(rad.Uppgift.ArendeId, ct), ct);
        if (lage.Failed) return lage;
        if (nummer is not null && lage.Value.Arende.Nummer != nummer) return Error.NotFound();
        if (Handlaggningsratt.Hinder(anrop, rad.Uppgift, lage.Value.Arende) is { } hinder) return hinder;
        if (rad.Uppgift.Status is not (Uppgiftsstatus.Oppen or Uppgiftsstatus.Vantar))
            return Error.Conflict("UPPGIFT_STANGD", "Uppgiften är redan klar eller har avbrutits. Gå till ärendet för att se var det står.");
        if (rad.Uppgift.Version != version) return Inaktuell.Kopia;
        return lage;
    }

    /// <summary>The open task of one of the nodes, in the ärende's own process; null when the process stands elsewhere.</summary>
    public async Task<Uppgift?> Oppen(ArendeId arende, IReadOnlyCollection<string> noder, CancellationToken ct) => await db.Uppgifter
        .Where(u => u.ArendeId == arende && u.InsatsId == null && noder.Contains(u.Nod)
            && (u.Status == Uppgiftsstatus.Oppen || u.Status == Uppgiftsstatus.Vantar))
        .OrderBy(u => u.Id).FirstOrDefaultAsync(ct);

    /// <summary>Whoever has the open task of one of the nodes on the screen must read it again before completing it.</summary>
    public async Task MasteLasasOm(ArendeId arende, IReadOnlyCollection<string> noder, CancellationToken ct)
    {
        if (await Oppen(arende, noder, ct) is { } uppgift) db.GorKopiorInaktuella(uppgift);
    }

    private Task<Par?> Rad(Guid uppgift, CancellationToken ct) => MedInstans.For(db)(db, uppgift, ct);

    private async Task<Result<Uppgiftslage>> Lage(Par rad, Result<Arende> arende, CancellationToken ct) => arende.Failed
        ? arende.Error
        : new Uppgiftslage(rad.Uppgift, arende.Value, rad.Instans, await katalog.Paket(db, rad.Instans.DefinitionId, ct));

    private sealed record Par(Uppgift Uppgift, Processinstans Instans);
}

/// <summary>Elements of the processes that use cases know by id.</summary>
internal static class Noder
{
    public const string TilldelaHandlaggare = "TilldelaHandlaggare";
    public const string GranskaAnsokan = "GranskaAnsokan";
    public const string Utred = "Utred";
    public const string LamnaForslag = "LamnaForslag";
    public const string FattaBeslut = "FattaBeslut";
    public const string Kommunicera = "Kommunicera";
    public const string TaEmotSynpunkter = "TaEmotSynpunkter";
    public const string VantaPaUppfoljning = "VantaPaUppfoljning";
    public const string FoljUpp = "FoljUpp";
    public const string NastaKvartal = "NastaKvartal";

    public static readonly IReadOnlyCollection<string> Fordelning = [TilldelaHandlaggare];
    public static readonly IReadOnlyCollection<string> NyAnsokan = [GranskaAnsokan, TilldelaHandlaggare];
    public static readonly IReadOnlyCollection<string> Kommunicering = [Kommunicera];
    public static readonly IReadOnlyCollection<string> Svar = [TaEmotSynpunkter];
    public static readonly IReadOnlyCollection<string> Beslut = [LamnaForslag, FattaBeslut];
    public static readonly IReadOnlyCollection<string> Tillagg = [LamnaForslag, Kommunicera, TaEmotSynpunkter, FattaBeslut];
    public static readonly IReadOnlyCollection<string> MedForslag = [LamnaForslag, Kommunicera, FattaBeslut];
}
