using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Kalender;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>The person is told that the ärende is late, and why. FL (2017:900) 11 §.</summary>
[Laser(NyDag, Falttyp.Datum)]
internal sealed class HanteraForsening(CaseFlowDb db) : IUppgiftshandling
{
    private const string NyDag = "nyttDatum";

    public string Nod => nameof(HanteraForsening);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        if (svar.Dag(NyDag) is not { } dag) return Svarsvarden.Saknas(NyDag);
        // Den nya dagen gäller: utredningen förfaller då, och syns som försenad om den inte hålls.
        var utred = await db.Uppgifter.SingleOrDefaultAsync(u => u.ArendeId == lage.Arende.Id && u.Nod == Noder.Utred && u.Status == Uppgiftsstatus.Oppen, ct);
        if (utred is not null) (utred.Forfaller, utred.Forfalloregel) = (SvenskTid.Midnatt(dag), "Nytt mål efter försening");
        return svar.Korta(lage.Formular!);
    }

    public string Kvittens(FeelContext svar) =>
        $"Förseningen är noterad. Nytt mål är {Datumtext.DagOchManad(svar.Dag(NyDag)!.Value)}. Utredningen fortsätter.";
}
