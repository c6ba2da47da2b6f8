using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Arenden;

/// <summary>The ansökan, a beslut and an insats as the pages about an ärende show them.</summary>
internal static class Arendevyer
{
    /// <param name="dold">The person is withheld from the reader: then so is the ombud.</param>
    /// <param name="avviker">What the register still says otherwise, from <see cref="Personer.Kontaktavvikelse"/>.</param>
    public static AnsokanVy Vy(Ansokan a, bool dold, DateOnly idag, LamnadKontakt? avviker = null) => new(
        Kanaltext(a.Kanal), a.Ankom, a.Ankomstdag, a.AnkomstdagSkal, a.BarnIHemmet,
        a.Ombud is { } o && !dold ? Arendehuvuden.Ombudstext(o, idag) + (o.Telefon is null ? "" : $", telefon {o.Telefon}") : null,
        [.. a.Insatser.Select(i => new AnsoktInsatsVy(
            i.Id.Value, i.Insatstyp, Insatskatalog.Namn(i.Insatstyp), i.Onskemal, Omfattningstext.Av(i.SoktOmfattning, i.SoktEnhet), Atertagen(i)))],
        a.Kanal is Kanal.Uppfoljning, avviker is { } k && !dold ? Kontakt(k) : null, dold ? null : a.Kontakt?.Namn,
        a.Ombud is { } ombud && !dold ? Ansokningar.Ombudsuppdrag.Text(ombud) : null, a.Ombud is { } o2 ? Ombudsbrist(o2, a.Ankomstdag) : null);

    /// <summary>The ärende without what is written in it about the person.</summary>
    public static ArendeSvar Utan(ArendeSvar svar) => svar with
    {
        Ansokan = Utan(svar.Ansokan), Beslut = [.. svar.Beslut.Select(Utan)], Svar = [], Kommuniceringar = [],
        Uppgifter = [.. svar.Uppgifter.Select(u => u with { VantarPa = null })], Tidslinje = Utan(svar.Tidslinje), Undanhallet = true,
    };

    public static AnsokanVy Utan(AnsokanVy ansokan) => ansokan with { Insatser = [.. ansokan.Insatser.Select(i => i with { Onskemal = "" })], AnkomstdagSkal = null };

    public static BeslutVy Utan(BeslutVy beslut) => beslut with { Motivering = null };

    public static IReadOnlyList<TidslinjeRad> Utan(IReadOnlyList<TidslinjeRad> rader) => [.. rader.Select(r => r with { Skal = null })];

    /// <summary>What the ansökan's own words say against the ombud. It is registered all the same (FL 15 §: the authority may ask).</summary>
    private static string? Ombudsbrist(Ombud ombud, DateOnly dag) =>
        !ombud.Galler(dag) ? $"Ombudets uppdrag gick ut {Datumtext.Lang(ombud.GallerTom!.Value)}, innan ansökan kom in. {(ombud.Roll.ArFullmakt() ? "Be om en fullmakt som gäller" : "Be om ett förordnande som gäller")}, eller fråga personen själv, innan du går vidare."
        : ombud.Omfattning.Count > 0 && ombud.Omfattning.All(o => Ombudsomfattning.For(OmbudRoll.GodMan).Contains(o, StringComparer.Ordinal)) && !Ombudsregel.Omfattar(ombud.Omfattning, Ombudshandling.Ansoka)
            ? "Ombudets uppdrag omfattar enligt ansökan inte att ansöka om stöd. Enhetens regel är att det kräver sörja för person eller bevaka rätt. Fråga personen själv innan du går vidare."
            : null;

    /// <param name="idag">Whose law a förslag rests on until it is taken.</param>
    /// <param name="atertaget">The person has withdrawn the insats it is about.</param>
    public static BeslutVy Vy(Beslut b, IReadOnlyDictionary<AnvandareId, string> namn, DateOnly idag, bool atertaget = false) => new(
        Insatskatalog.Namn(b.Insatstyp), b.Utfall.Kod(), Omfattningstext.Av(b.BeviljadOmfattning, b.Enhet), Period(b.From, b.Tom), b.Motivering,
        ArAnmalan(b.Insatstyp) ? Lagrum.Anmalan : b.LagrumText ?? Lagrumstabell.For(b.Insatstyp, idag).Text,
        b.BeslutsfattareId is { } id ? namn.GetValueOrDefault(id) : null, b.Beslutsdag, b.Status == Beslutsstatus.Fattat ? "fattat" : atertaget ? "återtaget" : "förslag",
        b.Delegationspunkt, b.Upphor, b.Andringsgrund is { } grund ? Beslutsfattande.Andringstext.Av(grund) : null)
    {
        ArAnmalan = ArAnmalan(b.Insatstyp), Tidsbegransat = b.ArTidsbegransat,
    };

    /// <summary>Nothing is decided about it: it is reported to överförmyndaren, or not.</summary>
    public static bool ArAnmalan(string insatstyp) => Insatskatalog.Finn(insatstyp) is { KraverBeslut: false };

    public static InsatsVy Vy(Insats i, DateOnly idag) => new(
        i.Id.Value, Insatskatalog.Namn(i.Insatstyp), Omfattningstext.Av(i.Omfattning, i.OmfattningEnhet),
        i.Status switch
        {
            Insatsstatus.Beviljad => "Beviljad, ska beställas",
            Insatsstatus.Bestalld => "Beställd, har inte startat",
            Insatsstatus.Pagar => "Pågår",
            Insatsstatus.Avslutad => i.Loper(idag) ? $"Pågår till och med {Datumtext.Lang(i.AvslutDatum!.Value)}" : "Avslutad",
        },
        i.Utforare, i.StartDatum, i.UppfoljningDatum, i.Beslutsdag, Avslut(i), Period(i.From, i.Tom));

    /// <summary>"Återtagen i telefon 12 november 2026"; null for what is still asked for.</summary>
    private static string? Atertagen(AnsoktInsats i) =>
        i is { AtertagenDag: { } dag, AtertagenSatt: { } satt } ? $"Återtagen {Aterkallelse.Hur(satt)} {Datumtext.Lang(dag)}" : null;

    private static string? Avslut(Insats i) => i.AvslutOrsak is { } orsak ? Avslutstext(orsak, startade: i.StartDatum is not null) : null;

    /// <param name="orsak">One of <see cref="Avslutsorsak.Alla"/>.</param>
    public static string Avslutstext(string orsak, bool startade = true) => orsak switch
    {
        Avslutsorsak.Avliden => "personen har avlidit",
        Avslutsorsak.Flyttat => "personen har flyttat",
        Avslutsorsak.EgenBegaran => "personen vill inte ha den",
        Avslutsorsak.NyttBeslut => "ett nytt beslut gäller",
        Avslutsorsak.TidenUte => startade ? "beslutets tid har gått ut" : "beslutets tid gick ut innan den startade",
        Avslutsorsak.BehovetUpphort => "behovet har upphört",
        _ => "av annat skäl",
    };

    /// <summary>Null when only the name differs.</summary>
    private static string? Kontakt(LamnadKontakt k)
    {
        var ort = $"{k.Postnummer} {k.Ort}".Trim();
        string?[] delar = [k.Gata, ort.Length > 0 ? ort : null, k.Telefon, k.Sprak is { } sprak ? Personer.Spraknamn.Av(sprak) : null, k.Tolkbehov ? "behöver tolk" : null];
        return delar.OfType<string>().ToList() is { Count: > 0 } lamnade ? string.Join(", ", lamnade) : null;
    }

    private static string? Period(DateOnly? from, DateOnly? tom) => (from, tom) switch
    {
        (null, _) => null,
        ({ } f, { } t) => $"{Datumtext.MedAr(f)} – {Datumtext.MedAr(t)}",
        ({ } f, null) => $"från {Datumtext.MedAr(f)}",
    };

    public static string Kanaltext(Kanal kanal) => kanal switch
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
