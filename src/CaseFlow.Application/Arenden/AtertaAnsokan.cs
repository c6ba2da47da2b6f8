using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The applicant takes the ansökan back: the process ends and the ärende closes.</summary>
/// <param name="Dag">The day the person said so.</param>
/// <param name="Satt">skriftligt, telefon or besok.</param>
/// <param name="Ombud">Who said so in the person's place; null when she did.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record AtertaAnsokan(string Nummer, int Version, DateOnly Dag, string? Satt, Guid? Ombud = null) : ICommand<Done>;

internal sealed class AtertaAnsokanHandler(CaseFlowDb db, Arendeatkomst atkomst, Ansokansaterkallelse hela, Ombudsregister ombud) : ICommandHandler<AtertaAnsokan, Done>
{
    public async Task<Result<Done>> Handle(AtertaAnsokan request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForAndring(request.Nummer, request.Version, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        if (Aterkallelse.Hinder(arende) is { } utanAnsokan) return utanAnsokan;

        var ansokan = await db.Ansokningar.Where(a => a.ArendeId == arende.Id).OrderBy(a => a.Id).FirstAsync(cancellationToken);
        if (Aterkallelse.Tolka(request.Satt) is not { } satt) return Error.Invalid(new FieldError("atertagenSatt", "Välj hur personen tog tillbaka ansökan."));
        if ((await ombud.Prova(request.Ombud, arende, Ombudshandling.Aterta, request.Dag, cancellationToken)).Fel is { } hinder) return hinder;
        return await hela.Gor(arende, ansokan, request.Dag, satt, cancellationToken);
    }
}

/// <summary>Ends the ärende because nothing is applied for any more; for <see cref="AtertaAnsokan"/> and the last insats of <see cref="AtertaInsats"/>.</summary>
internal sealed class Ansokansaterkallelse(Anrop anrop, Processmotor motor)
{
    public async Task<Result<Done>> Gor(Arende arende, Ansokan ansokan, DateOnly dag, Atertagandesatt satt, CancellationToken ct)
    {
        var atertagen = ansokan.Aterta(dag, satt, anrop.Nu);
        if (atertagen.Failed) return atertagen.Error;
        var avslut = arende.Avsluta(AvslutsOrsak.Atertagen, anrop.Nu);
        if (avslut.Failed) return avslut.Error;
        anrop.Handelse(atertagen.Value);
        anrop.Handelse(avslut.Value);
        var meddelat = await motor.Meddela(arende, "AnsokanAtertagen", FeelContext.Empty, ct);
        return meddelat.Failed ? meddelat.Error : Result.Done;
    }
}

/// <summary>Taking an ansökan or a part of it back: whether there is one, and the ways, as forms send them and as people say them.</summary>
internal static class Aterkallelse
{
    /// <summary>Nobody applied for a new examination: there is nothing to take back.</summary>
    public static Error? Hinder(Arende arende) => arende.Slag is Arendeslag.NyProvning
        ? Error.Rule("INGEN_ANSOKAN", "Ingen har ansökt: nämnden prövar insatsen på nytt. Avsluta prövningen med ett beslut.")
        : null;

    public static Atertagandesatt? Tolka(string? kod) => kod switch
    {
        "skriftligt" => Atertagandesatt.Skriftligt,
        "telefon" => Atertagandesatt.Telefon,
        "besok" => Atertagandesatt.Besok,
        _ => null,
    };

    /// <summary>"i telefon".</summary>
    public static string Hur(Atertagandesatt satt) => satt switch
    {
        Atertagandesatt.Skriftligt => "skriftligt",
        Atertagandesatt.Telefon => "i telefon",
        Atertagandesatt.Besok => "vid besök",
    };
}
