using System.Security.Cryptography;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Makes a key for another system, or a personal one that acts as its owner. It is shown once, in the answer; only its hash is kept.</summary>
/// <param name="Namn">What the key is called, unique among those in use.</param>
/// <param name="Behorigheter">The contract's codes, e.g. <c>ansokan.registrera</c>.</param>
/// <param name="Anvandarnamn">Whose key it is, by what she signs in with; null for a system's own.</param>
[Kraver(Behorighet.ForvaltaBehorigheter, Behorighet.KoraProcess)]
public sealed record SkapaApiNyckel(string Namn, IReadOnlyList<string> Behorigheter, string? Anvandarnamn = null) : ICommand<NyApiNyckel>
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
    public SkapaApiNyckelValidator() => RuleFor(n => n.Namn).MaximumLength(200).WithMessage("Namnet får ha högst 200 tecken.");
}

internal sealed class SkapaApiNyckelHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids, IAktorkalla aktorer, IKonton konton) : ICommandHandler<SkapaApiNyckel, NyApiNyckel>
{
    public async Task<Result<NyApiNyckel>> Handle(SkapaApiNyckel request, CancellationToken cancellationToken)
    {
        var namn = request.Namn?.Trim() ?? "";
        if (await db.ApiNycklar.AnyAsync(n => n.Namn == namn && n.Sparrad == null, cancellationToken))
            return Error.Conflict("NYCKELNAMN_UPPTAGET", "Det finns redan en nyckel med det namnet. Välj ett annat, eller spärra den gamla först.");
        var innehavare = await Innehavare(request.Anvandarnamn, cancellationToken);
        if (innehavare.Failed) return innehavare.Error;
        var enhet = innehavare.Value?.Hemenhet ?? anrop.Aktor.Hemenhet;
        if (enhet == default) enhet = await db.Enheter.OrderBy(e => e.Id).Select(e => e.Id).FirstOrDefaultAsync(cancellationToken);
        if (enhet == default) return Error.Rule("ENHET_SAKNAS", "Det finns ingen enhet som nyckeln kan arbeta för. Lägg upp en enhet först.");

        var skapad = ApiNyckel.Skapa(
            new(ids.Next()), namn, request.Behorigheter, enhet, RandomNumberGenerator.GetBytes(ApiNyckelhash.Slumplangd), anrop.Nu, innehavare.Value?.Id);
        if (skapad.Failed) return skapad.Error;
        db.ApiNycklar.Add(skapad.Value.Nyckel);
        anrop.Handelse(skapad.Value.Handelse);
        return new NyApiNyckel(namn, skapad.Value.Klartext);
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
