using System.Globalization;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Those who work here with what they may do, by name, and the proposals that wait.</summary>
/// <param name="Sok">A part of the name; null for all.</param>
/// <param name="Stangda">Those who have left, instead of those who work here.</param>
[Kraver(Behorighet.ForvaltaBehorigheter)]
public sealed record ListaAnvandare(string? Sok = null, bool Stangda = false) : IQuery<Anvandarlista>;

/// <param name="Fler">There are more than are shown: search to see them.</param>
public sealed record Anvandarlista(IReadOnlyList<AnvandarRad> Rader, IReadOnlyList<UppdragsforslagVy> Forslag, bool Fler);

/// <param name="Konto">Null when an identity provider signs her in.</param>
/// <param name="Uppdrag">"Handläggare, Beställarenheten": those that hold today.</param>
public sealed record AnvandarRad(long Id, string Namn, string Titel, Kontolage? Konto, IReadOnlyList<string> Uppdrag);

/// <param name="Eget">The actor proposed it herself: someone else approves.</param>
/// <param name="OmMig">It is about the actor herself.</param>
public sealed record UppdragsforslagVy(
    long Id, string Vem, string Roll, string Enhet, string Delegat, DateOnly From, DateOnly? Tom, string Skal, string ForeslagetAv, DateTimeOffset Foreslaget, bool Eget,
    bool OmMig, int Version);

internal sealed class ListaAnvandareValidator : AbstractValidator<ListaAnvandare>
{
    public ListaAnvandareValidator() => RuleFor(l => l.Sok).MaximumLength(100).WithMessage("Sök på högst 100 tecken.");
}

internal sealed class ListaAnvandareHandler(CaseFlowDb db, Anrop anrop, IKonton konton) : IQueryHandler<ListaAnvandare, Anvandarlista>
{
    private const int Flest = 200;
    private const int FlestLasta = 10_000;
    private static readonly CompareInfo Sprak = CultureInfo.GetCultureInfo("sv-SE").CompareInfo;

    public async Task<Result<Anvandarlista>> Handle(ListaAnvandare request, CancellationToken cancellationToken)
    {
        var (idag, aktiva) = (anrop.Idag, !request.Stangda);
        var alla = await db.Anvandare.Where(a => a.Aktiv == aktiva).OrderBy(a => a.Id).Take(FlestLasta).Select(a => new { a.Id, a.Namn, a.Titel }).ToListAsync(cancellationToken);
        // Databaserna viker å, ä och ö olika; de som arbetar här är inte fler än att det görs här.
        var sok = request.Sok?.Trim() ?? "";
        var rader = alla.FindAll(a => sok.Length == 0 || Sprak.IndexOf(a.Namn, sok, CompareOptions.IgnoreCase) >= 0);
        var visade = rader.OrderBy(a => a.Namn, StringComparer.CurrentCulture).Take(Flest).ToList();
        var ids = visade.Select(a => a.Id).ToList();
        var uppdrag = (await db.Uppdrag.AsNoTracking().Where(u => ids.Contains(u.AnvandareId) && u.From <= idag && (u.Tom == null || u.Tom >= idag))
            .Join(db.Enheter, u => u.EnhetId, e => e.Id, (u, e) => new { u.AnvandareId, u.Roll, e.Namn }).ToListAsync(cancellationToken)).ToLookup(u => u.AnvandareId);
        var lagen = await konton.Lagen(ids, cancellationToken);
        var forslag = await db.Vantande(anrop, alla: true).Take(Flest).ToListAsync(cancellationToken);
        anrop.Visar(ids.Select(i => i.Value));
        return new Anvandarlista(
            [.. visade.Select(a => new AnvandarRad(
                a.Id.Value, a.Namn, a.Titel, lagen.GetValueOrDefault(a.Id),
                [.. uppdrag[a.Id].OrderBy(u => u.Roll).Select(u => $"{Rolltext.Av(u.Roll)}, {u.Namn}")]))],
            [.. forslag.Select(f => f.Vy(anrop.Aktor.Id))], rader.Count > Flest);
    }
}

/// <summary>The proposals that wait, with the names they need.</summary>
internal static class Uppdragsforslagsvyer
{
    /// <param name="alla">All of them, for the förvaltare; else those of the units the actor leads.</param>
    public static IQueryable<Rad> Vantande(this CaseFlowDb db, Anrop anrop, bool alla)
    {
        var enheter = anrop.Aktor.ChefFor;
        return
            from f in db.Uppdragsforslag
            where f.Status == Forslagsstatus.Vantar && (alla || enheter.Contains(f.EnhetId))
            join vem in db.Anvandare on f.AnvandareId equals vem.Id
            join av in db.Anvandare on f.ForeslagetAv equals av.Id
            join e in db.Enheter on f.EnhetId equals e.Id
            orderby f.Id
            select new Rad { Forslag = f, Vem = vem.Namn, Av = av.Namn, Enhet = e.Namn };
    }

    public static UppdragsforslagVy Vy(this Rad r, AnvandareId jag) => new(
        r.Forslag.Id.Value, r.Vem, Rolltext.Av(r.Forslag.Roll), r.Enhet, Rolltext.Av(r.Forslag.Delegat), r.Forslag.From, r.Forslag.Tom, r.Forslag.Skal, r.Av,
        r.Forslag.Foreslaget, r.Forslag.ForeslagetAv == jag, r.Forslag.AnvandareId == jag, r.Forslag.Version);

    internal sealed class Rad
    {
        public required Uppdragsforslag Forslag { get; init; }
        public required string Vem { get; init; }
        public required string Av { get; init; }
        public required string Enhet { get; init; }
    }
}
