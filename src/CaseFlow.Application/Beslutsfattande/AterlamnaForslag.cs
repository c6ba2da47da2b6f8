using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>Hands the förslag back instead of deciding: to be written anew, or to be seen by the person when it was changed.</summary>
/// <param name="Vag">forslag or kommunicering.</param>
[Kraver(Behorighet.FattaBeslut)]
public sealed record AterlamnaForslag(Guid Uppgift, int Version, string Vag, string? Skal, string? Nummer = null) : ICommand<SlutfordUppgift>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Uppgift(Uppgift);
}

internal sealed class AterlamnaForslagHandler(
    CaseFlowDb db, Anrop anrop, IIdKalla ids, Uppgiftsatkomst uppgifter, Beslutsakter akter, Delegationsordningar delegationer, Processmotor motor, Vagvisare vagvisare)
    : ICommandHandler<AterlamnaForslag, SlutfordUppgift>
{
    public async Task<Result<SlutfordUppgift>> Handle(AterlamnaForslag request, CancellationToken cancellationToken)
    {
        if (Koder.TolkaAterlamningsvag(request.Vag) is not { } vag) return Error.Invalid(new FieldError("vag", "Välj vart förslaget ska."));
        var oppnad = await uppgifter.OppnaForSlutforande(request.Uppgift, request.Version, cancellationToken, request.Nummer);
        if (oppnad.Failed) return oppnad.Error;
        var (uppgift, arende) = (oppnad.Value.Uppgift, oppnad.Value.Arende);
        if (uppgift.Nod != Noder.FattaBeslut) return Error.NotFound();
        if (Hinder(anrop, uppgift, arende) is { } hinder) return hinder;

        var gjord = Aterlamning.Gor(new(ids.Next()), arende.Id, vag, request.Skal, anrop.Aktor.Id, anrop.Nu);
        if (gjord.Failed) return gjord.Error;
        db.Aterlamningar.Add(gjord.Value.Aterlamning);
        anrop.Handelse(gjord.Value.Handelse);

        // Ett ändrat förslag kan kräva en annan beslutsfattare än den som var tänkt.
        var akt = await akter.Las(arende.Id, cancellationToken);
        var hogsta = (await delegationer.For(arende, akt, cancellationToken)).Hogsta();
        if (hogsta.Failed) return hogsta.Error;
        var steg = await motor.Slutfor(
            uppgift, arende, FeelContext.Of(("beslutsutgang", vag.Kod()), ("hogstaNiva", (int)hogsta.Value)), cancellationToken);
        return steg.Failed ? steg.Error : vagvisare.Svar(arende, vag is Aterlamningsvag.Forslag
            ? "Förslaget är tillbakalämnat. Det ska skrivas om." : "Förslaget är tillbakalämnat. Det ska kommuniceras igen.");
    }

    /// <summary>What waits for the chef the chef hands back; the rest whoever has the task.</summary>
    internal static Error? Hinder(Anrop anrop, Uppgift uppgift, Arende arende) => uppgift.Grupp == Grupper.Chef && !anrop.Aktor.ChefFor.Contains(arende.EnhetId)
        ? Error.Forbidden("FORSLAG_LAMNAT", "Förslaget ligger hos enhetens chefer. Bara de kan lämna tillbaka det.")
        : null;
}
