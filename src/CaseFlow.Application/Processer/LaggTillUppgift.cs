using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Processer;

/// <summary>What the handläggare may add to the ärende as it stands now: the activities of its processes' open ad hoc subprocesses.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record HamtaTillval(string Nummer) : IQuery<TillvalSvar>;

public sealed record TillvalSvar(ArendeHuvud Huvud, IReadOnlyList<Tillval> Tillval);

/// <param name="Version">Of the process's row: what <see cref="LaggTillUppgift"/> was chosen from.</param>
/// <param name="Insats">What the process is about; null for the ärende's own.</param>
/// <param name="Oppna">How many of it are under way already.</param>
public sealed record Tillval(long Instans, int Version, string Nod, string Namn, string? Insats, int Oppna);

/// <summary>Adds a task that the process allows but does not ask for (BPMN 2.0.2, 10.3.5: an ad hoc subprocess). The ärende's own handläggare decides
/// what is needed for it to be utrett as its nature requires: 23 § förvaltningslagen (2017:900).</summary>
/// <param name="Instans">From <see cref="HamtaTillval"/>.</param>
/// <param name="Version">The copy that was read: the same choice sent twice is made once.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record LaggTillUppgift(string Nummer, long Instans, int Version, string? Nod) : ICommand<TillagdUppgift>;

public sealed record TillagdUppgift(string Arendenummer, string Namn);

/// <summary>The handläggare added a task of her own accord.</summary>
public sealed record UppgiftTillagd(ArendeId Arende, InstansId Instans, string Nod) : IHandelse;

internal sealed class HamtaTillvalHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden, Processkatalog katalog)
    : IQueryHandler<HamtaTillval, TillvalSvar>
{
    public async Task<Result<TillvalSvar>> Handle(HamtaTillval request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var id = oppnat.Value.Id;
        // Den som bara får läsa har inget att välja.
        List<Processinstans> instanser = Handlaggningsratt.Hinder(anrop) is not null ? [] : await db.Instanser.Where(i => i.ArendeId == id && i.Status == Instansstatus.Aktiv).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        var insatser = await db.Insatser.Where(i => i.ArendeId == id).ToDictionaryAsync(i => i.Id, i => i.Insatstyp, cancellationToken);
        var tillval = new List<Tillval>();
        foreach (var instans in instanser)
        {
            var definition = (await katalog.Paket(db, instans.DefinitionId, cancellationToken)).Definition;
            var tillstand = InstanceState.FromJson(instans.Tillstand);
            var insats = instans.InsatsId is { } i && insatser.TryGetValue(i, out var typ) ? Domain.Insatser.Insatskatalog.Namn(typ) : null;
            tillval.AddRange(tillstand.Addable(definition).Select(n => new Tillval(
                instans.Id.Value, instans.Version, n.Id, n.Name, insats, tillstand.Tokens.Count(t => t.NodeId == n.Id))));
        }
        return new TillvalSvar(await huvuden.Hamta(oppnat.Value, cancellationToken), tillval);
    }
}

internal sealed class LaggTillUppgiftHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Processkatalog katalog, Processmotor motor)
    : ICommandHandler<LaggTillUppgift, TillagdUppgift>
{
    public async Task<Result<TillagdUppgift>> Handle(LaggTillUppgift request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForHandlaggning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (Handlaggningsratt.Hinder(anrop) is { } hinder) return hinder;
        if (request.Nod is not { Length: > 0 } nod) return Error.Invalid(new FieldError("nod", "Välj vad som ska läggas till."));
        var (arende, id) = (oppnat.Value, new InstansId(request.Instans));
        if (await db.Instanser.SingleOrDefaultAsync(i => i.Id == id && i.ArendeId == arende.Id, cancellationToken) is not { } instans) return GarInte;
        var definition = (await katalog.Paket(db, instans.DefinitionId, cancellationToken)).Definition;
        if (motor.Tillstand(instans)!.Addable(definition).FirstOrDefault(n => n.Id == nod) is not { } vald)
            return GarInte;
        if (instans.Version != request.Version) return Inaktuell.Kopia;
        anrop.Handelse(new UppgiftTillagd(arende.Id, instans.Id, nod));
        var steg = await motor.Ge(instans, arende, new ActivateTask(nod, FeelContext.Empty), cancellationToken);
        return steg.Failed ? steg.Error : new TillagdUppgift(arende.Nummer, vald.Name);
    }

    private static Error GarInte { get; } = Error.Rule("GAR_INTE_ATT_LAGGA_TILL", "Det går inte att lägga till nu. Ärendet har gått vidare.");
}
