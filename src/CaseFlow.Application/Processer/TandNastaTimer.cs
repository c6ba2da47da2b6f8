using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Processer;

/// <summary>Lets the earliest due timer go off. Its effect commits with the removal of its row, so that it goes off once however many
/// nodes try. Ask <see cref="ITimerfraga.Nasta"/> first: a call with nothing due is audited like any other.</summary>
[Kraver(Behorighet.KoraProcess)]
public sealed record TandNastaTimer : ICommand<TandTimer>;

/// <param name="Tand">False when no timer was due.</param>
public sealed record TandTimer(bool Tand);

internal sealed class TandNastaTimerHandler(CaseFlowDb db, Anrop anrop, ITimerfraga timrar, Processmotor motor)
    : ICommandHandler<TandNastaTimer, TandTimer>
{
    public async Task<Result<TandTimer>> Handle(TandNastaTimer request, CancellationToken cancellationToken)
    {
        if (await timrar.Ta(1, anrop.Nu, cancellationToken) is not [var timer, ..]) return new TandTimer(false);
        var instans = await db.Instanser.SingleAsync(i => i.Id == timer.InstansId, cancellationToken);
        var arende = await db.Arenden.Include(a => a.Pauser).SingleAsync(a => a.Id == instans.ArendeId, cancellationToken);
        anrop.Galler(arende.Id, "tidsgrans");
        db.Processtimrar.Remove(timer);
        // Det som timern vaktade är redan stängt: raden tas bort och ingenting händer.
        if (!InstanceState.FromJson(instans.Tillstand).Timers.Any(t => t.Id == timer.MotorId)) return new TandTimer(true);
        anrop.Handelse(new TidsgransPasserad(arende.Id, instans.Id, timer.MotorId));
        var steg = await motor.Ge(instans, arende, new FireTimer(timer.MotorId), cancellationToken);
        return steg.Failed ? steg.Error : new TandTimer(true);
    }
}

/// <summary>Puts the earliest due timer aside for a while after it failed, so that it does not stand in the way of the others.</summary>
[Kraver(Behorighet.KoraProcess)]
public sealed record SkjutUppTimer : ICommand<Done>;

internal sealed class SkjutUppTimerHandler(Anrop anrop, ITimerfraga timrar) : ICommandHandler<SkjutUppTimer, Done>
{
    public async Task<Result<Done>> Handle(SkjutUppTimer request, CancellationToken cancellationToken)
    {
        if (await timrar.Ta(1, anrop.Nu, cancellationToken) is not [var timer, ..]) return Result.Done;
        timer.Forsok++;
        timer.NastaForsok = anrop.Nu + TimeSpan.FromSeconds(Math.Min(3600, 5 << Math.Min(timer.Forsok, 10)));
        return Result.Done;
    }
}
