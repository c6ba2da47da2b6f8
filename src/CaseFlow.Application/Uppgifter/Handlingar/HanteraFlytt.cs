using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>What holds after a move. The move itself ends nothing; it does only when the person takes the ansökan back.</summary>
// SoL (2025:400) 29 kap. 2 och 10 §§, från 2025-07-01
internal sealed class HanteraFlytt(CaseFlowDb db, Anrop anrop, Processmotor motor) : IUppgiftshandling
{
    public string Nod => nameof(HanteraFlytt);

    public Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct) =>
        Task.FromResult<Result<FeelContext>>(svar.Text("ansvar") == "overflyttning" && svar.Text("nyKommun") is null
            ? Svarsvarden.Fel("nyKommun", "Skriv vilken kommun ni begär överflyttning till.")
            : svar.Korta(lage.Formular!));

    public async Task<Result<Done>> Efter(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        if (svar.Text("ansvar") != "avslut") return Result.Done;
        var arende = lage.Arende;
        var atertagen = await AtertaAnsokan(arende.Id, ct);
        if (atertagen.Failed) return atertagen;
        var insatser = await AvslutaInsatser(arende, ct);
        if (insatser.Failed) return insatser;
        // Ärendet stängs först, så att processens slut inte stänger det av en annan orsak.
        var avslut = arende.Avsluta(AvslutsOrsak.Overflyttat, anrop.Nu);
        if (avslut.Failed) return avslut.Error;
        anrop.Handelse(avslut.Value);
        var meddelat = await motor.Meddela(arende, "ArendetAvslutas", FeelContext.Empty, ct);
        return meddelat.Failed ? meddelat.Error : Result.Done;
    }

    public string Kvittens(FeelContext svar) => svar.Text("ansvar") switch
    {
        "avslut" => "Ställningstagandet är sparat och ärendet är avslutat.",
        "overflyttning" => "Ställningstagandet är sparat. Ärendet fortsätter tills den andra kommunen har svarat.",
        _ => "Ställningstagandet är sparat. Ärendet fortsätter hos oss.",
    };

    private async Task<Result<Done>> AtertaAnsokan(ArendeId arende, CancellationToken ct)
    {
        foreach (var ansokan in await db.Ansokningar.Where(a => a.ArendeId == arende && a.Atertagen == null).ToListAsync(ct))
        {
            var atertagen = ansokan.Aterta(anrop.Nu);
            if (atertagen.Failed) return atertagen.Error;
            anrop.Handelse(atertagen.Value);
        }
        return Result.Done;
    }

    /// <summary>What was already granted here ends with the ärende.</summary>
    private async Task<Result<Done>> AvslutaInsatser(Arende arende, CancellationToken ct)
    {
        var pagaende = await db.Insatser.Where(i => i.ArendeId == arende.Id && i.Status != Insatsstatus.Avslutad).ToListAsync(ct);
        foreach (var insats in pagaende)
        {
            var avslutad = insats.Avsluta(Avslutsorsak.Flyttat, anrop.Idag);
            if (avslutad.Failed) return avslutad.Error;
            anrop.Handelse(avslutad.Value);
        }
        if (pagaende.Count == 0) return Result.Done;
        var meddelat = await motor.Meddela(arende, "InsatsenAvslutas", FeelContext.Empty, ct);
        return meddelat.Failed ? meddelat.Error : Result.Done;
    }
}
