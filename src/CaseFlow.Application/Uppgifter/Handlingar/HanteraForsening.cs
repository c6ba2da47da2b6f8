using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Kalender;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>The person is told that the ärende is late, and why. FL (2017:900) 11 §.</summary>
internal sealed class HanteraForsening(CaseFlowDb db, Anrop anrop) : IUppgiftshandling
{
    public string Nod => nameof(HanteraForsening);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        if (Prova(svar) is { } fel) return fel;
        // Den nya dagen gäller: utredningen förfaller då, och syns som försenad om den inte hålls.
        var utred = await db.Uppgifter.SingleOrDefaultAsync(u => u.ArendeId == lage.Arende.Id && u.Nod == Noder.Utred && u.Status == Uppgiftsstatus.Oppen, ct);
        if (utred is not null) (utred.Forfaller, utred.Forfalloregel) = (SvenskTid.Midnatt(svar.Dag("nyttDatum")!.Value), "Nytt mål efter försening");
        return svar.Korta(lage.Formular!);
    }

    public string Kvittens(FeelContext svar) =>
        $"Förseningen är noterad. Nytt mål är {Datumtext.DagOchManad(svar.Dag("nyttDatum")!.Value)}. Utredningen fortsätter.";

    private Error? Prova(FeelContext svar)
    {
        if (svar.Dag("underrattad") > anrop.Idag)
            return Svarsvarden.Fel("underrattad", "Underrätta personen först, och fyll i dagen då det är gjort.");
        return svar.Dag("nyttDatum") > anrop.Idag
            ? Svarsvarden.LangtFram("nyttDatum", svar, anrop.Idag)
            : Svarsvarden.Fel("nyttDatum", "Välj en dag framåt i tiden.");
    }
}
