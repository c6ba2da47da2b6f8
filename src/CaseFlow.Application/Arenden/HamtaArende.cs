using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Personer;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The ärende with everything its page shows. SKAL_KRAVS (Forbidden) when the actor must give a reason first;
/// not found for another unit or a protected person without named access.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record HamtaArende(string Nummer) : IQuery<ArendeSvar>;

/// <param name="Plats">Where the process stands, as sentences: "Väntar på att utredningen blir klar."</param>
/// <param name="Valdsfraga">Whether the question about violence was asked; only for those who handle the ärende, and the chef.</param>
/// <param name="Stannat">A part of the process stands still and someone must look; said first among <paramref name="Plats"/>.</param>
public sealed record ArendeSvar(
    ArendeHuvud Huvud, AnsokanVy Ansokan, IReadOnlyList<UppgiftVy> Uppgifter, IReadOnlyList<string> Plats, IReadOnlyList<FristVy> Frister,
    IReadOnlyList<TidslinjeRad> Tidslinje, IReadOnlyList<BeslutVy> Beslut, IReadOnlyList<InsatsVy> Insatser, IReadOnlyList<SvarVy> Svar,
    int DagarTotalt, int DagarHosOss, int DagarVantan, ArendeAtgarder Atgarder, string? Valdsfraga,
    IReadOnlyList<KommuniceringVy> Kommuniceringar, bool Stannat = false)
{
    /// <summary>What the person has consented to, and that holds today.</summary>
    public IReadOnlyList<SamtyckeVy> Samtycken { get; init; } = [];

    /// <summary>What is written about a protected person is withheld from the reader: motiveringar, answers and reasons are not here.</summary>
    public bool Undanhallet { get; init; }

    /// <summary>What else the person has that the actor may know of.</summary>
    public PersonlageVy Personen { get; init; } = PersonlageVy.Tomt;
}

/// <summary>What the applicant asked for, and how it came in.</summary>
/// <param name="Kontakt">How the person is reached by the ansökan, where the register still says otherwise; null also for someone who may not see it.</param>
/// <param name="AnnatNamn">The name in the ansökan when it is not the person's by the register; null also for someone who may not see it.</param>
/// <param name="Ombudsuppdrag">What the ombud speaks for the person in; null when it was not said, and for someone who may not see the ombud.</param>
/// <param name="Ombudsbrist">What is wrong with the authority that the ansökan states; null when nothing is.</param>
/// <param name="NyProvning">Nobody applied: the nämnd tries anew what the person has, and the insatser are those she has today.</param>
public sealed record AnsokanVy(
    string Kanal, DateTimeOffset Ankom, DateOnly Ankomstdag, string? AnkomstdagSkal, bool BarnIHemmet, string? Ombud,
    IReadOnlyList<AnsoktInsatsVy> Insatser, bool NyProvning = false, string? Kontakt = null, string? AnnatNamn = null, string? Ombudsuppdrag = null,
    string? Ombudsbrist = null)
{
    /// <summary>It came from another system, which says that the person is protected, and the register does not.</summary>
    public bool UppgettSkydd { get; init; }
}

/// <param name="Atertagen">When and how the person withdrew it, as a sentence; null while it is asked for.</param>
public sealed record AnsoktInsatsVy(long Id, string Typ, string Namn, string Onskemal, string? Omfattning, string? Atertagen = null);

/// <param name="Status">förslag, fattat or, for a förslag about an insats that was withdrawn, återtaget.</param>
/// <param name="Upphor">The last day of a running insats that is not granted again.</param>
/// <param name="Andringsgrund">Why a running insats may be changed to the person's disadvantage, as told to her.</param>
public sealed record BeslutVy(
    string Insats, string Utfall, string? Omfattning, string? Period, string? Motivering, string Lagrum, string? Beslutsfattare, DateOnly? Beslutsdag,
    string Status, string? Delegationspunkt, DateOnly? Upphor = null, string? Andringsgrund = null)
{
    /// <summary>It is an anmälan to överförmyndaren, made or not made: nothing is granted or refused.</summary>
    public bool ArAnmalan { get; init; }

    /// <summary>It ends on a day that nobody asked for.</summary>
    public bool Tidsbegransat { get; init; }

    /// <summary>The post of <see cref="Beslutsfattare"/>: "enhetschef".</summary>
    public string? Befattning { get; init; }
}

/// <param name="KanFoljasUpp">It waits for a planned follow-up, which the actor may begin now.</param>
public sealed record InsatsVy(
    long Id, string Namn, string? Omfattning, string Status, string? Utforare, DateOnly? Start, DateOnly? Uppfoljning, DateOnly Beslutsdag, string? Avslut,
    string? Period = null, bool KanFoljasUpp = false);

/// <summary>A form that was answered: who, when and what (question and answer).</summary>
/// <param name="Insats">The insats that the task was about, when it was about one of several.</param>
public sealed record SvarVy(string Titel, DateTimeOffset Tid, string Vem, IReadOnlyList<ForklaringVy> Rader, string? Insats = null);

/// <summary>What the actor may do with the ärende besides its tasks.</summary>
/// <param name="AndraSkydd">What the person's protection may be changed to; null when to nothing.</param>
/// <param name="AnmalaJav">The actor may report jäv, or keep herself out of all that concerns the person.</param>
/// <param name="SeAtkomst">The actor is the unit's chef: who reaches the ärende is hers to see.</param>
public sealed record ArendeAtgarder(
    bool Aterta = false, bool RegistreraDodsfall = false, bool RegistreraFlytt = false, bool VisaSkyddade = false, bool AndraAnkomstdag = false,
    bool Omfordela = false, bool RegistreraSvar = false, bool AndraKontakt = false, bool AvslutaForAvliden = false, bool RegistreraDelgivning = false,
    bool FoljUpp = false, SkyddsvalVy? AndraSkydd = null, bool AnmalaJav = false, bool SeAtkomst = false,
    bool HavDodsfall = false, bool AndraDelgivning = false, bool LaggTill = false);

internal sealed class HamtaArendeHandler(
    CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden, Svarslasare lasare, Personlage personen) : IQueryHandler<HamtaArende, ArendeSvar>
{
    private const int Tidslinjerader = 100;

    public async Task<Result<ArendeSvar>> Handle(HamtaArende request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        var ansokan = await db.Ansokningar.AsNoTracking().Where(a => a.ArendeId == arende.Id).OrderBy(a => a.Id).FirstAsync(cancellationToken);
        var uppgifter = await huvuden.Oppna(arende.Id, cancellationToken);
        var beslut = await db.Beslut.AsNoTracking().Where(b => b.ArendeId == arende.Id).OrderBy(b => b.Id).ToListAsync(cancellationToken);
        var insatser = await db.Insatser.AsNoTracking().Where(i => i.ArendeId == arende.Id).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        var fraga = await db.Utredningar.Where(u => u.ArendeId == arende.Id).Select(u => u.Valdsfraga).FirstOrDefaultAsync(cancellationToken);
        var svar = await lasare.Hamta(db.Formularsvar.Where(f => f.ArendeId == arende.Id), cancellationToken);
        var handelser = await huvuden.Handelser(arende.Id, Tidslinjerader, cancellationToken);
        // Före utredningen har inget kommunicerats.
        List<Kommunicering> kommuniceringar = arende.Steg >= Steg.Utredning
            ? await db.Kommuniceringar.AsNoTracking().Where(k => k.ArendeId == arende.Id).OrderBy(k => k.Id).ToListAsync(cancellationToken)
            : [];
        // Ett stopp står alltid också i tidslinjen: bara den som har ett där, eller är längre än så, behöver fråga om det är löst.
        var stannat = (handelser.Count == Tidslinjerader || handelser.Exists(h => h.Typ == nameof(ProcessStannade)))
            && await db.Incidenter.AnyAsync(i => i.ArendeId == arende.Id && i.Lost == null, cancellationToken);
        var lage = new Arendelage(arende, ansokan, uppgifter, beslut, insatser, kommuniceringar, stannat);

        var (namn, befattningar) = await huvuden.MedBefattning(
            [
                .. uppgifter.Select(u => u.TilldeladId).Concat(beslut.Select(b => b.BeslutsfattareId)).OfType<AnvandareId>(), .. svar.Select(f => f.Av),
                .. Arendehuvuden.Namngivna(arende), .. Arendehuvuden.Namngivna(handelser),
            ],
            cancellationToken);
        var huvud = await huvuden.Hamta(arende, ansokan, namn, cancellationToken);
        lage = lage with { DodsfalletHavt = arende.AvslutsOrsak is AvslutsOrsak.Avliden && !huvud.Person.Avliden };
        var dagar = Dagraknare.Berakna(ansokan.Ankomstdag, arende.Uppehall(), arende.Avslutat is { } t ? SvenskTid.Dag(t) : anrop.Idag);
        var atgarder = Atgarder(lage, huvud.Person);
        var helt = new ArendeSvar(
            huvud, Arendevyer.Vy(ansokan, huvud.Person.Dold, anrop.Idag, await db.Avviker(anrop, arende, ansokan, cancellationToken)),
            [.. uppgifter.Select(u => huvuden.Vy(u, arende, namn) with { Insats = lage.Insatsnamn(u.InsatsId) })],
            lage.Plats(), huvuden.Frister(arende, uppgifter, ansokan, insatser, beslut), await huvuden.Tidslinje(arende, handelser, namn, cancellationToken),
            [.. beslut.Select(b => Arendevyer.Vy(b, namn, anrop.Idag, lage.ArAtertaget(b)) with { Befattning = b.BeslutsfattareId is { } vem ? befattningar.GetValueOrDefault(vem) : null })],
            [.. insatser.Select(i => Arendevyer.Vy(i, anrop.Idag) with { KanFoljasUpp = atgarder.FoljUpp && lage.KanFoljasUpp(i) })],
            await lasare.Las(svar, namn, cancellationToken, lage.Insatsnamn),
            dagar.Totalt, dagar.HosOss, dagar.Vantan, atgarder, atkomst.FarSkriva ? Valdsfragatext(fraga) : null, KommuniceringVy.Besvarade(kommuniceringar), stannat)
        {
            Samtycken = await Samtycken(arende, huvud, cancellationToken),
            Personen = await personen.Las(arende, cancellationToken),
        };
        helt = helt with { Ansokan = helt.Ansokan with { UppgettSkydd = !huvud.Person.Skyddad && handelser.Exists(h => h.Typ == nameof(SkyddUppgivet)) } };
        return await atkomst.Undanhaller(arende, cancellationToken) ? Arendevyer.Utan(helt) : helt;
    }

    /// <summary>What the ärende allows, and the actor may.</summary>
    private ArendeAtgarder Atgarder(Arendelage lage, PersonVy person)
    {
        var skriver = atkomst.FarSkriva;
        var handlagger = skriver && !lage.Arende.ArAvslutat;
        var chef = anrop.Aktor.ChefFor.Contains(lage.Arende.EnhetId) && Handlaggningsratt.BaraLasning(anrop) is null;
        return new(
            Aterta: handlagger && lage.KanAtertas,
            RegistreraDodsfall: handlagger && !person.Avliden,
            RegistreraFlytt: handlagger,
            VisaSkyddade: person is { Skyddad: true, Dold: true },
            AndraAnkomstdag: handlagger && lage.KanFaAnnanAnkomstdag,
            Omfordela: chef && !lage.Arende.ArAvslutat,
            RegistreraSvar: handlagger && lage.KanFaSvar,
            AndraKontakt: handlagger && !person.Dold,
            AvslutaForAvliden: handlagger && person.Avliden && lage.KanAvslutasForAvliden,
            RegistreraDelgivning: skriver && lage.KanDelges,
            FoljUpp: handlagger,
            LaggTill: handlagger && anrop.Aktor.Har(Behorighet.HandlaggaArende),
            AndraSkydd: skriver ? SkyddsvalVy.For(person, chef) : null,
            AnmalaJav: !lage.Arende.ArAvslutat,
            SeAtkomst: chef,
            HavDodsfall: chef && person.Avliden,
            AndraDelgivning: chef && lage.KanAndraDelgivning);
    }

    private async Task<IReadOnlyList<SamtyckeVy>> Samtycken(Arende arende, ArendeHuvud huvud, CancellationToken ct)
    {
        if (huvud.Akt.Samtycken == 0) return [];
        var (idag, inga) = (anrop.Idag, new Dictionary<AnvandareId, string>());
        var galler = await db.SamtyckenI(arende).SomGaller(idag).OrderByDescending(s => s.Id).ToListAsync(ct);
        return [.. galler.Select(s => Samtyckesord.Vy(s, [], inga, idag, huvud.Person.Dold, huvud.Person.Avliden))];
    }

    private static string? Valdsfragatext(Valdsfraga? fraga) => fraga is null ? null : fraga.Utfall switch
    {
        Valdsfrageutfall.Fragad => $"ställd {Datumtext.Kort(fraga.Datum)}",
        Valdsfrageutfall.EjFragad => $"inte ställd {Datumtext.Kort(fraga.Datum)}",
        Valdsfrageutfall.Avbojd => $"ställd {Datumtext.Kort(fraga.Datum)}, ville inte svara",
    };
}
