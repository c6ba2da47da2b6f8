using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Journal;

namespace CaseFlow.Application.Journal;

/// <summary>Strikes a note, which is still read with who, when and why. Refused as <see cref="Anteckning.Stryk"/> refuses.</summary>
/// <param name="Version">Of the note, as it was read.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record StrykAnteckning(string Nummer, int Nr, int Version, string? Skal) : ICommand<Done>
{
    public override string ToString() => $"StrykAnteckning {Nummer} {Nr}";
}

internal sealed class StrykAnteckningHandler(Anrop anrop, Arendeatkomst atkomst, Journalbok bok) : ICommandHandler<StrykAnteckning, Done>
{
    public async Task<Result<Done>> Handle(StrykAnteckning request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaAvenAvslutat(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (await bok.Finn(oppnat.Value.Id, request.Nr, cancellationToken) is not { } anteckning) return Error.NotFound();
        if (anteckning.Version != request.Version) return Inaktuell.Kopia;
        var struken = anteckning.Stryk(anrop.Aktor.Id, anrop.Aktor.ChefFor.Contains(oppnat.Value.EnhetId), request.Skal, anrop.Nu);
        if (struken.Failed) return struken.Error;
        anrop.Handelse(struken.Value);
        return Result.Done;
    }
}
