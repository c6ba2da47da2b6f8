using CaseFlow.Application.Utredningar;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;
using CaseFlow.Domain.Utredningar;
using CaseFlow.Seed.Texter;

namespace CaseFlow.Seed;

/// <summary>The writing of one utredning, part by part over some weeks, the last part being its close.</summary>
internal sealed class Utredningsarbete
{
    private const int FlestOmraden = 3;

    private readonly Queue<(DateTimeOffset Nar, Func<DateOnly, Aktor, Handgrepp> Gor)> _delar;

    private readonly Version _version;

    private Utredningsarbete(Version version, IEnumerable<(DateTimeOffset, Func<DateOnly, Aktor, Handgrepp>)> delar) => (_version, _delar) = (version, new(delar));

    /// <param name="arbetsdagar">How long it takes.</param>
    public static Utredningsarbete Planera(Livslopp liv, Arenderad arende, Uppgiftsrad uppgift, DateTimeOffset nu, int arbetsdagar)
    {
        var (delar, version) = (Delar(liv, arende).ToList(), new Version { Nu = uppgift.Version });
        delar.Add((_, aktor) => Handgrepp.Av(
            new AvslutaUtredning(uppgift.PublikId, version.Nu, liv.LamnarObeskriven ? liv.Ett(Bedomningar.Skal) : null), aktor));
        var idag = SvenskTid.Dag(nu);
        return new(version, delar.Select((gor, i) =>
        {
            var dagar = 1 + (arbetsdagar - 1) * i / (delar.Count - 1);
            return (Demoval.Moment(Arbetsdagar.Lagg(idag, dagar), new TimeOnly(liv.Slump.Int(8, 15), 0)), gor);
        }).OrderBy(d => d.Item1));
    }

    /// <summary>What is written by now.</summary>
    /// <param name="version">Of the task, as it was read now: a försening may have given it another day since the work was planned.</param>
    public IEnumerable<Handgrepp> Fram(int version, DateTimeOffset nu, Aktor aktor)
    {
        _version.Nu = version;
        while (_delar.TryPeek(out var del) && del.Nar <= nu) yield return _delar.Dequeue().Gor(SvenskTid.Dag(nu), aktor);
    }

    private static IEnumerable<Func<DateOnly, Aktor, Handgrepp>> Delar(Livslopp liv, Arenderad arende)
    {
        var omraden = arende.Ansokta.SelectMany(a => Insatsval.Omraden(a.Typ)).Concat(liv.Slump.Bool(0.3f) ? ["d3"] : [])
            .Distinct(StringComparer.Ordinal).Take(FlestOmraden).ToList();
        foreach (var omrade in omraden) yield return Omrade(liv, arende, omrade);
        if (liv.Slump.Bool(0.4f) && !omraden.Contains("d8"))
            yield return (_, aktor) => Handgrepp.Av(new SkrivOmrade(arende.Nummer, "d8", 0, null, null, null, null, null, null, null, "ej-aktuell"), aktor);
        yield return Valdsfragan(liv, arende);
        for (var i = 0; i < arende.Ansokta.Count - (liv.LamnarObeskriven ? 1 : 0); i++) yield return Insats(liv, arende, i);
        yield return Bedomning(liv, arende);
    }

    private static Func<DateOnly, Aktor, Handgrepp> Omrade(Livslopp liv, Arenderad arende, string omrade)
    {
        var (text, bedomt) = (Omradestexter.For(omrade), liv.Slump.Int(1, 4));
        var (egna, beskrivning, mal) = (liv.Ett(text.EgnaOrd), liv.Ett(text.Beskrivningar), liv.Ett(text.Mal));
        var kalla = liv.Ett(Handlaggningstexter.Kallor);
        return (dag, aktor) => Handgrepp.Av(
            new SkrivOmrade(arende.Nummer, omrade, 0, egna, beskrivning, bedomt, Math.Max(0, bedomt - liv.Slump.Int(1, 2)), mal, kalla, dag, "klar"), aktor);
    }

    private static Func<DateOnly, Aktor, Handgrepp> Valdsfragan(Livslopp liv, Arenderad arende)
    {
        var (utfall, orsak) = liv.Slump.Int(1, 100) switch
        {
            <= 70 => ("fragad", (string?)null),
            <= 78 => ("avbojd", null),
            <= 90 => ("ej-fragad", EjFragadOrsak.InteEnsam),
            <= 96 => ("ej-fragad", EjFragadOrsak.KognitivSvikt),
            _ => ("ej-fragad", liv.Person.Sokande.Tolkbehov ? EjFragadOrsak.SprakTolk : EjFragadOrsak.VilleInte),
        };
        return (dag, aktor) => Handgrepp.Av(new BesvaraValdsfraga(arende.Nummer, 0, utfall, orsak, dag), aktor);
    }

    private static Func<DateOnly, Aktor, Handgrepp> Insats(Livslopp liv, Arenderad arende, int nummer)
    {
        var ansokt = arende.Ansokta[nummer];
        var val = liv.Insatser[ansokt.Plats];
        var namn = Insatskatalog.Finn(ansokt.Typ)!.Namn.ToLowerInvariant();
        var text = $"{liv.Ett(["{Hon} söker {insats}.", "Det {hon} vill ha hjälp med är {insats}.", "Ansökan gäller {insats}."], namn)} {liv.Ett(Omradestexter.For(Insatsval.Omraden(ansokt.Typ)[0]).Beskrivningar)}";
        return (_, aktor) => Handgrepp.Av(new BeskrivInsats(arende.Nummer, ansokt.Id, 0, text, val.Sokt), aktor);
    }

    private static Func<DateOnly, Aktor, Handgrepp> Bedomning(Livslopp liv, Arenderad arende)
    {
        var namn = Insatskatalog.Finn(arende.Ansokta[0].Typ)!.Namn.ToLowerInvariant();
        var text = $"{liv.Ett(Bedomningar.Inledningar)}\n\n{liv.Ett(Bedomningar.Slutsatser, namn)}";
        var (faktorer, barn) = (liv.Ett(Bedomningar.Faktorer), liv.Person.BarnIHemmet ? liv.Ett(Bedomningar.Barn) : null);
        return (_, aktor) => Handgrepp.Av(new SkrivBedomning(arende.Nummer, 0, text, faktorer, barn), aktor);
    }

    private sealed class Version
    {
        public int Nu { get; set; }
    }
}
