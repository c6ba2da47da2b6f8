using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>Asks the person for what is missing; the ärende waits until the day has passed. FL (2017:900) 20 §.</summary>
internal sealed class BegarKomplettering(Anrop anrop) : IUppgiftshandling
{
    public string Nod => nameof(BegarKomplettering);

    public Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct) =>
        Task.FromResult<Result<FeelContext>>(svar.Dag("kompletteringSenast") > anrop.Idag
            ? Svarsvarden.LangtFram("kompletteringSenast", svar, anrop.Idag) is { } langt ? langt : svar.Korta(lage.Formular!)
            : Svarsvarden.Fel("kompletteringSenast", "Välj en dag framåt i tiden, så att personen hinner svara."));

    public Task<IReadOnlyDictionary<string, string[]>> Forifyll(Uppgiftslage lage, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, string[]>>(lage.Dagar("kompletteringDagar") is { } dagar
            ? new Dictionary<string, string[]>(StringComparer.Ordinal) { ["kompletteringSenast"] = [Svarsvarden.Iso(anrop.Idag.AddDays(dagar))] }
            : Svarsvarden.Inga);

    public string Kvittens(FeelContext svar) =>
        $"Sparat. Skriv till eller ring den du väntar på, om du inte redan har gjort det. Ärendet vaknar {Datumtext.DagOchManad(svar.Dag("kompletteringSenast")!.Value.AddDays(1))}.";
}
