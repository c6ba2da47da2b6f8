using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Utredningar;

/// <summary>Describes one ansökt insats, with the scope that is asked for.</summary>
/// <param name="SoktOmfattning">As in the ansökan or more. Less is refused with YRKANDE_SANKT, and any amount where the ansökan has none with
/// YRKANDE_UTAN_UPPGIFT, unless the person has said so herself.</param>
/// <param name="AndratDag">The day the person said it, with <paramref name="AndratHur"/>: what and how.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record BeskrivInsats(
    string Nummer, long AnsoktInsats, int Rev, string? Text, decimal? SoktOmfattning, DateOnly? AndratDag = null, string? AndratHur = null)
    : ICommand<Sparat>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Insatser;
}

internal sealed class BeskrivInsatsHandler(Insatsbeskrivare beskrivare) : ICommandHandler<BeskrivInsats, Sparat>
{
    public Task<Result<Sparat>> Handle(BeskrivInsats request, CancellationToken cancellationToken) => beskrivare.Beskriv(request, cancellationToken);
}

/// <summary>Writes one insats of the utredning; for <see cref="BeskrivInsats"/> and each row of <see cref="BeskrivInsatser"/>.</summary>
internal sealed class Insatsbeskrivare(CaseFlowDb db, Anrop anrop, Utredningsbok bok, Delskrivare skrivare)
{
    public async Task<Result<Sparat>> Beskriv(BeskrivInsats request, CancellationToken ct)
    {
        if (request.AndratDag > anrop.Idag) return Error.Invalid(new FieldError("andratDag", "Välj en dag som har varit."));
        if (request.AndratHur is not null && request.AndratDag is null)
            return Error.Invalid(new FieldError("andratDag", "Skriv vilken dag personen sa det."));
        var oppnad = await bok.OppnaForSkrivning(request.Nummer, ct);
        if (oppnad.Failed) return oppnad.Error;
        var utredning = oppnad.Value;
        var ansokningar = await db.Ansokningar.Where(a => a.ArendeId == utredning.ArendeId).ToListAsync(ct);
        var ansokt = ansokningar.SelectMany(a => a.Insatser).FirstOrDefault(i => i.Id.Value == request.AnsoktInsats);
        if (ansokt is null) return Error.NotFound();
        if (ansokt.ArAtertagen) return AnsoktInsats.RedanAtertagen;

        var nu = Utredningsdelar.Av(utredning, Utredningsdelar.InsatsKod(ansokt.Id))!;
        var mina = Utredningsdelar.InsatsFalt(request.Text, request.SoktOmfattning, request.AndratDag, request.AndratHur);
        var forberedd = await skrivare.Forbered(utredning, nu, request.Rev, mina, ct);
        if (forberedd.Failed) return forberedd.Error;
        var (falt, rev, notis) = forberedd.Value;
        var beskriven = utredning.BeskrivInsats(
            ansokt.Id, ansokt.Insatstyp, falt.GetValueOrDefault("text"), Utredningsdelar.Decimal(falt.GetValueOrDefault("omfattning")),
            new(ansokt.SoktOmfattning, ansokt.Enhet), rev, Andring(falt));
        if (beskriven.Failed) return beskriven.Error;
        anrop.Handelse(beskriven.Value);
        return new Sparat(anrop.Nu, utredning.Insatser.Single(i => i.AnsoktInsatsId == ansokt.Id).Rev, Notis: notis);
    }

    private Yrkandeandring? Andring(IReadOnlyDictionary<string, string?> falt) =>
        Utredningsdelar.Dag(falt.GetValueOrDefault("andratDag")) is { } dag && falt.GetValueOrDefault("andratHur") is { } hur ? new(dag, hur, anrop.Aktor.Id) : null;
}
