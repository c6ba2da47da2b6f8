using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Arenden;

/// <summary>Who an ärende can be moved to: the unit's handläggare in service today, the one with least to do first.</summary>
[Kraver(Behorighet.FordelaArende)]
public sealed record HamtaHandlaggarval(string Nummer) : IQuery<Handlaggarlista>;

/// <param name="Handlaggare">The value is what <see cref="Omfordela"/> takes.</param>
public sealed record Handlaggarlista(IReadOnlyList<Alternativ> Handlaggare);

internal sealed class HamtaHandlaggarvalHandler(Arendeatkomst atkomst, Handlaggarval val) : IQueryHandler<HamtaHandlaggarval, Handlaggarlista>
{
    public async Task<Result<Handlaggarlista>> Handle(HamtaHandlaggarval request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        return oppnat.Failed ? oppnat.Error : new Handlaggarlista(await val.Alternativ(oppnat.Value, cancellationToken));
    }
}
