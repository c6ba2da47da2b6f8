using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>The chef gives the ärende to a handläggare, who for a protected person also becomes named.</summary>
internal sealed class TilldelaHandlaggare(Anrop anrop, Handlaggarval handlaggare, Personregister personer, Processmotor motor) : IUppgiftshandling
{
    public string Nod => nameof(TilldelaHandlaggare);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        var arende = lage.Arende;
        if (await handlaggare.Finn(svar.Text("handlaggare"), arende, ct) is not { } ny)
            return Svarsvarden.Fel("handlaggare", "Välj en handläggare på enheten.");
        var tilldelat = arende.Tilldela(ny, anrop.Aktor.Id, anrop.Nu);
        if (tilldelat.Failed) return tilldelat.Error;
        anrop.Handelse(tilldelat.Value);
        // OSL (2009:400) 26 kap. 1 §: skyddade uppgifter ses bara av den som är namngiven
        if (arende.Skyddat) await personer.Namnge(arende.PersonId, ny, ct);
        await motor.Omtilldela(arende, ct);
        return svar.Korta(lage.Formular!);
    }

    public string Kvittens(FeelContext svar) => "Ärendet är tilldelat.";
}
