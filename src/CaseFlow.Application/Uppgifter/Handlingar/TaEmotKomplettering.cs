using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>What was asked for has come; the ärende's wait ends with the task.</summary>
internal sealed class TaEmotKomplettering(Anrop anrop) : IUppgiftshandling
{
    public string Nod => nameof(TaEmotKomplettering);

    public Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct) =>
        Task.FromResult<Result<FeelContext>>(svar.Dag("inkom") > anrop.Idag
            ? Svarsvarden.Fel("inkom", "Det kan inte ha kommit in en dag som inte har varit.")
            : svar.Korta(lage.Formular!));

    public Task<IReadOnlyDictionary<string, string[]>> Forifyll(Uppgiftslage lage, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, string[]>>(
            new Dictionary<string, string[]>(StringComparer.Ordinal) { ["inkom"] = [Svarsvarden.Iso(anrop.Idag)] });

    public string Kvittens(FeelContext svar) => svar.Text("komplett") == "nej"
        ? "Svaret är sparat. Begär det som fortfarande saknas."
        : "Kompletteringen är mottagen. Utredningen kan börja.";
}
