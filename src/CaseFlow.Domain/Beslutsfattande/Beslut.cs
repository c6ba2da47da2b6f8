using CaseFlow.Domain.Insatser;

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

    public Beslutsutfall Utfall { get; private set; }

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

    public int Version { get; private set; }

    public Insatsperiod? Period => From is { } from ? new(from, Tom) : null;

    public Yrkande Yrkande => new(AnsoktInsatsId, Insatstyp, SoktOmfattning, SoktEnhet, SoktFrom is { } from ? new(from, SoktTom) : null);

    /// <summary>Proposes what to decide on one ansökt insats.</summary>
    public static Result<(Beslut Beslut, BeslutForeslaget Handelse)> Foresla(
        BeslutId id, ArendeId arende, Yrkande yrkande, Forslag forslag, AnvandareId foredragande, DateOnly idag)
    {
        if (Insatskatalog.Finn(yrkande.Insatstyp) is not { } typ)
            return Error.Invalid("INSATSTYP_OKAND", "Insatsen finns inte i katalogen.");
        if (!typ.KraverBeslut)
            return Error.Rule("BESLUT_EJ_MOJLIGT",
                "Kommunen beslutar inte om god man eller förvaltare. Gör en anmälan till överförmyndaren, eller skriv varför ni inte gör det.");
        if (forslag.Prova(yrkande, idag) is { } fel) return fel;

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
            Foredragande = foredragande,
        };
        beslut.Skriv(forslag);
        return (beslut, beslut.Foreslaget());
    }

    /// <summary>Changes the förslag. Refused once the beslut is fattat.</summary>
    public Result<BeslutForeslaget> AndraForslag(Forslag forslag, AnvandareId foredragande, DateOnly idag)
    {
        if (Status is Beslutsstatus.Fattat) return RedanFattat;
        if (forslag.Prova(Yrkande, idag) is { } fel) return fel;
        Foredragande = foredragande;
        Skriv(forslag);
        return Foreslaget();
    }

    /// <summary>Takes the beslut. The förslag is tried once more, so that a rule that came between is kept.</summary>
    /// <param name="ratt">From <see cref="Delegationsordning.FarBesluta"/>, for this very insatstyp and utfall.</param>
    /// <param name="underlag">From <see cref="Beslutsunderlag.Prova"/>.</param>
    /// <param name="lagrum">From <see cref="Lagrumstabell.For"/>, for today.</param>
    /// <param name="idag">The beslutsdag, in the unit's time zone.</param>
    public Result<BeslutFattat> Fatta(Delegationsratt ratt, Beslutsunderlag underlag, Lagrum lagrum, DateTimeOffset now, DateOnly idag)
    {
        if (Status is Beslutsstatus.Fattat) return RedanFattat;
        if (underlag.ArendeId != ArendeId)
            throw new ArgumentException("Underlaget hör till ett annat ärende.", nameof(underlag));
        if (!string.Equals(lagrum.Insatstyp, Insatstyp, StringComparison.Ordinal) || !lagrum.Galler(idag))
            throw new ArgumentException($"Lagrummet gäller inte {Insatstyp} den {idag:O}.", nameof(lagrum));
        if (new Forslag(Utfall, BeviljadOmfattning, Enhet, Period, Motivering, Mal).Prova(Yrkande, idag) is { } fel) return fel;

        Status = Beslutsstatus.Fattat;
        LagrumText = lagrum.Text;
        Overklagandeform = lagrum.Overklagandeform;
        Delegationspunkt = ratt.Krav.Punkt;
        BeslutsfattareId = ratt.Beslutsfattare;
        Beslutsdag = idag;
        Fattat = now;
        Version++;
        return new BeslutFattat(ArendeId, Id, Insatstyp, Utfall.Kod(), ratt.Krav.Punkt);
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
        Version++;
        return new BeslutDelgivet(ArendeId, Id, delgiven, OverklagasSenast);
    }

    private static Error RedanFattat { get; } =
        Error.Conflict("BESLUT_REDAN_FATTAT", "Beslutet är redan fattat och kan inte ändras här.");

    private BeslutForeslaget Foreslaget() => new(ArendeId, Id, Insatstyp, Utfall.Kod());

    private void Skriv(Forslag forslag)
    {
        Utfall = forslag.Utfall;
        BeviljadOmfattning = forslag.Omfattning;
        Enhet = forslag.EnhetFor(Yrkande);
        From = forslag.Period?.From;
        Tom = forslag.Period?.Tom;
        Motivering = Textregler.Stada(forslag.Motivering);
        Mal = Textregler.Stada(forslag.Mal);
        Version++;
    }
}
