using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Avvikelser;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Avvikelser;

/// <summary>The unit's reports, newest first, for its chef and its kvalitetsråd.</summary>
/// <param name="Efter">Cursor from the previous page (<see cref="Radmarkor"/>); null from the start.</param>
[Kraver(Behorighet.HandlaggaAvvikelse)]
public sealed record ListaAvvikelser(string? Efter = null, int Antal = 50) : IQuery<AvvikelseLista>;

/// <param name="Nya">How many that nobody has received yet, in the whole list.</param>
public sealed record AvvikelseLista(IReadOnlyList<AvvikelseRad> Rader, string? Nasta, int Nya);

/// <param name="Status">ny or mottagen.</param>
/// <param name="Mottagare">Who received it, and when; null while it is new.</param>
public sealed record AvvikelseRad(
    Guid Id, string Nummer, string Vad, string NarVar, string Atgard, DateTimeOffset Rapporterad, string Rapportor, string Status, int Version,
    string? Mottagare = null, DateTimeOffset? Mottagen = null);

internal sealed class ListaAvvikelserHandler(CaseFlowDb db, Anrop anrop) : IQueryHandler<ListaAvvikelser, AvvikelseLista>
{
    private const int FlestRader = 200;

    public async Task<Result<AvvikelseLista>> Handle(ListaAvvikelser request, CancellationToken cancellationToken)
    {
        var enheter = anrop.Aktor.EnheterMed(Behorighet.HandlaggaAvvikelse);
        var antal = Math.Clamp(request.Antal, 1, FlestRader);
        var enhetens = db.Avvikelser.Where(a => enheter.Contains(a.EnhetId));
        var nya = await enhetens.CountAsync(a => a.Status == AvvikelseStatus.Ny, cancellationToken);

        var sida = enhetens;
        if (request.Efter is { } efter)
        {
            var markor = Radmarkor.Tolka(efter);
            if (markor.Failed) return markor.Error;
            var sist = new AvvikelseId(markor.Value.Id);
            sida = sida.Where(a => a.Id < sist);
        }
        var rader = await sida.OrderByDescending(a => a.Id).Take(antal + 1)
            .Select(a => new
            {
                Avvikelse = a,
                Rapportor = db.Anvandare.Where(u => u.Id == a.RapportorId).Select(u => u.Namn).FirstOrDefault(),
                Mottagare = db.Anvandare.Where(u => u.Id == a.MottagareId).Select(u => u.Namn).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);

        anrop.Visar(rader.Take(antal).Select(r => r.Avvikelse.Id.Value));
        return new AvvikelseLista(
            [.. rader.Take(antal).Select(r => Rad(r.Avvikelse, r.Rapportor, r.Mottagare))],
            rader.Count > antal ? new Radmarkor(rader[antal - 1].Avvikelse.Id.Value).ToString() : null, nya);
    }

    private static AvvikelseRad Rad(Avvikelse a, string? rapportor, string? mottagare) => new(
        a.PublikId, a.Nummer, a.Vad, a.NarVar, a.Atgard, a.Tid, rapportor ?? "", Kod(a.Status), a.Version, mottagare, a.Mottagen);

    private static string Kod(AvvikelseStatus status) => status switch
    {
        AvvikelseStatus.Ny => "ny",
        AvvikelseStatus.Mottagen => "mottagen",
    };
}
