using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>The chef names one more who needs a protected person's data, with the reason.</summary>
[Kraver(Behorighet.FordelaArende)]
public sealed record NamngePerson(string Nummer, long Anvandare, string? Skal) : ICommand<Done>
{
    public override string ToString() => $"NamngePerson {Nummer}";
}

/// <summary>The chef ends someone's named access. Those named by rule keep it while the rule holds.</summary>
[Kraver(Behorighet.FordelaArende)]
public sealed record TaBortNamngiven(string Nummer, long Anvandare, string? Skal) : ICommand<Done>
{
    public override string ToString() => $"TaBortNamngiven {Nummer}";
}

internal sealed class NamngePersonHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : ICommandHandler<NamngePerson, Done>
{
    public async Task<Result<Done>> Handle(NamngePerson request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForChef(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var (arende, vem) = (oppnat.Value, new AnvandareId(request.Anvandare));
        if (!arende.Skyddat) return Error.Rule("INTE_SKYDDAD", "Personens uppgifter är inte skyddade: ingen behöver namnges.");
        if (!await db.LaserI(arende.EnhetId, anrop.Idag).AnyAsync(a => a.Id == vem, cancellationToken))
            return Error.Invalid(new FieldError("namngiven", "Välj någon i enheten som läser ärenden."));
        if (await db.NamngivnaAtkomster.AnyAsync(n => n.PersonId == arende.PersonId && n.AnvandareId == vem, cancellationToken))
            return Error.Conflict("REDAN_NAMNGIVEN", "Den du valde är redan namngiven.");
        var given = NamngivenAtkomst.GeMedSkal(arende.PersonId, vem, request.Skal, anrop.Aktor.Id, anrop.Nu);
        if (given.Failed) return given.Error;
        db.NamngivnaAtkomster.Add(given.Value.Namngiven);
        anrop.Handelse(given.Value.Handelse);
        return Result.Done;
    }
}

internal sealed class TaBortNamngivenHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Personregister personer) : ICommandHandler<TaBortNamngiven, Done>
{
    public async Task<Result<Done>> Handle(TaBortNamngiven request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForChef(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var (arende, vem) = (oppnat.Value, new AnvandareId(request.Anvandare));
        if (!await db.NamngivnaAtkomster.AnyAsync(n => n.PersonId == arende.PersonId && n.AnvandareId == vem, cancellationToken)) return Inaktuell.Kopia;
        if (await personer.NamngivenAvRegel(arende.PersonId, vem, cancellationToken))
            return Error.Rule("NAMNGIVEN_AV_REGEL", "Ärendets handläggare och enhetens chefer är namngivna så länge de är det. Flytta ärendet först.");
        var skal = Omfordelning.MotiveraNamngivning(arende.Id, request.Skal, anrop.Nu);
        if (skal.Failed) return skal.Error;
        db.Omfordelningar.Add(skal.Value);
        await personer.Ta(arende.PersonId, vem, arende.Id, cancellationToken);
        return Result.Done;
    }
}
