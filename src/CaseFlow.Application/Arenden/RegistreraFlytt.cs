using CaseFlow.Application.Insatser;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The person has moved: opens tasks about what is applied for and what she has, and never ends anything by itself
/// (SoL (2025:400) 29 kap. 2 och 10 §§).</summary>
/// <param name="Datum">The day the person moved; <c>FLYTT_I_FRAMTIDEN</c> for one that has not been.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record RegistreraFlytt(string Nummer, int Version, DateOnly Datum) : ICommand<Done>;

/// <summary>It became known that the person has moved.</summary>
public sealed record FlyttRegistrerad(ArendeId Arende, DateOnly Datum) : IHandelse;

internal sealed class RegistreraFlyttHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Processmotor motor, TidigareUppfoljning uppfoljning)
    : ICommandHandler<RegistreraFlytt, Done>
{
    /// <summary>The process's variable: the day the person moved, to be shown where it is judged.</summary>
    internal const string Flyttdag = "flyttdag";

    private const string Flytt = "PersonFlyttat";

    /// <summary>Years back from today: a day farther off is a slip of the pen.</summary>
    private const int Langst = 1;

    public async Task<Result<Done>> Handle(RegistreraFlytt request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForAndring(request.Nummer, request.Version, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (request.Datum > anrop.Idag)
            return Error.Invalid("FLYTT_I_FRAMTIDEN", "Personen kan inte ha flyttat en dag som inte har varit. Registrera flytten när den är gjord.");
        if (request.Datum < anrop.Idag.AddYears(-Langst))
            return Error.Invalid(new FieldError("flyttdag", "Skriv dagen då personen flyttade: högst ett år tillbaka."));

        if (await Oppna(oppnat.Value, request.Datum, cancellationToken) is { } fel) return fel;
        // Samma sida sänd två gånger ska inte öppna två uppgifter.
        db.GorKopiorInaktuella(oppnat.Value);
        return Result.Done;
    }

    /// <summary>In each open ärende of the person in the unit: a task about the ansökan, and a follow-up of what she has.</summary>
    private async Task<Error?> Oppna(Arende oppnat, DateOnly datum, CancellationToken ct)
    {
        var arenden = await db.Arenden.Include(a => a.Pauser)
            .Where(a => a.PersonId == oppnat.PersonId && a.EnhetId == oppnat.EnhetId && a.Steg != Steg.Avslutat).OrderBy(a => a.Id).ToListAsync(ct);
        var dag = FeelContext.Empty.With(Flyttdag, new FeelString(Svarsvarden.Iso(datum)));
        foreach (var arende in arenden)
        {
            anrop.Handelse(new FlyttRegistrerad(arende.Id, datum), arende.Id);
            var meddelat = await motor.MeddelaArendet(arende, Flytt, dag, ct);
            if (meddelat.Failed) return meddelat.Error;
            foreach (var insats in await db.Insatser.Where(i => i.ArendeId == arende.Id && i.Status != Insatsstatus.Avslutad).OrderBy(i => i.Id).ToListAsync(ct))
            {
                if (await Oppna(arende, insats, dag, medArendet: meddelat.Value > 0, ct) is { } fel) return fel;
            }
        }
        return null;
    }

    /// <summary>What runs is followed up; what has not begun gets the question, unless the ärende's own process asks it.</summary>
    private async Task<Error?> Oppna(Arende arende, Insats insats, FeelContext dag, bool medArendet, CancellationToken ct) =>
        insats.Status is Insatsstatus.Pagar ? (await uppfoljning.Borja(arende, insats, ct)).Error
        : medArendet ? null
        : (await motor.MeddelaInsats(arende, insats.Id, Flytt, dag, ct)).Error;
}
