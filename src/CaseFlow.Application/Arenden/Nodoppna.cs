using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Opens an ärende that does not exist for the actor, in an emergency: another unit's, or a protected person's. To read, for a limited time.
/// The unit's chef reviews it. A number that does not exist, or that nothing may open, gets the same answer.</summary>
[Kraver(Behorighet.Nodoppna)]
public sealed record Nodoppna(string? Nummer, string? Skal) : ICommand<Nodoppnad>
{
    public override string ToString() => "Nodoppna";
}

/// <param name="Tom">When it ends; null when the ärende was open to the actor already and no opening was made.</param>
public sealed record Nodoppnad(string Nummer, DateTimeOffset? Tom);

internal static class Nodoppningar
{
    /// <summary>When the emergency opening that let the actor in ends; null when it was something else.</summary>
    public static async Task<DateTimeOffset?> NodoppnadTill(this CaseFlowDb db, Anrop anrop, ArendeId arende, CancellationToken ct)
    {
        if (anrop.Grund != Atkomstbeslut.Nodoppning.Grund()) return null;
        var (aktor, nu) = (anrop.Aktor.Id, anrop.Nu);
        return await db.Nodoppningar.Where(n => n.AnvandareId == aktor && n.ArendeId == arende && n.Tom > nu).MaxAsync(n => (DateTimeOffset?)n.Tom, ct);
    }
}

internal sealed class NodoppnaHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids, Arendeatkomst atkomst, Nodoppningsregel regel) : ICommandHandler<Nodoppna, Nodoppnad>
{
    private static readonly TimeSpan Dygn = TimeSpan.FromDays(1);

    public async Task<Result<Nodoppnad>> Handle(Nodoppna request, CancellationToken cancellationToken)
    {
        // Skälet och takten prövas först: de säger inget om ärendet. Jour ger rätten att nödöppna, en annan roll att läsa.
        if (!anrop.Aktor.Har(Behorighet.LasaArende))
            return Error.Rule("JOUR_UTAN_ROLL", "Jour öppnar ärenden bara tillsammans med en roll som läser dem, till exempel handläggare. Be förvaltningen om en sådan.");
        if (Nodoppning.ProvaSkal(request.Skal) is { } fel) return fel;
        if (await ForMangaSedan(anrop.Nu - Dygn, cancellationToken))
            return Error.Rule("NODOPPNING_FOR_MANGA", $"Du har nödöppnat {regel.FlestPerDygn} ärenden det senaste dygnet. Fler går inte: ring enhetens chef.");
        var (oppnat, oppet) = await atkomst.OppnaForNodoppning(request.Nummer?.Trim() ?? "", cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        if (oppet) return new Nodoppnad(arende.Nummer, await db.NodoppnadTill(anrop, arende.Id, cancellationToken));

        var oppnad = Nodoppning.Oppna(new(ids.Next()), anrop.Aktor.Id, arende.Id, request.Skal, regel, await RattGavsAv(cancellationToken), anrop.Nu);
        if (oppnad.Failed) return oppnad.Error;
        db.Nodoppningar.Add(oppnad.Value.Nodoppning);
        anrop.Galler(arende.Id, Atkomstbeslut.Nodoppning.Grund());
        anrop.Handelse(oppnad.Value.Handelse);
        return new Nodoppnad(arende.Nummer, oppnad.Value.Nodoppning.Tom);
    }

    /// <summary>Who let the actor have jour; null for a chef, and for what came from the command line.</summary>
    private async Task<AnvandareId?> RattGavsAv(CancellationToken ct)
    {
        var (aktor, idag) = (anrop.Aktor.Id, anrop.Idag);
        return await db.Uppdrag.Where(u => u.AnvandareId == aktor && u.Roll == Roll.Jour && u.From <= idag && (u.Tom == null || u.Tom >= idag))
            .OrderByDescending(u => u.From).Select(u => u.GavsAv).FirstOrDefaultAsync(ct);
    }

    private async Task<bool> ForMangaSedan(DateTimeOffset sedan, CancellationToken ct)
    {
        var aktor = anrop.Aktor.Id;
        return await db.Nodoppningar.CountAsync(n => n.AnvandareId == aktor && n.Fran > sedan, ct) >= regel.FlestPerDygn;
    }
}
