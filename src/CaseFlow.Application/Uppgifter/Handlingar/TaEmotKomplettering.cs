using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Personer;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>What was asked for has come; the ärende's wait ends with the task. An ombud who completes the ansökan in the person's place must be able to; what
/// comes from someone whose authority nobody has seen is taken in, but is not enough.</summary>
// FL (2017:900) 14-15 §§
[Laser("komplett", Falttyp.Val, "ja", "nej")]
[Laser("inkom", Falttyp.Datum, Valfritt = true)]
[Laser(Av, Falttyp.Ombud, Valfritt = true)]
internal sealed class TaEmotKomplettering(Anrop anrop, Ombudsregister register) : IUppgiftshandling
{
    private const string Av = "lamnadAv";

    public string Nod => nameof(TaEmotKomplettering);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct) =>
        await register.Prova(svar, Av, lage.Arende, Ombudshandling.Ansoka, svar.Dag("inkom") ?? anrop.Idag, ct) is { } hinder ? hinder : svar.Korta(lage.Formular!);

    public string Kvittens(FeelContext svar) => svar.Text("komplett") == "nej"
        ? "Svaret är sparat. Begär det som fortfarande saknas."
        : "Kompletteringen är mottagen. Utredningen kan börja.";
}
