using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>The person is told that the ärende is late, and why. FL (2017:900) 11 §.</summary>
internal sealed class HanteraForsening(Anrop anrop) : IUppgiftshandling
{
    public string Nod => nameof(HanteraForsening);

    public Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct) =>
        Task.FromResult(Prova(lage, svar));

    public string Kvittens(FeelContext svar) =>
        $"Förseningen är noterad. Nytt mål är {Datumtext.DagOchManad(svar.Dag("nyttDatum")!.Value)}. Utredningen fortsätter.";

    private Result<FeelContext> Prova(Uppgiftslage lage, FeelContext svar)
    {
        if (svar.Dag("underrattad") > anrop.Idag)
            return Svarsvarden.Fel("underrattad", "Underrätta personen först, och fyll i dagen då det är gjort.");
        return svar.Dag("nyttDatum") > anrop.Idag
            ? svar.Korta(lage.Formular!)
            : Svarsvarden.Fel("nyttDatum", "Välj en dag framåt i tiden.");
    }
}
