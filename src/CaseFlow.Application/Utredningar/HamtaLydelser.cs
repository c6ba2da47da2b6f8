using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Utredningar;

/// <summary>Who wrote what in a part of the utredning and when, with the words that stood there before; the latest change first.</summary>
/// <param name="Del">Code of a livsområde, <c>bedomning</c> or <c>insats-</c> and a number.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record HamtaLydelser(string Nummer, string Del) : IQuery<LydelserSvar>;

/// <param name="Namn">Of the part.</param>
/// <param name="Fler">There are older changes than those shown.</param>
/// <param name="Undanhallet">About a protected person who is not shown to the reader: the changes are not here.</param>
public sealed record LydelserSvar(ArendeHuvud Huvud, string Namn, IReadOnlyList<LydelseVy> Andringar, bool Fler, bool Undanhallet = false);

/// <summary>One time that someone wrote.</summary>
/// <param name="Rev">The version that it became.</param>
public sealed record LydelseVy(int Rev, string? Vem, DateTimeOffset Nar, IReadOnlyList<LydelsefaltVy> Falt);

/// <summary>A field that was changed; null is empty.</summary>
public sealed record LydelsefaltVy(string Etikett, string? Fore, string? Efter);

internal sealed class HamtaLydelserHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden) : IQueryHandler<HamtaLydelser, LydelserSvar>
{
    private const int Flest = 50;

    public async Task<Result<LydelserSvar>> Handle(HamtaLydelser request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var utredning = await db.Utredningar.SingleOrDefaultAsync(u => u.ArendeId == oppnat.Value.Id, cancellationToken)
            ?? Utredning.Paborja(default, oppnat.Value.Id, false, default, anrop.Nu).Utredning;
        if (Utredningsdelar.Av(utredning, request.Del) is not { } nu || Namn(utredning, nu.Kod) is not { } rubrik) return Error.NotFound();
        if (await atkomst.Undanhaller(oppnat.Value, cancellationToken))
            return new LydelserSvar(await huvuden.Hamta(oppnat.Value, cancellationToken), rubrik, [], false, Undanhallet: true);
        var (id, del) = (utredning.Id, nu.Kod);
        var rader = await db.Utredningslydelser.Where(l => l.UtredningId == id && l.Del == del).OrderByDescending(l => l.Rev).Take(Flest + 1).ToListAsync(cancellationToken);
        var namn = await huvuden.Namn([.. rader.Select(r => r.ErsattAv).Distinct()], cancellationToken);
        var efter = nu.Falt;
        var andringar = new List<LydelseVy>();
        foreach (var rad in rader.Take(Flest))
        {
            var fore = Lydelsefalt.FranJson(rad.Falt);
            andringar.Add(new(rad.Rev + 1, namn.GetValueOrDefault(rad.ErsattAv), rad.Ersatt, Lydelsefalt.Skillnad(fore, efter, Utredningsdelar.Etikett, Utredningsdelar.Text)));
            efter = fore;
        }
        anrop.Visar(rader.Take(Flest).Select(r => (long)r.Rev));
        return new LydelserSvar(await huvuden.Hamta(oppnat.Value, cancellationToken), rubrik, [.. andringar.Where(a => a.Falt.Count > 0)], rader.Count > Flest);
    }

    /// <summary>The name of a part; null for an insats that nobody has described.</summary>
    private static string? Namn(Utredning utredning, string kod) => kod == Utredningsdelar.Bedomning ? "Bedömning"
        : Livsomrade.Alla.FirstOrDefault(o => o.Kod == kod)?.Namn
        ?? (utredning.Insatser.FirstOrDefault(i => Utredningsdelar.InsatsKod(i.AnsoktInsatsId) == kod) is { } insats ? Insatskatalog.Namn(insats.Insatstyp) : null);
}
