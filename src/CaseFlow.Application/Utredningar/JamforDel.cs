using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Utredningar;

/// <summary>What someone else has changed in a part since it was opened, beside what the reader has typed: for the one whose write was refused.</summary>
/// <param name="Del">Code of a livsområde, <c>bedomning</c> or <c>insats-</c> and a number.</param>
/// <param name="Rev">The copy that was opened.</param>
/// <param name="Mina">What was typed, by field.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record JamforDel(string Nummer, string Del, int Rev, IReadOnlyDictionary<string, string?> Mina) : IQuery<JamfordDel>
{
    public override string ToString() => $"JamforDel {Nummer} {Del}";
}

/// <param name="AvDem">Fields that only someone else changed.</param>
/// <param name="Konflikter">Fields that both changed.</param>
/// <param name="Kand">The copy that was opened is known: what is in neither list is as the reader typed it.</param>
public sealed record JamfordDel(IReadOnlyList<Faltandring> AvDem, IReadOnlyList<Faltandring> Konflikter, bool Kand);

internal sealed class JamforDelHandler(CaseFlowDb db, Arendeatkomst atkomst, Delskrivare skrivare) : IQueryHandler<JamforDel, JamfordDel>
{
    public async Task<Result<JamfordDel>> Handle(JamforDel request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var utredning = await db.Utredningar.SingleOrDefaultAsync(u => u.ArendeId == oppnat.Value.Id, cancellationToken);
        if (utredning is null || Utredningsdelar.Av(utredning, request.Del) is not { } nu) return Error.NotFound();
        var mina = Utredningsdelar.Stada(request.Mina);
        if (await skrivare.Lydelser(utredning, nu, request.Rev, cancellationToken) is not { } lydelser)
        {
            // Äldre än det som finns kvar: allt som skiljer visas.
            var skiljer = nu.Falt.Keys.Where(f => nu.Falt[f] != mina.GetValueOrDefault(f));
            return new JamfordDel([], [.. skiljer.Select(f => new Faltandring(f, Utredningsdelar.Etikett(f), nu.Falt[f], null, null, false))], false);
        }
        var samman = Sammanfogning.Av(lydelser[0].Falt, mina, nu.Falt);
        return new JamfordDel(
            await skrivare.Andringar(samman.AvDem, lydelser, cancellationToken), await skrivare.Andringar(samman.Konflikter.Select(k => k.Falt), lydelser, cancellationToken), true);
    }
}
