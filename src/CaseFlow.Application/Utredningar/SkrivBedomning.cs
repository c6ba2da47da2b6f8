using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Utredningar;

/// <summary>Writes the assessment as a whole. An older copy than the latest is refused with INAKTUELL_KOPIA.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record SkrivBedomning(
    string Nummer, int Rev, string? SamladBedomning, string? RelateradeFaktorer, string? Barnperspektiv) : ICommand<Sparat>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Bedomning;
}

internal sealed class SkrivBedomningHandler(Anrop anrop, Utredningsbok bok) : ICommandHandler<SkrivBedomning, Sparat>
{
    public async Task<Result<Sparat>> Handle(SkrivBedomning request, CancellationToken cancellationToken)
    {
        var utredning = await bok.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (utredning.Failed) return utredning.Error;
        var skriven = utredning.Value.SkrivBedomning(
            request.RelateradeFaktorer, request.SamladBedomning, request.Barnperspektiv, request.Rev);
        if (skriven.Failed) return skriven.Error;
        anrop.Handelse(skriven.Value);
        return new Sparat(anrop.Nu, skriven.Value.Rev);
    }
}
