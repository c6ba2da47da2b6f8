using System.Globalization;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Insatser;

/// <summary>Whether a beslut is to be reported as not carried out, when three months have gone and again each quarter; and, once it has been
/// reported, whether it is carried out at last, or ended: that too is told.</summary>
// SoL (2025:400) 34 kap. 1 och 2 §§, från 2025-07-01; LSS 28 f och 28 g §§
internal sealed class SeOmVerkstalld(CaseFlowDb db, Anrop anrop) : ITjansteoperation
{
    public string Namn => "insats.seomverkstalld";

    public async Task<Result<FeelContext>> Utfor(Tjansteanrop tjanst, CancellationToken ct)
    {
        var id = tjanst.Instans.InsatsId;
        var insats = db.Insatser.Local.FirstOrDefault(i => i.Id == id) ?? await db.Insatser.SingleAsync(i => i.Id == id, ct);
        return FeelContext.Of(
            ("ejVerkstalltBevakas", true), ("verkstallighet", Lage(insats, rapporterad: tjanst.Variabler["rapporteradDag"] is not FeelNull)), ("startad", insats.StartDatum is not null),
            ("nastaKvartal", Kvartal.Efter(anrop.Idag).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private string Lage(Insats insats, bool rapporterad) =>
        Insatskatalog.Finn(insats.Insatstyp) is not { RaknasIEjVerkstallda: true } ? "raknas-inte"
        // Verkställt inom tre månader, fast det skrevs in efter dem: då rapporteras inget. Är det redan rapporterat ska rapporten rättas.
        : insats.StartadesITid && !rapporterad ? "raknas-inte"
        : insats.ArEjVerkstalld(anrop.Idag) ? "ej-verkstalld"
        // Det som slutade utan att starta är inte verkställt (34 kap. 2 §), det säger startad. Ett fjärde svar här hade en instans på en
        // äldre definition tagit för att inget ska rapporteras.
        : insats.Status is Insatsstatus.Pagar or Insatsstatus.Avslutad ? "verkstalld" : "raknas-inte";
}
