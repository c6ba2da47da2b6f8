using CaseFlow.Domain.Handlingar;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Utredningar;

namespace CaseFlow.Domain.Beslutsfattande;

public readonly record struct KommuniceringId(long Value) : IId;

/// <summary>How the material was sent to the person. FL (2017:900) 25 §: the authority chooses.</summary>
public enum Kommuniceringssatt { Brev = 1, Mote = 2, Telefon = 3, Digitalt = 4 }

/// <summary>That the person has seen all that matters for the beslut and could answer, or why that was plainly needless.</summary>
// FL (2017:900) 25 §: före beslut, om det inte är uppenbart obehövligt, allt material av betydelse, "inom en bestämd tid".
public sealed class Kommunicering
{
    private readonly List<KommuniceratForslag> _forslag = [];

    private Kommunicering()
    {
    }

    public KommuniceringId Id { get; private set; }

    public ArendeId ArendeId { get; private set; }

    public DateOnly Datum { get; private set; }

    /// <summary>The moment it was noted: what the person saw was written before it.</summary>
    public DateTimeOffset Noterad { get; private set; }

    /// <summary>Who sent it, or judged it needless.</summary>
    public AnvandareId Av { get; private set; }

    /// <summary>Null when it was needless.</summary>
    public Kommuniceringssatt? Satt { get; private set; }

    /// <summary>The last day for an answer; null when it was needless.</summary>
    public DateOnly? SvarSenast { get; private set; }

    public string? Svar { get; private set; }

    public DateOnly? SvarDatum { get; private set; }

    /// <summary>The person was told of the right to be heard orally before the nämnd.</summary>
    public bool InformeradOmMuntligt { get; private set; }

    /// <summary>Why it was plainly needless; null when it was sent.</summary>
    public string? ObehovligSkal { get; private set; }

    public int Version { get; private set; }

    /// <summary>The förslag as they stood when the person saw them, or when it was judged needless.</summary>
    public IReadOnlyList<KommuniceratForslag> Forslag => _forslag;

    public bool UppenbartObehovlig => ObehovligSkal is not null;

    /// <summary>Sends the material.</summary>
    /// <param name="forslag">Those of the ärende, as they stand now.</param>
    /// <param name="informeradOmMuntligt">Must be true when the law of a förslag gives the right: <see cref="Lagrum.MuntligRatt"/>.</param>
    public static Result<(Kommunicering Kommunicering, KommuniceringSkickad Handelse)> Skicka(
        KommuniceringId id, ArendeId arende, Kommuniceringssatt satt, DateOnly datum, DateOnly svarSenast, bool informeradOmMuntligt,
        AnvandareId av, IReadOnlyCollection<Beslut> forslag, DateTimeOffset now)
    {
        if (!Enum.IsDefined(satt))
            return Error.Invalid("SATT_OKANT", "Ange hur materialet skickas.");
        if (svarSenast <= datum)
            return Error.Rule("SVARSTID_SAKNAS", "Ange en sista dag för svar som ligger efter dagen då materialet skickas (25 § förvaltningslagen).");
        if (!informeradOmMuntligt && MuntligRattSaknas(forslag, datum) is { } saknas) return saknas;
        var kommunicering = new Kommunicering
        {
            Id = id, ArendeId = arende, Satt = satt, Datum = datum, SvarSenast = svarSenast, InformeradOmMuntligt = informeradOmMuntligt, Av = av,
            Noterad = now.ToUniversalTime(),
        };
        kommunicering.Stampla(forslag);
        return (kommunicering, new KommuniceringSkickad(arende, id, satt.Kod(), svarSenast));
    }

    /// <summary>Where the right to speak before the nämnd stands, for those of the förslag whose law gives it; empty when none does.</summary>
    /// <param name="obehovlig">It is plainly needless to ask for an answer: then fewer laws give the right.</param>
    public static IReadOnlyList<string> MuntligRatt(IEnumerable<Beslut> forslag, DateOnly dag, bool obehovlig = false) =>
        [.. forslag.Select(b => Lagrumstabell.For(b.Insatstyp, dag)).Where(l => !obehovlig || l.MuntligRattAlltid)
            .Select(l => l.MuntligRatt).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Records that it is plainly needless, and why.</summary>
    /// <param name="informeradOmMuntligt">As for <see cref="Skicka"/>, where the right holds all the same.</param>
    public static Result<(Kommunicering Kommunicering, KommuniceringObehovlig Handelse)> Obehovlig(
        KommuniceringId id, ArendeId arende, string skal, DateOnly datum, bool informeradOmMuntligt, AnvandareId av, IReadOnlyCollection<Beslut> forslag, DateTimeOffset now)
    {
        if (Texter.Stada(skal) is not { } text)
            return Error.Rule("SKAL_SAKNAS", "Skriv varför det är uppenbart obehövligt att kommunicera (25 § förvaltningslagen).");
        if (Texter.ForLanga(skal)) return Textlangd.ForLang;
        if (!informeradOmMuntligt && MuntligRattSaknas(forslag, datum, obehovlig: true) is { } saknas) return saknas;
        var kommunicering = new Kommunicering
        {
            Id = id, ArendeId = arende, Datum = datum, ObehovligSkal = text, InformeradOmMuntligt = informeradOmMuntligt, Av = av,
            Noterad = now.ToUniversalTime(),
        };
        kommunicering.Stampla(forslag);
        return (kommunicering, new KommuniceringObehovlig(arende, id));
    }

    /// <summary>The person's answer, also "inget att tillägga", and also when it comes late. What she has answered before stays.</summary>
    public Result<KommuniceringBesvarad> RegistreraSvar(string svar, DateOnly datum)
    {
        if (Skriv(svar, datum) is { } fel) return fel;
        SvarDatum = datum > SvarDatum ? datum : SvarDatum ?? datum;
        return new KommuniceringBesvarad(ArendeId, Id, datum);
    }

    /// <summary>Gives the person more time: she asked for it, or to speak before the nämnd. What she said is kept; it does not end her time.</summary>
    // SoL (2025:400) 14 kap. 8 §, LSS 8 a §; FL (2017:900) 25 §: den bestämda tiden ska räcka
    public Result<SvarstidForlangd> ForlangSvarstiden(string besked, DateOnly datum, DateOnly svarSenast, DateOnly idag)
    {
        if (svarSenast <= idag || svarSenast <= SvarSenast)
            return Error.Rule("SVARSTID_KORTARE", "Den nya sista dagen ska ligga efter i dag och efter den som gällde.");
        if (Skriv(besked, datum) is { } fel) return fel;
        SvarSenast = svarSenast;
        return new SvarstidForlangd(ArendeId, Id, svarSenast);
    }

    private Error? Skriv(string sagt, DateOnly datum)
    {
        if (UppenbartObehovlig)
            return Error.Rule("KOMMUNICERING_EJ_SKICKAD", "Inget material har skickats, så det finns inget att svara på.");
        if (Texter.Stada(sagt) is not { } text)
            return Error.Rule("SVAR_SAKNAS", "Skriv vad personen svarade.");
        if (Texter.ForLanga(text)) return Textlangd.ForLang;
        if (datum < Datum)
            return Error.Rule("SVAR_FORE_UTSKICK", "Svaret kan inte ha kommit innan materialet skickades.");
        // Det som sagts förr är kvar och tar ingen plats från det som sägs nu.
        Svar = Svar is null ? text : $"{Svar}\n\n{text}";
        return null;
    }

    /// <summary>Needless, answered, or the last day for an answer has passed.</summary>
    public bool ArKlar(DateOnly idag) => UppenbartObehovlig || SvarDatum is not null || SvarSenast < idag;

    /// <summary>Whether a förslag has become worse for the person since, so that she must be asked again.</summary>
    public bool ArInaktuell(IEnumerable<Beslut> forslag, DateOnly idag) =>
        forslag.Any(nu => _forslag.Find(f => f.AnsoktInsatsId == nu.AnsoktInsatsId) is not { } da || da.ArSamre(nu, idag));

    /// <summary>Whether something was added to the utredning since, so that the person has not seen it.</summary>
    public bool SaknarTillagg(Utredning utredning) =>
        utredning.Tillagg.Any(t => t.Skrivet > Noterad || SvenskTid.Dag(t.Skrivet) > Datum);

    /// <summary>What has come in and was not in the material, as far as is known: registered after it was noted, or after the day it was sent. What is
    /// makulerat was never the ärende's.</summary>
    // FL (2017:900) 25 §: allt material av betydelse, också det som kom fram efter utskicket
    public IEnumerable<Handling> HarInteMed(IEnumerable<Handling> handlingar) => handlingar.Where(h =>
        h is { Slag: Handlingsslag.Inkommen, ArMakulerad: false } && (h.Registrerad > Noterad || SvenskTid.Dag(h.Registrerad) > Datum));

    /// <summary>Records why what has come in since is plainly needless to communicate: it means nothing for the beslut, or is the person's own. It answers for
    /// that alone: a worse förslag, or something new in the utredning, still has to be sent.</summary>
    /// <param name="handlingar">What <see cref="HarInteMed"/> gives.</param>
    /// <returns><c>INGET_NYTT</c>; <c>KOMMUNICERING_INAKTUELL</c>; <c>SKAL_SAKNAS</c>; <c>TEXT_FOR_LANG</c>.</returns>
    public Result<(Kommunicering Kommunicering, KommuniceringObehovlig Handelse)> UtanBetydelse(
        KommuniceringId id, IReadOnlyList<Handling> handlingar, string? skal, Utredning utredning, IReadOnlyCollection<Beslut> forslag, AnvandareId av, DateTimeOffset now)
    {
        var idag = SvenskTid.Dag(now);
        if (handlingar.Count == 0) return Error.Rule("INGET_NYTT", "Inget har kommit in sedan underlaget kommunicerades.");
        if (ArInaktuell(forslag, idag) || SaknarTillagg(utredning))
            return Error.Rule("KOMMUNICERING_INAKTUELL", "Förslaget eller utredningen har ändrats sedan underlaget kommunicerades. Kommunicera igen (25 § förvaltningslagen).");
        if (Texter.Stada(skal) is not { } text) return Error.Rule("SKAL_SAKNAS", "Skriv varför det är uppenbart obehövligt att personen får se det (25 § förvaltningslagen).");
        return Obehovlig(id, ArendeId, $"{Handlingsnummer(handlingar)}: {text}", idag, InformeradOmMuntligt, av, forslag, now);
    }

    /// <summary>"Handling 3 och 4".</summary>
    public static string Handlingsnummer(IReadOnlyList<Handling> handlingar)
    {
        var nummer = handlingar.Select(h => h.Nr).Order().Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return $"Handling {(nummer.Count == 1 ? nummer[0] : $"{string.Join(", ", nummer[..^1])} och {nummer[^1]}")}";
    }

    private static Error? MuntligRattSaknas(IEnumerable<Beslut> forslag, DateOnly dag, bool obehovlig = false) =>
        MuntligRatt(forslag, dag, obehovlig) is { Count: > 0 } ratt
            ? Error.Rule("MUNTLIG_RATT_SAKNAS", $"Personen ska få veta att hen kan lämna uppgifter muntligt till nämnden ({string.Join(", ", ratt)}).")
            : null;

    private void Stampla(IEnumerable<Beslut> forslag) => _forslag.AddRange(forslag.Select(b => new KommuniceratForslag(Id, b)));
}
