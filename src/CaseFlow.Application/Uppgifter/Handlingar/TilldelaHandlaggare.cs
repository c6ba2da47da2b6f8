using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>The chef gives the ärende to a handläggare, who for a protected person also becomes named, in place of the one before.</summary>
[Laser("handlaggare", Falttyp.Anvandare)]
internal sealed class TilldelaHandlaggare(Anrop anrop, Handlaggarval handlaggare, Personregister personer, Processmotor motor) : IUppgiftshandling
{
    public string Nod => nameof(TilldelaHandlaggare);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        var arende = lage.Arende;
        if (await handlaggare.Finn(svar.Text("handlaggare"), arende, ct) is not { } ny)
            return Svarsvarden.Fel("handlaggare", "Välj en handläggare på enheten.");
        // Den som redan har ärendet, efter en omfördelning medan uppgiften låg öppen, behåller det.
        if (arende.HandlaggareId != ny && await Byt(arende, ny, ct) is { } fel) return fel;
        return svar.Korta(lage.Formular!);
    }

    public string Kvittens(FeelContext svar) => "Ärendet är tilldelat.";

    private async Task<Error?> Byt(Arende arende, AnvandareId ny, CancellationToken ct)
    {
        var tilldelat = arende.Tilldela(ny, anrop.Aktor.Id, anrop.Nu);
        if (tilldelat.Failed) return tilldelat.Error;
        anrop.Handelse(tilldelat.Value);
        // SoL (2025:400) 14 kap. 7 §: obehöriga ska inte få tillgång till dem; lag (2001:454) 10 § [overifierad]
        if (arende.Skyddat) await personer.BytNamngiven(arende, tilldelat.Value.Tidigare, ct);
        await motor.Omtilldela(arende, ct);
        return null;
    }
}
