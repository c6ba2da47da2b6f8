using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Utredningar;

/// <summary>The whole utredning and the förslag as one document, to read and to send to the person before the beslut.</summary>
/// <remarks>Whether the question about violence was asked never stands here: the paper comes to the home.</remarks>
// FL (2017:900) 25 §: allt material av betydelse
[Kraver(Behorighet.HandlaggaArende)]
public sealed record HamtaUnderlag(string Nummer) : IQuery<UnderlagSvar>;

/// <param name="Omraden">Those that something is written in.</param>
public sealed record UnderlagSvar(
    ArendeHuvud Huvud, string Avsandare, string Enhet, AnsokanVy Ansokan, IReadOnlyList<OmradeVy> Omraden, IReadOnlyList<AnsoktBeskrivningVy> Insatser,
    BedomningVy Bedomning, IReadOnlyList<BeslutVy> Forslag);

internal sealed class HamtaUnderlagHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden, Overklagandeadress avsandare)
    : IQueryHandler<HamtaUnderlag, UnderlagSvar>
{
    public async Task<Result<UnderlagSvar>> Handle(HamtaUnderlag request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        var huvud = await huvuden.Hamta(arende, cancellationToken);
        var ansokan = await db.Ansokningar.AsNoTracking().Where(a => a.ArendeId == arende.Id).OrderBy(a => a.Id).FirstAsync(cancellationToken);
        var utredning = await db.Utredningar.AsNoTracking().SingleOrDefaultAsync(u => u.ArendeId == arende.Id, cancellationToken)
            ?? Utredning.Paborja(default, arende.Id, ansokan.BarnIHemmet, default, anrop.Nu).Utredning;
        var beslut = await db.Beslut.AsNoTracking().Where(b => b.ArendeId == arende.Id).OrderBy(b => b.Id).ToListAsync(cancellationToken);
        var enhet = await db.Enheter.Where(e => e.Id == arende.EnhetId).Select(e => e.Namn).SingleOrDefaultAsync(cancellationToken);
        var namn = await huvuden.Namn(beslut.Select(b => b.BeslutsfattareId).OfType<AnvandareId>(), cancellationToken);
        return new UnderlagSvar(
            huvud, avsandare.Namnd, enhet ?? "", Arendevyer.Vy(ansokan, huvud.Person.Dold, anrop.Idag),
            [.. Utredningsvyer.Omraden(utredning, new Dictionary<AnvandareId, string>()).Where(Beskrivet)],
            [.. ansokan.Insatser.Select(i => Utredningsvyer.Insats(i, utredning))],
            new(utredning.SamladBedomning, utredning.RelateradeFaktorer, utredning.BarnPerspektiv, utredning.BarnIHemmet, utredning.BedomningRev),
            [.. beslut.Select(b => Arendevyer.Vy(b, namn, anrop.Idag))]);
    }

    private static bool Beskrivet(OmradeVy o) => o.Status is not "ej-aktuell" && (o.EgnaOrd ?? o.Beskrivning ?? o.Mal) is not null;
}
