using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Makes a personal key for the one who is signed in. It is shown once, in the answer; only its hash is kept. A key cannot make another.</summary>
/// <param name="Namn">What she calls it, unique among hers in use.</param>
/// <param name="Behorigheter">The contract's codes, among those that would open anything for her.</param>
/// <param name="GallerTom">Its last day, a year away at most.</param>
[Kraver(Behorighet.Inloggad)]
public sealed record SkapaMinApiNyckel(string? Namn, IReadOnlyList<string> Behorigheter, DateOnly? GallerTom) : ICommand<NyApiNyckel>
{
    /// <summary>More than anyone needs, and few enough to look through.</summary>
    public const int Flest = 10;

    public override string ToString() => nameof(SkapaMinApiNyckel);
}

internal sealed class SkapaMinApiNyckelValidator : AbstractValidator<SkapaMinApiNyckel>
{
    public SkapaMinApiNyckelValidator()
    {
        RuleFor(n => n.Namn).NotEmpty().WithMessage("Skriv vad nyckeln ska heta.")
            .MaximumLength(SkapaApiNyckelValidator.LangstNamn).WithMessage($"Namnet får ha högst {SkapaApiNyckelValidator.LangstNamn} tecken.");
        RuleFor(n => n.Behorigheter).NotEmpty().WithMessage("Välj vad nyckeln ska få göra.");
        RuleFor(n => n.GallerTom).NotNull().WithMessage("Skriv nyckelns sista dag.");
    }
}

internal sealed class SkapaMinApiNyckelHandler(CaseFlowDb db, Anrop anrop, Nyckelmakare nycklar) : ICommandHandler<SkapaMinApiNyckel, NyApiNyckel>
{
    public async Task<Result<NyApiNyckel>> Handle(SkapaMinApiNyckel request, CancellationToken cancellationToken)
    {
        var aktor = anrop.Aktor;
        if (aktor is not { Slag: AktorSlag.Person, Nyckel: null }) return Error.Forbidden(Felkoder.BehorighetSaknas, "En nyckel görs av den som är inloggad.");
        var far = Kontraktsbehorighet.Som(aktor.Behorigheter);
        if (aktor.Hemenhet == default || request.Behorigheter.Any(kod => !far.Contains(kod, StringComparer.Ordinal)))
            return Error.Invalid("BEHORIGHET_OKAND", "Du har inte själv rätt till det. Välj bland det som går att välja.");
        var idag = anrop.Idag;
        if (await db.ApiNycklar.CountAsync(n => n.AnvandareId == aktor.Id && n.Sparrad == null && (n.GallerTom == null || n.GallerTom >= idag), cancellationToken) >= SkapaMinApiNyckel.Flest)
            return Error.Rule("FOR_MANGA_NYCKLAR", $"Du har {SkapaMinApiNyckel.Flest} nycklar. Ta bort en som inte används först.");
        return await nycklar.Gor(request.Namn, request.Behorigheter, aktor.Hemenhet, aktor.Id, request.GallerTom, cancellationToken);
    }
}
