using System.Text.Json;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Kalender;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Application.Processer;

/// <summary>Turns the effects of one step into rows, and lets the ärende follow: its stage and what it waits for.</summary>
internal sealed partial class Effektskrivare(CaseFlowDb db, Anrop anrop, IIdKalla ids, ILogger log)
{
    public async Task Skriv(Processinstans instans, Arende arende, Processpaket paket, StepResult steg, CancellationToken ct)
    {
        await StangUppgifter(instans, arende, steg, ct);
        await StangTimrar(instans, steg, ct);
        await StangPrenumerationer(instans, steg, ct);
        await LosIncidenter(instans, steg, ct);
        Historik(instans, steg);
        foreach (var effekt in steg.Effects)
        {
            switch (effekt)
            {
                case TaskOpened e: Oppna(instans, arende, paket, steg.State, e); break;
                case TimerArmed e: Vanta(instans, e); break;
                case SubscriptionOpened e: Prenumerera(instans, e); break;
                case IncidentRaised e: Stanna(instans, arende, e); break;
                case ExpressionWarned e: Varning(instans.Id.Value, e.NodeId, "UTTRYCK_UTAN_VARDE"); break;
                case RulesMatched e: anrop.Handelse(Regler(instans, arende, e), arende.Id); break;
                case InstanceEnded e: Sluta(instans, arende, paket, e); break;
                // Tagna ovan, många rader åt gången.
                case TaskClosed or TimerClosed or SubscriptionClosed or IncidentClosed or HistoryRecorded: break;
                // Det som leder vidare till operationer och andra processer följer Processmotor, i samma transaktion.
                case ServiceRequested or ServiceClosed or CallRequested or MessageThrown or SignalThrown: break;
                default: throw new InvalidOperationException($"Motorns effekt {effekt.GetType().Name} tas inte om hand.");
            }
        }
    }

    private void Oppna(Processinstans instans, Arende arende, Processpaket paket, InstanceState tillstand, TaskOpened e)
    {
        // En uppgift som samma steg stängde igen syns aldrig.
        if (tillstand.Tasks.FirstOrDefault(t => t.Id == e.TaskId) is not { TokenId: var plats }) return;
        var variabler = tillstand.VariablesAt(plats);
        var installning = paket.Uppgift(e.NodeId);
        var grupp = e.Group ?? Grupper.Handlaggare;
        // En grupp som räknas fram syns först här; ingen skulle se uppgiften.
        if (!Processord.Grupper.Contains(grupp)) throw new InvalidOperationException($"{e.NodeId}: cf:group blev {grupp}, som inte finns.");
        var uppgift = new Uppgift
        {
            Id = new(ids.Next()),
            PublikId = ids.NextPublic(),
            InstansId = instans.Id,
            MotorId = e.TaskId,
            Nod = e.NodeId,
            Titel = tillstand.OccurrenceAt(plats) is { Of: > 1 } gang ? $"{e.Name} ({gang.Number} av {gang.Of})" : e.Name,
            Formular = e.Form,
            ArendeId = arende.Id,
            InsatsId = instans.InsatsId,
            EnhetId = arende.EnhetId,
            Grupp = grupp,
            TilldeladId = grupp == Grupper.Handlaggare ? arende.HandlaggareId : null,
            Status = Uppgiftsstatus.Oppen,
            Skapad = anrop.Nu,
            Forfaller = e.Due?.ToUniversalTime() ?? Uppgift.UtanFrist,
            Forfalloregel = Text(installning.Regel, variabler),
        };
        db.Uppgifter.Add(uppgift);
        FoljSteg(arende, instans, installning.Steg);
        if (installning.Vantar is { } vantar) LatVanta(arende, uppgift, vantar, variabler);
    }

    /// <summary>The ärende's own process leads its stage; an insats moves it only once the person has been told of the decision.</summary>
    private void FoljSteg(Arende arende, Processinstans instans, Steg? steg)
    {
        if (steg is not { } till || arende.Steg == till || !arende.KanGaTill(till)) return;
        if (instans.InsatsId is not null && arende.Steg == Steg.Underrattelse) return;
        var gick = arende.GaTill(till, anrop.Nu);
        if (!gick.Failed) anrop.Handelse(gick.Value, arende.Id);
    }

    private void LatVanta(Arende arende, Uppgift uppgift, Vantan vantan, FeelContext variabler)
    {
        if (vantan.Vaknar.Evaluate(variabler, new FeelEnvironment(anrop.Nu)).Value is not FeelDate { Value: var dag } || dag <= anrop.Idag) return;
        (uppgift.Status, uppgift.VantarOrsak, uppgift.Vaknar) = (Uppgiftsstatus.Vantar, vantan.Orsak, SvenskTid.Midnatt(dag));
        if (uppgift.InsatsId is not null || arende.PagaendePaus is not null) return;
        var paus = arende.Vanta(vantan.Orsak, dag, anrop.Nu);
        if (!paus.Failed) anrop.Handelse(paus.Value, arende.Id);
    }

    private async Task StangUppgifter(Processinstans instans, Arende arende, StepResult steg, CancellationToken ct)
    {
        var stangda = steg.Effects.OfType<TaskClosed>().ToDictionary(e => e.TaskId, e => e.Reason, StringComparer.Ordinal);
        if (stangda.Count == 0) return;
        var rader = db.Uppgifter.Local.Where(u => u.InstansId == instans.Id && stangda.ContainsKey(u.MotorId)).ToList();
        var saknas = stangda.Keys.Except(rader.Select(u => u.MotorId), StringComparer.Ordinal).ToList();
        if (saknas.Count > 0)
            rader.AddRange(await db.Uppgifter.Where(u => u.InstansId == instans.Id && saknas.Contains(u.MotorId)).ToListAsync(ct));
        foreach (var uppgift in rader)
        {
            uppgift.Status = stangda[uppgift.MotorId] == CloseReason.Completed ? Uppgiftsstatus.Slutford : Uppgiftsstatus.Avbruten;
            uppgift.Slutford = anrop.Nu;
            if (uppgift.VantarOrsak is null || uppgift.InsatsId is not null || arende.ArAvslutat || arende.PagaendePaus?.Orsak != uppgift.VantarOrsak) continue;
            var igen = arende.Ateruppta(anrop.Nu);
            if (!igen.Failed) anrop.Handelse(igen.Value, arende.Id);
        }
    }

    private async Task StangTimrar(Processinstans instans, StepResult steg, CancellationToken ct)
    {
        var stangda = steg.Effects.OfType<TimerClosed>().Select(e => e.TimerId).ToList();
        if (stangda.Count == 0) return;
        var lokala = db.Processtimrar.Local.Where(t => t.InstansId == instans.Id && stangda.Contains(t.MotorId)).ToList();
        var saknas = stangda.Except(lokala.Select(t => t.MotorId), StringComparer.Ordinal).ToList();
        if (saknas.Count > 0)
            lokala.AddRange(await db.Processtimrar.Where(t => t.InstansId == instans.Id && saknas.Contains(t.MotorId)).ToListAsync(ct));
        db.Processtimrar.RemoveRange(lokala);
    }

    private async Task StangPrenumerationer(Processinstans instans, StepResult steg, CancellationToken ct)
    {
        var stangda = steg.Effects.OfType<SubscriptionClosed>().Select(e => e.SubscriptionId).ToList();
        if (stangda.Count == 0) return;
        var lokala = db.Prenumerationer.Local.Where(p => p.InstansId == instans.Id && stangda.Contains(p.MotorId)).ToList();
        var saknas = stangda.Except(lokala.Select(p => p.MotorId), StringComparer.Ordinal).ToList();
        if (saknas.Count > 0)
            lokala.AddRange(await db.Prenumerationer.Where(p => p.InstansId == instans.Id && saknas.Contains(p.MotorId)).ToListAsync(ct));
        db.Prenumerationer.RemoveRange(lokala);
    }

    private async Task LosIncidenter(Processinstans instans, StepResult steg, CancellationToken ct)
    {
        var losta = steg.Effects.OfType<IncidentClosed>().Select(e => e.IncidentId).ToList();
        if (losta.Count == 0) return;
        await db.Incidenter.Where(i => i.InstansId == instans.Id && losta.Contains(i.MotorId)).LoadAsync(ct);
        foreach (var incident in db.Incidenter.Local.Where(i => i.InstansId == instans.Id && losta.Contains(i.MotorId))) incident.Lost = anrop.Nu;
    }

    private void Vanta(Processinstans instans, TimerArmed e) =>
        db.Processtimrar.Add(new() { Id = ids.Next(), InstansId = instans.Id, MotorId = e.TimerId, Forfaller = e.Due, Tands = e.Due });

    private void Prenumerera(Processinstans instans, SubscriptionOpened e) => db.Prenumerationer.Add(new()
    {
        Id = ids.Next(),
        InstansId = instans.Id,
        MotorId = e.SubscriptionId,
        Slag = e.Kind.ToString(),
        Namn = e.Name,
        Korrelation = e.CorrelationKey ?? "",
    });

    private void Sluta(Processinstans instans, Arende arende, Processpaket paket, InstanceEnded e)
    {
        (instans.Status, instans.Slutad) = (Status(e.Status), anrop.Nu);
        // Den som anropade svarar för felet i en anropad process.
        if (e.Status == InstanceStatus.Failed && instans.AnropId is null)
            Stanna(instans, arende, new(Incident.Slut, paket.Definition.Key, "PROCESS_MISSLYCKAD", $"Processen slutade i felet {e.ErrorCode}, som inget i den fångar."));
    }

    /// <summary>A new incident, or the one just tried again that stands where it stood: the same row with its new cause.</summary>
    private void Stanna(Processinstans instans, Arende arende, IncidentRaised e)
    {
        var text = e.Message.Length > 2000 ? e.Message[..2000] : e.Message;
        if (db.Incidenter.Local.FirstOrDefault(i => i.InstansId == instans.Id && i.Nod == e.NodeId && i.Lost == anrop.Nu) is { } kvar)
        {
            kvar.StarKvar(e.IncidentId, e.Code, text);
        }
        else
        {
            db.Incidenter.Add(new()
            {
                Id = ids.Next(),
                InstansId = instans.Id,
                ArendeId = arende.Id,
                MotorId = e.IncidentId,
                Nod = e.NodeId,
                Kod = e.Code,
                Text = text,
                Uppstod = anrop.Nu,
            });
        }
        anrop.Handelse(new ProcessStannade(arende.Id, instans.Id, e.NodeId, e.Code), arende.Id);
        Varning(instans.Id.Value, e.NodeId, e.Code);
    }

    private static BeslutstabellTillampad Regler(Processinstans instans, Arende arende, RulesMatched e) =>
        new(arende.Id, instans.Id, e.NodeId, e.Decision, [.. e.Rules.Where(Handelsejson.ArKod)]);

    // Uttryckets egen text kan bära ärendets värden och stannar i motorn.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Process {Instans}, {Nod}: {Kod}")]
    private partial void Varning(long instans, string nod, string kod);

    private void Historik(Processinstans instans, StepResult steg)
    {
        var vag = steg.Effects.OfType<HistoryRecorded>().Select(e => new { nod = e.NodeId, handelse = e.Event.ToString() }).ToList();
        if (vag.Count == 0) return;
        db.Processhistorik.Add(new()
        {
            Id = ids.Next(),
            InstansId = instans.Id,
            Vag = JsonSerializer.Serialize(vag),
            Aktor = anrop.Aktor.Id,
            Tid = anrop.Nu,
        });
    }

    private string? Text(FeelExpression? uttryck, FeelContext variabler) =>
        uttryck?.Evaluate(variabler, new FeelEnvironment(anrop.Nu)).Value is FeelString { Value: { Length: <= 100 } text } ? text : null;

    private static Instansstatus Status(InstanceStatus status) => status switch
    {
        InstanceStatus.Active => Instansstatus.Aktiv,
        InstanceStatus.Completed => Instansstatus.Fullbordad,
        InstanceStatus.Terminated => Instansstatus.Avbruten,
        InstanceStatus.Failed => Instansstatus.Misslyckad,
    };
}
