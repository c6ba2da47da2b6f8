using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Uppgifter;

/// <summary>Takes up a task that was put aside by hand: what was waited for has come, or is not waited for any more.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record TaUrVantan(Guid Uppgift, int Version, string? Nummer = null) : ICommand<Done>;

internal sealed class TaUrVantanHandler(Anrop anrop, Uppgiftsatkomst uppgifter) : ICommandHandler<TaUrVantan, Done>
{
    public async Task<Result<Done>> Handle(TaUrVantan request, CancellationToken cancellationToken)
    {
        var oppnad = await uppgifter.OppnaForSlutforande(request.Uppgift, request.Version, cancellationToken, request.Nummer);
        if (oppnad.Failed) return oppnad.Error;
        var (uppgift, arende) = (oppnad.Value.Uppgift, oppnad.Value.Arende);
        if (uppgift is not { Status: Uppgiftsstatus.Vantar, VantarSattAv: not null })
            return Error.Rule("UPPGIFT_VANTAR_INTE", "Uppgiften är inte lagd i väntan för hand.");

        var orsak = uppgift.VantarOrsak;
        (uppgift.Status, uppgift.VantarOrsak, uppgift.Vaknar, uppgift.VantarText, uppgift.VantarSattAv) = (Uppgiftsstatus.Oppen, null, null, null, null);
        anrop.Handelse(new UppgiftTagenUrVantan(arende.Id, uppgift.Id));
        if (uppgift.InsatsId is not null || arende.PagaendePaus?.Orsak != orsak) return Result.Done;
        var igen = arende.Ateruppta(anrop.Nu);
        if (igen.Failed) return igen.Error;
        anrop.Handelse(igen.Value);
        return Result.Done;
    }
}

public sealed record UppgiftTagenUrVantan(ArendeId Arende, UppgiftId Uppgift) : IHandelse;
