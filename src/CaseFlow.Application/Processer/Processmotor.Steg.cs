using System.Runtime.CompilerServices;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Application.Processer;

/// <content>One command, and all that it leads to among the ärende's processes: operations, calls, messages and signals, in the one transaction.</content>
public sealed partial class Processmotor
{
    /// <summary>More steps than this for one command, and the processes go round.</summary>
    private const int MestSteg = 1_000;

    /// <summary>How many processes may be called by each other in a row.</summary>
    private const int MestDjup = 20;

    private static readonly HashSet<string> ForSent = new(["TJANST_STANGD", "INSTANS_AVSLUTAD", "INGEN_MOTTAGARE"], StringComparer.Ordinal);

    // Nyckeln är raden själv: görs kommandot om på nytt hämtade rader läses deras tillstånd igen.
    private readonly ConditionalWeakTable<Processinstans, InstanceState> _tillstand = [];

    /// <summary>Gives one command to an instance, and lets everything that follows of it happen until the processes wait or end.</summary>
    public async Task<Result<Done>> Ge(Processinstans instans, Arende arende, Command kommando, CancellationToken ct)
    {
        var ko = new Queue<Givet>([new(instans, kommando)]);
        var slutade = false;
        for (var nummer = 0; ko.TryDequeue(out var nasta); nummer++)
        {
            if (nummer == MestSteg) return Error.Conflict("PROCESSERNA_GAR_RUNT", $"Processerna svarar varandra fler än {MestSteg} gånger. Kontakta förvaltningen.");
            if (nummer > 0 && nasta is { Till.Status: not Instansstatus.Aktiv }) continue;
            var paket = await katalog.Paket(db, nasta.Till.DefinitionId, ct);
            var steg = Stepper.Step(paket.Definition, Tillstand(nasta.Till), nasta.Kommando, anrop.Nu, paket);
            if (steg.Error is { } fel)
            {
                // Ett svar på det som ett annat svar avbröt kommer för sent, och det ingen väntar på hör ingen.
                if (nummer > 0 && ForSent.Contains(fel.Code)) continue;
                return Error.Conflict(fel.Code, fel.Message);
            }
            _tillstand.AddOrUpdate(nasta.Till, steg.State);
            nasta.Till.Tillstand = steg.State.ToJson();
            await _effekter.Skriv(nasta.Till, arende, paket, steg, ct);
            foreach (var effekt in steg.Effects) await Folj(ko, new(nasta.Till, arende, paket), effekt, ct);
            slutade |= nasta.Till.Status != Instansstatus.Aktiv;
        }
        if (slutade) await AvslutaArendet(arende, ct);
        return Result.Done;
    }

    /// <summary>The engine's state of an instance; null before it has started.</summary>
    internal InstanceState? Tillstand(Processinstans instans)
    {
        if (_tillstand.TryGetValue(instans, out var kant)) return kant;
        if (instans.Tillstand.Length == 0) return null;
        var last = InstanceState.FromJson(instans.Tillstand);
        _tillstand.Add(instans, last);
        return last;
    }

    private async Task Folj(Queue<Givet> ko, Steglage fran, Effect effekt, CancellationToken ct)
    {
        switch (effekt)
        {
            case ServiceRequested tjanst:
                if (await Utfor(fran, tjanst, post: null, ct) is { } svar) ko.Enqueue(new(fran.Instans, svar));
                break;
            case CallRequested call: ko.Enqueue(await Anropa(fran, call, ct)); break;
            case ServiceClosed { Reason: CloseReason.Cancelled } avbruten: await Avbryt(ko, fran, avbruten.RequestId, ct); break;
            case InstanceEnded slut when fran.Instans is { AnropId: { } anropId, StartadAv: { } anropare }:
                ko.Enqueue(new(await Instans(anropare, ct), Svar(anropId, slut, Tillstand(fran.Instans)!)));
                break;
            case MessageThrown meddelande: await Sand(ko, fran, meddelande, ct); break;
            case SignalThrown signal: await Sand(ko, fran, signal, ct); break;
        }
    }

    /// <summary>Starts what is called, in the same ärende and for the same insats.</summary>
    private async Task<Givet> Anropa(Steglage fran, CallRequested call, CancellationToken ct)
    {
        if (await Processkatalog.Aktuell(db, call.Called, ct) is not { } definition)
            return new(fran.Instans, new FailService(call.RequestId, "PROCESS_SAKNAS", $"Processen {call.Called} är inte inlagd."));
        if (await Djup(fran.Instans, ct) >= MestDjup)
            return new(fran.Instans, new FailService(call.RequestId, "ANROP_FOR_DJUPT", $"Processer anropar varandra i fler än {MestDjup} led."));
        return new(Ny(definition, fran.Arende, fran.Instans.InsatsId, fran.Instans.Id, call.RequestId), new Start(call.Variables));
    }

    private async Task<int> Djup(Processinstans instans, CancellationToken ct)
    {
        var djup = 0;
        for (var led = instans; led is { AnropId: not null, StartadAv: { } av } && djup < MestDjup; djup++) led = await Instans(av, ct);
        return djup;
    }

    private static Command Svar(string anropId, InstanceEnded slut, InstanceState tillstand) => slut.ErrorCode is { } kod
        ? new ThrowServiceError(anropId, kod)
        : new CompleteService(anropId, tillstand.Variables);

    /// <summary>What was asked for is not waited for any longer: a called process ends, and an operation is not tried again.</summary>
    private async Task Avbryt(Queue<Givet> ko, Steglage fran, string anropId, CancellationToken ct)
    {
        var id = fran.Instans.Id;
        var anropad = db.Instanser.Local.FirstOrDefault(i => i.StartadAv == id && i.AnropId == anropId)
            ?? await db.Instanser.FirstOrDefaultAsync(i => i.StartadAv == id && i.AnropId == anropId, ct);
        if (anropad is not null) ko.Enqueue(new(anropad, new CancelInstance("Anropet är avbrutet.")));
        if (await Post(id, anropId, ct) is { } post) db.Utkorg.Remove(post);
    }

    /// <summary>A message goes to those in the ärende that wait for it, and starts the processes that it starts.</summary>
    private async Task Sand(Queue<Givet> ko, Steglage fran, MessageThrown meddelande, CancellationToken ct)
    {
        var natt = await Lyssnar(IArendet(fran), meddelande.Name, ct);
        foreach (var instans in natt) ko.Enqueue(new(instans, new DeliverMessage(meddelande.Name, meddelande.CorrelationKey, meddelande.Variables)));
        var startade = await Startas(fran, trigger => trigger is MessageTrigger on && on.Name == meddelande.Name, ct);
        foreach (var instans in startade) ko.Enqueue(new(instans, new Start(meddelande.Variables, Message: meddelande.Name)));
        if (natt.Count + startade.Count == 0) OhordVarning(fran.Instans.Id.Value, meddelande.NodeId, meddelande.Name);
    }

    /// <summary>A signal is heard at once in its own ärende, with what it brings. To the other ärenden it goes by the outbox and brings nothing:
    /// what stands in one person's ärende stays there (OSL 26 kap. 1 §).</summary>
    private async Task Sand(Queue<Givet> ko, Steglage fran, SignalThrown signal, CancellationToken ct)
    {
        foreach (var instans in (await Lyssnar(IArendet(fran), signal.Name, ct)).Where(i => i != fran.Instans))
            ko.Enqueue(new(instans, new DeliverSignal(signal.Name, signal.Variables)));
        foreach (var instans in await Startas(fran, trigger => trigger is SignalTrigger on && on.Name == signal.Name, ct))
            ko.Enqueue(new(instans, new Start(signal.Variables, Signal: signal.Name)));
        db.Utkorg.Add(new()
        {
            Id = ids.Next(),
            Slag = Utkorgsslag.Signal,
            InstansId = fran.Instans.Id,
            ArendeId = fran.Arende.Id,
            MotorId = "",
            Namn = signal.Name,
            Skapad = anrop.Nu,
            Tands = anrop.Nu,
        });
    }

    private IQueryable<Processinstans> IArendet(Steglage fran) => db.Instanser.Where(i => i.ArendeId == fran.Arende.Id);

    /// <summary>Those that listen, also since earlier in the same command, in the order they began.</summary>
    private async Task<List<Processinstans>> Lyssnar(IQueryable<Processinstans> bland, string namn, CancellationToken ct)
    {
        var sparade = await bland
            .Where(i => i.Status == Instansstatus.Aktiv && db.Prenumerationer.Any(p => p.InstansId == i.Id && p.Namn == namn)).ToListAsync(ct);
        var nya = db.Prenumerationer.Local.Where(p => p.Namn == namn && db.Entry(p).State == EntityState.Added).Select(p => p.InstansId).ToHashSet();
        return [.. sparade.Union(db.Instanser.Local.Where(i => nya.Contains(i.Id))).Where(i => i.Status == Instansstatus.Aktiv).OrderBy(i => i.Id.Value)];
    }

    private async Task<List<Processinstans>> Startas(Steglage fran, Func<Trigger, bool> av, CancellationToken ct) =>
        [.. (await katalog.SomStartar(db, av, ct)).Select(definition => Ny(definition, fran.Arende, fran.Instans.InsatsId, fran.Instans.Id, anropId: null))];

    private Processinstans Ny(long definition, Arende arende, InsatsId? insats, InstansId? startadAv, string? anropId)
    {
        var instans = new Processinstans
        {
            Id = new(ids.Next()),
            DefinitionId = definition,
            ArendeId = arende.Id,
            InsatsId = insats,
            StartadAv = startadAv,
            AnropId = anropId,
            Status = Instansstatus.Aktiv,
            Tillstand = "",
            Startad = anrop.Nu,
        };
        db.Instanser.Add(instans);
        return instans;
    }

    private async Task<Processinstans> Instans(InstansId id, CancellationToken ct) =>
        db.Instanser.Local.FirstOrDefault(i => i.Id == id) ?? await db.Instanser.SingleAsync(i => i.Id == id, ct);

    // Namnet står i processens ritning och säger inget om någon.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Process {Instans}, {Nod}: ingen i ärendet tar emot {Meddelande}")]
    private partial void OhordVarning(long instans, string nod, string meddelande);

    private sealed record Givet(Processinstans Till, Command Kommando);

    private sealed record Steglage(Processinstans Instans, Arende Arende, Processpaket Paket);
}
