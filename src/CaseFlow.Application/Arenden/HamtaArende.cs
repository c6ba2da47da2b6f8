using System.Text.Json;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>The ärende with everything its page shows. SKAL_KRAVS (Forbidden) when the actor must give a reason first;
/// not found for another unit or a protected person without named access.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record HamtaArende(string Nummer) : IQuery<ArendeSvar>;

/// <param name="Plats">Where the process stands, as sentences: "Väntar på att utredningen blir klar."</param>
public sealed record ArendeSvar(
    ArendeHuvud Huvud, AnsokanVy Ansokan, IReadOnlyList<UppgiftVy> Uppgifter, IReadOnlyList<string> Plats, IReadOnlyList<FristVy> Frister,
    IReadOnlyList<TidslinjeRad> Tidslinje, IReadOnlyList<BeslutVy> Beslut, IReadOnlyList<InsatsVy> Insatser, IReadOnlyList<SvarVy> Svar,
    int DagarTotalt, int DagarHosOss, int DagarVantan, ArendeAtgarder Atgarder, string? Valdsfraga);

/// <summary>What the applicant asked for, and how it came in.</summary>
public sealed record AnsokanVy(
    string Kanal, DateTimeOffset Ankom, DateOnly Ankomstdag, string? AnkomstdagSkal, bool BarnIHemmet, string? Ombud,
    IReadOnlyList<AnsoktInsatsVy> Insatser);

public sealed record AnsoktInsatsVy(string Typ, string Namn, string Onskemal, string? Omfattning);

public sealed record BeslutVy(
    string Insats, string Utfall, string? Omfattning, string? Period, string? Motivering, string Lagrum, string? Beslutsfattare, DateOnly? Beslutsdag,
    string Status, string? Delegationspunkt);

public sealed record InsatsVy(
    string Namn, string? Omfattning, string Status, string? Utforare, DateOnly? Start, DateOnly? Uppfoljning, DateOnly Beslutsdag, string? Avslut);

/// <summary>A form that was answered: who, when and what (question and answer).</summary>
public sealed record SvarVy(string Titel, DateTimeOffset Tid, string Vem, IReadOnlyList<ForklaringVy> Rader);

/// <summary>What the actor may do with the ärende besides its tasks.</summary>
public sealed record ArendeAtgarder(bool Aterta, bool RegistreraDodsfall, bool RegistreraFlytt, bool VisaSkyddade, bool AndraAnkomstdag, bool Omfordela);

internal sealed class HamtaArendeHandler(
    CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden, Processkatalog katalog) : IQueryHandler<HamtaArende, ArendeSvar>
{
    public async Task<Result<ArendeSvar>> Handle(HamtaArende request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        var huvud = await huvuden.Hamta(arende, cancellationToken);
        var ansokan = await db.Ansokningar.AsNoTracking().Where(a => a.ArendeId == arende.Id).OrderBy(a => a.Id).FirstAsync(cancellationToken);
        var uppgifter = await db.Uppgifter.AsNoTracking()
            .Where(u => u.ArendeId == arende.Id && (u.Status == Uppgiftsstatus.Oppen || u.Status == Uppgiftsstatus.Vantar))
            .OrderBy(u => u.Forfaller).ThenBy(u => u.Id).ToListAsync(cancellationToken);
        var beslut = await db.Beslut.AsNoTracking().Where(b => b.ArendeId == arende.Id).OrderBy(b => b.Id).ToListAsync(cancellationToken);
        var insatser = await db.Insatser.AsNoTracking().Where(i => i.ArendeId == arende.Id).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        var fraga = await db.Utredningar.Where(u => u.ArendeId == arende.Id).Select(u => u.Valdsfraga).FirstOrDefaultAsync(cancellationToken);
        var svar = await db.Formularsvar.AsNoTracking().Where(f => f.ArendeId == arende.Id).OrderByDescending(f => f.Tid).ToListAsync(cancellationToken);
        var namn = await huvuden.Namn(
            uppgifter.Select(u => u.TilldeladId).Concat(beslut.Select(b => b.BeslutsfattareId)).OfType<AnvandareId>().Concat(svar.Select(f => f.Av)),
            cancellationToken);
        var dagar = Dagraknare.Berakna(ansokan.Ankomstdag, arende.Uppehall(), arende.Avslutat is { } t ? SvenskTid.Dag(t) : anrop.Idag);
        return new ArendeSvar(
            huvud, Vy(ansokan, huvud.Person.Dold), [.. uppgifter.Select(u => huvuden.Vy(u, arende, namn) with { Insats = Insatsnamn(u.InsatsId, insatser) })], Plats(arende, uppgifter, insatser),
            await huvuden.Frister(arende, cancellationToken), await huvuden.Tidslinje(arende, 100, cancellationToken),
            [.. beslut.Select(b => Vy(b, namn))], [.. insatser.Select(Vy)], await Svar(svar, namn, cancellationToken),
            dagar.Totalt, dagar.HosOss, dagar.Vantan, Atgarder(arende, huvud, ansokan), Valdsfragatext(fraga));
    }

    private static AnsokanVy Vy(Ansokan a, bool dold) => new(
        Kanaltext(a.Kanal), a.Ankom, a.Ankomstdag, a.AnkomstdagSkal, a.BarnIHemmet,
        a.Ombud is { } o && !dold ? $"{o.Namn}, {Arendehuvuden.Rolltext(o.Roll)}{(o.Telefon is null ? "" : $", {o.Telefon}")}" : null,
        [.. a.Insatser.Select(i => new AnsoktInsatsVy(
            i.Insatstyp, Insatskatalog.Finn(i.Insatstyp)?.Namn ?? i.Insatstyp, i.Onskemal, i.SoktOmfattning is { } n ? $"{n:0.##} {i.SoktEnhet}" : null))]);

    private static BeslutVy Vy(Beslut b, IReadOnlyDictionary<AnvandareId, string> namn) => new(
        Insatskatalog.Finn(b.Insatstyp)?.Namn ?? b.Insatstyp, b.Utfall.Kod(), b.BeviljadOmfattning is { } n ? $"{n:0.##} {b.Enhet}" : null,
        b.From is { } f ? b.Tom is { } tom ? $"{Datumtext.MedAr(f)} – {Datumtext.MedAr(tom)}" : $"från {Datumtext.MedAr(f)}" : null,
        b.Motivering, b.LagrumText ?? "", b.BeslutsfattareId is { } id ? namn.GetValueOrDefault(id) : null, b.Beslutsdag,
        b.Status == Beslutsstatus.Fattat ? "fattat" : "förslag", b.Delegationspunkt);

    private static string? Insatsnamn(InsatsId? id, List<Insats> insatser) =>
        insatser.Find(i => i.Id == id) is { } insats ? Insatskatalog.Finn(insats.Insatstyp)?.Namn ?? insats.Insatstyp : null;

    private static InsatsVy Vy(Insats i) => new(
        Insatskatalog.Finn(i.Insatstyp)?.Namn ?? i.Insatstyp, i.Omfattning is { } n ? $"{n:0.##} {i.OmfattningEnhet}" : null,
        i.Status switch
        {
            Insatsstatus.Beviljad => "Beviljad, ska beställas",
            Insatsstatus.Bestalld => "Beställd, har inte startat",
            Insatsstatus.Pagar => "Pågår",
            Insatsstatus.Avslutad => "Avslutad",
        },
        i.Utforare, i.StartDatum, i.UppfoljningDatum, i.Beslutsdag, i.AvslutOrsak);

    /// <summary>Where the process stands, in sentences: the same as the map says to those who see it.</summary>
    private static List<string> Plats(Arende arende, List<Uppgift> uppgifter, List<Insats> insatser)
    {
        if (arende.ArAvslutat) return ["Ärendet är avslutat."];
        var rader = uppgifter.Select(u => u.Status == Uppgiftsstatus.Vantar
            ? $"{Arendehuvuden.Vantan(u)}. Vaknar {Datumtext.Lang(SvenskTid.Dag(u.Vaknar!.Value))}."
            : $"Nu: {u.Titel}.").ToList();
        rader.AddRange(insatser.Where(i => i is { Status: Insatsstatus.Pagar, UppfoljningDatum: not null })
            .Select(i => $"{Insatskatalog.Finn(i.Insatstyp)?.Namn} pågår och följs upp {Datumtext.Lang(i.UppfoljningDatum!.Value)}."));
        return rader.Count > 0 ? rader : ["Processen arbetar."];
    }

    /// <summary>The answered forms with their questions, from the version of the form that was answered.</summary>
    private async Task<IReadOnlyList<SvarVy>> Svar(List<Formularsvar> svar, IReadOnlyDictionary<AnvandareId, string> namn, CancellationToken ct)
    {
        var ids = svar.Select(s => s.UppgiftId).ToList();
        var uppgifter = await db.Uppgifter.Where(u => ids.Contains(u.Id))
            .Join(db.Instanser, u => u.InstansId, i => i.Id, (u, i) => new { u.Id, u.Titel, u.Formular, i.DefinitionId }).ToDictionaryAsync(u => u.Id, ct);
        var vyer = new List<SvarVy>();
        foreach (var s in svar)
        {
            var uppgift = uppgifter[s.UppgiftId];
            var formular = (await katalog.Paket(db, uppgift.DefinitionId, ct)).Formular(uppgift.Formular);
            if (formular is not null) vyer.Add(new(uppgift.Titel, s.Tid, namn.GetValueOrDefault(s.Av) ?? "Systemet", Rader(formular, s.Varden)));
        }
        return vyer;
    }

    private static List<ForklaringVy> Rader(Formulardefinition formular, string varden)
    {
        var svar = JsonSerializer.Deserialize<Dictionary<string, string[]>>(varden) ?? [];
        return [.. formular.Falt.Where(f => f.Typ != Falttyp.Anvandare && svar.GetValueOrDefault(f.Namn) is { Length: > 0 })
            .Select(f => new ForklaringVy(f.Etikett, string.Join(", ", svar[f.Namn].Select(v =>
                f.Alternativ.FirstOrDefault(a => a.Varde == v)?.Text ?? (f.Typ == Falttyp.JaNej ? Datumtext.MedStorBokstav(v) : v)))))];
    }

    private ArendeAtgarder Atgarder(Arende arende, ArendeHuvud huvud, Ansokan ansokan)
    {
        var handlagger = anrop.Aktor.Har(Behorighet.HandlaggaArende) && Handlaggningsratt.Hinder(anrop) is null && !arende.ArAvslutat;
        return new(
            Aterta: handlagger && arende.Steg <= Steg.Beslut && ansokan.Atertagen is null, RegistreraDodsfall: handlagger && !huvud.Person.Avliden,
            RegistreraFlytt: handlagger && arende.Steg <= Steg.Underrattelse, VisaSkyddade: huvud.Person is { Skyddad: true, Dold: true },
            AndraAnkomstdag: handlagger && arende.Steg <= Steg.Beslut, Omfordela: anrop.Aktor.ChefFor.Contains(arende.EnhetId) && !arende.ArAvslutat);
    }

    private static string? Valdsfragatext(Valdsfraga? fraga) => fraga is null ? null : fraga.Utfall switch
    {
        Valdsfrageutfall.Fragad => $"Frågad {Datumtext.Kort(fraga.Datum)}",
        Valdsfrageutfall.EjFragad => $"Ej frågad {Datumtext.Kort(fraga.Datum)}",
        Valdsfrageutfall.Avbojd => $"Frågad {Datumtext.Kort(fraga.Datum)}, ville inte svara",
    };

    private static string Kanaltext(Kanal kanal) => kanal switch
    {
        Kanal.Besok => "Besök",
        Kanal.Telefon => "Telefon",
        Kanal.EPost => "E-post",
        Kanal.ETjanst => "E-tjänst",
        Kanal.Brev => "Brev",
        Kanal.AldreDirekt => "Äldre direkt",
        Kanal.Uppfoljning => "Uppföljning",
    };
}
