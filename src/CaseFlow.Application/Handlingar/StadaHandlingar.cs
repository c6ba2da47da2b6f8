using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Handlingar;

/// <summary>Removes files that no document has: of what was refused or interrupted after the file was received. Only those so old that nobody can be
/// filing them any more. Answers with how many.</summary>
[Kraver(Behorighet.KoraProcess)]
public sealed record StadaHandlingar : ICommand<int>
{
    /// <summary>How long a file may wait for its row.</summary>
    public static readonly TimeSpan Vantan = TimeSpan.FromDays(1);
}

internal sealed class StadaHandlingarHandler(CaseFlowDb db, Anrop anrop, IHandlingslager lager) : ICommandHandler<StadaHandlingar, int>
{
    private const int PerFraga = 500;

    public async Task<Result<int>> Handle(StadaHandlingar request, CancellationToken cancellationToken)
    {
        var bort = 0;
        foreach (var namn in lager.SkrivnaFore(anrop.Nu - StadaHandlingar.Vantan).Chunk(PerFraga))
        {
            var finns = await db.Handlingar.Where(h => namn.Contains(h.Lagringsnamn)).Select(h => h.Lagringsnamn).ToListAsync(cancellationToken);
            foreach (var los in namn.Except(finns, StringComparer.Ordinal))
            {
                lager.Kasta(los);
                bort++;
            }
        }
        return bort;
    }
}
