using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The applicant takes the ansökan back: the process ends and the ärende closes.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record AtertaAnsokan(string Nummer, int Version) : ICommand<Done>;

internal sealed class AtertaAnsokanHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Processmotor motor) : ICommandHandler<AtertaAnsokan, Done>
{
    public async Task<Result<Done>> Handle(AtertaAnsokan request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForHandlaggning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (Handlaggningsratt.Hinder(anrop) is { } hinder) return hinder;
        var arende = oppnat.Value;
        if (arende.Version != request.Version) return Inaktuell.Kopia;
        if (arende.Slag is Arendeslag.NyProvning)
            return Error.Rule("INGEN_ANSOKAN", "Ingen har ansökt: nämnden prövar insatsen på nytt. Avsluta prövningen med ett beslut.");

        var ansokan = await db.Ansokningar.Where(a => a.ArendeId == arende.Id).OrderBy(a => a.Id).FirstAsync(cancellationToken);
        var atertagen = ansokan.Aterta(anrop.Nu);
        if (atertagen.Failed) return atertagen.Error;
        var avslut = arende.Avsluta(AvslutsOrsak.Atertagen, anrop.Nu);
        if (avslut.Failed) return avslut.Error;
        anrop.Handelse(atertagen.Value);
        anrop.Handelse(avslut.Value);
        var meddelat = await motor.Meddela(arende, "AnsokanAtertagen", FeelContext.Empty, cancellationToken);
        return meddelat.Failed ? meddelat.Error : Result.Done;
    }
}
