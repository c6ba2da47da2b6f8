using System.Globalization;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Who reaches an ärende and who may not, for the unit's chef: jäv, blocks, those named for a protected person, and who has opened it.</summary>
[Kraver(Behorighet.FordelaArende)]
public sealed record HamtaArendeatkomst(string Nummer) : IQuery<ArendeatkomstSvar>;

/// <param name="Folk">Those who work in the unit, to choose from.</param>
/// <param name="Namngivna">Null when the person is not protected.</param>
/// <param name="Handelser">The latest, newest first.</param>
public sealed record ArendeatkomstSvar(
    ArendeHuvud Huvud, IReadOnlyList<JavVy> Jav, IReadOnlyList<SparradVy> Sparrade, IReadOnlyList<NamngivenVy>? Namngivna, IReadOnlyList<AtkomstRad> Handelser,
    IReadOnlyList<Alternativ> Folk)
{
    /// <summary>Those of them who can be named for a protected person: they read ärenden.</summary>
    public IReadOnlyList<Alternativ> Namngivbara { get; init; } = [];
}

/// <param name="Faststallt">When it was tried and found to stand; null while it waits.</param>
/// <param name="HarOcksa">Other open ärenden of the same person that are still hers.</param>
public sealed record JavVy(
    long Anvandare, string Vem, string Orsak, DateTimeOffset Anmalt, string AnmaltAv, DateTimeOffset? Faststallt, int Version, IReadOnlyList<string> HarOcksa);

public sealed record SparradVy(string Vem, string Skal, DateTimeOffset Fran);

/// <param name="Varfor">The chef's reason, or the rule.</param>
/// <param name="AvRegel">Named by rule, and is so as long as it holds.</param>
public sealed record NamngivenVy(long Anvandare, string Vem, DateTimeOffset Fran, string? GavsAv, string Varfor, bool AvRegel);

public sealed record AtkomstRad(DateTimeOffset Tid, string Text, string? Vem, string? Skal);

internal sealed class HamtaArendeatkomstHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden, Granskningslista lista)
    : IQueryHandler<HamtaArendeatkomst, ArendeatkomstSvar>
{
    private const int Handelserader = 100;

    public async Task<Result<ArendeatkomstSvar>> Handle(HamtaArendeatkomst request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForChef(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        var jav = await db.Jav.Where(j => j.ArendeId == arende.Id && j.Havt == null).OrderBy(j => j.Tid).ToListAsync(cancellationToken);
        var sparrar = await db.Sparrar.Where(s => s.PersonId == arende.PersonId && s.Slutade == null).OrderBy(s => s.Id).ToListAsync(cancellationToken);
        var namngivna = arende.Skyddat
            ? await db.NamngivnaAtkomster.Where(n => n.PersonId == arende.PersonId).OrderBy(n => n.Tid).ThenBy(n => n.AnvandareId).ToListAsync(cancellationToken) : null;
        var handelser = await db.AuditHandelser.AsNoTracking()
            .Where(h => h.ArendeId == arende.Id && h.Utfall == Auditutfall.Ok && Atkomsttexter.Typer.Contains(h.Typ))
            .OrderByDescending(h => h.Id).Take(Handelserader).ToListAsync(cancellationToken);
        var folk = await db.ArbetarI(arende.EnhetId, anrop.Idag).Select(a => new { a.Id, a.Namn }).ToListAsync(cancellationToken);
        var namn = await huvuden.Namn(
            [
                .. jav.SelectMany(j => new[] { j.AnvandareId, j.AnmaltAv }), .. sparrar.Select(s => s.AnvandareId),
                .. (namngivna ?? []).SelectMany(n => new[] { n.AnvandareId, n.GavsAv }), .. handelser.Select(h => h.AktorId), .. handelser.SelectMany(Atkomsttexter.Personer),
            ],
            cancellationToken);
        var hennes = await lista.Javigas([arende.PersonId], jav.ConvertAll(j => j.AnvandareId), cancellationToken);
        var skal = await Skal(arende, cancellationToken);
        return new ArendeatkomstSvar(
            await huvuden.Hamta(arende, cancellationToken),
            [.. jav.Select(j => new JavVy(
                j.AnvandareId.Value, Vem(j.AnvandareId), j.Orsak, j.Tid, Vem(j.AnmaltAv), j.Faststallt, j.Version,
                [.. hennes[(arende.PersonId, j.AnvandareId)].Where(n => n != arende.Nummer)]))],
            [.. sparrar.Select(s => new SparradVy(Vem(s.AnvandareId), s.Skal, s.Fran))],
            namngivna is null ? null : await Namngivna(arende, namngivna, Vem, cancellationToken),
            [.. handelser.Select(h => new AtkomstRad(h.Tid, Atkomsttexter.Text(h, namn), namn.GetValueOrDefault(h.AktorId), Atkomsttexter.HarSkal(h) ? skal.GetValueOrDefault((h.Tid, h.AktorId)) : null))],
            [.. folk.OrderBy(a => a.Namn, StringComparer.CurrentCulture).Select(a => Val(a.Id, a.Namn))])
        {
            Namngivbara = namngivna is null ? [] : [.. (await db.LaserI(arende.EnhetId, anrop.Idag).Select(a => new { a.Id, a.Namn }).ToListAsync(cancellationToken))
                .OrderBy(a => a.Namn, StringComparer.CurrentCulture).Select(a => Val(a.Id, a.Namn))],
        };

        static Alternativ Val(AnvandareId id, string namn) => new(id.Value.ToString(CultureInfo.InvariantCulture), namn);

        string Vem(AnvandareId id) => namn.GetValueOrDefault(id, "Systemet");
    }

    private async Task<List<NamngivenVy>> Namngivna(Arende arende, List<NamngivenAtkomst> namngivna, Func<AnvandareId, string> vem, CancellationToken ct)
    {
        var (person, idag) = (arende.PersonId, anrop.Idag);
        var handlaggare = await db.Arenden.Where(a => a.PersonId == person && a.HandlaggareId != null && a.Steg != Steg.Avslutat)
            .Select(a => a.HandlaggareId!.Value).ToListAsync(ct);
        var chefer = await db.Uppdrag
            .Where(u => (u.Roll == Roll.Chef || u.Roll == Roll.BitradandeChef) && (u.Tom == null || u.Tom >= idag)
                && db.Arenden.Any(a => a.PersonId == person && a.EnhetId == u.EnhetId))
            .Select(u => u.AnvandareId).Distinct().ToListAsync(ct);
        return [.. namngivna.Select(n =>
        {
            var regel = handlaggare.Contains(n.AnvandareId) ? "Handläggare i ett av personens ärenden" : chefer.Contains(n.AnvandareId) ? "Enhetens chef" : null;
            return new NamngivenVy(
                n.AnvandareId.Value, vem(n.AnvandareId), n.Tid, n.GavsAv == default ? null : vem(n.GavsAv),
                n.Skal ?? regel ?? "Har handlagt personens ärende. Upphör av sig själv", regel is not null);
        })];
    }

    /// <summary>The reasons given in the ärende, by when and who.</summary>
    private async Task<Dictionary<(DateTimeOffset Tid, AnvandareId Vem), string>> Skal(Arende arende, CancellationToken ct)
    {
        var skal = new Dictionary<(DateTimeOffset, AnvandareId), string>();
        foreach (var a in await db.Atkomster.Where(a => a.ArendeId == arende.Id).Select(a => new { a.Fran, a.AnvandareId, a.Skal }).ToListAsync(ct))
            skal[(a.Fran, a.AnvandareId)] = a.Skal;
        foreach (var v in await db.SkyddVisningar.Where(v => v.PersonId == arende.PersonId).Select(v => new { v.Fran, v.AnvandareId, v.Skal }).ToListAsync(ct))
            skal[(v.Fran, v.AnvandareId)] = v.Skal;
        foreach (var n in await db.Nodoppningar.Where(n => n.ArendeId == arende.Id).ToListAsync(ct))
        {
            skal[(n.Fran, n.AnvandareId)] = n.Skal;
            if (n is { Granskad: { } granskad, GranskadAv: { } av, Anteckning: { } funnet }) skal[(granskad, av)] = funnet;
        }
        foreach (var j in await db.Jav.Where(j => j.ArendeId == arende.Id).ToListAsync(ct))
        {
            skal[(j.Tid, j.AnmaltAv)] = j.Orsak;
            if (j is { Havt: { } havt, ProvatAv: { } av, ProvningSkal: { } varfor }) skal[(havt, av)] = varfor;
        }
        foreach (var n in await db.NamngivnaAtkomster.Where(n => n.PersonId == arende.PersonId && n.Skal != null).ToListAsync(ct)) skal[(n.Tid, n.GavsAv)] = n.Skal!;
        // Omfördelningens rad säger inte vem: den gjordes i samma anrop som händelsen.
        var givna = await db.Omfordelningar.Where(o => o.ArendeId == arende.Id).ToListAsync(ct);
        if (givna.Count == 0) return skal;
        var tider = givna.Select(g => g.Tid).ToList();
        var vilka = await db.AuditHandelser.AsNoTracking().Where(h => h.ArendeId == arende.Id && tider.Contains(h.Tid)).Select(h => new { h.Tid, h.AktorId }).Distinct().ToListAsync(ct);
        foreach (var v in vilka) skal.TryAdd((v.Tid, v.AktorId), givna.First(g => g.Tid == v.Tid).Skal);
        return skal;
    }
}
