using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Takes in someone who is to work here: with a role in a unit, a level of decision, and an account when she signs in with password.</summary>
/// <param name="Sprak">Language codes she works in; null is Swedish.</param>
/// <param name="Omraden">Beginnings of postal codes she takes ärenden from; null is all of the unit's.</param>
/// <param name="Konto">Null when an identity provider signs her in.</param>
[Kraver(Behorighet.ForvaltaBehorigheter, Behorighet.KoraProcess)]
public sealed record LaggUppAnvandare(
    string Namn, string Titel, EnhetId Enhet, Roll Roll, Delegatniva Delegat, DateOnly From, IReadOnlyList<string>? Sprak = null,
    IReadOnlyList<string>? Omraden = null, Kontouppgifter? Konto = null) : ICommand<UpplagdAnvandare>;

public sealed record Kontouppgifter(string Anvandarnamn, string Losenord)
{
    public override string ToString() => "Kontouppgifter";
}

public sealed record UpplagdAnvandare(AnvandareId Id);

public sealed record AnvandareUpplagd(AnvandareId Anvandare, EnhetId Enhet, Roll Roll, Delegatniva Delegat, bool MedKonto) : IHandelse;

internal sealed class LaggUppAnvandareHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids, IKonton konton)
    : ICommandHandler<LaggUppAnvandare, UpplagdAnvandare>
{
    public async Task<Result<UpplagdAnvandare>> Handle(LaggUppAnvandare request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Namn)) return Error.Invalid("NAMN_SAKNAS", "Användaren behöver ett namn.");
        if (!await db.Enheter.AnyAsync(e => e.Id == request.Enhet, cancellationToken)) return Error.NotFound();

        var anvandare = Anvandare.LaggUpp(new(ids.Next()), request.Namn, request.Titel, request.Sprak, request.Omraden);
        db.Anvandare.Add(anvandare);
        db.Uppdrag.Add(Uppdrag.Ge(anvandare.Id, request.Enhet, request.Roll, new Period(request.From, null), request.Delegat));
        if (request.Konto is { } konto) konton.Skapa(anvandare.Id, konto.Anvandarnamn, konto.Losenord);
        anrop.Handelse(new AnvandareUpplagd(anvandare.Id, request.Enhet, request.Roll, request.Delegat, request.Konto is not null));
        return new UpplagdAnvandare(anvandare.Id);
    }
}
