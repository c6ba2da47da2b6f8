using System.Linq.Expressions;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Handlingar;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The landing page: what to do now, in four bands; narrowed by a filter there is a fifth, with what comes later.</summary>
/// <param name="Filter">What the bands are narrowed to; null for everything.</param>
/// <param name="Efter">When the filter names one band: the cursor of the page before (<see cref="Radmarkor"/>); null from its start.</param>
/// <param name="Vy">A saved view, instead of a filter: one of the actor's, or one that a colleague in her unit sent her the address of.</param>
[Kraver(Behorighet.LasaArende)]
public sealed record HamtaIdag(Idagfilter? Filter = null, string? Efter = null, Guid? Vy = null) : IQuery<IdagSvar>;

/// <param name="SedanText">"fredag 16.48": when the user was here last; null the first time.</param>
/// <param name="SenareAntal">Open tasks due after the week that are not new; shown as a line with a link.</param>
/// <param name="VeckanTom">The last day of the week that is shown: this week's Sunday, and from Friday on next week's.</param>
/// <param name="Filter">What was narrowed to, also when it came from a view.</param>
/// <param name="Utforare">Whom the user's tasks have been ordered of, by name.</param>
/// <param name="Nasta">The cursor to go on with, when one band is shown and has more.</param>
/// <param name="AttGoraIdag">Late or due today, of everything that is hers: not narrowed by the filter.</param>
public sealed record IdagSvar(
    DateOnly Idag, int OppnaArenden, int AttGoraIdag, string? SedanText, IReadOnlyList<IdagBand> Band, int SenareAntal, DateOnly VeckanTom,
    Idagfilter Filter, IReadOnlyList<VyVal> Vyer, IReadOnlyList<string> Utforare, string? Nasta, bool FarDela)
{
    /// <summary>What she has typed and not saved; only when nothing is narrowed.</summary>
    public IReadOnlyList<OsparadText> Osparat { get; init; } = [];
}

/// <param name="Antal">Counted by the server over the whole band, capped at 1000.</param>
public sealed record IdagBand(BandSlag Slag, int Antal, IReadOnlyList<IdagRad> Rader);

/// <summary>The bands in order. What comes later than the week is a number and a link, until it is asked for.</summary>
public enum BandSlag { ForsenatOchIdag, DennaVecka, NyttSedanSist, Senare, Vantar }

/// <param name="Verb">The next action as a verb: "Föreslå beslut".</param>
/// <param name="DagarHosOss">Of the ärende, or of the task once the insatser run: <see cref="Stegordning.HosOssFran"/>.</param>
public sealed record IdagRad(
    Guid UppgiftId, string Arendenummer, PersonVy Person, string Arendetyp, string Steg, string Verb, string Lank, FristVy Frist,
    int DagarHosOss, int DagarVantan, string? SenasteHandelse, DateTimeOffset? SenasteTid, bool Ny, bool NyHandling = false);

internal sealed class HamtaIdagHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Osparat osparat) : IQueryHandler<HamtaIdag, IdagSvar>
{
    /// <summary>Rows shown of a band; the rest is a number and a link.</summary>
    private const int RaderPerBand = 25;

    /// <summary>Rows of a page when one band is shown.</summary>
    private const int RaderPerSida = 50;

    private const int MestRaknat = 1000;
    private const int MestUtforare = 100;

    public async Task<Result<IdagSvar>> Handle(HamtaIdag request, CancellationToken cancellationToken)
    {
        var vyer = await Vylista.Las(db, anrop, cancellationToken);
        var filter = request.Filter ?? Idagfilter.Inget;
        if (request.Vy is { } vald)
        {
            if ((vyer.FirstOrDefault(v => v.Id == vald)?.Urval ?? await Vylista.Kollegans(db, anrop, vald, cancellationToken)) is not { } urval) return Error.NotFound();
            filter = Idagfilter.Tolka(urval);
        }
        var sedan = await db.Besok.Where(b => b.AnvandareId == anrop.Aktor.Id).Select(b => b.Foregaende).SingleOrDefaultAsync(cancellationToken);
        var granser = Granser.For(anrop.Idag, sedan);
        var alla = new Minauppgifter(db.Uppgifter, anrop.Aktor, await atkomst.Arbetar(cancellationToken), atkomst.UtanDolda());
        var mina = filter.Tomt ? alla : alla with { Uppgifter = filter.Pa(db.Uppgifter, db) };

        var (rader, antal) = (new Dictionary<BandSlag, List<Uppgiftsrad>>(), new Dictionary<BandSlag, int>());
        var storst = filter.Band is null ? RaderPerBand : RaderPerSida;
        string? nasta = null;
        Radmarkor? efter = null;
        if (filter.Band is not null && request.Efter is { } fran)
        {
            var markor = Radmarkor.Tolka(fran);
            if (markor.Failed) return markor.Error;
            efter = markor.Value;
        }
        foreach (var slag in filter.Band is { } ett ? [ett] : Enum.GetValues<BandSlag>().Where(b => b is not BandSlag.Senare || !filter.Tomt))
        {
            rader[slag] = await Rader(Band(mina, slag, granser, efter), storst + 1, cancellationToken);
            if (rader[slag].Count > storst)
            {
                rader[slag].RemoveAt(storst);
                nasta = filter.Band is null ? null : Markor(slag, rader[slag][^1]);
                antal[slag] = await Band(mina, slag, granser, null).Take(MestRaknat).CountAsync(cancellationToken);
            }
            else
            {
                antal[slag] = efter is null ? rader[slag].Count : await Band(mina, slag, granser, null).Take(MestRaknat).CountAsync(cancellationToken);
            }
        }

        // Överst står allt som är hens, vad listan än är smalnad till.
        var attGora = filter.Tomt ? antal[BandSlag.ForsenatOchIdag] : await Band(alla, BandSlag.ForsenatOchIdag, granser, null).Take(MestRaknat).CountAsync(cancellationToken);
        var senare = !filter.Tomt ? 0
            : await mina.Oppna(u => u.Forfaller >= granser.VeckanSlut && u.Skapad <= granser.Sedan).Take(MestRaknat).CountAsync(cancellationToken);
        var oppna = await db.Arenden.CountAsync(a => a.HandlaggareId == anrop.Aktor.Id && a.Steg != Steg.Avslutat, cancellationToken);

        var visade = rader.Values.SelectMany(r => r).ToList();
        anrop.Visar(visade.Select(r => r.ArendeId.Value).Distinct());
        var sidouppgifter = await Sidouppgifter.Las(db, visade, anrop.Aktor.Id, cancellationToken);
        return new IdagSvar(
            anrop.Idag, oppna, attGora, sedan is { } s ? Datumtext.DagOchKlocka(s) : null,
            [.. rader.Select(b => new IdagBand(b.Key, antal[b.Key], [.. b.Value.Select(r => Rad(r, sidouppgifter, granser))]))], senare, granser.VeckanTom,
            filter, vyer, await Utforare(alla, cancellationToken), nasta, anrop.Aktor.Har(Behorighet.SeEnheten))
        {
            Osparat = filter.Tomt ? await osparat.Las(cancellationToken) : [],
        };
    }

    /// <summary>The order of a band: its date, then the key. <paramref name="efter"/> is the last row of the page before.</summary>
    private static IQueryable<Uppgift> Band(Minauppgifter mina, BandSlag slag, Granser g, Radmarkor? efter)
    {
        var (sista, id) = (efter?.Tid ?? default, new UppgiftId(efter?.Id ?? 0));
        return (slag, efter) switch
        {
            // Det som väntat till sin dag har vaknat: nu är det vår tur igen. Den yttre gränsen säger samma sak en gång till, så att indexet börjar där.
            (BandSlag.ForsenatOchIdag, null) => mina.Oppna(u => u.Forfaller < g.DagenSlut).Concat(mina.Vantande(u => u.Vaknar < g.DagenSlut))
                .OrderBy(u => u.Forfaller).ThenBy(u => u.Id),
            (BandSlag.ForsenatOchIdag, _) => mina.Oppna(u => u.Forfaller < g.DagenSlut && u.Forfaller >= sista && (u.Forfaller > sista || u.Id > id))
                .Concat(mina.Vantande(u => u.Vaknar < g.DagenSlut && u.Forfaller >= sista && (u.Forfaller > sista || u.Id > id)))
                .OrderBy(u => u.Forfaller).ThenBy(u => u.Id),
            (BandSlag.DennaVecka, null) => mina.Oppna(u => u.Forfaller >= g.DagenSlut && u.Forfaller < g.VeckanSlut).OrderBy(u => u.Forfaller).ThenBy(u => u.Id),
            (BandSlag.DennaVecka, _) => mina.Oppna(u => u.Forfaller >= sista && u.Forfaller < g.VeckanSlut && (u.Forfaller > sista || u.Id > id))
                .OrderBy(u => u.Forfaller).ThenBy(u => u.Id),
            (BandSlag.NyttSedanSist, null) => mina.Oppna(u => u.Forfaller >= g.VeckanSlut && u.Skapad > g.Sedan).OrderByDescending(u => u.Skapad).ThenBy(u => u.Id),
            (BandSlag.NyttSedanSist, _) => mina.Oppna(u => u.Forfaller >= g.VeckanSlut && u.Skapad > g.Sedan && u.Skapad <= sista && (u.Skapad < sista || u.Id > id))
                .OrderByDescending(u => u.Skapad).ThenBy(u => u.Id),
            (BandSlag.Senare, null) => mina.Oppna(u => u.Forfaller >= g.VeckanSlut && u.Skapad <= g.Sedan).OrderBy(u => u.Forfaller).ThenBy(u => u.Id),
            (BandSlag.Senare, _) => mina.Oppna(u => u.Forfaller >= sista && u.Skapad <= g.Sedan && (u.Forfaller > sista || u.Id > id)).OrderBy(u => u.Forfaller).ThenBy(u => u.Id),
            (BandSlag.Vantar, null) => mina.Vantande(u => u.Vaknar >= g.DagenSlut).OrderBy(u => u.Vaknar).ThenBy(u => u.Id),
            (BandSlag.Vantar, _) => mina.Vantande(u => u.Vaknar >= sista && (u.Vaknar > sista || u.Id > id)).OrderBy(u => u.Vaknar).ThenBy(u => u.Id),
        };
    }

    private static string Markor(BandSlag slag, Uppgiftsrad sist) => new Radmarkor(sist.Id.Value, slag switch
    {
        BandSlag.NyttSedanSist => sist.Skapad,
        BandSlag.Vantar => sist.Vaknar ?? sist.Forfaller,
        BandSlag.ForsenatOchIdag or BandSlag.DennaVecka or BandSlag.Senare => sist.Forfaller,
    }).ToString();

    private static async Task<List<Uppgiftsrad>> Rader(IQueryable<Uppgift> band, int hogst, CancellationToken ct) => await band.Take(hogst)
        .Select(u => new Uppgiftsrad(
            u.Id, u.PublikId, u.ArendeId, u.InsatsId, u.Titel, u.Formular, u.Forfaller, u.Forfalloregel, u.Status, u.VantarOrsak, u.Vaknar, u.Skapad))
        .ToListAsync(ct);

    private async Task<IReadOnlyList<string>> Utforare(Minauppgifter mina, CancellationToken ct)
    {
        var namn = await mina.Oppna(u => u.InsatsId != null).Concat(mina.Vantande(u => u.InsatsId != null))
            .Select(u => db.Insatser.Where(i => i.Id == u.InsatsId).Select(i => i.Utforare).FirstOrDefault()).Where(n => n != null).Distinct().Take(MestUtforare).ToListAsync(ct);
        return [.. namn.OfType<string>().Order(StringComparer.CurrentCulture)];
    }

    private IdagRad Rad(Uppgiftsrad u, Sidouppgifter s, Granser g)
    {
        var arende = s.Arenden[u.ArendeId];
        var dagar = Dagraknare.Berakna(Stegordning.HosOssFran(arende.Steg, arende.Start, SvenskTid.Dag(u.Skapad)), arende.Pauser, anrop.Idag);
        var handelse = s.Senast(u);
        return new(
            u.PublikId, arende.Nummer, s.Personer[arende.PersonId].SomVy(anrop.Idag), s.Arendetyp(u), Arendehuvuden.Stegnamn(arende.Steg), u.Titel,
            Arendehuvuden.Lank(u.Formular, u.PublikId, arende.Nummer),
            Fristvyer.Uppgift(u.Titel, u.Forfaller, u.Forfalloregel, u.Status, u.Vaknar, u.VantarOrsak, u.Skapad, anrop.Idag),
            dagar.HosOss, dagar.Vantan, handelse?.Text, handelse?.Tid, u.Skapad > g.Sedan, s.MedNyHandling.Contains(u.ArendeId));
    }

    /// <summary>Where the bands meet, as moments.</summary>
    private sealed record Granser(DateTimeOffset DagenSlut, DateOnly VeckanTom, DateTimeOffset Sedan)
    {
        public DateTimeOffset VeckanSlut { get; } = SvenskTid.Midnatt(VeckanTom.AddDays(1));

        /// <summary>From Friday on the week is as good as over: what one plans is the next.</summary>
        public static Granser For(DateOnly idag, DateTimeOffset? sedan)
        {
            var tillSondag = (7 - (int)idag.DayOfWeek) % 7;
            return new(SvenskTid.Midnatt(idag.AddDays(1)), idag.AddDays(tillSondag < 3 ? tillSondag + 7 : tillSondag), sedan ?? DateTimeOffset.MaxValue);
        }
    }
}

/// <summary>What is the actor's to do: assigned, as deputy, or as the unit's chef. A protected person's only with named access. Each kind is a
/// query of its own, so that each finds its index.</summary>
/// <param name="Uppgifter">Among which.</param>
/// <param name="Arbetar">Whose work is the actor's today.</param>
/// <param name="Kanda">The ärenden that are not hidden from the actor.</param>
internal sealed record Minauppgifter(IQueryable<Uppgift> Uppgifter, Aktor Aktor, IReadOnlyList<AnvandareId> Arbetar, IQueryable<Arende> Kanda)
{
    public IQueryable<Uppgift> Oppna(Expression<Func<Uppgift, bool>> villkor) => Alla(u => u.Status == Uppgiftsstatus.Oppen, villkor);

    public IQueryable<Uppgift> Vantande(Expression<Func<Uppgift, bool>> villkor) => Alla(u => u.Status == Uppgiftsstatus.Vantar, villkor);

    private IQueryable<Uppgift> Alla(Expression<Func<Uppgift, bool>> status, Expression<Func<Uppgift, bool>> villkor)
    {
        var (enheter, arbetar, kanda) = (Aktor.ChefFor, Arbetar, Kanda);
        var synliga = Uppgifter.Where(status).Where(u => kanda.Any(a => a.Id == u.ArendeId)).Where(villkor);
        // En av chefens uppgifter som någon har tagit står ändå hos alla chefer, och bara en gång hos den som tog den.
        var egna = synliga.Where(u => arbetar.Contains(u.TilldeladId!.Value) && u.Grupp != Grupper.Chef);
        return enheter.Count == 0 ? egna : egna.Concat(synliga.Where(u => u.Grupp == Grupper.Chef && enheter.Contains(u.EnhetId)));
    }
}

internal sealed record Uppgiftsrad(
    UppgiftId Id, Guid PublikId, ArendeId ArendeId, InsatsId? InsatsId, string Titel, string? Formular, DateTimeOffset Forfaller, string? Forfalloregel,
    Uppgiftsstatus Status, string? VantarOrsak, DateTimeOffset? Vaknar, DateTimeOffset Skapad);

/// <summary>What the rows of a page need besides the tasks, read once for all of them.</summary>
internal sealed record Sidouppgifter(
    IReadOnlyDictionary<ArendeId, Sidouppgifter.Arenderad> Arenden, IReadOnlyDictionary<PersonId, PersonVisning> Personer,
    IReadOnlyDictionary<ArendeId, (TidslinjeRad Rad, InsatsId? Insats)?> Senaste, ILookup<ArendeId, string> Sokta, IReadOnlyDictionary<InsatsId, string> Insatser, IReadOnlySet<ArendeId> MedNyHandling)
{
    public string Arendetyp(Uppgiftsrad u) =>
        Arendehuvuden.Rubrik(u.InsatsId is { } i && Insatser.TryGetValue(i, out var typ) ? [typ] : Sokta[u.ArendeId]);

    /// <summary>What happened last in the ärende; nothing when that was about another insats than the row is.</summary>
    public TidslinjeRad? Senast(Uppgiftsrad u) =>
        Senaste.GetValueOrDefault(u.ArendeId) is not { } sist ? null : sist.Insats is { } om && u.InsatsId is { } min && om != min ? null : sist.Rad;

    public static async Task<Sidouppgifter> Las(CaseFlowDb db, IReadOnlyCollection<Uppgiftsrad> rader, AnvandareId aktor, CancellationToken ct)
    {
        var ids = rader.Select(r => r.ArendeId).Distinct().ToList();
        var insatser = rader.Select(r => r.InsatsId).OfType<InsatsId>().Distinct().ToList();
        var arenden = await db.Arenden.Where(a => ids.Contains(a.Id)).Include(a => a.Pauser).AsNoTracking().ToListAsync(ct);
        var personIds = arenden.Select(a => a.PersonId).Distinct().ToList();
        var personer = await db.IListor().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var ansokningar = await db.Ansokningar.AsNoTracking().Where(a => ids.Contains(a.ArendeId)).ToListAsync(ct);
        var start = ansokningar.GroupBy(a => a.ArendeId).ToDictionary(g => g.Key, g => g.Min(a => a.Ankomstdag));
        var typer = await db.Insatser.Where(i => insatser.Contains(i.Id)).Select(i => new { i.Id, i.Insatstyp }).ToDictionaryAsync(i => i.Id, i => i.Insatstyp, ct);
        return new(
            arenden.ToDictionary(a => a.Id, a => new Arenderad(
                a.Nummer, a.PersonId, a.Steg, start.GetValueOrDefault(a.Id, SvenskTid.Dag(a.Oppnat)), a.Uppehall())),
            personer, await SenasteHandelser(db, ids, ct),
            ansokningar.SelectMany(a => a.Kvar.Select(i => (a.ArendeId, i.Insatstyp))).ToLookup(x => x.ArendeId, x => x.Insatstyp), typer,
            (await db.NyaHandlingar(aktor).Where(h => ids.Contains(h.ArendeId)).Select(h => h.ArendeId).Distinct().ToListAsync(ct)).ToHashSet());
    }

    private static async Task<Dictionary<ArendeId, (TidslinjeRad Rad, InsatsId? Insats)?>> SenasteHandelser(CaseFlowDb db, List<ArendeId> ids, CancellationToken ct)
    {
        var sista = db.AuditHandelser
            .Where(h => h.ArendeId != null && ids.Contains(h.ArendeId.Value) && h.Utfall == Auditutfall.Ok && Handelsetexter.Synliga.Contains(h.Typ))
            .GroupBy(h => h.ArendeId).Select(g => g.Max(h => h.Id));
        var handelser = await db.AuditHandelser.AsNoTracking().Where(h => sista.Contains(h.Id)).ToListAsync(ct);
        return handelser.ToDictionary(
            h => h.ArendeId!.Value, h => ((TidslinjeRad Rad, InsatsId? Insats)?)(Handelsetexter.Rad(h, new Dictionary<AnvandareId, string>()), Handelsetexter.OmInsats(h)));
    }

    internal sealed record Arenderad(string Nummer, PersonId PersonId, Steg Steg, DateOnly Start, IReadOnlyList<Uppehall> Pauser);
}
