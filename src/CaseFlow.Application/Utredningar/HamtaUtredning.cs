using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Utredningar;

/// <summary>The utredning of an ärende; reading does not begin it.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record HamtaUtredning(string Nummer) : IQuery<UtredningSvar>;

/// <param name="Uppgift">Open task Utred; null when the utredning is closed or has not been reached.</param>
/// <param name="SaknasForAvslut">What is left before it can be closed, as sentences.</param>
/// <param name="UppgiftVersion">To send with <see cref="AvslutaUtredning"/>; 0 without a task.</param>
/// <param name="KanSkriva">It is open, and the actor may write in it.</param>
/// <param name="Utkast">What the reader has typed in its parts and not saved.</param>
/// <param name="KanLaggaTill">It is closed, the actor may write, and the ärende stands where <see cref="SkrivTillagg"/> takes more.</param>
public sealed record UtredningSvar(
    ArendeHuvud Huvud, Guid? Uppgift, bool Avslutad, IReadOnlyList<OmradeVy> Omraden, IReadOnlyList<AnsoktBeskrivningVy> Insatser,
    ValdsfragaVy Valdsfraga, BedomningVy Bedomning, IReadOnlyList<FristVy> Frister, IReadOnlyList<TidslinjeRad> Tidslinje,
    IReadOnlyList<string> SaknasForAvslut, int UppgiftVersion, string? SkalForObeskrivna, IReadOnlyList<TillaggVy> Tillagg, bool KanLaggaTill, bool KanSkriva,
    IReadOnlyList<UtkastVy> Utkast)
{
    /// <summary>What is written about a protected person is withheld from the reader: no part of the utredning is here.</summary>
    public bool Undanhallet { get; init; }

    /// <summary>What keeps the ärende from being in utredning, and until when; null when nothing is waited for.</summary>
    public string? Vantar { get; init; }
}

/// <param name="Status">ej-borjad, pagar, klar, ej-aktuell.</param>
public sealed record OmradeVy(
    string Kod, string Namn, string Status, string? EgnaOrd, string? Beskrivning, int? Bedomt, int? Avsett, string? Mal, string? Kalla,
    DateOnly? Kalldatum, int Rev, string? SparatAv, DateTimeOffset? Sparat);

/// <param name="SkrivetAv">Null where names are not shown.</param>
/// <param name="NySokt">What the person asks for since, in words; null when that is as before.</param>
public sealed record TillaggVy(string Text, string Kalla, DateOnly Dag, string? SkrivetAv, DateTimeOffset Skrivet, string? NySokt);

/// <param name="SoktOmfattning">What is tried now.</param>
/// <param name="Ansokt">The scope as the ansökan says it.</param>
/// <param name="Sagd">What the person herself said <paramref name="AndratDag"/>; null when she named no amount.</param>
public sealed record AnsoktBeskrivningVy(
    long Id, string Typ, string Namn, string Onskemal, string? Text, decimal? SoktOmfattning, string Enhet, bool Beskriven, int Rev,
    decimal? Ansokt = null, DateOnly? AndratDag = null, string? AndratHur = null, decimal? Sagd = null);

/// <summary>Whether the question was asked, never what was answered.</summary>
/// <param name="Sluten">The reader does not handle the ärende: whether anything is noted is not said.</param>
/// <param name="Rev">0 until it has an outcome.</param>
public sealed record ValdsfragaVy(string? Utfall, string? Orsak, DateOnly? Datum, string? Text, int Rev, bool Sluten = false);

public sealed record BedomningVy(string? SamladBedomning, string? RelateradeFaktorer, string? Barnperspektiv, bool BarnIHemmet, int Rev);

internal sealed class HamtaUtredningHandler(
    CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden, Utkastdorr utkasten) : IQueryHandler<HamtaUtredning, UtredningSvar>
{
    private const int Tidslinjerader = 10;

    public async Task<Result<UtredningSvar>> Handle(HamtaUtredning request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        var ansokta = await Ansokta(arende, cancellationToken);
        var (undanhallet, handlagger) = (await atkomst.Undanhaller(arende, cancellationToken), atkomst.FarSkriva);
        var (utredning, avslutad) = Lasas(await Utredningen(arende, ansokta, cancellationToken), undanhallet);
        var oppna = await huvuden.Oppna(arende.Id, cancellationToken);
        var uppgift = oppna.Find(u => u is { Nod: Noder.Utred, InsatsId: null });
        var insatser = await db.Insatser.Where(i => i.ArendeId == arende.Id).ToListAsync(cancellationToken);
        var handelser = await huvuden.Handelser(arende.Id, Tidslinjerader, cancellationToken);
        var namn = await huvuden.Namn(
            [.. utredning.Omraden.Select(o => o.AndradAv).OfType<AnvandareId>(), .. utredning.Tillagg.Select(t => t.SkrivetAv), .. Arendehuvuden.Namngivna(arende), .. Arendehuvuden.Namngivna(handelser)],
            cancellationToken);
        var skriver = !arende.ArAvslutat && Handlaggningsratt.Hinder(anrop) is null;
        var tidslinje = await huvuden.Tidslinje(arende, handelser, namn, cancellationToken);
        return new UtredningSvar(
            await huvuden.Hamta(arende, ansokta[0], namn, cancellationToken), uppgift?.PublikId, avslutad,
            Utredningsvyer.Omraden(utredning, namn),
            [.. ansokta.SelectMany(a => a.Kvar).Select(i => Utredningsvyer.Insats(i, utredning)).Select(i => undanhallet ? i with { Onskemal = "" } : i)],
            handlagger ? Utredningsvyer.Valdsfraga(utredning) : new(null, null, null, null, 0, Sluten: true),
            new(utredning.SamladBedomning, utredning.RelateradeFaktorer, utredning.BarnPerspektiv, utredning.BarnIHemmet, utredning.BedomningRev),
            huvuden.Frister(arende, oppna, ansokta[0], insatser, []),
            undanhallet ? Arendevyer.Utan(tidslinje) : tidslinje,
            avslutad || !handlagger ? [] : [.. utredning.SaknasForAvslut([.. ansokta.SelectMany(a => a.Kvar).Select(i => i.Id)]).Select(e => e.Text)],
            uppgift?.Version ?? 0, utredning.SkalForObeskrivna, Utredningsvyer.Tillagg(utredning, ansokta.SelectMany(a => a.Insatser), namn),
            skriver && avslutad && oppna.Exists(u => u.InsatsId is null && Noder.Tillagg.Contains(u.Nod, StringComparer.Ordinal)),
            skriver && !avslutad,
            skriver ? await utkasten.Las(arende.Id, [Utkastslag.Utredning, Utkastslag.Uppgift], cancellationToken) : [])
        {
            Undanhallet = undanhallet,
            Vantar = uppgift is null && oppna.Find(u => u.InsatsId is null && Arendehuvuden.Vantan(u) is not null) is { } vantande
                ? $"{Arendehuvuden.Vantan(vantande)}{(vantande.Vaknar is { } vaknar ? $" till {Datumtext.Lang(SvenskTid.Dag(vaknar))}" : "")}" : null,
        };
    }

    /// <summary>The utredning, or when it is withheld an empty one in its place; and whether the real one is closed.</summary>
    private (Utredning Utredning, bool Avslutad) Lasas(Utredning utredning, bool undanhallet) =>
        (undanhallet ? Utredning.Paborja(default, utredning.ArendeId, false, default, anrop.Nu).Utredning : utredning, utredning.ArAvslutad);

    private async Task<List<Ansokan>> Ansokta(Arende arende, CancellationToken ct) =>
        await db.Ansokningar.Where(a => a.ArendeId == arende.Id).OrderBy(a => a.Id).ToListAsync(ct);

    /// <summary>The utredning, or an empty one to show that is not kept.</summary>
    private async Task<Utredning> Utredningen(Arende arende, List<Ansokan> ansokta, CancellationToken ct) =>
        await db.Utredningar.SingleOrDefaultAsync(u => u.ArendeId == arende.Id, ct)
        ?? Utredning.Paborja(default, arende.Id, ansokta.Exists(a => a.BarnIHemmet), default, anrop.Nu).Utredning;
}
