using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>Blocks between those who work here and persons close to them.</summary>
internal sealed class Sparregister(CaseFlowDb db, Anrop anrop, IIdKalla ids, Personregister personer, Frantagande frantagande)
{
    private static Error Finns { get; } = Error.Conflict("SPARR_FINNS", "Spärren är redan registrerad.");

    /// <summary>Whom the actor may register a block for: herself, or as chef someone of her units.</summary>
    /// <param name="valt">Null or 0 for herself.</param>
    /// <returns>A fault at the field <c>sparrAnvandare</c> when it is nobody of hers.</returns>
    public async Task<Result<AnvandareId>> For(long? valt, CancellationToken ct)
    {
        if (valt is null or 0 || valt == anrop.Aktor.Id.Value) return anrop.Aktor.Id;
        var vem = new AnvandareId(valt.Value);
        return await db.ArbetarINagon(anrop.Aktor.ChefFor, anrop.Idag).AnyAsync(a => a.Id == vem, ct)
            ? vem : Error.Invalid(new FieldError("sparrAnvandare", "Välj någon i din enhet."));
    }

    /// <summary>Whether the person is known here or not, the answer is the same.</summary>
    /// <returns><c>SPARR_FINNS</c>, or as <see cref="Sparr.Registrera"/>.</returns>
    public async Task<Result<Done>> Registrera(AnvandareId vem, Personidentitet identitet, string? skal, CancellationToken ct)
    {
        if (await db.Personer.SingleOrDefaultAsync(p => p.Identitet == identitet, ct) is { } person) return await Registrera(vem, person, skal, ct);
        if (await db.Sparrar.AnyAsync(s => s.AnvandareId == vem && s.Identitet == identitet, ct)) return Finns;
        return Lagg(Sparr.Forbered(new(ids.Next()), vem, identitet, skal, anrop.Aktor.Id, anrop.Nu));
    }

    /// <summary>What she has of the person's is taken from her; the chef gives it to another.</summary>
    /// <returns><c>SPARR_FINNS</c>, or as <see cref="Sparr.Registrera"/>.</returns>
    public async Task<Result<Done>> Registrera(AnvandareId vem, PersonId person, string? skal, CancellationToken ct) =>
        await Registrera(vem, await db.Personer.SingleAsync(p => p.Id == person, ct), skal, ct);

    private async Task<Result<Done>> Registrera(AnvandareId vem, Person person, string? skal, CancellationToken ct)
    {
        var id = person.Id;
        if (await db.Sparrar.AnyAsync(s => s.AnvandareId == vem && s.PersonId == id && s.Slutade == null, ct)) return Finns;
        var lagd = Lagg(Sparr.Registrera(new(ids.Next()), vem, id, skal, anrop.Aktor.Id, anrop.Nu));
        if (lagd.Failed) return lagd;
        // En ansökan som registreras samtidigt ser inte spärren när den fördelas: en av de två börjar om.
        db.GorKopiorInaktuella(person);
        foreach (var arende in await db.Arenden.Where(a => a.PersonId == id).OrderBy(a => a.Id).ToListAsync(ct))
        {
            if (arende is { ArAvslutat: false, HandlaggareId: { } handlaggare } && handlaggare == vem) await frantagande.Ta(arende, ct);
            if (arende.Skyddat) await personer.Ta(id, vem, arende.Id, ct);
        }
        return Result.Done;
    }

    private Result<Done> Lagg(Result<RegistreradSparr> registrerad)
    {
        if (registrerad.Failed) return registrerad.Error;
        db.Sparrar.Add(registrerad.Value.Sparr);
        anrop.Handelse(registrerad.Value.Handelse);
        return Result.Done;
    }
}
