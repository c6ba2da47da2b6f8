using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The chef moves an ärende to another handläggare. It can be undone for a while (<see cref="AngraFlytt"/>).</summary>
[Kraver(Behorighet.FordelaArende)]
public sealed record Omfordela(string Nummer, int Version, long Handlaggare, string Skal) : ICommand<Done>;

internal sealed class OmfordelaValidator : AbstractValidator<Omfordela>
{
    public OmfordelaValidator() => RuleFor(o => o.Skal).NotEmpty().WithMessage("Skriv varför ärendet flyttas.");
}

internal sealed class OmfordelaHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Handlaggarval val, Flyttare flyttare) : ICommandHandler<Omfordela, Done>
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
            return Javsregel.Hinder(await db.JavHos(arende.PersonId).AnyAsync(j => j.AnvandareId == ny, cancellationToken))
                ?? Error.Invalid(new FieldError("Handlaggare", "Välj en handläggare i enheten."));
        var flyttad = await flyttare.Flytta([(arende, ny)], arende.EnhetId, request.Skal, cancellationToken);
        return flyttad.Failed ? flyttad.Error : Result.Done;
    }
}
