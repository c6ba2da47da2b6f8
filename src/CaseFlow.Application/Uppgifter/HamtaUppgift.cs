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
/// <param name="Skrivet">What has been typed and not saved: shown again instead.</param>
/// <param name="MedUtkast">The reader's own draft is shown in the form, when she has one and sends nothing.</param>
[Kraver(Behorighet.HandlaggaArende, Behorighet.FordelaArende, Behorighet.LasaArende)]
public sealed record HamtaUppgift(Guid Uppgift, IReadOnlyDictionary<string, string[]>? Skrivet = null, bool MedUtkast = false) : IQuery<UppgiftSvar>;

/// <param name="Formular">As it is asked in this ärende. Null when the task has a page of its own (<see cref="UppgiftVy.Lank"/>).</param>
/// <param name="Varden">Prefilled while the task is open; what was answered when it is done.</param>
/// <param name="Lagen">Which of the form's fields apply with <paramref name="Varden"/>, by name; empty when the task is done.</param>
/// <param name="Brev">The letter that belongs to the task, when there is one.</param>
/// <param name="Underlag">What stands beside the form.</param>
/// <param name="Rad">The task in facts.</param>
/// <param name="Utkast">The draft that <paramref name="Varden"/> comes from; of a closed task, what the reader had begun to answer and never sent.</param>
public sealed record UppgiftSvar(
    ArendeHuvud Huvud, UppgiftVy Uppgift, Formulardefinition? Formular, IReadOnlyDictionary<string, string[]> Varden, IReadOnlyDictionary<string, Faltlage> Lagen,
    int Version, bool Oppen, BrevVy? Brev, Uppgiftsunderlag Underlag, UppgiftRad Rad, UtkastVy? Utkast = null)
{
    /// <summary>What else the person has, where a new ansökan is looked at or given to someone.</summary>
    public PersonlageVy Personen { get; init; } = PersonlageVy.Tomt;
}

internal sealed class HamtaUppgiftHandler(
    CaseFlowDb db, Anrop anrop, Uppgiftsatkomst uppgifter, Arendehuvuden huvuden, Handlingskatalog handlingar, Formularoppning oppning, Formularval val,
    Brevskrivare brev, Underlagslasare underlag, Uppgiftsrader rader, Utkastdorr utkasten, Personlage personen)
    : IQueryHandler<HamtaUppgift, UppgiftSvar>
{
    private static readonly Dictionary<string, Faltlage> IngaLagen = [];

    public async Task<Result<UppgiftSvar>> Handle(HamtaUppgift request, CancellationToken cancellationToken)
    {
        var oppnad = await uppgifter.Oppna(request.Uppgift, cancellationToken);
        if (oppnad.Failed) return oppnad.Error;
        var (lage, uppgift, arende) = (oppnad.Value, oppnad.Value.Uppgift, oppnad.Value.Arende);
        var oppen = uppgift.Status is Uppgiftsstatus.Oppen or Uppgiftsstatus.Vantar;
        var namn = await huvuden.Namn(uppgift.TilldeladId is { } id ? [id] : [], cancellationToken);
        var huvud = await huvuden.Hamta(arende, cancellationToken);
        var visas = await underlag.Las(uppgift, arende, huvud.Person.Dold, cancellationToken);
        var utkast = request is { MedUtkast: true, Skrivet: null } ? await utkasten.Las(arende.Id, Utkastplats.Uppgift(uppgift.PublikId), cancellationToken) : null;
        var (formular, varden, lagen) = oppen ? await Oppet(lage, request.Skrivet ?? (utkast is null ? null : Ifyllda(utkast)), cancellationToken) : await Besvarat(lage, cancellationToken);
        return new UppgiftSvar(
            huvud,
            huvuden.Vy(uppgift, arende, namn) with { Insats = visas.Insats?.Namn },
            formular,
            varden,
            lagen,
            uppgift.Version,
            oppen,
            uppgift.Nod == nameof(Handlingar.Underratta) ? await brev.Skriv(arende, cancellationToken) : null,
            visas,
            (await rader.Las([uppgift], arende, cancellationToken))[0],
            utkast)
        {
            Personen = oppen && Noder.NyAnsokan.Contains(uppgift.Nod, StringComparer.Ordinal) ? await personen.Las(arende, cancellationToken) : PersonlageVy.Tomt,
        };
    }

    /// <summary>As the form sends it: what was left empty is no answer.</summary>
    private static Dictionary<string, string[]> Ifyllda(UtkastVy utkast) =>
        utkast.Falt.ToDictionary(f => f.Key, f => f.Value.Where(v => v.Length > 0).ToArray(), StringComparer.Ordinal);

    private async Task<(Formulardefinition?, IReadOnlyDictionary<string, string[]>, IReadOnlyDictionary<string, Faltlage>)> Oppet(
        Uppgiftslage lage, IReadOnlyDictionary<string, string[]>? skrivet, CancellationToken ct)
    {
        if (lage.Formular is not { } formular) return (null, Svarsvarden.Inga, IngaLagen);
        var oppnat = await oppning.Oppna(lage, formular, ct);
        var forifyllt = oppnat.Forifyll(await handlingar.For(lage.Uppgift.Nod).Forifyll(lage, ct), anrop.Nu);
        var varden = skrivet is null ? forifyllt : MedDolda(formular, skrivet, forifyllt);
        var bild = oppnat.Bild(varden, anrop.Nu);
        return (await val.Foresla(bild.Avgjord(oppnat.Formular), lage.Arende, ct), varden, bild.Lagen);
    }

    /// <summary>What was typed; a day that was hidden then, and so was not sent, keeps what the ärende knows.</summary>
    private static Dictionary<string, string[]> MedDolda(
        Formulardefinition formular, IReadOnlyDictionary<string, string[]> skrivet, IReadOnlyDictionary<string, string[]> forifyllt)
    {
        var varden = new Dictionary<string, string[]>(skrivet, StringComparer.Ordinal);
        foreach (var falt in formular.Falt.Where(f => f.Typ is Falttyp.Datum && !skrivet.ContainsKey(f.Namn) && forifyllt.ContainsKey(f.Namn)))
            varden[falt.Namn] = forifyllt[falt.Namn];
        return varden;
    }

    private async Task<(Formulardefinition?, IReadOnlyDictionary<string, string[]>, IReadOnlyDictionary<string, Faltlage>)> Besvarat(Uppgiftslage lage, CancellationToken ct)
    {
        var id = lage.Uppgift.Id;
        var json = await db.Formularsvar.Where(s => s.UppgiftId == id).Select(s => s.Varden).SingleOrDefaultAsync(ct);
        return (lage.Formular is { } formular ? await val.Fyll(formular, lage.Arende, lage.Uppgift.InsatsId, ct) : null, json is null ? Svarsvarden.Inga : Svarsvarden.FranJson(json), IngaLagen);
    }
}
