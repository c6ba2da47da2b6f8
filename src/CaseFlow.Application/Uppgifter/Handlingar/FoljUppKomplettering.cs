using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>Nothing came in time: ask again, or investigate what there is. FL (2017:900) 23 §: the nämnd sees to it that the ärende is
/// investigated as far as it needs, so an answer that stays out ends nothing by itself.</summary>
[Laser("nastaSteg", Falttyp.Val, "paminn", "utred")]
internal sealed class FoljUppKomplettering : IUppgiftshandling
{
    public string Nod => nameof(FoljUppKomplettering);

    public Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct) =>
        Task.FromResult(Result.Ok(svar.Korta(lage.Formular!)));

    public string Kvittens(FeelContext svar) => svar.Text("nastaSteg") == "paminn"
        ? "Sparat. Begär kompletteringen igen med en ny svarsdag."
        : "Sparat. Utredningen görs på det underlag som finns.";
}
