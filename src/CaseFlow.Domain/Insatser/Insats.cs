using System.Linq.Expressions;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Verkstallighet;

namespace CaseFlow.Domain.Insatser;

public enum Insatsstatus { Beviljad = 0, Bestalld = 1, Pagar = 2, Avslutad = 3 }

/// <summary>Why an insats ended. The codes go to events and statistics.</summary>
public static class Avslutsorsak
{
    public const string Avliden = "avliden";
    public const string Flyttat = "flyttat";
    public const string EgenBegaran = "egen-begaran";
    public const string NyttBeslut = "nytt-beslut";
    public const string TidenUte = "tiden-ute";
    public const string BehovetUpphort = "behovet-upphort";
    public const string Annat = "annat";

    public static IReadOnlyList<string> Alla { get; } = [Avliden, Flyttat, EgenBegaran, NyttBeslut, TidenUte, BehovetUpphort, Annat];
}

/// <summary>A granted insats, from its beslut to its end. It outlives the ärende that it came from.</summary>
public sealed class Insats
{
    private Insats()
    {
    }

    public InsatsId Id { get; private set; }

    public ArendeId ArendeId { get; private set; }

    public PersonId PersonId { get; private set; }

    public BeslutId BeslutId { get; private set; }

    public EnhetId EnhetId { get; private set; }

    /// <summary>Code in <see cref="Insatskatalog"/>.</summary>
    public string Insatstyp { get; private set; } = "";

    public decimal? Omfattning { get; private set; }

    public string OmfattningEnhet { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>Last day, or null for tills vidare.</summary>
    public DateOnly? Tom { get; private set; }

    public Period Period => new(From, Tom);

    public Insatsstatus Status { get; private set; }

    public DateOnly Beslutsdag { get; private set; }

    /// <summary>The first day the beslut counts as not carried out: the day after the last of the three months. Null when the
    /// insatstyp is not reported, and from the day it starts or ends.</summary>
    public DateOnly? EjVerkstalltFran { get; private set; }

    public string? Utforare { get; private set; }

    public DateOnly? StartDatum { get; private set; }

    public DateOnly? UppfoljningDatum { get; private set; }

    public DateOnly? AvslutDatum { get; private set; }

    /// <summary>One of <see cref="Avslutsorsak.Alla"/>.</summary>
    public string? AvslutOrsak { get; private set; }

    public int Version { get; private set; }

    /// <summary>Grants what a fattat beslut says.</summary>
    /// <returns>Refused with BESLUT_EJ_FATTAT or BESLUT_EJ_GYNNANDE.</returns>
    public static Result<(Insats Insats, InsatsBeviljad Handelse)> Bevilja(InsatsId id, Beslut beslut, PersonId person, EnhetId enhet)
    {
        if (beslut is not { Status: Beslutsstatus.Fattat, Beslutsdag: { } dag })
            return Error.Rule("BESLUT_EJ_FATTAT", "Insatsen kan börja först när beslutet är fattat.");
        if (!beslut.GerInsats || beslut.Period is not { } period)
            return Error.Rule("BESLUT_EJ_GYNNANDE", "Ett avslag eller en anmälan ger ingen insats.");

        var typ = Insatskatalog.Finn(beslut.Insatstyp) ?? throw new InvalidOperationException($"Okänd insatstyp {beslut.Insatstyp}.");
        var insats = new Insats
        {
            Id = id,
            ArendeId = beslut.ArendeId,
            PersonId = person,
            BeslutId = beslut.Id,
            EnhetId = enhet,
            Insatstyp = typ.Kod,
            Omfattning = beslut.BeviljadOmfattning,
            OmfattningEnhet = beslut.Enhet,
            From = period.From,
            Tom = period.Tom,
            Beslutsdag = dag,
            EjVerkstalltFran = typ.RaknasIEjVerkstallda ? ForstaDagEjVerkstallt(dag) : null,
        };
        return (insats, new InsatsBeviljad(id, beslut.ArendeId, beslut.Id, typ.Kod, dag));
    }

    /// <summary>The first day a beslut counts as not carried out.</summary>
    // SoL (2025:400) 34 kap. 1 §, från 2025-07-01; SoL (2001:453) 16 kap. 6 f § dessförinnan; LSS 28 f §: "inte har verkställts inom
    // tre månader från dagen för beslutet". The last day of the three months still counts as in time; a month without the same day
    // ends on its last day [lag 1930:173 1 §, unverified].
    public static DateOnly ForstaDagEjVerkstallt(DateOnly beslutsdag) => beslutsdag.AddMonths(3).AddDays(1);

    /// <summary>It began within the three months, whenever that was written down: it is not to be reported.</summary>
    public bool StartadesITid => StartDatum < ForstaDagEjVerkstallt(Beslutsdag);

    /// <summary>Whether the beslut is to be reported as not carried out on this day.</summary>
    public bool ArEjVerkstalld(DateOnly idag) => EjVerkstalltFran <= idag;

    /// <summary>Orders the insats from a utförare.</summary>
    public Result<(Bestallning Bestallning, InsatsBestalld Handelse)> Bestall(
        BestallningId id, string utforare, string? mal, string? uppdrag, DateOnly? onskadStart, DateTimeOffset now)
    {
        if (Status is not Insatsstatus.Beviljad)
            return FelSteg("beställas", Insatsstatus.Beviljad);
        var bestallning = Bestallning.Skicka(id, this, utforare, mal, uppdrag, onskadStart, now);
        if (bestallning.Failed) return bestallning.Error;

        Utforare = bestallning.Value.Utforare;
        Status = Insatsstatus.Bestalld;
        return (bestallning.Value, new InsatsBestalld(Id, ArendeId, id, Insatstyp));
    }

    /// <summary>The insats has begun. Stops the clock of <see cref="EjVerkstalltFran"/>.</summary>
    public Result<InsatsVerkstalld> BekraftaStart(DateOnly datum, DateTimeOffset now)
    {
        if (Status is not Insatsstatus.Bestalld)
            return FelSteg("startas", Insatsstatus.Bestalld);
        if (datum < Beslutsdag)
            return Error.Rule("START_FORE_BESLUT", "Insatsen kan inte ha börjat före beslutsdagen.");
        if (datum > SvenskTid.Dag(now))
            return Error.Rule("START_I_FRAMTIDEN", "Bekräfta starten när insatsen har börjat, inte i förväg.");
        if (datum > Tom)
            return Error.Rule("START_EFTER_BESLUTET", $"Beslutet gällde till och med {SvenskTid.Text(Tom.Value)}. Insatsen kan inte ha startat efter det.");

        StartDatum = datum;
        EjVerkstalltFran = null;
        Status = Insatsstatus.Pagar;
        return new InsatsVerkstalld(Id, ArendeId, Insatstyp, Beslutsdag, datum);
    }

    public Result<Done> PlaneraUppfoljning(DateOnly datum)
    {
        if (Status is Insatsstatus.Avslutad) return Avslutad();
        if (datum < Beslutsdag)
            return Error.Rule("UPPFOLJNING_FORE_BESLUT", "Uppföljningen kan inte ligga före beslutsdagen.");
        UppfoljningDatum = datum;
        return Result.Done;
    }

    /// <summary>The person has it on this day: begun, and not past its last day. A beslut can end it on a later day than its own.</summary>
    public bool Loper(DateOnly idag) => StartDatum <= idag && (AvslutDatum is null || AvslutDatum > idag);

    /// <summary>For queries: what the person has on this day or is still to get.</summary>
    public static Expression<Func<Insats, bool>> InteSlut(DateOnly idag) => i => i.Status != Insatsstatus.Avslutad || i.AvslutDatum > idag;

    /// <summary>Ends it, or moves an end that was decided to an earlier day.</summary>
    /// <param name="orsak">One of <see cref="Avslutsorsak.Alla"/>.</param>
    /// <param name="datum">The last day.</param>
    /// <returns>Refused with INSATSEN_LOPER when its time is not out: to take it from someone a new beslut is needed.</returns>
    public Result<InsatsAvslutad> Avsluta(string orsak, DateOnly datum)
    {
        if (Status is Insatsstatus.Avslutad && !(datum < AvslutDatum)) return Avslutad();
        if (!Avslutsorsak.Alla.Contains(orsak, StringComparer.Ordinal))
            return Error.Invalid("AVSLUTSORSAK_OKAND", "Välj varför insatsen avslutas.");
        if (datum < (StartDatum ?? Beslutsdag))
            return Error.Rule("AVSLUT_FORE_START", "Insatsen kan inte avslutas före den dag den började.");

        // SoL (2025:400) 14 kap. 9 §, från 2025-07-01; FL (2017:900) 37 § andra stycket: ett gynnande beslut upphör inte för att vi noterar det
        if (orsak == Avslutsorsak.TidenUte && !(Tom <= datum))
            return Error.Rule("INSATSEN_LOPER", "Beslutet gäller fortfarande. Ett beslut att avsluta fattas i en ny prövning.");

        AvslutDatum = datum;
        AvslutOrsak = orsak;
        EjVerkstalltFran = null;
        UppfoljningDatum = null;
        Status = Insatsstatus.Avslutad;
        return new InsatsAvslutad(Id, ArendeId, Insatstyp, orsak, datum);
    }

    private Error FelSteg(string verb, Insatsstatus kravd) => Status is Insatsstatus.Avslutad
        ? Avslutad()
        : Error.Rule("INSATS_FEL_STEG", kravd is Insatsstatus.Beviljad
            ? $"Insatsen kan inte {verb} igen."
            : Status is Insatsstatus.Beviljad ? $"Insatsen måste beställas innan den kan {verb}." : $"Insatsen kan inte {verb} igen.");

    private static Error Avslutad() => Error.Rule("INSATS_AVSLUTAD", "Insatsen är avslutad och kan inte ändras.");
}

public sealed record InsatsBeviljad(InsatsId Insats, ArendeId Arende, BeslutId Beslut, string Insatstyp, DateOnly Beslutsdag) : IHandelse;

public sealed record InsatsBestalld(InsatsId Insats, ArendeId Arende, BestallningId Bestallning, string Insatstyp) : IHandelse;

/// <summary>Begun. Beslutsdag and start give the days a person waited, without another look-up.</summary>
public sealed record InsatsVerkstalld(InsatsId Insats, ArendeId Arende, string Insatstyp, DateOnly Beslutsdag, DateOnly Start) : IHandelse;

public sealed record InsatsAvslutad(InsatsId Insats, ArendeId Arende, string Insatstyp, string Orsak, DateOnly Datum) : IHandelse;
