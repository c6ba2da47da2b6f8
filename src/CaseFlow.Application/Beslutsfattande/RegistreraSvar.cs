using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>The person's answer to the material when the process no longer waits for it: the last day has passed, but there is no beslut yet.</summary>
/// <param name="Ombud">Who answered in the person's place; null when she did.</param>
// FL (2017:900) 25 §: det som kommer in före beslutet hör till underlaget, också när svarstiden är slut; 27 §: det antecknas
[Kraver(Behorighet.HandlaggaArende)]
public sealed record RegistreraSvar(string Nummer, int Version, DateOnly Datum, string? Svar, Guid? Ombud = null) : ICommand<Done>;

internal sealed class RegistreraSvarHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Uppgiftsatkomst uppgifter, Ombudsregister ombud)
    : ICommandHandler<RegistreraSvar, Done>
{
    public async Task<Result<Done>> Handle(RegistreraSvar request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForAndring(request.Nummer, request.Version, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        if (request.Datum > anrop.Idag)
            return Error.Invalid(new FieldError("svarsdag", "Svaret kan inte ha kommit en dag som inte har varit."));

        var skickade = await db.Kommuniceringar.Where(k => k.ArendeId == arende.Id && k.ObehovligSkal == null)
            .OrderByDescending(k => k.Id).ToListAsync(cancellationToken);
        if (skickade.Count == 0) return Error.Rule("KOMMUNICERING_EJ_SKICKAD", "Inget material har skickats, så det finns inget att svara på.");
        if (arende.Steg > Steg.Beslut)
            return Error.Rule("BESLUT_REDAN_FATTAT", "Beslutet är redan fattat. Visar svaret att det är fel kan beslutet behöva ändras (37 och 38 §§ förvaltningslagen).");
        // Det personen svarade på är det senaste hon hade fått när svaret kom, också när mer har skickats sedan dess.
        var kommunicering = skickade.Find(k => k.Datum <= request.Datum) ?? skickade[0];
        if (kommunicering == skickade[0] && await uppgifter.Oppen(arende.Id, Noder.Svar, cancellationToken) is not null)
            return Error.Rule("SVAR_I_UPPGIFTEN", "Ärendet väntar på svaret. Fyll i det i uppgiften Ta emot synpunkter.");

        if ((await ombud.Prova(request.Ombud, arende, Ombudshandling.Svara, request.Datum, cancellationToken)).Fel is { } hinder) return hinder;
        var besvarad = kommunicering.RegistreraSvar(request.Svar ?? "", request.Datum);
        if (besvarad.Failed) return besvarad.Error;
        anrop.Handelse(besvarad.Value);
        db.GorKopiorInaktuella(arende);
        // Den som ska besluta läser om: ingen beslutar från en sida där svaret inte stod.
        await uppgifter.MasteLasasOm(arende.Id, Noder.Beslut, cancellationToken);
        return Result.Done;
    }
}

/// <summary>What was sent to the person before the beslut, and what she answered.</summary>
/// <param name="SvarDatum">Null when she has said something, and asked for more time.</param>
/// <param name="Sent">The answer came after the last day.</param>
public sealed record KommuniceringVy(DateOnly Skickad, DateOnly SvarSenast, DateOnly? SvarDatum, string Svar, bool Sent)
{
    /// <summary>Those that the person answered.</summary>
    internal static IReadOnlyList<KommuniceringVy> Besvarade(IEnumerable<Kommunicering> alla) =>
        [.. alla.Where(k => k is { Svar: not null, SvarSenast: not null })
            .Select(k => new KommuniceringVy(k.Datum, k.SvarSenast!.Value, k.SvarDatum, k.Svar!, k.SvarDatum > k.SvarSenast))];
}
