using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Utredningar;

/// <summary>Writes the assessment as a whole. On an older copy than the latest what only one has changed is kept of both, and INAKTUELL_KOPIA when both
/// have changed the same text.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record SkrivBedomning(
    string Nummer, int Rev, string? SamladBedomning, string? RelateradeFaktorer, string? Barnperspektiv) : ICommand<Sparat>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Bedomning;
}

internal sealed class SkrivBedomningHandler(Anrop anrop, Utredningsbok bok, Delskrivare skrivare) : ICommandHandler<SkrivBedomning, Sparat>
{
    public async Task<Result<Sparat>> Handle(SkrivBedomning request, CancellationToken cancellationToken)
    {
        var utredning = await bok.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (utredning.Failed) return utredning.Error;
        var mina = Utredningsdelar.BedomningFalt(request.RelateradeFaktorer, request.Barnperspektiv, request.SamladBedomning);
        var forberedd = await skrivare.Forbered(utredning.Value, Utredningsdelar.Av(utredning.Value, Utredningsdelar.Bedomning)!, request.Rev, mina, cancellationToken);
        if (forberedd.Failed) return forberedd.Error;
        var (falt, rev, notis) = forberedd.Value;
        var skriven = utredning.Value.SkrivBedomning(
            falt.GetValueOrDefault("relateradeFaktorer"), falt.GetValueOrDefault("samladBedomning"), falt.GetValueOrDefault("barnperspektiv"), rev);
        if (skriven.Failed) return skriven.Error;
        anrop.Handelse(skriven.Value);
        return new Sparat(anrop.Nu, skriven.Value.Rev, Notis: notis);
    }
}
