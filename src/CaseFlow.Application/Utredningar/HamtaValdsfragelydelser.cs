using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Utredningar;

/// <summary>Who noted what about the question of violence, and when, with what was noted before; the latest first. Only for those who handle the ärende,
/// open or closed, as the question itself.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record HamtaValdsfragelydelser(string Nummer) : IQuery<IReadOnlyList<ValdsfrageandringVy>>;

/// <param name="Fore">Null the first time.</param>
/// <param name="Efter">"Frågan är ställd, 12 november 2026".</param>
public sealed record ValdsfrageandringVy(string? Vem, DateTimeOffset Nar, string? Fore, string Efter);

internal sealed class HamtaValdsfragelydelserHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden)
    : IQueryHandler<HamtaValdsfragelydelser, IReadOnlyList<ValdsfrageandringVy>>
{
    private const int Flest = 50;

    public async Task<Result<IReadOnlyList<ValdsfrageandringVy>>> Handle(HamtaValdsfragelydelser request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaAvenAvslutat(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value.Id;
        var utredning = await db.Utredningar.Where(u => u.ArendeId == arende).Select(u => new { u.Id, u.Valdsfraga }).SingleOrDefaultAsync(cancellationToken);
        if (utredning?.Valdsfraga is not { } nu) return Result.Ok<IReadOnlyList<ValdsfrageandringVy>>([]);
        var rader = await db.Valdsfragelydelser.Where(l => l.UtredningId == utredning.Id).OrderByDescending(l => l.Nr).Take(Flest).ToListAsync(cancellationToken);
        var namn = await huvuden.Namn([.. rader.Select(r => r.ErsattAv).Distinct()], cancellationToken);
        var (efter, andringar) = (Text(nu.Utfall, nu.Orsak, nu.Datum), new List<ValdsfrageandringVy>());
        foreach (var rad in rader)
        {
            var fore = rad is { Utfall: { } utfall, Datum: { } dag } ? Text(utfall, rad.Orsak, dag) : null;
            andringar.Add(new(namn.GetValueOrDefault(rad.ErsattAv), rad.Ersatt, fore, efter));
            efter = fore ?? "";
        }
        anrop.Visar(rader.Select(r => (long)r.Nr));
        return andringar;
    }

    private static string Text(Valdsfrageutfall utfall, string? orsak, DateOnly dag) => $"{Utredningsvyer.Text(utfall, orsak)}, {Datumtext.Lang(dag)}";
}
