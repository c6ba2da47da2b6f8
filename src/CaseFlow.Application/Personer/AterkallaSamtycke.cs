using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>A consent is withdrawn. Also in a closed ärende: it can be withdrawn whenever the person wants. Refused as <see cref="Samtycke.Aterkalla"/> refuses.</summary>
/// <param name="Version">Of the consent, as it was read.</param>
/// <param name="Hur">By whom and how.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record AterkallaSamtycke(string Nummer, Guid Samtycke, int Version, DateOnly? Dag, string? Hur) : ICommand<Done>
{
    public override string ToString() => $"AterkallaSamtycke {Nummer} {Samtycke}";
}

internal sealed class AterkallaSamtyckeHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : ICommandHandler<AterkallaSamtycke, Done>
{
    public async Task<Result<Done>> Handle(AterkallaSamtycke request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaAvenAvslutat(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (await db.SamtyckenI(oppnat.Value).SingleOrDefaultAsync(s => s.PublikId == request.Samtycke, cancellationToken) is not { } samtycke) return Error.NotFound();
        if (samtycke.Version != request.Version) return Inaktuell.Kopia;
        if (request.Dag is not { } dag) return Error.Invalid(new FieldError("aterkallatDag", "Skriv vilken dag samtycket återkallades."));
        var aterkallat = samtycke.Aterkalla(dag, request.Hur, anrop.Aktor.Id, anrop.Nu);
        if (aterkallat.Failed) return aterkallat.Error;
        anrop.Handelse(aterkallat.Value, oppnat.Value.Id);
        return Result.Done;
    }
}
