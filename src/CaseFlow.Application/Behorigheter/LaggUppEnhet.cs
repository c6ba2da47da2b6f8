using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Takes in one more unit, with the part of the city whose ärenden it takes. Refused with <c>OGILTIGT</c> by field, and
/// <c>ENHET_FINNS</c> for a name that is taken.</summary>
/// <param name="Omrade">Beginnings of postal codes, digits only.</param>
[Kraver(Behorighet.ForvaltaBehorigheter, Behorighet.KoraProcess)]
public sealed record LaggUppEnhet(string Namn, IReadOnlyList<string> Omrade) : ICommand<UpplagdEnhet>;

public sealed record UpplagdEnhet(EnhetId Id);

internal sealed class LaggUppEnhetValidator : AbstractValidator<LaggUppEnhet>
{
    private const int Langst = 200;

    public LaggUppEnhetValidator()
    {
        RuleFor(e => e.Namn).NotEmpty().WithMessage("Enheten behöver ett namn.").MaximumLength(Langst).WithMessage("Namnet får ha högst 200 tecken.");
        RuleFor(e => e.Omrade).NotEmpty().WithMessage("Enheten behöver ett område: början på de postnummer den tar ärenden från.");
        RuleForEach(e => e.Omrade).Matches("^[0-9]{1,5}$").WithMessage("Ett område är början på ett postnummer: en till fem siffror.");
    }
}

internal sealed class LaggUppEnhetHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids) : ICommandHandler<LaggUppEnhet, UpplagdEnhet>
{
    public async Task<Result<UpplagdEnhet>> Handle(LaggUppEnhet request, CancellationToken cancellationToken)
    {
        var namn = request.Namn.Trim();
        if (await db.Enheter.AnyAsync(e => e.Namn == namn, cancellationToken))
            return Error.Conflict("ENHET_FINNS", "Det finns redan en enhet med det namnet. Välj ett annat.");
        var enhet = Enhet.Skapa(new(ids.Next()), namn, request.Omrade);
        db.Enheter.Add(enhet);
        anrop.Handelse(new EnhetUpplagd(enhet.Id));
        return new UpplagdEnhet(enhet.Id);
    }
}
