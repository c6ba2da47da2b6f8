using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>How the person of an ärende is reached, to be changed. SKYDD_DOLT while a protected person's data is withheld.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record HamtaKontakt(string Nummer) : IQuery<KontaktSvar>;

/// <param name="Version">Of the person: sent back with a change, so that a stale copy is refused.</param>
/// <param name="SprakVal">Languages to choose from, with the person's own.</param>
public sealed record KontaktSvar(
    ArendeHuvud Huvud, string? Gata, string? Postnummer, string? Ort, string? Telefon, string Sprak, bool Tolkbehov, int Version,
    IReadOnlyList<(string Kod, string Namn)> SprakVal);

internal sealed class HamtaKontaktHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden) : IQueryHandler<HamtaKontakt, KontaktSvar>
{
    public async Task<Result<KontaktSvar>> Handle(HamtaKontakt request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var person = await db.SomVisas(anrop).Where(p => p.Id == oppnat.Value.PersonId).SingleAsync(cancellationToken);
        if (person.Dold) return AndraKontaktHandler.Dolt;
        return new KontaktSvar(
            await huvuden.Hamta(oppnat.Value, cancellationToken), person.Gata, person.Postnummer, person.Ort, person.Telefon, person.Sprak, person.Tolkbehov,
            person.Version, [.. Spraknamn.Alla.Append((Kod: person.Sprak, Namn: Spraknamn.Av(person.Sprak))).DistinctBy(s => s.Kod, StringComparer.Ordinal)]);
    }
}
