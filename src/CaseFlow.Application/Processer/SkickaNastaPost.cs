using System.Text.Json.Serialization;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Processer;

/// <summary>Does the next thing in the outbox: tries an operation again, or brings a signal to one more instance. What comes of it commits with the
/// row, so that it happens once however many nodes try and whenever one of them dies. Ask <see cref="IUtkorgsfraga.Nasta"/> first.</summary>
[Kraver(Behorighet.KoraProcess)]
public sealed record SkickaNastaPost : ICommand<SkickadPost>
{
    /// <summary>The row that was claimed, also when it failed: the one to put aside with <see cref="SkjutUppPost"/>. Null when none was due.</summary>
    [JsonIgnore]
    public long? Tagen { get; internal set; }
}

/// <param name="Skickad">False when nothing was due.</param>
public sealed record SkickadPost(bool Skickad);

/// <summary>A signal from a process in another ärende reached one of this ärende's.</summary>
public sealed record SignalMottagen(ArendeId Arende, InstansId Instans, string Signalkod) : IHandelse;

/// <summary>An operation of the process was tried again after a fault.</summary>
public sealed record OperationForsoktIgen(ArendeId Arende, InstansId Instans, string Operationskod, int Gang) : IHandelse;

internal sealed class SkickaNastaPostHandler(CaseFlowDb db, Anrop anrop, IUtkorgsfraga utkorg, Processmotor motor, Delfel delfel)
    : ICommandHandler<SkickaNastaPost, SkickadPost>
{
    public async Task<Result<SkickadPost>> Handle(SkickaNastaPost request, CancellationToken cancellationToken)
    {
        if (await utkorg.Ta(anrop.Nu, cancellationToken) is not { } post)
        {
            request.Tagen = null;
            return new SkickadPost(false);
        }
        // Det som ett tidigare försök lärde gäller bara den post det tog.
        if (request.Tagen != post.Id) delfel.Glom();
        request.Tagen = post.Id;
        var svar = post.Slag == Utkorgsslag.Tjanst ? await Tjanst(post, cancellationToken) : await Signal(post, cancellationToken);
        return svar.Failed ? svar.Error : new SkickadPost(true);
    }

    private async Task<Result<Done>> Tjanst(Utkorgspost post, CancellationToken ct)
    {
        var instans = await db.Instanser.SingleAsync(i => i.Id == post.InstansId, ct);
        var arende = await db.Arenden.Include(a => a.Pauser).SingleAsync(a => a.Id == post.ArendeId, ct);
        anrop.Galler(arende.Id, "utkorg");
        anrop.Handelse(new OperationForsoktIgen(arende.Id, instans.Id, post.Namn, post.Forsok + 1));
        return await motor.ForsokIgen(instans, arende, post, ct);
    }

    /// <summary>One instance at a time, so that one that cannot take it stands in nobody's way.</summary>
    private async Task<Result<Done>> Signal(Utkorgspost post, CancellationToken ct)
    {
        if (await Nasta(db, post).FirstOrDefaultAsync(ct) is not { } instans)
        {
            db.Utkorg.Remove(post);
            return Result.Done;
        }
        (post.Efter, post.Forsok, post.Kod) = (instans.Id, 0, null);
        var arende = await db.Arenden.Include(a => a.Pauser).SingleAsync(a => a.Id == instans.ArendeId, ct);
        anrop.Galler(arende.Id, "utkorg");
        anrop.Handelse(new SignalMottagen(arende.Id, instans.Id, post.Namn));
        return await motor.Ge(instans, arende, new DeliverSignal(post.Namn, FeelContext.Empty), ct);
    }

    /// <summary>Those that listened when it was said, in other ärenden than its own, which has heard it already.</summary>
    internal static IQueryable<Processinstans> Nasta(CaseFlowDb db, Utkorgspost post) => db.Prenumerationer
        .Where(p => p.Namn == post.Namn && p.InstansId > post.Efter && p.Slag == nameof(SubscriptionKind.Signal) && p.Id < post.Id)
        .Join(db.Instanser.Where(i => i.ArendeId != post.ArendeId && i.Status == Instansstatus.Aktiv), p => p.InstansId, i => i.Id, (p, i) => i)
        .OrderBy(i => i.Id);
}

/// <summary>Puts what failed in the outbox aside for a while, so that it does not stand in the way of the rest. When it has been tried enough times the
/// process it was for gets an incident, and the rest goes on.</summary>
[Kraver(Behorighet.KoraProcess)]
public sealed record SkjutUppPost(long Post) : ICommand<Done>;

internal sealed class SkjutUppPostHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids) : ICommandHandler<SkjutUppPost, Done>
{
    public async Task<Result<Done>> Handle(SkjutUppPost request, CancellationToken cancellationToken)
    {
        if (await db.Utkorg.FindAsync([request.Post], cancellationToken) is not { } post) return Result.Done;
        post.Forsok++;
        post.Tands = anrop.Nu + Processmotor.Uppehall(post.Forsok);
        if (post.Forsok < Processmotor.MestForsok || post.Slag != Utkorgsslag.Signal) return Result.Done;
        if (await SkickaNastaPostHandler.Nasta(db, post).FirstOrDefaultAsync(cancellationToken) is not { } instans) return Result.Done;
        (post.Efter, post.Forsok, post.Tands) = (instans.Id, 0, anrop.Nu);
        anrop.Galler(instans.ArendeId, "utkorg");
        db.Incidenter.Add(new()
        {
            Id = ids.Next(),
            InstansId = instans.Id,
            ArendeId = instans.ArendeId,
            MotorId = Incident.Signal + post.Namn,
            Nod = post.Namn,
            Kod = "SIGNAL_EJ_MOTTAGEN",
            Text = $"Signalen {post.Namn} gick inte att ta emot efter {Processmotor.MestForsok} försök.",
            Uppstod = anrop.Nu,
        });
        anrop.Handelse(new ProcessStannade(instans.ArendeId, instans.Id, post.Namn, "SIGNAL_EJ_MOTTAGEN"));
        return Result.Done;
    }
}
