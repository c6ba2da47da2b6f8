using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The chef moves an ärende to another handläggare.</summary>
[Kraver(Behorighet.FordelaArende)]
public sealed record Omfordela(string Nummer, int Version, long Handlaggare, string Skal) : ICommand<Done>;

internal sealed class OmfordelaValidator : AbstractValidator<Omfordela>
{
    public OmfordelaValidator() => RuleFor(o => o.Skal).NotEmpty().WithMessage("Skriv varför ärendet flyttas.");
}

internal sealed class OmfordelaHandler(
    CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Uppgiftsatkomst uppgifter, Personregister personer, Processmotor motor, Handlaggarval val) : ICommandHandler<Omfordela, Done>
{
    public async Task<Result<Done>> Handle(Omfordela request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForHandlaggning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        if (arende.Version != request.Version) return Inaktuell.Kopia;
        if (!anrop.Aktor.ChefFor.Contains(arende.EnhetId)) return Error.Forbidden(Felkoder.BehorighetSaknas, "Bara enhetens chef kan fördela om ärenden.");

        var ny = new AnvandareId(request.Handlaggare);
        if (!await val.FarHa(ny, arende, cancellationToken))
            return Javsregel.Hinder(await db.Jav.AnyAsync(j => j.ArendeId == arende.Id && j.AnvandareId == ny && j.Havt == null, cancellationToken))
                ?? Error.Invalid(new FieldError("Handlaggare", "Välj en handläggare i enheten."));
        var skal = Omfordelning.Motivera(arende.Id, request.Skal, anrop.Nu);
        if (skal.Failed) return skal.Error;
        var tilldelat = arende.Tilldela(ny, anrop.Aktor.Id, anrop.Nu);
        if (tilldelat.Failed) return tilldelat.Error;
        anrop.Handelse(tilldelat.Value);
        db.Omfordelningar.Add(skal.Value);
        if (arende.Skyddat) await personer.BytNamngiven(arende, tilldelat.Value.Tidigare, cancellationToken);
        await motor.Omtilldela(arende, cancellationToken);
        // Den som ska fördela läser om: ingen gör det från en sida där den tidigare ännu stod.
        await uppgifter.MasteLasasOm(arende.Id, Noder.Fordelning, cancellationToken);
        return Result.Done;
    }
}
