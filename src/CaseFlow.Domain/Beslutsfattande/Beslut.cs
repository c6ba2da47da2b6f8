using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Beslutsfattande;

// Rummet Beslutsfattande: vägen från avslutad utredning till ett beslut som personen fått del av. Förslag, kommunicering,
// rätt delegat, beslut, underrättelse. Ett beslut per ansökt insats, med ett av tre utfall: bifall, delvis avslag, avslag.

public enum Beslutsstatus { Forslag = 0, Fattat = 1 }

/// <summary>The beslut on one ansökt insats, from förslag to fattat. Taken once; what is decided is never changed here.</summary>
public sealed class Beslut
{
    private Beslut()
    {
    }

    public BeslutId Id { get; private set; }

    public ArendeId ArendeId { get; private set; }

    public AnsoktInsatsId AnsoktInsatsId { get; private set; }

    public string Insatstyp { get; private set; } = "";

    public decimal? SoktOmfattning { get; private set; }

    public string? SoktEnhet { get; private set; }

    public DateOnly? SoktFrom { get; private set; }

    public DateOnly? SoktTom { get; private set; }

    /// <summary>The running insats that the beslut replaces; null for something new.</summary>
    public InsatsId? OmprovarInsatsId { get; private set; }

    public Beslutsutfall Utfall { get; private set; }

    public Andringsgrund? Andringsgrund { get; private set; }

    /// <summary>The last day of the running insats when it is not granted again.</summary>
    public DateOnly? Upphor { get; private set; }

    public decimal? BeviljadOmfattning { get; private set; }

    /// <summary>The unit of <see cref="BeviljadOmfattning"/>.</summary>
    public string Enhet { get; private set; } = "";

    public DateOnly? From { get; private set; }

    public DateOnly? Tom { get; private set; }

    public string? Motivering { get; private set; }

    public string? Mal { get; private set; }

    public Beslutsstatus Status { get; private set; }

    /// <summary>Who prepared the förslag. FL (2017:900) 31 § 4.</summary>
    public AnvandareId Foredragande { get; private set; }

    /// <summary>The lagrum as it stands in the beslut; null until fattat.</summary>
    public string? LagrumText { get; private set; }

    public Overklagandeform? Overklagandeform { get; private set; }

    /// <summary>The point of the delegationsordning that gave the right; null until fattat.</summary>
    public string? Delegationspunkt { get; private set; }

    /// <summary>FL (2017:900) 31 § 3.</summary>
    public AnvandareId? BeslutsfattareId { get; private set; }

    /// <summary>FL (2017:900) 31 § 1.</summary>
    public DateOnly? Beslutsdag { get; private set; }

    public DateTimeOffset? Fattat { get; private set; }

    /// <summary>The day the person received the beslut: the clock of the appeal.</summary>
    public DateOnly? DelgivenDag { get; private set; }

    /// <summary>The last day an appeal may come in; null until delgivet, and for laglighetsprövning (counted from the anslagstavla).</summary>
    public DateOnly? OverklagasSenast { get; private set; }

    /// <summary>The revision of the förslag; 1 when it is new.</summary>
    public int Rev { get; private set; }

    public int Version { get; private set; }

    public Period? Period => From is { } from ? new Period(from, Tom) : null;

    public Yrkande Yrkande =>
        new(AnsoktInsatsId, Insatstyp, SoktOmfattning, SoktEnhet, SoktFrom is { } from ? new Period(from, SoktTom) : null, OmprovarInsatsId);

    /// <summary>It ends on a day that nobody asked for.</summary>
    public bool ArTidsbegransat => Forslag.BegransarTid(Yrkande);

    /// <summary>The person does not get all that she applies for: not everything, or not for as long.</summary>
    // FL (2017:900) 25, 32 och 41 §§: det som går parten emot kommuniceras, motiveras och kan överklagas
    public bool GarEmot => Utfall is not Beslutsutfall.Bifall || ArTidsbegransat;

    /// <summary>Something is granted that is to be carried out: each such beslut starts an insats of its own. False for an avslag,
    /// and for an anmälan to another authority.</summary>
    public bool GerInsats =>
        Status is Beslutsstatus.Fattat && Utfall is not Beslutsutfall.Avslag
        && Overklagandeform is not Insatser.Overklagandeform.Anmalan && From is not null;

    /// <summary>Begins a förslag for one ansökt insats. It may lack something until it is handed in, but never contradict the law.</summary>
    public static Result<(Beslut Beslut, ForslagSkrivet Handelse)> Foresla(
        BeslutId id, ArendeId arende, Yrkande yrkande, Forslag forslag, AnvandareId foredragande, DateOnly idag)
    {
        if (Insatskatalog.Finn(yrkande.Insatstyp) is not { } typ)
            return Error.Invalid("INSATSTYP_OKAND", "Insatsen finns inte i katalogen.");
        if (forslag.ProvaUtkast(yrkande, idag) is { } fel) return fel;

        var beslut = new Beslut
        {
            Id = id,
            ArendeId = arende,
            AnsoktInsatsId = yrkande.AnsoktInsats,
            Insatstyp = typ.Kod,
            SoktOmfattning = yrkande.Omfattning,
            SoktEnhet = yrkande.Enhet,
            SoktFrom = yrkande.Period?.From,
            SoktTom = yrkande.Period?.Tom,
            OmprovarInsatsId = yrkande.Omprovar,
            Foredragande = foredragande,
        };
        beslut.Skriv(forslag);
        return (beslut, beslut.Skrivet());
    }

    /// <summary>Changes the förslag. Refused once the beslut is fattat.</summary>
    /// <param name="forvantadRev">The revision the writer read; another one is refused with INAKTUELL_KOPIA.</param>
    public Result<ForslagSkrivet> AndraForslag(Forslag forslag, int forvantadRev, AnvandareId foredragande, DateOnly idag)
    {
        if (Status is Beslutsstatus.Fattat) return RedanFattat;
        if (forvantadRev != Rev)
            return Error.Conflict("INAKTUELL_KOPIA", "Någon har ändrat förslaget sedan du öppnade det. Läs det nya och skriv igen.");
        if (forslag.ProvaUtkast(Yrkande, idag) is { } fel) return fel;
        Foredragande = foredragande;
        Skriv(forslag);
        return Skrivet();
    }

    /// <summary>A förslag by someone with jäv is taken over before it goes on: whoever has gone through it and saved it is its föredragande.</summary>
    /// <param name="javiga">Those with jäv in the ärende.</param>
    /// <returns><c>JAVIG_FOREDRAGANDE</c>, or null.</returns>
    // FL (2017:900) 17 §: den som är jävig får inte ta del i handläggningen; 31 § 4: beslutet säger vem som var föredragande
    public Error? ProvaForedragande(IEnumerable<AnvandareId> javiga) => javiga.Contains(Foredragande)
        ? Error.Rule("JAVIG_FOREDRAGANDE", "Förslaget är skrivet av någon som har jäv i ärendet. Gå igenom det, ändra det som behövs och spara det: då är det du som har berett det.")
        : null;

    /// <summary>The person asks for another amount than when the förslag was written: it is tried against that. Every read copy becomes stale.</summary>
    public Error? AndraYrkande(decimal sokt)
    {
        if (Status is Beslutsstatus.Fattat) return RedanFattat;
        SoktOmfattning = sokt;
        Rev++;
        return null;
    }

    /// <summary>Hands in the förslag: nothing is missing.</summary>
    /// <param name="lopande">The insats of <see cref="OmprovarInsatsId"/>; null when there is none.</param>
    /// <returns>Refused with MOTIVERING_SAKNAS, PERIOD_SAKNAS, OMFATTNING_SAKNAS, what <see cref="Omprovning"/> says or a draft is refused with.</returns>
    public Result<BeslutForeslaget> LamnaForslag(DateOnly idag, Insats? lopande = null)
    {
        if (Status is Beslutsstatus.Fattat) return RedanFattat;
        return Prova(lopande, idag) is { } fel ? fel : new BeslutForeslaget(ArendeId, Id, Insatstyp, Utfall.Kod());
    }

    /// <summary>Takes the beslut. The förslag is tried once more, so that a rule that came between is kept.</summary>
    /// <param name="ratt">From <see cref="Delegationsordning.FarBesluta"/>, for this very insatstyp and utfall.</param>
    /// <param name="underlag">From <see cref="Beslutsunderlag.Prova"/>.</param>
    /// <param name="lagrum">From <see cref="Lagrumstabell.For"/>, for today.</param>
    /// <param name="idag">The beslutsdag, in the unit's time zone.</param>
    /// <returns>Refused with MOTIVERING_ANNAN_LAG, and as <see cref="LamnaForslag"/> refuses.</returns>
    public Result<BeslutFattat> Fatta(
        Delegationsratt ratt, Beslutsunderlag underlag, Lagrum lagrum, DateTimeOffset now, DateOnly idag, Insats? lopande = null)
    {
        if (Status is Beslutsstatus.Fattat) return RedanFattat;
        if (underlag.ArendeId != ArendeId)
            throw new ArgumentException("Underlaget hör till ett annat ärende.", nameof(underlag));
        if (!string.Equals(lagrum.Insatstyp, Insatstyp, StringComparison.Ordinal) || !lagrum.Galler(idag))
            throw new ArgumentException($"Lagrummet gäller inte {Insatstyp} den {idag:O}.", nameof(lagrum));
        if (Prova(lopande, idag) is { } fel) return fel;
        if (AnnanLag(idag, lopande) is [var annan, ..])
            return Error.Rule("MOTIVERING_ANNAN_LAG",
                $"Motiveringen nämner {annan}, en lag som inte gäller på beslutsdagen. Beslutet vilar på {lagrum.Text}. Ändra motiveringen innan du beslutar.");

        Status = Beslutsstatus.Fattat;
        LagrumText = lagrum.Text;
        Overklagandeform = lagrum.Overklagandeform;
        Delegationspunkt = ratt.Krav.Punkt;
        BeslutsfattareId = ratt.Beslutsfattare;
        Beslutsdag = idag;
        Fattat = now.ToUniversalTime();
        return new BeslutFattat(ArendeId, Id, Insatstyp, Utfall.Kod(), ratt.Krav.Punkt);
    }

    /// <summary>The laws that the motivering names and that do not hold on the beslutsdag. What is tried anew may be told of with the law it was granted
    /// under.</summary>
    /// <returns>SFS numbers; empty when the motivering names none.</returns>
    // FL (2017:900) 32 §: motiveringen anger vilka föreskrifter som har tillämpats
    public IReadOnlyList<string> AnnanLag(DateOnly idag, Insats? lopande = null)
    {
        var inte = Lagrumstabell.NamndaSomInteGaller(Motivering, idag);
        if (lopande is null || inte.Count == 0) return inte;
        var inteDa = Lagrumstabell.NamndaSomInteGaller(Motivering, lopande.Beslutsdag);
        return [.. inte.Where(lag => inteDa.Contains(lag, StringComparer.Ordinal))];
    }

    /// <summary>The person has received the beslut: the time to appeal begins.</summary>
    /// <param name="arArbetsdag">From the calendar: not a Saturday, Sunday, holiday or eve that counts as one.</param>
    public Result<BeslutDelgivet> RegistreraDelgivning(DateOnly delgiven, Func<DateOnly, bool> arArbetsdag)
    {
        if (Status is not Beslutsstatus.Fattat || delgiven < Beslutsdag)
            return Error.Rule("DELGIVEN_FORE_BESLUT", "Personen kan inte ha fått del av beslutet innan det är fattat.");
        DelgivenDag = delgiven;
        OverklagasSenast = Overklagandeform is Insatser.Overklagandeform.Forvaltningsbesvar
            ? Overklagandetid.Sista(delgiven, arArbetsdag)
            : null;
        return new BeslutDelgivet(ArendeId, Id, delgiven, OverklagasSenast);
    }

    /// <summary>The day that was noted is wrong: the time to appeal is counted anew from the right one.</summary>
    /// <param name="arArbetsdag">As for <see cref="RegistreraDelgivning"/>.</param>
    public Result<DelgivningAndrad> AndraDelgivning(DateOnly delgiven, Func<DateOnly, bool> arArbetsdag)
    {
        if (DelgivenDag is not { } fran) return Error.Conflict("DELGIVNING_EJ_NOTERAD", "Det är inte noterat när personen tog del av beslutet. Ladda om sidan.");
        var delgivet = RegistreraDelgivning(delgiven, arArbetsdag);
        return delgivet.Failed ? delgivet.Error : new DelgivningAndrad(ArendeId, Id, fran, delgiven, OverklagasSenast);
    }

    private Error? Prova(Insats? lopande, DateOnly idag)
    {
        if (lopande?.Id != OmprovarInsatsId)
            throw new ArgumentException("Beslutet omprövar en annan insats.", nameof(lopande));
        return Forslag.Prova(Yrkande, idag) ?? (lopande is null ? null : Omprovning.Prova(Forslag, Yrkande, lopande, idag));
    }

    /// <summary>Less scope, a later start or an earlier end than this.</summary>
    internal bool ArSnavareAn(Yrkande yrkande, DateOnly idag) => Utfall is not Beslutsutfall.Avslag && Forslag.ArSnavare(yrkande, idag);

    private static Error RedanFattat { get; } =
        Error.Conflict("BESLUT_REDAN_FATTAT", "Beslutet är redan fattat och kan inte ändras här.");

    private Forslag Forslag => new(Utfall, BeviljadOmfattning, Enhet, Period, Motivering, Mal, Andringsgrund, Upphor);

    private ForslagSkrivet Skrivet() => new(ArendeId, Id, Insatstyp, Utfall.Kod(), Rev);

    private void Skriv(Forslag forslag)
    {
        Utfall = forslag.Utfall;
        BeviljadOmfattning = forslag.Omfattning;
        Enhet = forslag.EnhetFor(Yrkande);
        From = forslag.Period?.From;
        Tom = forslag.Period?.Tom;
        Motivering = Texter.Stada(forslag.Motivering);
        Mal = Texter.Stada(forslag.Mal);
        Andringsgrund = OmprovarInsatsId is null ? null : forslag.Andringsgrund;
        // Bara det som inte beviljas igen upphör en viss dag: annars går det gamla tills det nya börjar, utan lucka.
        Upphor = OmprovarInsatsId is not null && forslag.Utfall is Beslutsutfall.Avslag ? forslag.Upphor : null;
        Rev++;
    }
}
