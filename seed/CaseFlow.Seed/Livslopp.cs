using Bogus;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Kalender;
using CaseFlow.Seed.Texter;

namespace CaseFlow.Seed;

/// <summary>What will happen to one ansökan, decided before it comes in. The process leads; this only has the answers.</summary>
internal sealed class Livslopp
{
    /// <summary>Of a hundred tasks in the whole unit, how many are left too long.</summary>
    private const float Ovarsam = 0.07f;

    private readonly Dictionary<UppgiftId, DateTimeOffset> _planer = [];

    private Livslopp(Demoperson person, Randomizer slump, IReadOnlyList<Demoinsats> insatser) =>
        (Person, Slump, Insatser) = (person, slump, insatser);

    public Demoperson Person { get; }

    /// <summary>The chances of this ärende alone: what happens in one never changes another.</summary>
    public Randomizer Slump { get; }

    public IReadOnlyList<Demoinsats> Insatser { get; }

    public string Kanal { get; private init; } = "telefon";

    public DateTimeOffset Ankom { get; private init; }

    public bool ViaETjanst => Kanal == "e-tjanst";

    /// <summary>The ansökan lacks something, and whether it then comes.</summary>
    public bool Kompletteras { get; private init; }

    public bool KompletteringenKommer { get; private init; }

    /// <summary>One of the insatser is left undescribed when the utredning closes.</summary>
    public bool LamnarObeskriven { get; private init; }

    /// <summary>The utredning passes the unit's own limit.</summary>
    public bool DrarUt { get; private init; }

    /// <summary>Days after arrival when something outside the process happens; null when it does not.</summary>
    public int? AtertasEfter { get; private init; }

    /// <summary>When the person sees the förslag she takes back the last of several insatser.</summary>
    public bool AngrarEnInsats { get; private init; }

    public int? DodEfter { get; private init; }

    public int? FlyttEfter { get; private init; }

    /// <summary>The day its utredning is closed, when that is decided beforehand.</summary>
    public DateOnly? UtredningKlar { get; private init; }

    /// <summary>What is to be done with it is done at once, until it is left lying.</summary>
    public bool Snabb { get; private init; }

    /// <summary>How often a task is left too long, of one.</summary>
    public float Slarv { get; private init; }

    /// <summary>Everything around the tasks is done too: notes, consents, ombud, waiting.</summary>
    public bool Utforlig { get; private init; }

    /// <summary>The chef hands the förslag back once.</summary>
    public bool Aterlamnas { get; set; }

    /// <summary>Tasks that were asked whether they wait, and until when.</summary>
    public Dictionary<UppgiftId, DateOnly?> Vantar { get; } = [];

    public Aktarbete? Akt { get; set; }

    /// <summary>What has been done of what happens outside the process.</summary>
    public bool HandelseUtanforKlar { get; set; }

    public Utredningsarbete? Utredning { get; set; }

    public int LamnadeForslag { get; set; }

    public Dictionary<InsatsId, DateOnly> OnskadStart { get; } = [];

    /// <summary>The latest first day of what was proposed: no insats begins before its beslut.</summary>
    public DateOnly GallerFran { get; set; }

    /// <summary>The earliest last day of what was proposed.</summary>
    public DateOnly ForslagTom { get; set; } = DateOnly.MaxValue;

    /// <param name="tidigt">It comes by the e-tjänst early in the morning.</param>
    public static Livslopp Ansokan(Demoperson person, int fro, DateOnly dag, bool tidigt = false)
    {
        var slump = new Randomizer(fro);
        var kanal = tidigt ? "e-tjanst" : slump.WeightedRandom(["telefon", "e-tjanst", "brev", "besok", "e-post", "aldre-direkt"], [0.34f, 0.28f, 0.12f, 0.08f, 0.09f, 0.09f]);
        var klockan = tidigt ? new TimeOnly(slump.Int(4, 5), slump.Int(0, 59)) : kanal == "e-tjanst" ? new TimeOnly(slump.Int(6, 22), slump.Int(0, 59)) : new TimeOnly(slump.Int(8, 15), slump.Int(0, 59));
        var ode = slump.Int(1, 100);
        return new(person, slump, Insatsval.Valj(slump))
        {
            Kanal = kanal,
            Ankom = Demoval.Moment(dag, klockan),
            Kompletteras = slump.Bool(0.24f),
            KompletteringenKommer = slump.Bool(0.72f),
            LamnarObeskriven = slump.Bool(0.115f),
            DrarUt = slump.Bool(0.09f),
            AtertasEfter = ode <= 5 ? slump.Int(3, 30) : null,
            DodEfter = ode is > 5 and <= 9 ? slump.Int(15, 120) : null,
            FlyttEfter = ode is > 9 and <= 13 ? slump.Int(8, 35) : null,
            AngrarEnInsats = ode is > 13 and <= 20,
        };
    }

    /// <summary>One that is to lie on Karin's desk when the demo ends.</summary>
    public static Livslopp TillBordet(Demoperson person, int fro, Bordsplan plan, DateOnly slut)
    {
        var slump = new Randomizer(fro);
        var klockan = plan.Ankom == 0 ? new TimeOnly(5, slump.Int(0, 59)) : new TimeOnly(slump.Int(17, 21), slump.Int(0, 59));
        return new(person, slump, Insatsval.Valj(slump))
        {
            Kanal = "e-tjanst", Ankom = Demoval.Moment(slut.AddDays(-plan.Ankom), klockan), Kompletteras = plan.SaknarNagot,
            UtredningKlar = plan.UtredningKlar is { } klar ? slut.AddDays(-klar) : null, Snabb = true,
        };
    }

    /// <summary>One of someone's ansökningar in the whole unit.</summary>
    /// <param name="sokta">What she has sought before; the new ones are others.</param>
    /// <param name="sista">Nothing comes after it: then she may die or move.</param>
    public static Livslopp IEnheten(Demoperson person, int fro, DateOnly dag, bool tidigt, IReadOnlyCollection<string> sokta, bool sista)
    {
        var liv = Ansokan(person, fro, dag, tidigt);
        var slump = new Randomizer(unchecked(fro * 7 + 3));
        return new(person, liv.Slump, Insatsval.ValjIEnheten(slump, sokta))
        {
            Kanal = liv.Kanal, Ankom = liv.Ankom, Kompletteras = liv.Kompletteras, KompletteringenKommer = liv.KompletteringenKommer,
            LamnarObeskriven = liv.LamnarObeskriven, DrarUt = liv.DrarUt, AtertasEfter = liv.AtertasEfter, AngrarEnInsats = liv.AngrarEnInsats,
            DodEfter = sista ? liv.DodEfter ?? (slump.Bool(0.07f) ? slump.Int(120, 600) : null) : null, FlyttEfter = sista ? liv.FlyttEfter : null,
            Slarv = Ovarsam, Utforlig = true, Aterlamnas = slump.Bool(0.04f),
        };
    }

    /// <summary>The ärende that an uppföljning opened for the same person.</summary>
    public static Livslopp NyProvning(Demoperson person, int fro, IReadOnlyList<string> typer, bool utforlig = false)
    {
        var slump = new Randomizer(fro);
        return new(person, slump, [.. typer.Select(t => Insatsval.Valj(t, slump)).Select(i => i.Utfall == "delvis-avslag" ? i with { Utfall = "bifall" } : i).Select(i => i with { Sokt = null })])
        {
            Slarv = utforlig ? Ovarsam : 0, Utforlig = utforlig,
        };
    }

    public RegistreraAnsokan SomAnrop(string externId) => new(new InkommenAnsokan(
        externId, Kanal, Ankom, Person.Sokande,
        [.. Insatser.Select(i => new InkommenInsats(i.Typ, Fras.For(Slump.ListItem(Onskemal.For(i.Typ).ToList()), Person.Kon), i.Sokt, null))],
        Person.BarnIHemmet, Person.Skydd, Person.Ombud));

    /// <summary>When a task will be done: decided the first time it is seen.</summary>
    /// <param name="minst">Working days from now, at least.</param>
    /// <param name="mest">Working days from now, at most.</param>
    public DateTimeOffset Nar(UppgiftId uppgift, DateTimeOffset nu, int minst, int mest)
    {
        if (_planer.TryGetValue(uppgift, out var nar)) return nar;
        var dag = SvenskTid.Dag(nu);
        var dagar = Snabb ? minst : Slump.Int(minst, mest);
        if (Slarv > 0 && Slump.Bool(Slarv)) dagar += Slump.Int(3, 10);
        nar = dagar == 0 ? nu + TimeSpan.FromMinutes(Slump.Int(20, 300)) : Demoval.Moment(Arbetsdagar.Lagg(dag, dagar), new TimeOnly(Slump.Int(8, 15), 0));
        _planer[uppgift] = nar;
        return nar;
    }

    /// <summary>Sets when a task will be done, for one whose day follows from another.</summary>
    public DateTimeOffset Bestam(UppgiftId uppgift, Func<DateTimeOffset> nar)
    {
        if (_planer.TryGetValue(uppgift, out var bestamt)) return bestamt;
        var dag = nar();
        _planer[uppgift] = dag;
        return dag;
    }

    /// <summary>Somebody near to the person.</summary>
    public string Namn(bool slakt)
    {
        var (fornamn, efternamn) = new Personnamn(Slump).Nasta(Slump.Bool() ? Domain.Personer.Kon.Kvinna : Domain.Personer.Kon.Man);
        return $"{fornamn} {(slakt ? Person.Sokande.Efternamn : efternamn)}";
    }

    public string Ett(IReadOnlyList<string> mallar, string insats = "insatsen") => Fras.For(mallar[Slump.Int(0, mallar.Count - 1)], Person.Kon, insats);
}
