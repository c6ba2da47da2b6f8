using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Makes a key for another system, or a personal one that acts as its owner. It is shown once, in the answer; only its hash is kept.</summary>
/// <param name="Namn">What the key is called, unique among the owner's in use, or among the systems'.</param>
/// <param name="Behorigheter">The contract's codes, e.g. <c>ansokan.registrera</c>.</param>
/// <param name="Anvandarnamn">Whose key it is, by what she signs in with; null for a system's own.</param>
/// <param name="Dagar">How many days from today a personal key opens; null for as long as one may be made for.</param>
[Kraver(Behorighet.ForvaltaBehorigheter, Behorighet.KoraProcess)]
public sealed record SkapaApiNyckel(string Namn, IReadOnlyList<string> Behorigheter, string? Anvandarnamn = null, int? Dagar = null)
    : ICommand<NyApiNyckel>
{
    public override string ToString() => "SkapaApiNyckel";
}

/// <param name="Klartext">The key. Never shown again.</param>
[VisasEnGang]
public sealed record NyApiNyckel(string Namn, string Klartext)
{
    public override string ToString() => $"NyApiNyckel {Namn}";
}

internal sealed class SkapaApiNyckelValidator : AbstractValidator<SkapaApiNyckel>
{
    internal const int LangstNamn = 200;

    public SkapaApiNyckelValidator()
    {
        RuleFor(n => n.Namn).MaximumLength(LangstNamn).WithMessage($"Namnet får ha högst {LangstNamn} tecken.");
        RuleFor(n => n.Dagar).InclusiveBetween(0, ApiNyckel.LangstDagar).WithMessage($"En nyckel gäller högst {ApiNyckel.LangstDagar} dagar.");
    }
}

internal sealed class SkapaApiNyckelHandler(CaseFlowDb db, Anrop anrop, IAktorkalla aktorer, IKonton konton, Nyckelmakare nycklar) : ICommandHandler<SkapaApiNyckel, NyApiNyckel>
{
    public async Task<Result<NyApiNyckel>> Handle(SkapaApiNyckel request, CancellationToken cancellationToken)
    {
        var innehavare = await Innehavare(request.Anvandarnamn, cancellationToken);
        if (innehavare.Failed) return innehavare.Error;
        var enhet = innehavare.Value?.Hemenhet ?? anrop.Aktor.Hemenhet;
        if (enhet == default) enhet = await db.Enheter.OrderBy(e => e.Id).Select(e => e.Id).FirstOrDefaultAsync(cancellationToken);
        if (enhet == default) return Error.Rule("ENHET_SAKNAS", "Det finns ingen enhet som nyckeln kan arbeta för. Lägg upp en enhet först.");
        var dagar = request.Dagar ?? (innehavare.Value is null ? null : ApiNyckel.LangstDagar);
        DateOnly? tom = dagar is { } antal ? anrop.Idag.AddDays(antal) : null;
        return await nycklar.Gor(request.Namn, request.Behorigheter, enhet, innehavare.Value?.Id, tom, cancellationToken);
    }

    /// <summary>The one whose key it is to be, as she is today; null when nobody was named.</summary>
    private async Task<Result<Aktor?>> Innehavare(string? anvandarnamn, CancellationToken ct)
    {
        if (anvandarnamn is null) return Result.Ok<Aktor?>(null);
        if (await konton.Innehavare(anvandarnamn.Trim(), ct) is not { } id) return Error.NotFound();
        if (await aktorer.ForAnvandare(id, anrop.Nu, ct) is not { Enheter.Count: > 0 } aktor)
            return Error.Rule("ANVANDARE_UTAN_UPPDRAG", "Användaren har inget uppdrag i dag, eller är stängd. En nyckel skulle inte öppna något.");
        return Result.Ok<Aktor?>(aktor);
    }
}
