using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Processer;

/// <summary>Lets a due timer go off. Its effect commits with the removal of its row, so that it goes off once however many nodes try.</summary>
[Kraver(Behorighet.KoraProcess)]
public sealed record TandTimer(long Timer) : ICommand<Done>;

internal sealed class TandTimerHandler(CaseFlowDb db, Anrop anrop, Processmotor motor) : ICommandHandler<TandTimer, Done>
{
    public async Task<Result<Done>> Handle(TandTimer request, CancellationToken cancellationToken)
    {
        var timer = await db.Processtimrar.SingleOrDefaultAsync(t => t.Id == request.Timer, cancellationToken);
        if (timer is null || timer.Forfaller > anrop.Nu) return Result.Done;
        var instans = await db.Instanser.SingleAsync(i => i.Id == timer.InstansId, cancellationToken);
        var arende = await db.Arenden.Include(a => a.Pauser).SingleAsync(a => a.Id == instans.ArendeId, cancellationToken);
        anrop.Galler(arende.Id, "tidsgrans");
        db.Processtimrar.Remove(timer);
        anrop.Handelse(new TidsgransPasserad(arende.Id, instans.Id, timer.MotorId));
        return await motor.Ge(instans, arende, new FireTimer(timer.MotorId), cancellationToken);
    }
}
