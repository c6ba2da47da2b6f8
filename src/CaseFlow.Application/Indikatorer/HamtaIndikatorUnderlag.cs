using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Indikatorer;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Indikatorer;

/// <summary>The events behind a figure. Ärenden the actor may not see are shown by event only.</summary>
/// <param name="Period">"2026-T2" or "2026".</param>
/// <param name="Kon">kvinna, man or okant; null for all.</param>
/// <param name="Efter">Cursor from the previous page; null from the newest.</param>
[Kraver(Behorighet.LasaIndikatorer)]
public sealed record HamtaIndikatorUnderlag(string Kod, string Period, string? Kon = null, long? Efter = null, int Antal = 50) : IQuery<IndikatorUnderlag>;

/// <param name="Definition">What is counted, as a sentence.</param>
/// <param name="KonSaknas">How many of them are of unknown sex.</param>
/// <param name="Tidsserie">The last eight tertials up to the period, oldest first.</param>
/// <param name="Osakerhet">What chance alone can do to the figure and to the difference between women and men, in sentences.</param>
public sealed record IndikatorUnderlag(
    IlsRadVy Rad, string Definition, int DefinitionVersion, int Raknas, int RaknasInte, int KonSaknas, IReadOnlyList<UnderlagRad> Handelser, long? Nasta,
    IReadOnlyList<TidsserieRad> Tidsserie, IReadOnlyList<string> Osakerhet);

/// <param name="Handelse">The event in words: "Utredning avslutad".</param>
/// <param name="Arendenummer">Null when the actor may not see the ärende.</param>
public sealed record UnderlagRad(
    long HandelseId, string Handelse, DateTimeOffset Tid, string? Arendenummer, int Ansokta, int Beskrivna, string Kon, bool Raknas, string Kedja, long Seq);

/// <summary>One tertial, in per cent; null when fewer than 20 were counted.</summary>
public sealed record TidsserieRad(string Period, decimal? Totalt, decimal? Man, decimal? Kvinnor, int Antal);

internal sealed class HamtaIndikatorUnderlagHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : IQueryHandler<HamtaIndikatorUnderlag, IndikatorUnderlag>
{
    private const int FlestRader = 200;
    private const int Definitionsversion = 1;

    public async Task<Result<IndikatorUnderlag>> Handle(HamtaIndikatorUnderlag request, CancellationToken cancellationToken)
    {
        if (IndikatorKatalog.Hitta(request.Kod) is not { } definition) return Error.NotFound();
        if (Rapportperiod.Tolka(request.Period) is not { } period) return Indikatorfragor.OkandPeriod;
        var kon = Konkoder.Tolka(request.Kon);
        if (request.Kon is not null && kon is null) return Error.Invalid("KON_OKANT", "Välj kvinna, man eller okänt.");

        var serie = period.Serie();
        var antal = (await db.Indikatorantal(anrop.Aktor.EnheterMed(Behorighet.LasaIndikatorer), definition.Kod, Math.Min(serie[0].Ar, period.Ar - 1), period.Ar, cancellationToken))[definition.Kod].ToList();
        var valda = antal.Where(a => period.Innehaller(a.Period) && (kon is null || a.Kon == kon)).ToList();
        var (rader, nasta) = await Rader(definition, period, kon, request, cancellationToken);
        return new IndikatorUnderlag(
            Indikatorvyer.Rad(definition, antal, period), Text(definition), Definitionsversion, valda.Sum(a => a.Taljare), valda.Sum(a => a.Namnare - a.Taljare),
            valda.Where(a => a.Kon == Domain.Personer.Kon.Okant).Sum(a => a.Namnare), rader, nasta, [.. serie.Select(t => Indikatorvyer.Punkt(t, antal))],
            Osakerhetstext.Av([.. antal.Where(a => period.Innehaller(a.Period))], Indikatorvyer.Mal(definition.Arsmal)));
    }

    private async Task<(IReadOnlyList<UnderlagRad> Rader, long? Nasta)> Rader(
        Indikatordefinition definition, Rapportperiod period, Kon? kon, HamtaIndikatorUnderlag request, CancellationToken ct)
    {
        var (enheter, antal) = (anrop.Aktor.EnheterMed(Behorighet.LasaIndikatorer), Math.Clamp(request.Antal, 1, FlestRader));
        var urval = db.IndikatorRader.Where(r => r.Indikator == definition.Kod && enheter.Contains(r.EnhetId));
        urval = period.Tertial is { } tertial ? EnTertial(urval, tertial.ToString()) : urval.Where(r => r.Ar == period.Ar);
        if (kon is { } k) urval = urval.Where(r => r.Kon == k);
        if (request.Efter is { } efter)
        {
            var sist = new HandelseId(efter);
            urval = urval.Where(r => r.HandelseId < sist);
        }
        var synliga = atkomst.Synliga();
        var rader = await urval.OrderByDescending(r => r.HandelseId).Take(antal + 1)
            .Join(db.AuditHandelser, r => r.HandelseId, h => h.Id, (r, h) => new
            {
                r.HandelseId, h.Tid, h.Data, r.Kon, r.Raknas, h.Kedja, h.Seq, r.ArendeId,
                Nummer = synliga.Where(a => a.Id == r.ArendeId).Select(a => a.Nummer).FirstOrDefault(),
            })
            .OrderByDescending(r => r.HandelseId).ToListAsync(ct);

        anrop.Visar(rader.Take(antal).Where(r => r.Nummer is not null).Select(r => r.ArendeId.Value));
        return (
            [.. rader.Take(antal).Select(r => Rad(r.HandelseId, r.Tid, r.Data, r.Nummer, r.Kon, r.Raknas, r.Kedja, r.Seq))],
            rader.Count > antal ? rader[antal - 1].HandelseId.Value : null);
    }

    private static IQueryable<IndikatorRad> EnTertial(IQueryable<IndikatorRad> rader, string tertial) => rader.Where(r => r.Tertial == tertial);

    /// <summary>The chain of an ärende the actor may not see would tell which one it is, so it is left out.</summary>
    private static UnderlagRad Rad(HandelseId id, DateTimeOffset tid, string data, string? nummer, Kon kon, bool raknas, string kedja, long seq)
    {
        var (ansokta, beskrivna, _) = Indikatorhandelse.Las(data);
        return new(id.Value, "Utredning avslutad", tid, nummer, ansokta, beskrivna, kon.Kod(), raknas, nummer is null ? "" : kedja, nummer is null ? 0 : seq);
    }

    private static string Text(Indikatordefinition definition) => definition.Kod switch
    {
        "SAMTLIGA_INSATSER_BESKRIVNA" =>
            "Avslutade utredningar under perioden. En utredning uppfyller måttet när varje ansökt insats är beskriven. Återtagna ansökningar ingår inte.",
        _ => definition.Namn,
    };
}
