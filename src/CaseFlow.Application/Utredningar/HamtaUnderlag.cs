using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Utredningar;

/// <summary>The whole utredning and the förslag as one document, to read and to send to the person before the beslut.</summary>
/// <remarks>Whether the question about violence was asked never stands here: the paper comes to the home.</remarks>
/// <param name="MedForfattare">Who wrote each part last, and when: for the akt on paper, not for what is sent to the person.</param>
// FL (2017:900) 25 §: allt material av betydelse
[Kraver(Behorighet.HandlaggaArende)]
public sealed record HamtaUnderlag(string Nummer, DateOnly? SvarSenast = null, bool MedForfattare = false) : IQuery<UnderlagSvar>;

/// <param name="SvarSenast">The last day to answer; null when the material is not to be sent yet, and once there is a beslut.</param>
/// <param name="SaSvararDu">How the person answers and what she has a right to, as paragraphs; empty without a day.</param>
/// <param name="KanValjaDag">The material is about to be sent, and the day may be another than the unit's usual.</param>
/// <param name="AndratSedan">The day it was sent, when the utredning or the ansökan has changed since: what is shown is not what the person got.</param>
/// <param name="Omraden">Those that something is written in.</param>
public sealed record UnderlagSvar(
    ArendeHuvud Huvud, string Avsandare, string Enhet, AnsokanVy Ansokan, IReadOnlyList<OmradeVy> Omraden, IReadOnlyList<AnsoktBeskrivningVy> Insatser,
    BedomningVy Bedomning, IReadOnlyList<TillaggVy> Tillagg, IReadOnlyList<BeslutVy> Forslag, DateOnly? SvarSenast, IReadOnlyList<string> SaSvararDu, bool KanValjaDag,
    DateOnly? AndratSedan = null)
{
    /// <summary>What is written about a protected person is withheld from the reader: neither the utredning nor any motivering is here.</summary>
    public bool Undanhallet { get; init; }

    /// <summary>Who wrote each part last, by its code; empty where that was not asked for, and without what was written before it was kept.</summary>
    public IReadOnlyDictionary<string, SkrivetVy> Skrivet { get; init; } = new Dictionary<string, SkrivetVy>(StringComparer.Ordinal);
}

/// <param name="Vem">Null when the name is not known.</param>
public sealed record SkrivetVy(string? Vem, DateTimeOffset Nar);

internal sealed class HamtaUnderlagHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden, Uppgiftsatkomst uppgifter, Overklagandeadress avsandare)
    : IQueryHandler<HamtaUnderlag, UnderlagSvar>
{
    private static readonly Dictionary<AnvandareId, string> IngaNamn = [];

    public async Task<Result<UnderlagSvar>> Handle(HamtaUnderlag request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        var huvud = await huvuden.Hamta(arende, cancellationToken);
        var ansokan = await db.Ansokningar.AsNoTracking().Where(a => a.ArendeId == arende.Id).OrderBy(a => a.Id).FirstAsync(cancellationToken);
        var utredning = await db.Utredningar.AsNoTracking().SingleOrDefaultAsync(u => u.ArendeId == arende.Id, cancellationToken)
            ?? Utredning.Paborja(default, arende.Id, ansokan.BarnIHemmet, default, anrop.Nu).Utredning;
        var beslut = await db.BeslutI(arende.Id).AsNoTracking().ToListAsync(cancellationToken);
        var enhet = await db.Enheter.Where(e => e.Id == arende.EnhetId).Select(e => e.Namn).SingleOrDefaultAsync(cancellationToken);
        var namn = await huvuden.Namn(beslut.Select(b => b.BeslutsfattareId).OfType<AnvandareId>(), cancellationToken);
        var kommunicerat = await db.Kommuniceringar.AsNoTracking().Where(k => k.ArendeId == arende.Id).OrderByDescending(k => k.Id).FirstOrDefaultAsync(cancellationToken);
        var (senast, valjs) = beslut.Count > 0 && beslut.TrueForAll(b => b.Status is Beslutsstatus.Fattat) ? default : await Svarsdag(request, arende.Id, kommunicerat, cancellationToken);
        var helt = new UnderlagSvar(
            huvud, avsandare.Namnd, enhet ?? "", Provas(Arendevyer.Vy(ansokan, huvud.Person.Dold, anrop.Idag)),
            [.. Utredningsvyer.Omraden(utredning, IngaNamn).Where(Beskrivet)],
            [.. ansokan.Kvar.Select(i => Utredningsvyer.Insats(i, utredning))],
            new(utredning.SamladBedomning, utredning.RelateradeFaktorer, utredning.BarnPerspektiv, utredning.BarnIHemmet, utredning.BedomningRev),
            Utredningsvyer.Tillagg(utredning, ansokan.Insatser, IngaNamn),
            [.. beslut.Select(b => Arendevyer.Vy(b, namn, anrop.Idag))],
            senast, senast is { } dag ? Svarsupplysning.Text(dag, beslut, avsandare, anrop.Idag) : [], valjs,
            kommunicerat is { UppenbartObehovlig: false } && ArAndrat(kommunicerat.Noterad, ansokan, utredning) ? kommunicerat.Datum : null);
        if (await atkomst.Undanhaller(arende, cancellationToken)) return Utan(helt);
        return request.MedForfattare ? await MedForfattare(helt, utredning, ansokan, cancellationToken) : helt;
    }

    // FL (2017:900) 27 §: när en uppgift dokumenterades och av vem
    private async Task<UnderlagSvar> MedForfattare(UnderlagSvar svar, Utredning utredning, Ansokan ansokan, CancellationToken ct)
    {
        var id = utredning.Id;
        // Den som skrev över en lydelse skrev den som kom efter: den sista raden per del säger vem som skrev det som står där.
        var senast = await db.Utredningslydelser.Where(l => l.UtredningId == id && !db.Utredningslydelser.Any(n => n.UtredningId == id && n.Del == l.Del && n.Rev > l.Rev))
            .Select(l => new { l.Del, l.ErsattAv, l.Ersatt }).ToListAsync(ct);
        var namn = await huvuden.Namn(
            [.. senast.Select(l => l.ErsattAv), .. utredning.Omraden.Select(o => o.AndradAv).OfType<AnvandareId>(), .. utredning.Tillagg.Select(t => t.SkrivetAv)], ct);
        var skrivet = senast.ToDictionary(l => l.Del, l => new SkrivetVy(namn.GetValueOrDefault(l.ErsattAv), l.Ersatt), StringComparer.Ordinal);
        foreach (var omrade in utredning.Omraden)
            if (omrade is { AndradAv: { } av, Andrad: { } nar }) skrivet[omrade.Omrade] = new(namn.GetValueOrDefault(av), nar);
        return svar with { Skrivet = skrivet, Tillagg = Utredningsvyer.Tillagg(utredning, ansokan.Insatser, namn) };
    }

    private static UnderlagSvar Utan(UnderlagSvar svar) => svar with
    {
        Ansokan = Arendevyer.Utan(svar.Ansokan), Omraden = [], Insatser = [], Bedomning = new(null, null, null, false, 0), Tillagg = [],
        Forslag = [.. svar.Forslag.Select(Arendevyer.Utan)], Undanhallet = true,
    };

    /// <summary>Before it is sent the day asked for, or the unit's usual; afterwards the day that was given.</summary>
    private async Task<(DateOnly? Dag, bool Valjs)> Svarsdag(HamtaUnderlag request, ArendeId arende, Kommunicering? kommunicerat, CancellationToken ct)
    {
        if (await uppgifter.Oppen(arende, Noder.Kommunicering, ct) is { } uppgift)
        {
            if (request.SvarSenast > anrop.Idag) return (request.SvarSenast, true);
            var lage = await uppgifter.Oppna(uppgift.PublikId, ct);
            return (lage.Failed || lage.Value.Dagar("svarDagar") is not { } dagar ? null : anrop.Idag.AddDays(dagar), true);
        }
        return (kommunicerat?.SvarSenast, false);
    }

    /// <summary>What was written after the person got it: a tillägg, or an insats withdrawn.</summary>
    private static bool ArAndrat(DateTimeOffset sant, Ansokan ansokan, Utredning utredning) =>
        utredning.Tillagg.Any(t => t.Skrivet > sant) || ansokan.Insatser.Any(i => i.Atertagen > sant);

    /// <summary>Without what the person has withdrawn: there is nothing to answer to.</summary>
    private static AnsokanVy Provas(AnsokanVy ansokan) => ansokan with { Insatser = [.. ansokan.Insatser.Where(i => i.Atertagen is null)] };

    private static bool Beskrivet(OmradeVy o) => o.Status is not "ej-aktuell" && ((o.EgnaOrd ?? o.Beskrivning ?? o.Mal) is not null || o.Bedomt is <= 4 || o.Avsett is <= 4);
}
