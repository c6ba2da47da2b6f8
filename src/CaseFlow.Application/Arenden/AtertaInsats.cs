using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The applicant takes one ansökt insats back: it is not tried any more, and the ärende goes on with the others. With the last one
/// the whole ansökan is withdrawn, as by <see cref="AtertaAnsokan"/>.</summary>
/// <param name="Dag">The day the person said so.</param>
/// <param name="Satt">skriftligt, telefon or besok.</param>
/// <param name="Ombud">Who said so in the person's place; null when she did.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record AtertaInsats(string Nummer, int Version, long AnsoktInsats, DateOnly Dag, string? Satt, Guid? Ombud = null) : ICommand<Done>;

internal sealed class AtertaInsatsHandler(
    CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Uppgiftsatkomst uppgifter, Ansokansaterkallelse hela, Ombudsregister ombud)
    : ICommandHandler<AtertaInsats, Done>
{
    public async Task<Result<Done>> Handle(AtertaInsats request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForAndring(request.Nummer, request.Version, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var (arende, id) = (oppnat.Value, new AnsoktInsatsId(request.AnsoktInsats));
        if (Aterkallelse.Hinder(arende) is { } utanAnsokan) return utanAnsokan;
        // Det som är beslutat upphör inte för att det inte längre är sökt.
        if (!Stegordning.FarAvsluta(arende.Steg, AvslutsOrsak.Atertagen))
            return Error.Rule("BESLUT_REDAN_FATTAT", "Beslutet är redan fattat. Vill personen inte ha insatsen kan hen avstå från den.");

        var ansokan = await db.Ansokningar.Where(a => a.ArendeId == arende.Id).OrderBy(a => a.Id).FirstAsync(cancellationToken);
        if (Aterkallelse.Tolka(request.Satt) is not { } satt) return Error.Invalid(new FieldError("atertagenSatt", "Välj hur personen tog tillbaka insatsen."));
        if ((await ombud.Prova(request.Ombud, arende, Ombudshandling.Aterta, request.Dag, cancellationToken)).Fel is { } hinder) return hinder;
        if (ansokan.ArSista(id)) return await hela.Gor(arende, ansokan, request.Dag, satt, cancellationToken);
        var atertagen = ansokan.AtertaInsats(id, request.Dag, satt, anrop.Nu);
        if (atertagen.Failed) return atertagen.Error;
        anrop.Handelse(atertagen.Value);
        db.GorKopiorInaktuella(arende);
        // Den som ska kommunicera eller besluta läser om: ingen gör det från en sida där insatsen ännu stod.
        await uppgifter.MasteLasasOm(arende.Id, Noder.MedForslag, cancellationToken);
        return Result.Done;
    }
}
