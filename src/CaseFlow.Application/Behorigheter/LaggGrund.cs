using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Lays what an empty installation needs before an ansökan can come in: the unit with its area. Safe to repeat. The catalogue of
/// insatser and the roles are code (<c>Insatskatalog</c>, <c>Roller</c>).</summary>
[Kraver(Behorighet.KoraProcess)]
public sealed record LaggGrund : ICommand<LagdGrund>;

/// <param name="Ny">False when there already was a unit.</param>
public sealed record LagdGrund(EnhetId Enhet, bool Ny);

public sealed record EnhetUpplagd(EnhetId Enhet) : IHandelse;

internal sealed class LaggGrundHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids) : ICommandHandler<LaggGrund, LagdGrund>
{
    private const string Namn = "Beställarenheten äldre, Skarpnäck";

    /// <summary>Beginnings of the postal codes of the unit's part of the city.</summary>
    private static readonly string[] Omrade = ["128"];

    public async Task<Result<LagdGrund>> Handle(LaggGrund request, CancellationToken cancellationToken)
    {
        // En enhet som redan finns kan ha fått ett annat namn: då är den ändå grunden.
        var finns = await db.Enheter.OrderBy(e => e.Id).Select(e => (EnhetId?)e.Id).FirstOrDefaultAsync(cancellationToken);
        if (finns is { } id) return new LagdGrund(id, Ny: false);

        var enhet = Enhet.Skapa(new(ids.Next()), Namn, Omrade);
        db.Enheter.Add(enhet);
        anrop.Handelse(new EnhetUpplagd(enhet.Id));
        return new LagdGrund(enhet.Id, Ny: true);
    }
}
