using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>Asks the person for what is missing; the ärende waits until the day has passed. FL (2017:900) 20 §.</summary>
[Laser(Senast, Falttyp.Datum)]
internal sealed class BegarKomplettering : IUppgiftshandling
{
    private const string Senast = "kompletteringSenast";

    public string Nod => nameof(BegarKomplettering);

    public Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct) =>
        Task.FromResult<Result<FeelContext>>(svar.Dag(Senast) is null ? Svarsvarden.Saknas(Senast) : svar.Korta(lage.Formular!));

    public string Kvittens(FeelContext svar) =>
        $"Sparat. Skriv till eller ring den du väntar på, om du inte redan har gjort det. Ärendet vaknar {Datumtext.DagOchManad(svar.Dag(Senast)!.Value.AddDays(1))}.";
}
