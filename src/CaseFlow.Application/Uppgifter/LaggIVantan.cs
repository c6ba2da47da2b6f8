using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using FluentValidation;

namespace CaseFlow.Application.Uppgifter;

/// <summary>Puts one's own task aside until a day: somebody else has to do something first. The days until then count as waiting, not as ours;
/// what the law says of time is not moved by it.</summary>
/// <param name="Orsak">Code of <see cref="PausOrsaker"/>.</param>
/// <param name="Vaknar">The day it comes up again, whatever has happened.</param>
/// <param name="Text">What is waited for, in a few words.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record LaggIVantan(Guid Uppgift, int Version, string? Orsak, DateOnly? Vaknar, string? Text, string? Nummer = null) : ICommand<Done>;

internal sealed class LaggIVantanValidator : AbstractValidator<LaggIVantan>
{
    internal const int HogstText = 200;

    public LaggIVantanValidator()
    {
        RuleFor(v => v.Orsak).Must(o => PausOrsaker.Alla.Contains(o, StringComparer.Ordinal)).WithMessage("Välj vad uppgiften väntar på.");
        RuleFor(v => v.Vaknar).NotNull().WithMessage("Skriv vilken dag uppgiften ska komma upp igen.");
        RuleFor(v => v.Text).MaximumLength(HogstText).WithMessage($"Skriv högst {HogstText} tecken.");
    }
}

internal sealed class LaggIVantanHandler(Anrop anrop, Uppgiftsatkomst uppgifter) : ICommandHandler<LaggIVantan, Done>
{
    private const int LangstManader = 6;

    public async Task<Result<Done>> Handle(LaggIVantan request, CancellationToken cancellationToken)
    {
        var oppnad = await uppgifter.OppnaForSlutforande(request.Uppgift, request.Version, cancellationToken, request.Nummer);
        if (oppnad.Failed) return oppnad.Error;
        var (uppgift, arende) = (oppnad.Value.Uppgift, oppnad.Value.Arende);
        if (uppgift.Grupp != Grupper.Handlaggare) return Error.Rule("UPPGIFT_VANTAR_INTE", "Det som ligger hos chefen kan inte läggas i väntan.");
        if (uppgift.Status == Uppgiftsstatus.Vantar) return Error.Rule("UPPGIFT_VANTAR", "Uppgiften väntar redan.");
        var (orsak, vaknar) = (request.Orsak!, request.Vaknar!.Value);
        if (vaknar <= anrop.Idag) return Error.Invalid(new FieldError("Vaknar", "Välj en dag framåt i tiden."));
        if (vaknar > anrop.Idag.AddMonths(LangstManader)) return Error.Invalid(new FieldError("Vaknar", $"Välj en dag inom {LangstManader} månader. Ett ärende får inte bli liggande."));

        (uppgift.Status, uppgift.VantarOrsak, uppgift.Vaknar, uppgift.VantarSattAv) = (Uppgiftsstatus.Vantar, orsak, SvenskTid.Midnatt(vaknar), anrop.Aktor.Id);
        uppgift.VantarText = string.IsNullOrWhiteSpace(request.Text) ? null : request.Text.Trim();
        anrop.Handelse(new UppgiftLagdIVantan(arende.Id, uppgift.Id, orsak, vaknar));
        // Ärendet väntar bara när dess egen gång gör det; en insats av flera stannar inte de andra.
        if (uppgift.InsatsId is not null || arende.PagaendePaus is not null) return Result.Done;
        var paus = arende.Vanta(orsak, vaknar, anrop.Nu, uppgift.VantarText);
        if (paus.Failed) return paus.Error;
        anrop.Handelse(paus.Value);
        return Result.Done;
    }
}

public sealed record UppgiftLagdIVantan(ArendeId Arende, UppgiftId Uppgift, string Orsak, DateOnly Vaknar) : IHandelse;
