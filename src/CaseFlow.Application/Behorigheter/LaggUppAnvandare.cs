using System.Text.Json.Serialization;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Takes in someone who is to work here: with a role in a unit, a level of decision, and an account when she signs in with password.
/// From the command line the role holds at once; when a förvaltare does it another person approves it first (<see cref="AvgorUppdrag"/>).
/// Refused with <c>OGILTIGT</c> by field, <c>FINNS_INTE</c> for an unknown unit, <c>ANVANDARNAMN_UPPTAGET</c> and the codes of <see cref="Kontouppgifter.Prova"/>.</summary>
/// <param name="Sprak">Language codes she works in; null is Swedish.</param>
/// <param name="Omraden">Beginnings of postal codes she takes ärenden from; null is all of the unit's.</param>
/// <param name="Konto">Null when an identity provider signs her in.</param>
[Kraver(Behorighet.ForvaltaBehorigheter, Behorighet.KoraProcess)]
public sealed record LaggUppAnvandare(
    string Namn, string Titel, EnhetId Enhet, Roll Roll, Delegatniva Delegat, DateOnly From, IReadOnlyList<string>? Sprak = null,
    IReadOnlyList<string>? Omraden = null, Kontouppgifter? Konto = null) : ICommand<UpplagdAnvandare>;

/// <param name="Anvandarnamn">Letters a-z, digits and <c>-._@+</c>, at most 100.</param>
/// <param name="Losenord">At least 12 characters. Never written anywhere but as the account's hash.</param>
/// <param name="Tillfalligt">Somebody else knows it: she chooses her own before anything else.</param>
public sealed record Kontouppgifter(string Anvandarnamn, [property: JsonIgnore] string Losenord, bool Tillfalligt = true)
{
    public const int KortastLosenord = 12;
    public const int LangstLosenord = 200;
    private const int LangstNamn = 100;

    /// <returns><c>ANVANDARNAMN_OGILTIGT</c>, <c>LOSENORD_FOR_KORT</c>, or null when they will do.</returns>
    public Error? Prova()
    {
        if (Anvandarnamn.Length is 0 or > LangstNamn || !Anvandarnamn.All(c => char.IsAsciiLetterOrDigit(c) || "-._@+".Contains(c, StringComparison.Ordinal)))
            return Error.Invalid("ANVANDARNAMN_OGILTIGT", "Användarnamnet får ha bokstäverna a-z, siffror och tecknen - . _ @ +, högst 100 tecken.");
        return ProvaLosenord(Losenord);
    }

    /// <returns><c>LOSENORD_FOR_KORT</c>, or null when it will do.</returns>
    // Längden avgör, inte sammansättningen (NIST SP 800-63B)
    public static Error? ProvaLosenord(string losenord) => losenord.Length is < KortastLosenord or > LangstLosenord
        ? Error.Invalid("LOSENORD_FOR_KORT", $"Lösenordet ska ha minst {KortastLosenord} tecken, högst {LangstLosenord}.")
        : null;

    public override string ToString() => "Kontouppgifter";
}

public sealed record UpplagdAnvandare(AnvandareId Id);

public sealed record AnvandareUpplagd(AnvandareId Anvandare, EnhetId Enhet, Roll Roll, Delegatniva Delegat, bool MedKonto) : IHandelse;

internal sealed class LaggUppAnvandareValidator : AbstractValidator<LaggUppAnvandare>
{
    private const int Langst = 200;

    public LaggUppAnvandareValidator()
    {
        RuleFor(a => a.Namn).NotEmpty().WithMessage("Användaren behöver ett namn.").MaximumLength(Langst).WithMessage("Namnet får ha högst 200 tecken.");
        RuleFor(a => a.Titel).NotEmpty().WithMessage("Användaren behöver en titel.").MaximumLength(Langst).WithMessage("Titeln får ha högst 200 tecken.");
        RuleFor(a => a.Konto!.Anvandarnamn).NotEmpty().WithMessage("Kontot behöver ett användarnamn.")
            .When(a => a.Konto is not null);
        RuleFor(a => a.Konto!.Losenord).NotEmpty().WithMessage("Kontot behöver ett lösenord.").When(a => a.Konto is not null);
    }
}

internal sealed class LaggUppAnvandareHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids, IKonton konton, Personregister personer)
    : ICommandHandler<LaggUppAnvandare, UpplagdAnvandare>
{
    public async Task<Result<UpplagdAnvandare>> Handle(LaggUppAnvandare request, CancellationToken cancellationToken)
    {
        if (!await db.Enheter.AnyAsync(e => e.Id == request.Enhet, cancellationToken)) return Error.NotFound();
        if (request.Konto?.Prova() is { } fel) return fel;
        if (request.Konto is { } onskat && await konton.Finns(onskat.Anvandarnamn, cancellationToken))
            return Error.Conflict("ANVANDARNAMN_UPPTAGET", "Det finns redan ett konto med det användarnamnet. Välj ett annat.");

        var anvandare = Anvandare.LaggUpp(new(ids.Next()), request.Namn, request.Titel, request.Sprak, request.Omraden);
        db.Anvandare.Add(anvandare);
        if (request.Konto is { } konto) konton.Skapa(anvandare.Id, konto.Anvandarnamn, konto.Losenord, konto.Tillfalligt);
        anrop.Handelse(new AnvandareUpplagd(anvandare.Id, request.Enhet, request.Roll, request.Delegat, request.Konto is not null));
        if (anrop.Aktor.Slag == AktorSlag.Person) return Foresla(request, anvandare.Id) ?? new UpplagdAnvandare(anvandare.Id);
        db.Uppdrag.Add(Uppdrag.Ge(anvandare.Id, request.Enhet, request.Roll, new Period(request.From, null), request.Delegat));
        if (request.Roll is Roll.Chef or Roll.BitradandeChef) await personer.NamngeNyChef(anvandare.Id, request.Enhet, cancellationToken);
        return new UpplagdAnvandare(anvandare.Id);
    }

    private Result<UpplagdAnvandare>? Foresla(LaggUppAnvandare request, AnvandareId vem)
    {
        var foreslaget = Uppdragsforslag.Foresla(
            new(ids.Next()), vem, request.Enhet, request.Roll, request.Delegat, request.From, null, "Ny användare", anrop.Aktor.Id, anrop.Nu);
        if (foreslaget.Failed) return foreslaget.Error;
        db.Uppdragsforslag.Add(foreslaget.Value.Forslag);
        anrop.Handelse(foreslaget.Value.Handelse);
        return null;
    }
}
