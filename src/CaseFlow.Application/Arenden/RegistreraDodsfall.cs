using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The person has died: every ärende and insats of the person ends.</summary>
/// <param name="Datum">The day of death; null when it is registered, and an ansökan has come in since.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record RegistreraDodsfall(string Nummer, int Version, DateOnly? Datum) : ICommand<Done>;

internal sealed class RegistreraDodsfallHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Processmotor motor)
    : ICommandHandler<RegistreraDodsfall, Done>
{
    public async Task<Result<Done>> Handle(RegistreraDodsfall request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForAndring(request.Nummer, request.Version, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;

        var person = await db.Personer.SingleAsync(p => p.Id == oppnat.Value.PersonId, cancellationToken);
        if (request.Datum is { } dag)
        {
            var avliden = person.RegistreraAvliden(dag, anrop.Idag);
            if (avliden.Failed) return avliden.Error;
            anrop.Handelse(avliden.Value);
        }
        if (person.Avliden is not { } dodsdag) return Error.Invalid(new FieldError("dodsdag", "Skriv vilken dag personen dog."));

        if (await AvslutaInsatser(person.Id, dodsdag, cancellationToken) is { } fel) return fel;
        var oppna = await db.Arenden.Include(a => a.Pauser)
            .Where(a => a.PersonId == person.Id && a.Steg != Steg.Avslutat).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        foreach (var arende in oppna)
        {
            if (await Avsluta(arende, cancellationToken) is { } hindrat) return hindrat;
        }
        return Result.Done;
    }

    /// <summary>The insatser of closed ärenden too, and those that a beslut ends on a day to come. A closed ärende has no process left to tell.</summary>
    private async Task<Error?> AvslutaInsatser(PersonId person, DateOnly datum, CancellationToken ct)
    {
        var insatser = await db.Insatser
            .Where(Insats.InteSlut(anrop.Idag)).Where(i => db.Arenden.Any(a => a.Id == i.ArendeId && a.PersonId == person))
            .OrderBy(i => i.Id).ToListAsync(ct);
        foreach (var insats in insatser)
        {
            // En insats som börjat efter den registrerade dödsdagen avslutas den dag den började.
            var tidigast = insats.StartDatum ?? insats.Beslutsdag;
            var slut = insats.Avsluta(Avslutsorsak.Avliden, datum > tidigast ? datum : tidigast);
            if (slut.Failed) return slut.Error;
            anrop.Handelse(slut.Value, insats.ArendeId);
        }
        return null;
    }

    /// <summary>What has been reported as not carried out is first told to be ended: the ärende closes when that is done.</summary>
    private async Task<Error?> Avsluta(Arende arende, CancellationToken ct)
    {
        var meddelat = await motor.Meddela(arende, "PersonAvliden", FeelContext.Empty, ct);
        if (meddelat.Failed) return meddelat.Error;
        if (arende.ArAvslutat || await motor.Lever(arende, ct)) return null;
        var avslut = arende.Avsluta(AvslutsOrsak.Avliden, anrop.Nu);
        if (avslut.Failed) return avslut.Error;
        anrop.Handelse(avslut.Value, arende.Id);
        return null;
    }
}
