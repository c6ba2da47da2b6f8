using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>What was asked for has come; the ärende's wait ends with the task.</summary>
[Laser("komplett", Falttyp.Val, "ja", "nej")]
internal sealed class TaEmotKomplettering : IUppgiftshandling
{
    public string Nod => nameof(TaEmotKomplettering);

    public Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct) =>
        Task.FromResult(Result.Ok(svar.Korta(lage.Formular!)));

    public string Kvittens(FeelContext svar) => svar.Text("komplett") == "nej"
        ? "Svaret är sparat. Begär det som fortfarande saknas."
        : "Kompletteringen är mottagen. Utredningen kan börja.";
}
