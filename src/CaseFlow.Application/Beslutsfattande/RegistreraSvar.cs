using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>The person's answer to the material when the process no longer waits for it: the last day has passed, but there is no beslut yet.</summary>
// FL (2017:900) 25 §: det som kommer in före beslutet hör till underlaget, också när svarstiden är slut; 27 §: det antecknas
[Kraver(Behorighet.HandlaggaArende)]
public sealed record RegistreraSvar(string Nummer, int Version, DateOnly Datum, string? Svar) : ICommand<Done>;

internal sealed class RegistreraSvarHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Uppgiftsatkomst uppgifter)
    : ICommandHandler<RegistreraSvar, Done>
{
    public async Task<Result<Done>> Handle(RegistreraSvar request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForHandlaggning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (Handlaggningsratt.Hinder(anrop) is { } hinder) return hinder;
        var arende = oppnat.Value;
        if (arende.Version != request.Version) return Inaktuell.Kopia;
        if (request.Datum > anrop.Idag)
            return Error.Invalid(new FieldError("svarsdag", "Svaret kan inte ha kommit en dag som inte har varit."));

        var kommunicering = await db.Kommuniceringar.Where(k => k.ArendeId == arende.Id).OrderByDescending(k => k.Id).FirstOrDefaultAsync(cancellationToken);
        if (kommunicering is null) return Error.Rule("KOMMUNICERING_EJ_SKICKAD", "Inget material har skickats, så det finns inget att svara på.");
        if (arende.Steg > Steg.Beslut)
            return Error.Rule("BESLUT_REDAN_FATTAT", "Beslutet är redan fattat. Visar svaret att det är fel kan beslutet behöva ändras (37 och 38 §§ förvaltningslagen).");
        if (await uppgifter.Oppen(arende.Id, Noder.Svar, cancellationToken) is not null)
            return Error.Rule("SVAR_I_UPPGIFTEN", "Ärendet väntar på svaret. Fyll i det i uppgiften Ta emot synpunkter.");

        var besvarad = kommunicering.RegistreraSvar(request.Svar ?? "", request.Datum);
        if (besvarad.Failed) return besvarad.Error;
        anrop.Handelse(besvarad.Value);
        db.Entry(arende).State = EntityState.Modified;
        // Den som ska besluta läser om: ingen beslutar från en sida där svaret inte stod.
        if (await uppgifter.Oppen(arende.Id, Noder.Beslut, cancellationToken) is { } uppgift) db.Entry(uppgift).State = EntityState.Modified;
        return Result.Done;
    }
}

/// <summary>What was sent to the person before the beslut, and what she answered.</summary>
/// <param name="Sent">The answer came after the last day.</param>
public sealed record KommuniceringVy(DateOnly Skickad, DateOnly SvarSenast, DateOnly? SvarDatum, string? Svar, bool Sent)
{
    /// <summary>Null when nothing was sent.</summary>
    internal static KommuniceringVy? Av(Kommunicering? k) => k is { SvarSenast: { } senast }
        ? new(k.Datum, senast, k.SvarDatum, k.Svar, k.SvarDatum > senast) : null;
}
