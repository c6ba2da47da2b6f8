using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Builds what every page about an ärende shows at its top and side: head, stage bar, deadlines, timeline.</summary>
public sealed class Arendehuvuden(CaseFlowDb db, Anrop anrop, Ombudsregister register)
{
    private static readonly (Steg Steg, string Namn)[] Stegband =
    [
        (Steg.Ansokan, "Ansökan"), (Steg.Utredning, "Utredning"), (Steg.Kommunicering, "Kommunicering"), (Steg.Beslut, "Beslut"),
        (Steg.Underrattelse, "Underrättelse"), (Steg.Verkstallighet, "Verkställighet"), (Steg.Uppfoljning, "Uppföljning"),
    ];

    public static string Stegnamn(Steg steg) =>
        steg == Steg.Avslutat ? "Avslutat" : Array.Find(Stegband, s => s.Steg == steg).Namn;

    public async Task<ArendeHuvud> Hamta(Arende arende, CancellationToken ct) => await Hamta(
        arende, await db.Ansokningar.AsNoTracking().Where(a => a.ArendeId == arende.Id).OrderBy(a => a.Id).FirstOrDefaultAsync(ct),
        await Namn(Namngivna(arende), ct), ct);

    /// <summary>For a page that has read the ansökan, and the names of <see cref="Namngivna(Arende)"/>, itself.</summary>
    /// <param name="iLista">It stands beside a list, where a protected person is never shown.</param>
    internal async Task<ArendeHuvud> Hamta(
        Arende arende, Ansokan? ansokan, IReadOnlyDictionary<AnvandareId, string> namn, CancellationToken ct, bool iLista = false)
    {
        // Personen och det som räknas läses i en fråga: huvudet står på varje sida om ärendet.
        var (nya, ombud, samtycken) = (db.NyaHandlingar(anrop.Aktor.Id), register.For(arende.PersonId, arende.Id), db.SamtyckenI(arende).SomGaller(anrop.Idag));
        var last = await (iLista ? db.IListor() : db.SomVisas(anrop)).Where(p => p.Id == arende.PersonId).Select(p => new
        {
            Person = p,
            Akt = new Aktantal(
                db.Anteckningar.Count(a => a.ArendeId == arende.Id), db.Handlingar.Count(h => h.ArendeId == arende.Id && h.Makulerad == null),
                nya.Count(h => h.ArendeId == arende.Id), ombud.Count(),
                samtycken.Count(), db.Narstaende.Count(n => n.PersonId == arende.PersonId && n.Avslutad == null)),
        }).SingleAsync(ct);
        var handlaggare = arende.HandlaggareId is { } h ? namn.GetValueOrDefault(h) : null;
        var vy = last.Person.SomVy(anrop.Idag);
        List<Personombud> ombuden = last.Akt.Ombud == 0 ? [] : await ombud.OrderBy(o => o.Id).ToListAsync(ct);
        var (text, utgatt, ejStyrkt) = vy.Dold ? (null, null, false) : Ombudet(ombuden, ansokan?.Ombud);
        return new(
            arende.Nummer, vy, text, Rubrik(ansokan), handlaggare, arende.HandlaggareId == anrop.Aktor.Id, await Steglista(arende, ansokan, anrop.Idag, ct), arende.ArAvslutat, arende.Version, utgatt,
            await db.NodoppnadTill(anrop, arende.Id, ct))
        {
            // Ett samtycke gäller inte längre än den som gav det lever.
            Akt = vy.Avliden ? last.Akt with { Samtycken = 0 } : last.Akt, OmbudEjStyrkt = ejStyrkt,
            Ombuden = Ombudsregister.Val(ombuden, vy.Dold),
        };
    }

    /// <summary>What the register knows goes before what the ansökan says: the one whose authority is shown and holds, else the one who came last.</summary>
    private (string? Text, DateOnly? Utgatt, bool EjStyrkt) Ombudet(List<Personombud> ombuden, Ombud? iAnsokan)
    {
        if (ombuden.Count == 0) return (Ombudstext(iAnsokan, anrop.Idag), iAnsokan is { } o && !o.Galler(anrop.Idag) ? o.GallerTom : null, false);
        var galler = ombuden.FindLast(x => x.Styrkt is not null && !(x.Sista < anrop.Idag));
        var visas = galler ?? ombuden[^1];
        return (Ombudsord.Text(visas, anrop.Idag), visas.Sista < anrop.Idag ? visas.Sista : null, visas.Styrkt is null);
    }

    /// <summary>Whom the head names.</summary>
    internal static IEnumerable<AnvandareId> Namngivna(Arende arende) => arende.HandlaggareId is { } h ? [h] : [];

    /// <summary>"Hemtjänst, trygghetslarm": what the ärende is about.</summary>
    public static string Rubrik(Ansokan? ansokan) => ansokan is null ? "Ärende" : Rubrik(ansokan.Kvar.Select(i => i.Insatstyp));

    public static string Rubrik(IEnumerable<string> insatstyper)
    {
        var namn = insatstyper.Distinct(StringComparer.Ordinal).Select(Insatskatalog.Namn).ToList();
        return namn.Count == 0 ? "Ärende" : string.Join(", ", namn.Select((n, i) => i == 0 ? n : Datumtext.MedLitenBokstav(n)));
    }

    /// <summary>The deadlines that hold now, each explained: internal, legal and promised apart.</summary>
    /// <param name="oppna">From <see cref="Oppna"/>.</param>
    internal IReadOnlyList<FristVy> Frister(Arende arende, List<Uppgift> oppna, Ansokan ansokan, List<Insats> insatser, IReadOnlyList<Beslut> beslut)
    {
        var frister = oppna.Where(u => u.Forfaller < Uppgift.UtanFrist)
            .SelectMany(u => Fristvyer.Uppgiftens(u, anrop.Idag).Select(f => MedInsats(f, insatser.Find(i => i.Id == u.InsatsId)))).ToList();
        if (arende.Steg <= Steg.Beslut)
        {
            var lagrum = ansokan.Kvar.Select(i => Lagrumstabell.For(i.Insatstyp, anrop.Idag)).ToList();
            frister.AddRange(Fristvyer.Lag(ansokan.Ankomstdag, lagrum, arende.Slag is Arendeslag.Ansokan, anrop.Idag));
        }
        frister.AddRange(insatser.Where(i => i.EjVerkstalltFran is not null).OrderBy(i => i.EjVerkstalltFran).ThenBy(i => i.Id.Value)
            .Select(i => Fristvyer.Verkstallighet(i, anrop.Idag)));
        frister.AddRange(beslut.Where(b => b.GarEmot && b.OverklagasSenast >= anrop.Idag && b.DelgivenDag is not null)
            .GroupBy(b => (Sista: b.OverklagasSenast!.Value, Delgiven: b.DelgivenDag!.Value)).Select(g => Fristvyer.Overklagande(g.Key.Sista, g.Key.Delgiven, g.Select(b => Brevtext.Insatsnamn(b.Insatstyp)).Distinct(StringComparer.Ordinal), anrop.Idag)));
        return frister;
    }

    /// <summary>The tasks of the ärende that are not done, the nearest date first.</summary>
    internal Task<List<Uppgift>> Oppna(ArendeId arende, CancellationToken ct) => db.Uppgifter.AsNoTracking()
        .Where(u => u.ArendeId == arende && (u.Status == Uppgiftsstatus.Oppen || u.Status == Uppgiftsstatus.Vantar))
        .OrderBy(u => u.Forfaller).ThenBy(u => u.Id).ToListAsync(ct);

    /// <summary>A deadline about one of several insatser says which; so does what is waited for, which is shown by its rule.</summary>
    public static FristVy MedInsats(FristVy frist, Insats? insats) => insats is null ? frist : frist with
    {
        Namn = $"{frist.Namn}, {Brevtext.Insatsnamn(insats.Insatstyp)}",
        Regel = frist.Lage is FristLage.Vantar ? $"{frist.Regel}, {Brevtext.Insatsnamn(insats.Insatstyp)}" : frist.Regel,
    };

    /// <summary>What the timeline shows, the latest first.</summary>
    internal Task<List<Audit.AuditHandelse>> Handelser(ArendeId arende, int antal, CancellationToken ct) => db.AuditHandelser.AsNoTracking()
        .Where(h => h.ArendeId == arende && h.Utfall == Audit.Auditutfall.Ok && Handelsetexter.Synliga.Contains(h.Typ))
        .OrderByDescending(h => h.Id).Take(antal).ToListAsync(ct);

    /// <summary>Whom the timeline names.</summary>
    internal static IEnumerable<AnvandareId> Namngivna(List<Audit.AuditHandelse> handelser) =>
        handelser.Select(h => h.AktorId).Concat(handelser.SelectMany(Handelsetexter.Personer));

    /// <param name="handelser">From <see cref="Handelser"/>.</param>
    internal async Task<IReadOnlyList<TidslinjeRad>> Tidslinje(
        Arende arende, List<Audit.AuditHandelse> handelser, IReadOnlyDictionary<AnvandareId, string> namn, CancellationToken ct)
    {
        // Fördelningen som följer av registreringen gör regeln, inte den som registrerade.
        var registrerad = handelser.Where(h => h.Typ == nameof(AnsokanRegistrerad)).Select(h => h.Tid).ToHashSet();
        var skal = await Skal(arende, handelser, ct);
        var nummer = await Omprovas(handelser, ct);
        var insatser = await Insatsnamn(handelser, ct);
        return [.. handelser.Select(h =>
        {
            var rad = Handelsetexter.Rad(h, namn, registrerad.Contains(h.Tid)) with { Skal = skal.GetValueOrDefault(h.Id) };
            if (insatser.TryGetValue(h.Id, out var insats)) rad = rad with { Text = $"{rad.Text} ({insats})" };
            return nummer.TryGetValue(h.Id, out var nytt) ? rad with { Text = $"Ny prövning öppnades i ärende {nytt}", Arende = nytt } : rad;
        })];
    }

    /// <summary>The numbers of the ärenden that events lead to; the trail has their ids only.</summary>
    private async Task<Dictionary<HandelseId, string>> Omprovas(List<Audit.AuditHandelse> handelser, CancellationToken ct)
    {
        var nya = handelser.Select(h => (h.Id, Nytt: Handelsetexter.Omprovas(h))).Where(h => h.Nytt is not null).ToList();
        if (nya.Count == 0) return [];
        var ids = nya.Select(h => h.Nytt!.Value).ToList();
        var nummer = await db.Arenden.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Nummer }).ToDictionaryAsync(a => a.Id, a => a.Nummer, ct);
        return nya.Where(h => nummer.ContainsKey(h.Nytt!.Value)).ToDictionary(h => h.Id, h => nummer[h.Nytt!.Value]);
    }

    /// <summary>What the insatser are called that events are about without saying which; read only when there is such an event.</summary>
    private async Task<Dictionary<HandelseId, string>> Insatsnamn(List<Audit.AuditHandelse> handelser, CancellationToken ct)
    {
        var utan = handelser.Where(Handelsetexter.SaknarInsats).ToList();
        if (utan.Count == 0) return [];
        var instanser = utan.Select(Handelsetexter.Timerns).OfType<InstansId>().Distinct().ToList();
        var ids = utan.Select(Handelsetexter.OmInsats).OfType<InsatsId>().Distinct().ToList();
        var typer = await db.Insatser.Where(i => ids.Contains(i.Id) || db.Instanser.Any(p => instanser.Contains(p.Id) && p.InsatsId == i.Id))
            .Select(i => new { i.Id, i.Insatstyp, Instanser = db.Instanser.Where(p => p.InsatsId == i.Id).Select(p => p.Id).ToList() }).ToListAsync(ct);
        return utan.Select(h => (h.Id, Insats: typer.Find(t => Handelsetexter.Timerns(h) is { } instans ? t.Instanser.Contains(instans) : t.Id == Handelsetexter.OmInsats(h))))
            .Where(h => h.Insats is not null).ToDictionary(h => h.Id, h => Brevtext.Insatsnamn(h.Insats!.Insatstyp));
    }

    /// <summary>The reasons given, by event; read only when something on the timeline asked for one.</summary>
    private async Task<Dictionary<HandelseId, string>> Skal(Arende arende, List<Audit.AuditHandelse> handelser, CancellationToken ct)
    {
        var skal = new Dictionary<HandelseId, string>();
        if (handelser.Where(Handelsetexter.HarMotivering).ToList() is { Count: > 0 } motiverade)
        {
            foreach (var given in await db.Omfordelningar.AsNoTracking().Where(o => o.ArendeId == arende.Id).ToListAsync(ct))
                if (motiverade.Find(h => h.Tid == given.Tid) is { } handelse) skal[handelse.Id] = given.Skal;
        }
        if (handelser.Where(h => h.Typ == nameof(ArendeOppnatMedSkal)).ToList() is { Count: > 0 } oppnade)
        {
            foreach (var given in await db.Atkomster.AsNoTracking().Where(a => a.ArendeId == arende.Id).ToListAsync(ct))
                if (oppnade.Find(h => h.Tid == given.Fran && h.AktorId == given.AnvandareId) is { } handelse) skal[handelse.Id] = given.Skal;
        }
        return skal;
    }

    public async Task<IReadOnlyDictionary<AnvandareId, string>> Namn(IEnumerable<AnvandareId> anvandare, CancellationToken ct)
    {
        var sokta = anvandare.Distinct().ToList();
        return await db.Anvandare.Where(a => sokta.Contains(a.Id)).Select(a => new { a.Id, a.Namn }).ToDictionaryAsync(a => a.Id, a => a.Namn, ct);
    }

    /// <summary>Names, and the posts that go with them as they are today: "enhetschef".</summary>
    public async Task<(IReadOnlyDictionary<AnvandareId, string> Namn, IReadOnlyDictionary<AnvandareId, string> Befattningar)> MedBefattning(
        IEnumerable<AnvandareId> anvandare, CancellationToken ct)
    {
        var sokta = anvandare.Distinct().ToList();
        var folk = await db.Anvandare.Where(a => sokta.Contains(a.Id)).Select(a => new { a.Id, a.Namn, a.Titel }).ToListAsync(ct);
        return (folk.ToDictionary(a => a.Id, a => a.Namn), folk.ToDictionary(a => a.Id, a => a.Titel.ToLowerInvariant()));
    }

    /// <summary>A task as a next step, with the page where it is done.</summary>
    public UppgiftVy Vy(Uppgift uppgift, Arende arende, IReadOnlyDictionary<AnvandareId, string> namn) => new(
        uppgift.PublikId, uppgift.Nod, uppgift.Titel, uppgift.Titel, Lank(uppgift, arende.Nummer), Fristvyer.Uppgift(uppgift, anrop.Idag),
        uppgift.TilldeladId is { } t ? namn.GetValueOrDefault(t) : uppgift.Grupp == Grupper.Chef ? "Enhetens chefer" : null,
        uppgift.Status == Uppgiftsstatus.Vantar, Vantan(uppgift), FarUtfora(uppgift, arende), null, uppgift.Version,
        uppgift is { Status: Uppgiftsstatus.Oppen, Grupp: Grupper.Handlaggare } && FarUtfora(uppgift, arende),
        uppgift is { Status: Uppgiftsstatus.Vantar, VantarSattAv: not null } && FarUtfora(uppgift, arende), uppgift.VantarText);

    /// <summary>A chef's task is the chef's; a handläggare's is done by the assigned, a deputy or the chef, not by someone let in by a reason.</summary>
    public bool FarUtfora(Uppgift uppgift, Arende arende) => uppgift.Grupp == Grupper.Chef
        ? anrop.Aktor.ChefFor.Contains(arende.EnhetId) && Uppgifter.Handlaggningsratt.BaraLasning(anrop) is null
        : anrop.Aktor.Har(Domain.Behorigheter.Behorighet.HandlaggaArende) && Uppgifter.Handlaggningsratt.Hinder(anrop) is null;

    public static string Lank(Uppgift uppgift, string nummer) => Lank(uppgift.Formular, uppgift.PublikId, nummer);

    public static string Lank(string? formular, Guid uppgift, string nummer) => formular switch
    {
        "sida:utredning" => $"/arenden/{nummer}/utredning",
        "sida:beslut" => $"/arenden/{nummer}/beslut",
        _ => $"/uppgifter/{uppgift}",
    };

    public static string? Vantan(Uppgift uppgift) => uppgift.Status != Uppgiftsstatus.Vantar ? null : Vantorsak(uppgift.VantarOrsak);

    public static string Vantorsak(string? orsak) => orsak switch
    {
        PausOrsaker.Komplettering => "Väntar på komplettering",
        PausOrsaker.Svar => "Väntar på svar från personen",
        PausOrsaker.Underlag => "Väntar på underlag",
        PausOrsaker.Sjukhusvistelse => "Personen är på sjukhus",
        PausOrsaker.PaBegaran => "På personens begäran",
        Processord.VantarPaUtforare => "Väntar på utföraren",
        _ => "Väntar",
    };

    /// <summary>"Eva Prov, god man, till och med 31 december 2026": who, on what ground and until when. An ended authority says so.</summary>
    public static string? Ombudstext(Ombud? ombud, DateOnly idag) => ombud is null ? null : $"{ombud.Namn}, {Rolltext(ombud.Roll)}" + (ombud.GallerTom switch
    {
        null => "",
        { } tom when ombud.Galler(idag) => $", till och med {Datumtext.Lang(tom)}",
        { } tom => $", gick ut {Datumtext.Lang(tom)}",
    });

    public static string Rolltext(OmbudRoll roll) => roll switch
    {
        OmbudRoll.GodMan => "god man",
        OmbudRoll.Forvaltare => "förvaltare",
        OmbudRoll.Framtidsfullmakt => "framtidsfullmakt",
        OmbudRoll.Fullmakt => "fullmakt, 15 § förvaltningslagen",
    };

    private async Task<IReadOnlyList<StegVy>> Steglista(Arende arende, Ansokan? ansokan, DateOnly idag, CancellationToken ct)
    {
        var byten = await db.AuditHandelser.AsNoTracking()
            .Where(h => h.ArendeId == arende.Id && h.Typ == nameof(StegAndrat)).OrderBy(h => h.Id)
            .Select(h => new { h.Data, h.Tid }).ToListAsync(ct);
        var forsta = arende.Slag == Arendeslag.NyProvning ? Steg.Utredning : Steg.Ansokan;
        var dagar = new Dictionary<Steg, (DateOnly Borjade, DateOnly? Klar)> { [forsta] = (SvenskTid.Dag(arende.Oppnat), null) };
        var nu = forsta;
        foreach (var byte_ in byten)
        {
            var dag = SvenskTid.Dag(byte_.Tid);
            if (Handelsetexter.Fran(byte_.Data) is { } fran && dagar.TryGetValue(fran, out var lamnat)) dagar[fran] = (lamnat.Borjade, dag);
            if (Handelsetexter.Till(byte_.Data) is not { } till) continue;
            dagar[till] = (dag, null);
            if (till != Steg.Avslutat) nu = till;
        }
        // Gick ärendet tillbaka är stegen framför inte klara, fast de en gång påbörjades.
        foreach (var framfor in dagar.Keys.Where(s => s > nu).ToList()) dagar.Remove(framfor);
        return [.. Stegband.Select(s => new StegVy(s.Namn, Under(s.Steg, arende, ansokan, dagar, idag), Lage(s.Steg, arende, dagar)))];
    }

    private static StegLage Lage(Steg steg, Arende arende, Dictionary<Steg, (DateOnly Borjade, DateOnly? Klar)> dagar) =>
        steg == arende.Steg ? StegLage.Nu
        : (arende.ArAvslutat ? dagar.ContainsKey(steg) : steg < arende.Steg) ? StegLage.Klar
        : StegLage.Nasta;

    /// <summary>The ansökan shows the day it came in, a finished step the day it was left, the present one since when (with the year when it is
    /// not this one), and the one where the ärende was closed that it was broken off.</summary>
    private static string? Under(Steg steg, Arende arende, Ansokan? ansokan, Dictionary<Steg, (DateOnly Borjade, DateOnly? Klar)> dagar, DateOnly idag) =>
        steg == Steg.Ansokan && ansokan is not null ? $"kom in {Datumtext.Kort(ansokan.Ankomstdag, idag)}"
        : !dagar.TryGetValue(steg, out var dag) ? null
        : steg == arende.Steg ? $"sedan {Datumtext.Kort(dag.Borjade, idag)}"
        : dag.Klar is null && arende.Avslutat is { } slut ? $"{(Avbrots(arende) ? "avbröts" : "klar")} {Datumtext.Kort(SvenskTid.Dag(slut), idag)}"
        : $"klar {Datumtext.Kort(dag.Klar ?? dag.Borjade, idag)}";

    private static bool Avbrots(Arende arende) =>
        arende.AvslutsOrsak is AvslutsOrsak.Atertagen or AvslutsOrsak.Avliden;
}
