using System.Text.Json.Serialization;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Processer;

/// <summary>Lets the earliest due timer go off. Its effect commits with the removal of its row, so that it goes off once however many
/// nodes try. Ask <see cref="ITimerfraga.Nasta"/> first: a call with nothing due is audited like any other.</summary>
[Kraver(Behorighet.KoraProcess)]
public sealed record TandNastaTimer : ICommand<TandTimer>
{
    /// <summary>The timer that was claimed, also when it failed: the one to put aside with <see cref="SkjutUppTimer"/>. Null when none was due.</summary>
    [JsonIgnore]
    public long? Tagen { get; internal set; }
}

/// <param name="Tand">False when no timer was due.</param>
public sealed record TandTimer(bool Tand);

internal sealed class TandNastaTimerHandler(CaseFlowDb db, Anrop anrop, ITimerfraga timrar, Processmotor motor, Delfel delfel)
    : ICommandHandler<TandNastaTimer, TandTimer>
{
    public async Task<Result<TandTimer>> Handle(TandNastaTimer request, CancellationToken cancellationToken)
    {
        if (await timrar.Ta(1, anrop.Nu, cancellationToken) is not [var timer, ..])
        {
            request.Tagen = null;
            return new TandTimer(false);
        }
        // Det som ett tidigare försök lärde gäller bara timern det tog.
        if (request.Tagen != timer.Id) delfel.Glom();
        request.Tagen = timer.Id;
        var instans = await db.Instanser.SingleAsync(i => i.Id == timer.InstansId, cancellationToken);
        var arende = await db.Arenden.Include(a => a.Pauser).SingleAsync(a => a.Id == instans.ArendeId, cancellationToken);
        anrop.Galler(arende.Id, "tidsgrans");
        db.Processtimrar.Remove(timer);
        // Det som timern vaktade är redan stängt: raden tas bort och ingenting händer.
        if (InstanceState.FromJson(instans.Tillstand).Timers.FirstOrDefault(t => t.Id == timer.MotorId) is not { } oppen) return new TandTimer(true);
        anrop.Handelse(new TidsgransPasserad(arende.Id, instans.Id, oppen.NodeId));
        var steg = await motor.Ge(instans, arende, new FireTimer(timer.MotorId), cancellationToken);
        return steg.Failed ? steg.Error : new TandTimer(true);
    }
}

/// <summary>Puts a timer aside for a while after it failed, so that it does not stand in the way of the others. Each failure doubles the while,
/// from ten seconds to an hour. A timer that someone else has fired meanwhile is let be.</summary>
[Kraver(Behorighet.KoraProcess)]
public sealed record SkjutUppTimer(long Timer) : ICommand<Done>;

internal sealed class SkjutUppTimerHandler(CaseFlowDb db, Anrop anrop) : ICommandHandler<SkjutUppTimer, Done>
{
    public async Task<Result<Done>> Handle(SkjutUppTimer request, CancellationToken cancellationToken)
    {
        if (await db.Processtimrar.FindAsync([request.Timer], cancellationToken) is not { } timer) return Result.Done;
        timer.Forsok++;
        timer.Tands = anrop.Nu + Processmotor.Uppehall(timer.Forsok);
        return Result.Done;
    }
}
