using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Utredningar;

/// <summary>Describes one ansökt insats, with the scope that is asked for.</summary>
/// <param name="SoktOmfattning">As in the ansökan or more. Less is refused with YRKANDE_SANKT, and any amount where the ansökan has none with
/// YRKANDE_UTAN_UPPGIFT, unless the person has said so herself.</param>
/// <param name="AndratDag">The day the person said it, with <paramref name="AndratHur"/>: what and how.</param>
/// <param name="AndratOmbud">Who says it in the person's place, when it is written or changed now; null when she does.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record BeskrivInsats(
    string Nummer, long AnsoktInsats, int Rev, string? Text, decimal? SoktOmfattning, DateOnly? AndratDag = null, string? AndratHur = null, Guid? AndratOmbud = null)
    : ICommand<Sparat>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Insatser;
}

internal sealed class BeskrivInsatsHandler(Insatsbeskrivare beskrivare) : ICommandHandler<BeskrivInsats, Sparat>
{
    public Task<Result<Sparat>> Handle(BeskrivInsats request, CancellationToken cancellationToken) => beskrivare.Beskriv(request, cancellationToken);
}

/// <summary>Writes one insats of the utredning; for <see cref="BeskrivInsats"/> and each row of <see cref="BeskrivInsatser"/>.</summary>
internal sealed class Insatsbeskrivare(CaseFlowDb db, Anrop anrop, Utredningsbok bok, Delskrivare skrivare, Ombudsregister register)
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
        if (await Ombudets(request, utredning.ArendeId, ansokt, ct) is { } hinder) return hinder;

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

    /// <summary>An ombud who changes what is asked for could do so that day: less is to take a part of it back.</summary>
    // FL (2017:900) 14-15 §§
    private async Task<Error?> Ombudets(BeskrivInsats request, ArendeId id, AnsoktInsats ansokt, CancellationToken ct)
    {
        if (request.AndratOmbud is not { } ombud) return null;
        if (request is not { AndratDag: { } dag, AndratHur: not null }) return Error.Invalid(new FieldError("andratHur", "Skriv vad ombudet sa, och hur."));
        var arende = await db.Arenden.SingleAsync(a => a.Id == id, ct);
        return (await register.Prova(ombud, arende, Yrkandehandling.For(request.SoktOmfattning, ansokt.SoktOmfattning), dag, ct)).Fel;
    }

    private Yrkandeandring? Andring(IReadOnlyDictionary<string, string?> falt) =>
        Utredningsdelar.Dag(falt.GetValueOrDefault("andratDag")) is { } dag && falt.GetValueOrDefault("andratHur") is { } hur ? new(dag, hur, anrop.Aktor.Id) : null;
}

/// <summary>What a changed yrkande is, for an ombud's authority.</summary>
internal static class Yrkandehandling
{
    public static Ombudshandling For(decimal? nytt, decimal? forut) => nytt < forut ? Ombudshandling.Aterta : Ombudshandling.Ansoka;
}
