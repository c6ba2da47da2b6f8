using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Personer;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter.Handlingar;

/// <summary>What holds after a move. The move itself ends nothing; it does only when the person takes the ansökan back.</summary>
// SoL (2025:400) 29 kap. 2 och 10 §§, från 2025-07-01
[Laser("ansvar", Falttyp.Val, "kvar", "overflyttning", "avslut")]
[Laser("atertagenDag", Falttyp.Datum, Valfritt = true)]
[Laser("atertagenSatt", Falttyp.Val, Katalog = "atertagandesatt", Valfritt = true)]
[Laser(Av, Falttyp.Ombud, Valfritt = true)]
internal sealed class HanteraFlytt(CaseFlowDb db, Anrop anrop, Processmotor motor, Ombudsregister register) : IUppgiftshandling
{
    private const string Av = "atertagenAv";

    public string Nod => nameof(HanteraFlytt);

    public async Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        if (Hinder(lage.Arende, svar) is { } hinder) return hinder;
        if (await register.Prova(svar, Av, lage.Arende, Ombudshandling.Aterta, svar.Dag("atertagenDag") ?? anrop.Idag, ct) is { } ombudets) return ombudets;
        if (svar.Text("ansvar") == "avslut" && await Avsluta(lage.Arende, svar, ct) is { Failed: true } nekat) return nekat.Error;
        return svar.Korta(lage.Formular!);
    }

    private static Error? Hinder(Arende arende, FeelContext svar) => svar.Text("ansvar") switch
    {
        // Ett fattat beslut upphör inte för att ansökan tas tillbaka.
        "avslut" when arende.Steg > Steg.Beslut =>
            Error.Rule("BESLUT_REDAN_FATTAT", "Beslutet är redan fattat. Personen kan avstå från insatsen, se uppföljning."),
        "avslut" when Aterkallelse.Hinder(arende) is { } utanAnsokan => utanAnsokan,
        // En äldre version av formuläret frågar inte: dagen och sättet är personens, och hittas inte på.
        "avslut" when svar.Dag("atertagenDag") is null || Aterkallelse.Tolka(svar.Text("atertagenSatt")) is null => Svarsvarden.Fel(
            "ansvar", "Här går det inte att fylla i när och hur personen sa det. Gå till ärendet och välj Personen tar tillbaka ansökan."),
        _ => null,
    };

    public async Task<Result<Done>> Efter(Uppgiftslage lage, FeelContext svar, CancellationToken ct)
    {
        if (svar.Text("ansvar") != "avslut") return Result.Done;
        var meddelat = await motor.Meddela(lage.Arende, "ArendetAvslutas", FeelContext.Empty, ct);
        return meddelat.Failed ? meddelat.Error : Result.Done;
    }

    public string Kvittens(FeelContext svar) => svar.Text("ansvar") switch
    {
        "avslut" => "Ställningstagandet är sparat och ärendet är avslutat.",
        "overflyttning" => "Ställningstagandet är sparat. Ärendet fortsätter tills den andra kommunen har svarat.",
        _ => "Ställningstagandet är sparat. Ärendet fortsätter hos oss.",
    };

    /// <summary>Before the process goes on: were this task its last, the end of the process would close the ärende for another reason.</summary>
    private async Task<Result<Done>> Avsluta(Arende arende, FeelContext svar, CancellationToken ct)
    {
        var atertagen = await AtertaAnsokan(arende.Id, svar, ct);
        if (atertagen.Failed) return atertagen;
        var avslut = arende.Avsluta(AvslutsOrsak.Atertagen, anrop.Nu);
        if (avslut.Failed) return avslut.Error;
        anrop.Handelse(avslut.Value);
        return Result.Done;
    }

    private async Task<Result<Done>> AtertaAnsokan(ArendeId arende, FeelContext svar, CancellationToken ct)
    {
        foreach (var ansokan in await db.Ansokningar.Where(a => a.ArendeId == arende && a.Atertagen == null).ToListAsync(ct))
        {
            var atertagen = ansokan.Aterta(
                svar.Dag("atertagenDag")!.Value, Aterkallelse.Tolka(svar.Text("atertagenSatt"))!.Value, anrop.Nu);
            if (atertagen.Failed) return atertagen.Error;
            anrop.Handelse(atertagen.Value);
        }
        return Result.Done;
    }
}
