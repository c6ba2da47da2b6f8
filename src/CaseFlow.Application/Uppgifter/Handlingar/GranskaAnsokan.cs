using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>Whether the ansökan can be investigated as it is. FL (2017:900) 19-20 §§.</summary>
[Laser("komplett", Falttyp.Val, "ja", "nej")]
internal sealed class GranskaAnsokan : IUppgiftshandling
{
    public string Nod => nameof(GranskaAnsokan);

    public Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct) =>
        Task.FromResult(Result.Ok(svar.Korta(lage.Formular!)));

    public string Kvittens(FeelContext svar) => svar.Text("komplett") == "nej"
        ? "Granskningen är sparad. Begär det som saknas."
        : "Granskningen är sparad. Utredningen kan börja.";
}
