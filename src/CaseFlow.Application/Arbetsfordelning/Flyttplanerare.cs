using System.Security.Cryptography;
using System.Text;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arbetsfordelning;
using CaseFlow.Domain.Arenden;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arbetsfordelning;

/// <summary>Which ärenden are to go to somebody else, and to whom. All of it is the sender's choice; nothing is chosen by name of a person.</summary>
/// <param name="Fran">Those whose ärenden are chosen among; 0 for those nobody has. Empty when they are named one by one.</param>
/// <param name="Nummer">The ärenden one by one.</param>
/// <param name="Steg">Of <paramref name="Fran"/>: only those in this step.</param>
/// <param name="Hogst">At most this many, those least begun first.</param>
/// <param name="Till">Who may get them; empty for everybody in service who is not away.</param>
public sealed record Flytturval(
    IReadOnlyList<long> Fran, IReadOnlyList<string> Nummer, Steg? Steg = null, int? Hogst = null, IReadOnlyList<long>? Till = null);

/// <summary>Why an ärende that was chosen stays where it is.</summary>
public enum Stannar { Skyddat, IngenKanTa, InteUppeForFordelning, AnnanEnhet }

/// <summary>What a move would do, worked out the same way for the preview and for the move itself.</summary>
internal sealed record Flyttforslag(
    IReadOnlyList<Flyttforslag.Rad> Rader, IReadOnlyList<(string Nummer, Stannar Varfor)> Stannar, IReadOnlyList<Flyttforslag.Person> Handlaggare,
    IReadOnlySet<AnvandareId> Mottagare, EnhetId Enhet, int Valda)
{
    public sealed record Rad(ArendeId Arende, string Nummer, PersonId Person, Steg Steg, AnvandareId? Fran, AnvandareId Till);

    /// <param name="Antal">Open ärenden now.</param>
    /// <param name="Borda">Their weight now.</param>
    /// <param name="Borta">Away today: gets nothing unless chosen.</param>
    public sealed record Person(AnvandareId Id, string Namn, int Antal, decimal Borda, bool Borta);

    /// <summary>Tells this proposal from every other: what is done is what was shown.</summary>
    public string Fingeravtryck { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join(';', Rader.Select(r => $"{r.Arende.Value}:{r.Fran?.Value}:{r.Till.Value}")))))[..32];
}

/// <summary>Works out a move: what is chosen, who can take it and how it is shared out.</summary>
public sealed class Flyttplanerare(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Bordevikter vikter)
{
    /// <summary>More than this at once is no longer one decision.</summary>
    public const int Hogst = 200;

    /// <returns>The proposal; refused when the actor leads no unit, nothing is chosen, or someone chosen cannot take ärenden.</returns>
    internal async Task<Result<Flyttforslag>> Planera(Flytturval urval, CancellationToken ct)
    {
        if (anrop.Aktor.ChefFor.Count == 0) return Error.Forbidden(Felkoder.BehorighetSaknas, "Bara enhetens chef kan fördela om ärenden.");
        if (urval.Fran.Count == 0 && urval.Nummer.Count == 0) return Error.Invalid(new FieldError("Fran", "Välj vems ärenden, eller vilka ärenden, som ska flyttas."));
        if (urval.Nummer.Count > Hogst) return Error.Invalid(new FieldError("Nummer", $"Det går att flytta högst {Hogst} ärenden på en gång."));

        var valda = await Valda(urval, ct);
        var enhet = valda.Count > 0 ? valda[0].EnhetId : anrop.Aktor.ChefFor[0];
        var personer = await Personer(enhet, ct);
        if (Mottagare(urval, personer) is not { } mottagare) return Error.Invalid(new FieldError("Till", "Välj handläggare i enheten."));

        var ids = valda.Select(a => a.Id).ToList();
        var utestangda = await db.Utestangda(ids, ct);
        var fordelas = await AttFordela(valda, ct);
        var stannar = new List<(string, Stannar)>();
        var flyttbara = new List<Vald>();
        foreach (var arende in valda)
        {
            if (Hinder(arende, enhet, fordelas) is { } varfor) stannar.Add((arende.Nummer, varfor));
            else flyttbara.Add(arende);
        }

        var fordelat = Jamnfordelning.Fordela(
            [.. flyttbara.Select(a => new Flyttbart(a.Id, a.HandlaggareId, vikter.For(a.Steg), a.PersonId))],
            [.. personer.Where(p => mottagare.Contains(p.Id)).Select(p => new Mottagare(p.Id, p.Borda))], utestangda, await HarRedan(flyttbara, enhet, ct));
        var rader = new List<Flyttforslag.Rad>();
        foreach (var (arende, till) in flyttbara.Zip(fordelat.Select(f => f.Till)))
        {
            if (till is { } t) rader.Add(new(arende.Id, arende.Nummer, arende.PersonId, arende.Steg, arende.HandlaggareId, t));
            else stannar.Add((arende.Nummer, Stannar.IngenKanTa));
        }

        return new Flyttforslag(rader, stannar, personer, mottagare, enhet, valda.Count);
    }

    /// <summary>Those in service as handläggare today, with what they have.</summary>
    private async Task<IReadOnlyList<Flyttforslag.Person>> Personer(EnhetId enhet, CancellationToken ct)
    {
        var idag = anrop.Idag;
        var folk = await db.Handlaggare(enhet, idag)
            .Select(a => new { a.Id, a.Namn, Borta = db.Borta(idag).Any(f => f.AnvandareId == a.Id) }).ToListAsync(ct);
        var har = (await atkomst.Enhetens().Where(a => a.Steg != Steg.Avslutat && a.EnhetId == enhet && a.HandlaggareId != null)
            .GroupBy(a => new { a.HandlaggareId, a.Steg }).Select(g => new { g.Key.HandlaggareId, g.Key.Steg, Antal = g.Count() }).ToListAsync(ct))
            .ToLookup(g => g.HandlaggareId!.Value, g => (g.Steg, g.Antal));
        return [.. folk.OrderBy(f => f.Namn, StringComparer.CurrentCulture)
            .Select(f => new Flyttforslag.Person(f.Id, f.Namn, har[f.Id].Sum(g => g.Antal), vikter.Borda(har[f.Id]), f.Borta))];
    }

    /// <summary>Who in the unit has open ärenden of the same persons.</summary>
    private async Task<IEnumerable<(PersonId, AnvandareId)>> HarRedan(List<Vald> flyttbara, EnhetId enhet, CancellationToken ct)
    {
        var personer = flyttbara.Select(a => a.PersonId).Distinct().ToList();
        var har = await atkomst.Enhetens().Where(a => a.EnhetId == enhet && a.Steg != Steg.Avslutat && a.HandlaggareId != null && personer.Contains(a.PersonId))
            .Select(a => new { a.PersonId, Handlaggare = a.HandlaggareId!.Value }).ToListAsync(ct);
        return har.Select(h => (h.PersonId, h.Handlaggare));
    }

    private static HashSet<AnvandareId>? Mottagare(Flytturval urval, IReadOnlyList<Flyttforslag.Person> personer)
    {
        if (urval.Till is not { Count: > 0 } till)
            return [.. personer.Where(p => !p.Borta && !urval.Fran.Contains(p.Id.Value)).Select(p => p.Id)];
        var valda = till.Select(t => new AnvandareId(t)).ToHashSet();
        return valda.IsSubsetOf(personer.Select(p => p.Id)) ? valda : null;
    }

    /// <summary>The open ärenden that are chosen: least begun first, and among those the newest.</summary>
    private async Task<List<Vald>> Valda(Flytturval urval, CancellationToken ct)
    {
        var oppna = atkomst.Enhetens().Where(a => a.Steg != Steg.Avslutat);
        if (urval.Nummer.Count > 0)
        {
            var nummer = urval.Nummer.Distinct(StringComparer.Ordinal).ToList();
            oppna = oppna.Where(a => nummer.Contains(a.Nummer));
        }
        else
        {
            var fran = urval.Fran.Where(f => f != 0).Select(f => (AnvandareId?)new AnvandareId(f)).ToList();
            var utan = urval.Fran.Contains(0);
            oppna = oppna.Where(a => (utan && a.HandlaggareId == null) || fran.Contains(a.HandlaggareId));
        }

        if (urval.Steg is { } steg) oppna = oppna.Where(a => a.Steg == steg);
        var rader = await oppna.Select(a => new Vald(a.Id, a.Nummer, a.PersonId, a.EnhetId, a.HandlaggareId, a.Steg, a.Skyddat)).Take(Bordan).ToListAsync(ct);
        return [.. rader.OrderBy(a => a.Steg).ThenByDescending(a => a.Id.Value).Take(Math.Clamp(urval.Hogst ?? Hogst, 1, Hogst))];
    }

    /// <summary>Those that nobody has and that stand where the chef distributes them.</summary>
    private async Task<HashSet<ArendeId>> AttFordela(List<Vald> valda, CancellationToken ct)
    {
        var utan = valda.Where(a => a.HandlaggareId is null).Select(a => a.Id).ToList();
        return utan.Count == 0 ? [] : [.. await db.Uppgifter
            .Where(u => utan.Contains(u.ArendeId) && u.Nod == Noder.TilldelaHandlaggare && u.Status == Uppgiftsstatus.Oppen).Select(u => u.ArendeId).ToListAsync(ct)];
    }

    /// <summary>A protected person's ärende is moved by itself: with it goes the naming (SoL (2025:400) 14 kap. 7 §).</summary>
    private static Stannar? Hinder(Vald arende, EnhetId enhet, HashSet<ArendeId> fordelas) =>
        arende.EnhetId != enhet ? Stannar.AnnanEnhet
        : arende.Skyddat ? Stannar.Skyddat
        : arende.HandlaggareId is null && !fordelas.Contains(arende.Id) ? Stannar.InteUppeForFordelning
        : null;

    /// <summary>No handläggare has this many; the rest would not be chosen anyway.</summary>
    private const int Bordan = 2000;

    private sealed record Vald(ArendeId Id, string Nummer, PersonId PersonId, EnhetId EnhetId, AnvandareId? HandlaggareId, Steg Steg, bool Skyddat);
}
