using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Processer;

/// <summary>Lets a process go on from where it stopped, once the cause is mended. One that has been solved is refused with
/// <c>INCIDENT_LOST</c>, so that sending it twice does nothing twice.</summary>
/// <param name="Incident">From <see cref="ListaIncidenter"/>.</param>
[Kraver(Behorighet.KoraProcess, Behorighet.SkotaProcesser)]
public sealed record ForsokIncidentIgen(long Incident) : ICommand<ForsoktIncident>;

/// <param name="Lost">False when the process stopped at the same place again: the incident stands, with its new cause.</param>
/// <param name="Stannade">What stands after the retry: the same incident, or one further on. Empty when the process goes on.</param>
public sealed record ForsoktIncident(string Arendenummer, bool Lost, IReadOnlyList<IncidentRad> Stannade);

/// <summary>The process was let try again where it stood still; what came of it follows in the chain.</summary>
/// <param name="Kod">The cause it stood with.</param>
public sealed record IncidentForsoktIgen(ArendeId Arende, InstansId Instans, string Nod, string Kod) : IHandelse;

internal sealed class ForsokIncidentIgenHandler(CaseFlowDb db, Anrop anrop, Processmotor motor, Processkatalog katalog)
    : ICommandHandler<ForsokIncidentIgen, ForsoktIncident>
{
    public async Task<Result<ForsoktIncident>> Handle(ForsokIncidentIgen request, CancellationToken cancellationToken)
    {
        // I en fråga: den som läser instansen efter att någon annan löst incidenten ska också se att den är löst.
        var stopp = await db.Incidenter.Where(i => i.Id == request.Incident)
            .Join(db.Instanser, i => i.InstansId, i => i.Id, (incident, instans) => new { incident, instans })
            .SingleOrDefaultAsync(cancellationToken);
        if (stopp is not { incident: var incident, instans: var instans }) return Error.NotFound();
        anrop.Galler(incident.ArendeId, "incident");
        if (incident.Lost is { } lost) return Redan(lost);
        var arende = await db.Arenden.Include(a => a.Pauser).SingleAsync(a => a.Id == incident.ArendeId, cancellationToken);
        anrop.Handelse(new IncidentForsoktIgen(arende.Id, instans.Id, incident.Nod, incident.Kod));
        var steg = await Forsok(incident, instans, arende, cancellationToken);
        if (steg.Failed) return steg.Error;
        var stannade = new List<IncidentRad>();
        foreach (var stannad in db.Incidenter.Local.Where(i => i.Lost is null).OrderBy(i => i.Id).ToList())
            stannade.Add(IncidentRad.Av(stannad, arende.Nummer, await Paket(stannad, cancellationToken)));
        return new ForsoktIncident(arende.Nummer, incident.Lost is not null, stannade);
    }

    private async Task<Result<Done>> Forsok(Incident incident, Processinstans instans, Arende arende, CancellationToken ct)
    {
        if (incident.MotorId == Incident.Slut)
            return Error.Rule("PROCESS_MISSLYCKAD", "Processen har slutat i ett fel som inget i den fångar, och den kan inte fortsätta. Ändra processen och gå igenom ärendet.");
        if (!incident.MotorId.StartsWith(Incident.Signal, StringComparison.Ordinal))
            return await motor.Ge(instans, arende, new RetryIncident(incident.MotorId, FeelContext.Empty), ct);
        // Den som har slutat lyssna sedan dess behöver inte signalen.
        var svar = await motor.Ge(instans, arende, new DeliverSignal(incident.MotorId[Incident.Signal.Length..], FeelContext.Empty), ct);
        if (svar is { Failed: true, Error.Code: not ("INGEN_MOTTAGARE" or "INSTANS_AVSLUTAD") }) return svar;
        incident.Lost = anrop.Nu;
        return Result.Done;
    }

    /// <summary>A process that the retry started may have stopped too.</summary>
    private Task<Processpaket> Paket(Incident incident, CancellationToken ct) =>
        katalog.Paket(db, db.Instanser.Local.First(i => i.Id == incident.InstansId).DefinitionId, ct);

    private static Error Redan(DateTimeOffset lost) => Error.Conflict(
        "INCIDENT_LOST", $"Incidenten är redan löst, {Datumtext.Lang(Domain.Kalender.SvenskTid.Dag(lost))} {Datumtext.Klocka(lost)}. Inget mer behöver göras med den.");
}
