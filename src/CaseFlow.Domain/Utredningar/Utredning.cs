using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Utredningar;

// Rummet Utredningar: vad som kommit fram om personens behov, ordnat efter IBIC:s livsområden, och om varje insats som är sökt.
// Här skrivs behov och bedömning; vad som beviljas hör till Beslutsfattande. En avslutad utredning ändras aldrig: det som kommer fram sedan läggs till.

/// <summary>The investigation of an ärende. Begun at once, closed before any beslut.</summary>
// SoL (2025:400) 14 kap. 2 §, från 2025-07-01: nämnden ska genast inleda en utredning. FL (2017:900) 23 §: so far as it needs.
public sealed class Utredning
{
    private const string EjBeskriven = "INSATS_EJ_BESKRIVEN";

    private readonly List<Omradesbedomning> _omraden = [];
    private readonly List<Insatsbeskrivning> _insatser = [];
    private readonly List<Utredningstillagg> _tillagg = [];

    private Utredning()
    {
    }

    public UtredningId Id { get; private set; }

    public ArendeId ArendeId { get; private set; }

    public DateTimeOffset Paborjad { get; private set; }

    public AnvandareId PaborjadAv { get; private set; }

    public DateTimeOffset? Avslutad { get; private set; }

    public bool BarnIHemmet { get; private set; }

    /// <summary>How the child in the home is affected. SoL (2025:400) 3 kap. 1–2 §§.</summary>
    public string? BarnPerspektiv { get; private set; }

    /// <summary>Bodily and health conditions, surroundings and the person's own circumstances.</summary>
    public string? RelateradeFaktorer { get; private set; }

    public string? SamladBedomning { get; private set; }

    /// <summary>The revision of the three texts above; 0 means never written.</summary>
    public int BedomningRev { get; private set; }

    /// <summary>Why the utredning was closed with insatser that are not described.</summary>
    public string? SkalForObeskrivna { get; private set; }

    /// <summary>Null until the question has an outcome.</summary>
    public Valdsfraga? Valdsfraga { get; private set; }

    /// <summary>The revision of the question: 0 until it has an outcome, then a number made of what is noted, so that it changes with it.</summary>
    public int ValdsfragaRev => Valdsfraga is not { } fraga ? 0
        : (fraga.Datum.DayNumber * 10 + (int)fraga.Utfall) * 10 + EjFragadOrsak.Alla.TakeWhile(o => o != fraga.Orsak).Count();

    /// <summary>All areas of <see cref="Livsomrade.Alla"/>; the order in the form is theirs.</summary>
    public IReadOnlyList<Omradesbedomning> Omraden => _omraden;

    public IReadOnlyList<Insatsbeskrivning> Insatser => _insatser;

    /// <summary>What came to light after it was closed, in the order it was written.</summary>
    public IReadOnlyList<Utredningstillagg> Tillagg => [.. _tillagg.OrderBy(t => t.Nr)];

    public int Version { get; private set; }

    public bool ArAvslutad => Avslutad is not null;

    /// <summary>Whether someone began it or last wrote a part that says who.</summary>
    public bool HarSkrivits(AnvandareId av) => PaborjadAv == av || Valdsfraga?.Av == av || _omraden.Exists(o => o.AndradAv == av) || _tillagg.Exists(t => t.SkrivetAv == av);

    public static (Utredning Utredning, UtredningPaborjad Handelse) Paborja(
        UtredningId id, ArendeId arende, bool barnIHemmet, AnvandareId av, DateTimeOffset now)
    {
        var utredning = new Utredning
        {
            Id = id, ArendeId = arende, BarnIHemmet = barnIHemmet, Paborjad = now.ToUniversalTime(), PaborjadAv = av
        };
        utredning._omraden.AddRange(Livsomrade.Alla.Select(omrade => new Omradesbedomning(id, omrade)));
        return (utredning, new UtredningPaborjad(id, arende));
    }

    /// <param name="forvantadRev">The revision the writer read; another one is refused with INAKTUELL_KOPIA.</param>
    public Result<OmradeBeskrivet> SkrivOmrade(string omrade, Omradestext text, int forvantadRev, AnvandareId av, DateTimeOffset now)
    {
        if (ArAvslutad) return RedanAvslutad;
        if (_omraden.Find(o => string.Equals(o.Omrade, omrade, StringComparison.Ordinal)) is not { } rad)
            return Error.Invalid("OMRADE_OKANT", "Livsområdet finns inte.");
        if (rad.Skriv(text, forvantadRev, av, now) is { } fel) return fel;
        return new OmradeBeskrivet(Id, ArendeId, rad.Omrade, rad.Status.Kod(), rad.Rev);
    }

    /// <summary>Describes the need behind one ansökt insats. An empty text makes it undescribed again.</summary>
    /// <param name="forvantadRev">0 for an insats not described before.</param>
    public Result<AnsoktInsatsBeskriven> BeskrivInsats(
        AnsoktInsatsId id, string insatstyp, string? text, decimal? soktOmfattning, SoktIAnsokan ansokt, int forvantadRev, Yrkandeandring? andring = null)
    {
        if (ArAvslutad) return RedanAvslutad;
        if (Insatskatalog.Finn(insatstyp) is null)
            return Error.Invalid("INSATSTYP_OKAND", "Insatsen finns inte i katalogen.");

        var rad = _insatser.Find(i => i.AnsoktInsatsId == id);
        var ny = rad is null;
        rad ??= new Insatsbeskrivning(Id, id, insatstyp);
        if (rad.Skriv(text, soktOmfattning, ansokt, andring, forvantadRev) is { } fel) return fel;
        if (ny) _insatser.Add(rad);
        return new AnsoktInsatsBeskriven(Id, ArendeId, id, rad.Insatstyp, rad.ArBeskriven);
    }

    /// <summary>Says whether the person was asked about violence. May be said again while the utredning is open.</summary>
    /// <param name="orsak">Required when not asked, else refused.</param>
    /// <param name="forvantadRev">The <see cref="ValdsfragaRev"/> the writer read; another one is refused with INAKTUELL_KOPIA.</param>
    public Result<ValdsfragaBesvarad> BesvaraValdsfraga(Valdsfrageutfall utfall, string? orsak, DateOnly datum, int forvantadRev, AnvandareId av)
    {
        if (ArAvslutad) return RedanAvslutad;
        if (forvantadRev != ValdsfragaRev) return Omradesbedomning.InaktuellKopia;
        if (!Enum.IsDefined(utfall))
            return Error.Invalid("VALDSFRAGA_OGILTIG", "Ange om frågan om våld är ställd.");
        if (utfall is Valdsfrageutfall.EjFragad && !EjFragadOrsak.Alla.Contains(orsak, StringComparer.Ordinal))
            return Error.Rule("VALDSFRAGA_ORSAK_SAKNAS", "Ange varför frågan om våld inte är ställd.");
        if (utfall is not Valdsfrageutfall.EjFragad && orsak is not null)
            return Error.Invalid("VALDSFRAGA_OGILTIG", "Orsak anges bara när frågan inte är ställd.");

        Valdsfraga = new Valdsfraga(utfall, orsak, datum, av);
        return new ValdsfragaBesvarad(Id, ArendeId, utfall.Kod());
    }

    public Result<BedomningSkriven> SkrivBedomning(
        string? relateradeFaktorer, string? samladBedomning, string? barnPerspektiv, int forvantadRev)
    {
        if (ArAvslutad) return RedanAvslutad;
        if (forvantadRev != BedomningRev) return Omradesbedomning.InaktuellKopia;
        if (Texter.ForLanga(relateradeFaktorer, samladBedomning, barnPerspektiv)) return Textlangd.ForLang;

        RelateradeFaktorer = Texter.Stada(relateradeFaktorer);
        SamladBedomning = Texter.Stada(samladBedomning);
        BarnPerspektiv = Texter.Stada(barnPerspektiv);
        BedomningRev++;
        return new BedomningSkriven(Id, ArendeId, BedomningRev);
    }

    /// <summary>Closes the utredning for good.</summary>
    /// <param name="ansokta">The insatser applied for and not taken back. Ids and not a number, so that a description of an insats
    /// that was taken back cannot stand in for one that is missing.</param>
    /// <param name="kon"><c>kvinna</c>, <c>man</c> or <c>okant</c>, for the indicator.</param>
    /// <param name="skalForObeskrivna">Why some insatser are left undescribed. The utredning may then close, and the indicator shows it.</param>
    public Result<UtredningAvslutad> Avsluta(
        DateTimeOffset now, IReadOnlyCollection<AnsoktInsatsId> ansokta, string kon, string? skalForObeskrivna = null)
    {
        if (kon is not ("kvinna" or "man" or "okant"))
            throw new ArgumentException("Kön anges som kvinna, man eller okant.", nameof(kon));
        if (ArAvslutad) return RedanAvslutad;
        if (Texter.ForLanga(skalForObeskrivna)) return Textlangd.ForLang;
        var skal = Texter.Stada(skalForObeskrivna);
        foreach (var saknas in SaknasForAvslut(ansokta))
        {
            if (skal is null || !string.Equals(saknas.Code, EjBeskriven, StringComparison.Ordinal)) return saknas;
        }

        var (antal, beskrivna) = Beskrivna(ansokta);
        SkalForObeskrivna = beskrivna < antal ? skal : null;
        Avslutad = now.ToUniversalTime();
        return new UtredningAvslutad(Id, ArendeId, antal, beskrivna, kon);
    }

    /// <summary>Adds what came to light after the utredning was closed. What stood there stays as it was.</summary>
    /// <param name="forvantadRev">How many tillägg the writer read; another number is refused with INAKTUELL_KOPIA.</param>
    public Result<UtredningKompletterad> LaggTill(Tillaggstext skrivet, int forvantadRev, AnvandareId av, DateTimeOffset now)
    {
        if (!ArAvslutad) return Error.Rule("UTREDNING_PAGAR", "Utredningen är inte avslutad. Skriv direkt i den.");
        if (forvantadRev != _tillagg.Count) return Omradesbedomning.InaktuellKopia;
        if (Texter.ForLanga(skrivet.Text, skrivet.Kalla)) return Textlangd.ForLang;
        skrivet = skrivet with { Text = Texter.Stada(skrivet.Text), Kalla = Texter.Stada(skrivet.Kalla) };
        if (skrivet.Text is null) return Error.Invalid("TILLAGG_TOMT", "Skriv vad som har kommit fram.");
        if (skrivet.Kalla is null) return Omradesbedomning.KallaSaknas;
        if (skrivet.Dag > SvenskTid.Dag(now)) return Error.Invalid("DAG_I_FRAMTIDEN", "Uppgiften kan inte komma från en dag som inte har varit.");
        if (skrivet.AnsoktInsats is null != skrivet.SoktOmfattning is null)
            return Error.Invalid("YRKANDE_OFULLSTANDIGT", "Ändrar personen hur mycket hen söker: välj insatsen och skriv den nya omfattningen. Annars lämnar du båda tomma.");
        if (skrivet.SoktOmfattning is { } ny && Omfattningsregler.Prova(ny) is { } fel) return fel;

        var tillagg = new Utredningstillagg(Id, _tillagg.Count + 1, skrivet, av, now);
        _tillagg.Add(tillagg);
        return new UtredningKompletterad(Id, ArendeId, tillagg.Nr);
    }

    /// <summary>What the person asks for in numbers, for one insats: what she said last.</summary>
    /// <param name="ansokt">What the ansökan says.</param>
    public decimal? Yrkad(AnsoktInsatsId insats, decimal? ansokt)
    {
        if (Tillagg.LastOrDefault(t => t.AnsoktInsatsId == insats) is { SoktOmfattning: { } senast }) return senast;
        return _insatser.Find(i => i.AnsoktInsatsId == insats) is { } beskriven ? beskriven.Yrkad(ansokt) : ansokt;
    }

    /// <summary>What is left before the utredning can be closed, in the order of the form; empty when nothing is.</summary>
    public IReadOnlyList<Error> SaknasForAvslut(IReadOnlyCollection<AnsoktInsatsId> ansokta)
    {
        List<Error> saknas = [];
        if (_omraden.TrueForAll(o => o.Status is not Omradesstatus.Klar))
            saknas.Add(Error.Rule("INGEN_OMRADE", "Minst ett livsområde ska vara klart innan utredningen avslutas."));
        // HSLF-FS 2022:39, from 2022-11-01 [the paragraph is unverified]: the nämnd has rutiner for asking about violence.
        if (Valdsfraga is null)
            saknas.Add(Error.Rule("VALDSFRAGA_SAKNAS", "Ange om frågan om våld är ställd. Är den inte ställd, ange varför."));
        // SoL (2025:400) 3 kap. 1-3 §§, från 2025-07-01: barnets bästa, its own opinions, and that it is told.
        if (BarnIHemmet && BarnPerspektiv is null)
            saknas.Add(Error.Rule("BARN_SAKNAS", "Det finns barn i hemmet. Beskriv barnets situation och vad barnet självt har sagt (3 kap. 1 och 2 §§ socialtjänstlagen)."));
        if (SamladBedomning is null)
            saknas.Add(Error.Rule("BEDOMNING_SAKNAS", "Skriv en samlad bedömning innan utredningen avslutas."));
        var (antal, beskrivna) = Beskrivna(ansokta);
        if (beskrivna < antal)
            saknas.Add(Error.Rule(EjBeskriven,
                $"{beskrivna} av {antal} ansökta insatser är beskrivna. Beskriv resten, eller ange varför de inte beskrivs."));
        return saknas;
    }

    private (int Ansokta, int Beskrivna) Beskrivna(IReadOnlyCollection<AnsoktInsatsId> ansokta)
    {
        var unika = ansokta.ToHashSet();
        return (unika.Count, _insatser.Count(i => i.ArBeskriven && unika.Contains(i.AnsoktInsatsId)));
    }

    private static Error RedanAvslutad { get; } =
        Error.Rule("UTREDNING_AVSLUTAD", "Utredningen är avslutad och kan inte ändras. Det som kommer fram före beslutet skriver du som ett tillägg.");
}
