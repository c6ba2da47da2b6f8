using CaseFlow.Application.Audit;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Insatser;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain.Arenden;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>What was read with an emergency opening, in the words of whoever reviews it. Read in the trail: nothing else says it.</summary>
// Lag (2001:454) 10 §: åtkomsten kontrolleras systematiskt och återkommande
public sealed class Lasspar(CaseFlowDb db)
{
    private const string Oversikten = "översikten";
    private const string Uppgifterna = "personens uppgifter";
    private const string Anteckningarna = "anteckningar";

    private static readonly Dictionary<string, string> Delar = new(StringComparer.Ordinal)
    {
        [nameof(HamtaArende)] = Oversikten,
        [nameof(HamtaArendeoversikt)] = Oversikten,
        [nameof(HamtaForhandsvisning)] = Oversikten,
        [nameof(HamtaUtredning)] = "utredningen",
        [nameof(HamtaLydelser)] = "tidigare lydelser",
        [nameof(HamtaValdsfragelydelser)] = "tidigare lydelser",
        [nameof(HamtaUnderlag)] = "underlaget",
        [nameof(HamtaBeslutsunderlag)] = "förslag och beslut",
        [nameof(ListaBeslut)] = "förslag och beslut",
        [nameof(ListaInsatser)] = "insatserna",
        [nameof(HamtaAnteckningar)] = Anteckningarna,
        [nameof(HamtaAnteckning)] = Anteckningarna,
        [nameof(HamtaHandlingar)] = "förteckningen över handlingar",
        [nameof(HamtaHandlingsfil)] = "filer",
        [nameof(HamtaPersonakt)] = Uppgifterna,
        [nameof(HamtaKontakt)] = Uppgifterna,
        [nameof(HamtaProcesskarta)] = "processen",
        [nameof(HamtaUppgift)] = "uppgifter i processen",
        [nameof(SkyddadeUppgifterVisade)] = "de skyddade uppgifterna",
    };

    private static readonly List<string> Typer = [.. Delar.Keys];
    private static readonly string Grund = Atkomstbeslut.Nodoppning.Grund();

    internal async Task<ILookup<NodoppningId, LastDel>> For(IReadOnlyList<NodoppningId> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return Enumerable.Empty<LastDel>().ToLookup(_ => default(NodoppningId));
        var rader = await (
            from n in db.Nodoppningar
            where ids.Contains(n.Id)
            from h in db.AuditHandelser
            where h.ArendeId == n.ArendeId && h.AktorId == n.AnvandareId && h.Tid >= n.Fran && h.Tid <= n.Tom && h.Utfall == Auditutfall.Ok
                && h.Grund != null && h.Grund.StartsWith(Grund) && Typer.Contains(h.Typ)
            group h by new { n.Id, h.Typ } into g
            select new { g.Key.Id, g.Key.Typ, Antal = g.Count() }).ToListAsync(ct);
        return rader.GroupBy(r => (r.Id, Del: Delar[r.Typ]))
            .OrderBy(g => g.Key.Del, StringComparer.CurrentCulture)
            .ToLookup(g => g.Key.Id, g => new LastDel(g.Key.Del, g.Sum(r => r.Antal)));
    }
}
