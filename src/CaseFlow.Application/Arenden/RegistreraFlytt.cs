using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The person has moved: opens a task, never ends the ärende by itself (SoL (2025:400) 29 kap. 2 och 10 §§).</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record RegistreraFlytt(string Nummer, int Version, DateOnly Datum) : ICommand<Done>;

/// <summary>It became known that the person has moved.</summary>
public sealed record FlyttRegistrerad(ArendeId Arende, DateOnly Datum) : IHandelse;

internal sealed class RegistreraFlyttHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Processmotor motor) : ICommandHandler<RegistreraFlytt, Done>
{
    /// <summary>Years from today: a day farther off is a slip of the pen.</summary>
    private const int Langst = 1;

    public async Task<Result<Done>> Handle(RegistreraFlytt request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForHandlaggning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (Handlaggningsratt.Hinder(anrop) is { } hinder) return hinder;
        if (oppnat.Value.Version != request.Version) return Inaktuell.Kopia;
        if (request.Datum < anrop.Idag.AddYears(-Langst) || request.Datum > anrop.Idag.AddYears(Langst))
            return Error.Invalid(new FieldError("flyttdag", "Skriv dagen då personen flyttade eller ska flytta: högst ett år från i dag."));

        var meddelat = await motor.Meddela(oppnat.Value, "PersonFlyttat", FeelContext.Empty, cancellationToken);
        if (meddelat.Failed) return meddelat.Error;
        if (meddelat.Value == 0) return Error.Rule("INGEN_MOTTAGARE", "Ansökan är redan handlagd. Ta ställning till flytten i en ny prövning.");
        anrop.Handelse(new FlyttRegistrerad(oppnat.Value.Id, request.Datum));
        // Samma sida sänd två gånger ska inte öppna två uppgifter.
        db.Entry(oppnat.Value).State = EntityState.Modified;
        return Result.Done;
    }
}
