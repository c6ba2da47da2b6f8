using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Pipeline;

/// <summary>Forgets the answers that were kept to make a repeated change safe, when nobody can be waiting for one any longer: an answer
/// may hold what belongs in the ärende, and the ärende has it. Answers with how many were forgotten.</summary>
[Kraver(Behorighet.KoraProcess)]
public sealed record GlomIdempotenssvar : ICommand<int>
{
    /// <summary>How long a change may be sent again under its key and get the same answer.</summary>
    public static readonly TimeSpan Minnestid = TimeSpan.FromDays(7);
}

internal sealed class GlomIdempotenssvarHandler(CaseFlowDb db, Anrop anrop) : ICommandHandler<GlomIdempotenssvar, int>
{
    public async Task<Result<int>> Handle(GlomIdempotenssvar request, CancellationToken cancellationToken)
    {
        var grans = anrop.Nu - GlomIdempotenssvar.Minnestid;
        return await db.Idempotensposter.Where(p => p.Tid < grans).ExecuteDeleteAsync(cancellationToken);
    }
}
