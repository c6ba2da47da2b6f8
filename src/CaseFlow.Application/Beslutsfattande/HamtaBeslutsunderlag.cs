using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>Everything the decision page shows: proposal per insats, who decides and why, what is missing, and the letter.</summary>
[Kraver(Behorighet.HandlaggaArende, Behorighet.FattaBeslut)]
public sealed record HamtaBeslutsunderlag(string Nummer) : IQuery<BeslutsunderlagSvar>;

/// <param name="Uppgift">The open task LamnaForslag or FattaBeslut; null when none is open.</param>
/// <param name="Nod">LamnaForslag, FattaBeslut or null.</param>
/// <param name="Sedan">The day the task was opened.</param>
/// <param name="Kommuniceringar">What the person answered to the material, each time it was sent, also when it came late.</param>
/// <param name="Utkast">What the reader has typed in the förslag and not saved.</param>
/// <param name="Osedda">What stops the beslut until it is communicated or judged, when the actor may do so; else empty.</param>
/// <param name="AktorFarLamnaTillChef">The delegationsordning no longer lets the handläggare decide: it can be sent on.</param>
public sealed record BeslutsunderlagSvar(
    ArendeHuvud Huvud, Guid? Uppgift, string? Nod, int UppgiftVersion, IReadOnlyList<ForslagVy> Forslag, IReadOnlyList<KontrollVy> Kontroller,
    BrevVy Brev, bool AktorFarBesluta, AterlamningVy? Aterlamnat, DateOnly? Sedan = null,
    bool AktorFarLamnaTillChef = false, bool AktorFarAterlamna = false, IReadOnlyList<KommuniceringVy>? Kommuniceringar = null,
    IReadOnlyList<UtkastVy>? Utkast = null, IReadOnlyList<OseddHandling>? Osedda = null)
{
    /// <summary>What is written about a protected person is withheld from the reader: no motivering, no answer and no letter is here.</summary>
    public bool Undanhallet { get; init; }

    /// <summary>The actor may change the förslag while it is written, and hand it in.</summary>
    public bool KanSkriva { get; init; }

    /// <summary>Someone with jäv wrote what is proposed: it is not decided until someone else has gone through it and saved it.</summary>
    public bool SkrivetAvJavig { get; init; }

    /// <summary>Something in it nobody has by delegation.</summary>
    public bool NamndenBeslutar => Forslag.Any(f => f.Niva == Delegationsordning.Namn(Delegatniva.Namnd));
}

/// <summary>A document that came in after the kommunicering, and that the person has to see or that is plainly needless to send. What it is about
/// is read among the documents, which hide it for a protected person.</summary>
public sealed record OseddHandling(int Nr, DateOnly Dag);

/// <summary>Why the förslag was handed back, the last time.</summary>
public sealed record AterlamningVy(string Vem, DateOnly Dag, string Vag, string Skal);

/// <param name="Delegation">"Beslutas av biträdande enhetschef enligt punkt 3.2: ..." as computed for this proposal.</param>
/// <param name="SparatAvMig">The actor saved it last; null when that is not known, since one who changes a förslag that is handed in does not become its föredragande.</param>
/// <param name="Lopande">The running insats that is tried anew, in words; null for something new.</param>
public sealed record ForslagVy(
    long AnsoktInsats, string Typ, string Namn, string Onskemal, decimal? SoktOmfattning, string Enhet, string? Utfall, decimal? Omfattning, DateOnly? From,
    DateOnly? Tom, string? Motivering, string? Mal, string Lagrum, string LagrumNot, string? Delegation, string? Niva, bool AktorFarBesluta,
    bool Fattat, int Rev, string? Lopande = null, string? Andringsgrund = null, DateOnly? Upphor = null,
    bool? SparatAvMig = null)
{
    /// <summary>It ends on a day that nobody asked for.</summary>
    public bool Tidsbegransat { get; init; }

    /// <summary>It is an anmälan to överförmyndaren, to be made or not: nothing is granted or refused.</summary>
    public bool ArAnmalan { get; init; }
}

/// <summary>A line of the check list before a decision. Lage: ok, varning, saknas.</summary>
public sealed record KontrollVy(string Rubrik, string Text, string Lage);

internal sealed class HamtaBeslutsunderlagHandler(
    CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden, Uppgiftsatkomst uppgifter, Beslutsakter akter,
    Delegationsordningar delegationer, Brevskrivare brev, Utkastdorr utkasten) : IQueryHandler<HamtaBeslutsunderlag, BeslutsunderlagSvar>
{
    public async Task<Result<BeslutsunderlagSvar>> Handle(HamtaBeslutsunderlag request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        var akt = await akter.Las(arende.Id, cancellationToken, visas: true);
        var uppgift = await uppgifter.Oppen(arende.Id, Noder.Beslut, cancellationToken);
        var ovriga = await akter.Ovriga(arende, akt, cancellationToken);
        var vyer = new Forslagsvyer(await delegationer.For(arende, akt, ovriga, cancellationToken), anrop.Idag);
        bool? Mitt(Beslut? beslut) => uppgift?.Nod == Noder.FattaBeslut || beslut is null ? null : beslut.Foredragande == anrop.Aktor.Id;
        var forslag = akt.Ansokta.Select(a => vyer.Rad(a, akt) with { SparatAvMig = Mitt(akt.For(a.Id)) }).ToList();
        var beslutar = uppgift?.Nod == Noder.FattaBeslut && Handlaggningsratt.Hinder(anrop) is null;
        var far = beslutar && forslag.TrueForAll(f => f.AktorFarBesluta);
        var helt = new BeslutsunderlagSvar(
            await huvuden.Hamta(arende, cancellationToken), uppgift?.PublikId, uppgift?.Nod, uppgift?.Version ?? 0,
            forslag, Kontroller.For(akt, akter.Underlag(akt), forslag, ovriga, anrop.Idag, atkomst.FarSkriva), await brev.Skriv(arende, cancellationToken),
            far, await Aterlamnat(arende.Id, cancellationToken), uppgift is null ? null : SvenskTid.Dag(uppgift.Skapad),
            beslutar && !far && uppgift!.Grupp != Grupper.Chef, beslutar && AterlamnaForslagHandler.Hinder(anrop, uppgift!, arende) is null,
            KommuniceringVy.Besvarade(akt.Kommuniceringar),
            uppgift is null || Handlaggningsratt.Hinder(anrop) is not null ? [] : await utkasten.Las(arende.Id, [Utkastslag.Forslag, Utkastslag.Uppgift], cancellationToken),
            uppgift?.Nod == Noder.FattaBeslut && atkomst.FarSkriva && akt.GarEmot
                ? [.. akt.Osedda.Select(h => new OseddHandling(h.Nr, h.Dag))] : [])
        {
            KanSkriva = uppgift is not null && Handlaggningsratt.Hinder(anrop) is null,
            SkrivetAvJavig = akt.Ansokta.Any(a => akt.For(a.Id)?.ProvaForedragande(akt.Javiga.Keys) is not null),
        };
        return await atkomst.Undanhaller(arende, cancellationToken) ? Utan(helt) : helt;
    }

    private static BeslutsunderlagSvar Utan(BeslutsunderlagSvar svar) => svar with
    {
        Forslag = [.. svar.Forslag.Select(f => f with { Onskemal = "", Motivering = null, Mal = null })], Kontroller = [], Kommuniceringar = [],
        Aterlamnat = null, Brev = svar.Brev with { Avsnitt = [] }, Undanhallet = true,
    };

    private async Task<AterlamningVy?> Aterlamnat(ArendeId arende, CancellationToken ct) =>
        await db.Aterlamningar.AsNoTracking().Where(a => a.ArendeId == arende).OrderByDescending(a => a.Id).FirstOrDefaultAsync(ct) is not { } a ? null
            : new((await huvuden.Namn([a.Av], ct)).GetValueOrDefault(a.Av, ""), SvenskTid.Dag(a.Tid), a.Vag.Kod(), a.Skal);
}
