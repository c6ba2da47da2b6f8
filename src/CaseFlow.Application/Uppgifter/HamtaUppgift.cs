using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter;

/// <summary>A task with its form, filled in as far as the ärende knows the answers.</summary>
[Kraver(Behorighet.HandlaggaArende, Behorighet.FordelaArende)]
public sealed record HamtaUppgift(Guid Uppgift) : IQuery<UppgiftSvar>;

/// <param name="Formular">Null when the task has a page of its own (<see cref="UppgiftVy.Lank"/>).</param>
/// <param name="Varden">Prefilled while the task is open; what was answered when it is done.</param>
/// <param name="Brev">The letter that belongs to the task, when there is one.</param>
/// <param name="Underlag">What stands beside the form.</param>
public sealed record UppgiftSvar(
    ArendeHuvud Huvud, UppgiftVy Uppgift, Formulardefinition? Formular, IReadOnlyDictionary<string, string[]> Varden, int Version,
    bool Oppen, BrevVy? Brev, Uppgiftsunderlag Underlag);

internal sealed class HamtaUppgiftHandler(
    CaseFlowDb db, Uppgiftsatkomst uppgifter, Arendehuvuden huvuden, Handlingskatalog handlingar, Handlaggarval handlaggare, Brevskrivare brev,
    Underlagslasare underlag)
    : IQueryHandler<HamtaUppgift, UppgiftSvar>
{
    public async Task<Result<UppgiftSvar>> Handle(HamtaUppgift request, CancellationToken cancellationToken)
    {
        var oppnad = await uppgifter.Oppna(request.Uppgift, cancellationToken);
        if (oppnad.Failed) return oppnad.Error;
        var (lage, uppgift, arende) = (oppnad.Value, oppnad.Value.Uppgift, oppnad.Value.Arende);
        var oppen = uppgift.Status is Uppgiftsstatus.Oppen or Uppgiftsstatus.Vantar;
        var handling = handlingar.For(uppgift.Nod);
        var namn = await huvuden.Namn(uppgift.TilldeladId is { } id ? [id] : [], cancellationToken);
        var huvud = await huvuden.Hamta(arende, cancellationToken);
        var visas = await underlag.Las(uppgift, arende, huvud.Person.Dold, cancellationToken);
        return new UppgiftSvar(
            huvud,
            huvuden.Vy(uppgift, arende, namn) with { Insats = visas.Insats?.Namn },
            await MedAlternativ(oppen && lage.Formular is { } formular ? await handling.Anpassa(lage, formular, cancellationToken) : lage.Formular, arende, cancellationToken),
            oppen ? await handling.Forifyll(lage, cancellationToken) : await Besvarat(uppgift, cancellationToken),
            uppgift.Version,
            oppen,
            uppgift.Nod == nameof(Handlingar.Underratta) ? await brev.Skriv(arende, cancellationToken) : null,
            visas);
    }

    private async Task<IReadOnlyDictionary<string, string[]>> Besvarat(Uppgift uppgift, CancellationToken ct) =>
        await db.Formularsvar.Where(s => s.UppgiftId == uppgift.Id).Select(s => s.Varden).SingleOrDefaultAsync(ct) is { } json
            ? Svarsvarden.FranJson(json) : Svarsvarden.Inga;

    /// <summary>Fills the choice of handläggare; the other choices stand in the form itself.</summary>
    private async Task<Formulardefinition?> MedAlternativ(Formulardefinition? formular, Arende arende, CancellationToken ct)
    {
        if (formular is null || !formular.Falt.Any(f => f.Typ == Falttyp.Anvandare)) return formular;
        var val = await handlaggare.Alternativ(arende, ct);
        return formular with
        {
            Sektioner = [.. formular.Sektioner.Select(s => s with
            {
                Falt = [.. s.Falt.Select(f => f.Typ == Falttyp.Anvandare ? f with { Alternativ = val } : f)],
            })],
        };
    }
}
