using System.Globalization;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;
using CaseFlow.Seed.Texter;

namespace CaseFlow.Seed;

/// <summary>Who does an open task, when, and with what answer. One method for each kind of task in the processes.</summary>
internal sealed class Uppgiftsarbete(Kollegium kollegium, DateOnly slut, bool helEnhet)
{
    private static readonly string[] Hemtjanst = ["Solbackens hemtjänst", "Björkens hemtjänst", "Skarpnäcks hemtjänst", "Enskedalens omsorg"];
    private static readonly string[] Boenden = ["Boendet Linden", "Hammarbyhöjdens vård- och omsorgsboende", "Skarpnäcks servicehus", "Boendet Eken"];

    /// <summary>What someone standing in does not leave until she is back, in days before it is due.</summary>
    private const int KanInteVanta = 3;

    private readonly Bord? _bord = helEnhet ? null : new(slut);

    /// <summary>What is done with the task by now; empty when its time has not come.</summary>
    public IEnumerable<Handgrepp> Gor(Livslopp liv, Arenderad arende, Uppgiftsrad u, DateTimeOffset nu)
    {
        var idag = SvenskTid.Dag(nu);
        var (aktor, ersatter) = u.Grupp == Grupper.Chef ? (kollegium.Chef(liv, idag), false) : kollegium.Handlagger(arende.Handlaggare, idag, liv.Person.Skydd != "ingen");
        if (aktor is null || (ersatter && SvenskTid.Dag(u.Forfaller) > idag.AddDays(KanInteVanta))) return [];
        if (_bord is not null && aktor == kollegium.Karin && u.Grupp != Grupper.Chef && _bord.Ligger(u)) return [];
        if (liv.Utforlig && Vantan(liv, u, idag, aktor) is { } vantan) return vantan;
        return u.Nod switch
        {
            "TilldelaHandlaggare" => Vid(liv.Nar(u.Id, nu, 0, 1), nu, () => Svara(u, aktor,
                ("handlaggare", kollegium.MinstBelastad(idag).ToString(CultureInfo.InvariantCulture)), ("skal", liv.Ett(Handlaggningstexter.Fordelning)))),
            "GranskaAnsokan" => Vid(liv.Nar(u.Id, nu, 0, Sist(nu, 3)), nu, () => Svara(u, aktor,
                ("komplett", liv.Kompletteras ? "nej" : "ja"), ("sprakinformation", "ja"),
                ("anteckning", liv.Ett(Handlaggningstexter.Granskning)))),
            "BegarKomplettering" => Vid(liv.Nar(u.Id, nu, 0, 1), nu, () => Svara(u, aktor,
                ("saknas", liv.Ett(Handlaggningstexter.Komplettering)), ("vantarPa", liv.Slump.ArrayElement(["lakarintyg", "svar-fran-personen", "fullmakt", "annat"])),
                ("kompletteringSenast", Dag(idag.AddDays(14))))),
            "TaEmotKomplettering" => liv.KompletteringenKommer ? Vid(liv.Nar(u.Id, nu, 3, 9), nu, () => Svara(u, aktor,
                [("komplett", "ja"), ("inkom", Dag(idag)), ("anteckning", liv.Ett(Handlaggningstexter.Inkom)), ("kom", "personen"), .. Sjalv(arende, "lamnadAv")])) : [],
            "FoljUppKomplettering" => Vid(liv.Nar(u.Id, nu, 0, 2), nu, () => Svara(u, aktor, ("nastaSteg", "utred"), ("skal", liv.Ett(Handlaggningstexter.UtanKomplettering)))),
            "Utred" => Utred(liv, arende, u, nu, aktor),
            "HanteraForsening" => Vid(liv.Nar(u.Id, nu, 0, Sist(nu, 2)), nu, () => Svara(u, aktor,
                ("orsak", liv.Ett(Handlaggningstexter.Forsening)), ("vasentligt", "ja"), ("underrattad", Dag(idag)), ("nyttDatum", Dag(idag.AddDays(liv.Slump.Int(14, 28)))))),
            "LamnaForslag" => Vid(liv.Nar(u.Id, nu, 0, Sist(nu, 4)), nu, () => Forslag(liv, arende, u, idag, aktor)),
            "Kommunicera" => Vid(liv.Nar(u.Id, nu, 0, Sist(nu, 2)), nu, () => Kommunicera(liv, arende, u, idag, aktor)),
            "TaEmotSynpunkter" => liv.Slump.Bool(0.03f) ? Vid(liv.Nar(u.Id, nu, 2, 6), nu, () => Synpunkter(liv, arende, u, idag, aktor)) : [],
            "FattaBeslut" => Vid(liv.Nar(u.Id, nu, 0, Sist(nu, 3)), nu, () => Besluta(liv, arende, u, idag, aktor)),
            "Underratta" => Vid(liv.Nar(u.Id, nu, 0, Sist(nu, 2)), nu, () => Underratta(liv, arende, u, idag, aktor)),
            "HanteraFlytt" => Vid(liv.Nar(u.Id, nu, 1, 4), nu, () => Svara(u, aktor, ("ansvar", "kvar"), ("skal", liv.Ett(Handlaggningstexter.Flytt)))),
            "Bestall" => Vid(liv.Nar(u.Id, nu, 0, Sist(nu, 2)), nu, () => Bestall(liv, arende, u, idag, aktor)),
            "BekraftaStart" => Vid(liv.Bestam(u.Id, () => Start(liv, arende, u.Insats!.Value)), nu, () => BekraftaStart(liv, u, idag, aktor)),
            "HanteraEjVerkstallt" => Vid(liv.Nar(u.Id, nu, 1, 6), nu, () => Svara(u, aktor,
                ("orsak", liv.Slump.ArrayElement(["resursbrist", "tackat-nej"])), ("atgard", liv.Ett(Handlaggningstexter.EjVerkstallt)), ("rapporteradDag", Dag(idag)))),
            "AnmalVerkstallighet" or "AnmalEjStartad" or "AnmalAvslut" or "AnmalDodsfall" => Vid(liv.Nar(u.Id, nu, 1, 6), nu, () => Svara(u, aktor, ("anmaldDag", Dag(idag)))),
            "FoljUpp" => Vid(liv.Nar(u.Id, nu, 1, 9), nu, () => FoljUpp(liv, arende, u, idag, aktor)),
            _ => throw new InvalidOperationException($"Demot vet inte hur {u.Nod} görs."),
        };
    }

    /// <summary>What is put aside by hand until a day, and taken up again that day; null for a task that does not wait.</summary>
    private IEnumerable<Handgrepp>? Vantan(Livslopp liv, Uppgiftsrad u, DateOnly idag, Aktor aktor)
    {
        if (u.Nod is not ("Utred" or "Bestall" or "FoljUpp") || liv.Utredning is not null && u.Nod == "Utred") return null;
        if (liv.Vantar.TryGetValue(u.Id, out var vaknar))
            return vaknar is null || u.Status != Uppgiftsstatus.Vantar ? null : idag < vaknar ? [] : [Handgrepp.Av(new TaUrVantan(u.PublikId, u.Version), aktor)];
        if (u.Status != Uppgiftsstatus.Oppen) return null;
        var vantar = liv.Slump.Bool(slut.DayNumber - idag.DayNumber < 25 ? 0.14f : 0.05f);
        liv.Vantar[u.Id] = vantar ? Arbetsdag(idag.AddDays(liv.Slump.Int(4, 24))) : null;
        if (liv.Vantar[u.Id] is not { } till) return null;
        var (orsak, text) = liv.Slump.ArrayElement(Handlaggningstexter.Vantan);
        return [Handgrepp.Av(new LaggIVantan(u.PublikId, u.Version, orsak, till, text), aktor)];
    }

    private static IEnumerable<Handgrepp> Besluta(Livslopp liv, Arenderad arende, Uppgiftsrad u, DateOnly idag, Aktor aktor)
    {
        // Tiden hann gå ut innan det beslutades: personen behöver inte längre platsen och säger det.
        if (liv.ForslagTom < idag) return [Handgrepp.Av(new AtertaAnsokan(arende.Nummer, arende.Version, idag, "telefon"), aktor)];
        if (!liv.Aterlamnas || u.Grupp != Grupper.Chef) return [Handgrepp.Av(new FattaBeslut(u.PublikId, u.Version), aktor)];
        liv.Aterlamnas = false;
        return [Handgrepp.Av(new AterlamnaForslag(u.PublikId, u.Version, "forslag", liv.Ett(Handlaggningstexter.Aterlamning)), aktor)];
    }

    /// <summary>The last weeks have a backlog, like any unit's: some things take a day or two longer than they should.</summary>
    private int Sist(DateTimeOffset nu, int mest) => slut.DayNumber - SvenskTid.Dag(nu).DayNumber < 10 ? mest + 3 : mest;

    private static IEnumerable<Handgrepp> Vid(DateTimeOffset nar, DateTimeOffset nu, Func<IEnumerable<Handgrepp>> gor) => nar <= nu ? gor() : [];

    private static IEnumerable<Handgrepp> Svara(Uppgiftsrad u, Aktor aktor, params (string Falt, string Varde)[] svar) =>
        [Handgrepp.Av(new SlutforUppgift(u.PublikId, u.Version, svar.ToDictionary(s => s.Falt, s => new[] { s.Varde }, StringComparer.Ordinal)), aktor)];

    private static IEnumerable<Handgrepp> Utred(Livslopp liv, Arenderad arende, Uppgiftsrad u, DateTimeOffset nu, Aktor aktor)
    {
        liv.Utredning ??= Utredningsarbete.Planera(liv, arende, u, nu, Arbetstid(liv, nu));
        return liv.Utredning.Fram(u.Version, nu, aktor);
    }

    /// <summary>How many working days the utredning takes.</summary>
    private static int Arbetstid(Livslopp liv, DateTimeOffset nu)
    {
        var idag = SvenskTid.Dag(nu);
        return liv.UtredningKlar is { } klar && klar > idag ? Math.Max(1, Enumerable.Range(1, klar.DayNumber - idag.DayNumber).Select(idag.AddDays).Count(Arbetsdagar.ArArbetsdag))
            : liv.DrarUt ? liv.Slump.Int(36, 52) : liv.Slump.Int(5, 22);
    }

    private IEnumerable<Handgrepp> Forslag(Livslopp liv, Arenderad arende, Uppgiftsrad u, DateOnly idag, Aktor aktor)
    {
        // Andra gången har personen haft synpunkter: förslaget är läst igen och lämnas som det är.
        if (liv.LamnadeForslag++ == 0)
        {
            foreach (var ansokt in arende.Ansokta) yield return Forslag(liv, arende, liv.Insatser[ansokt.Plats], ansokt, idag, aktor);
        }
        yield return Handgrepp.Av(new LamnaForslag(u.PublikId, u.Version), aktor);
    }

    private Handgrepp Forslag(Livslopp liv, Arenderad arende, Demoinsats val, AnsoktRad ansokt, DateOnly idag, Aktor aktor)
    {
        // En ny prövning ger minst det personen har: mindre kräver en grund i lagen.
        if (arende.Slag is Arendeslag.NyProvning) val = val with { Utfall = "bifall", Beviljas = ansokt.Sokt > (val.Beviljas ?? 0) ? ansokt.Sokt : val.Beviljas };
        var utanPeriod = val.Utfall == "avslag" || ansokt.Typ == Demoinsats.GodMan;
        DateOnly? from = utanPeriod ? null : idag.AddDays(helEnhet ? liv.Slump.Int(18, 32) : liv.Slump.Int(10, 18));
        if (from > liv.GallerFran) liv.GallerFran = from.Value;
        var tom = ansokt.Typ == "korttidsboende" ? from?.AddDays((int)(val.Beviljas ?? 14))
            : liv.Slump.Bool(helEnhet ? 0.3f : 0.5f) && arende.Slag is not Arendeslag.NyProvning ? from?.AddYears(1).AddDays(-1) : null;
        if (tom < liv.ForslagTom) liv.ForslagTom = tom.Value;
        var motivering = liv.Ett(val.Utfall switch { "avslag" => Bedomningar.AvslagFor(ansokt.Typ, idag), "delvis-avslag" => Bedomningar.Delvis, _ => Bedomningar.Bifall });
        var mal = liv.Ett(Omradestexter.For(Insatsval.Omraden(ansokt.Typ)[0]).Mal);
        return Handgrepp.Av(
            new SparaForslag(arende.Nummer, ansokt.Id, 0, val.Utfall, val.Beviljas, from, tom, motivering, val.Utfall == "avslag" ? null : mal), aktor);
    }

    private static IEnumerable<Handgrepp> Kommunicera(Livslopp liv, Arenderad arende, Uppgiftsrad u, DateOnly idag, Aktor aktor) =>
        liv.Insatser.All(i => i.Utfall == "bifall") && liv.Slump.Bool(0.4f)
            ? Svara(u, aktor, [("kommuniceras", "nej"), ("obehovligtSkal", liv.Ett(Bedomningar.Obehovligt)), .. Om(Lagar(arende, idag).Any(l => l.MuntligRattAlltid), "muntligInformation", "ja")])
            : Svara(u, aktor, [("kommuniceras", "ja"), ("kommuniceratSatt", liv.Slump.ArrayElement(["brev", "brev", "mote", "telefon"])), ("kommuniceratDag", Dag(idag)),
                ("svarSenast", Dag(idag.AddDays(10))), .. Om(HarMuntligRatt(arende, idag), "muntligInformation", "ja")]);

    private static bool HarMuntligRatt(Arenderad arende, DateOnly idag) => Lagar(arende, idag).Any(l => l.MuntligRatt is not null);

    private static IEnumerable<Lagrum> Lagar(Arenderad arende, DateOnly idag) => arende.Ansokta.Select(a => Lagrumstabell.For(a.Typ, idag));

    /// <summary>Who said it, which is asked when someone else could have: here always the person herself.</summary>
    private static IEnumerable<(string, string)> Sjalv(Arenderad arende, string falt) => Om(arende.HarOmbud, falt, Svarstext.PersonenSjalv.Varde);

    private static IEnumerable<(string, string)> Om(bool fragas, string falt, string svar) => fragas ? [(falt, svar)] : [];

    private static IEnumerable<Handgrepp> Synpunkter(Livslopp liv, Arenderad arende, Uppgiftsrad u, DateOnly idag, Aktor aktor)
    {
        var har = liv.Slump.Bool(0.35f);
        var andras = har && liv.LamnadeForslag == 1 && liv.Slump.Bool(0.3f);
        (string, string)[] svar = [("svarade", har ? "synpunkter" : "inga-invandningar"), ("svarsdag", Dag(idag)), ("forslagAndras", andras ? "ja" : "nej"), .. Om(HarMuntligRatt(arende, idag), "muntligt", "nej"),
            .. Sjalv(arende, "svaradeAv")];
        return Svara(u, aktor, har ? [.. svar, ("synpunkter", liv.Ett(Handlaggningstexter.Synpunkter))] : svar);
    }

    private static IEnumerable<Handgrepp> Underratta(Livslopp liv, Arenderad arende, Uppgiftsrad u, DateOnly idag, Aktor aktor)
    {
        var satt = liv.Slump.ArrayElement(["brev", "brev", "muntligt-och-brev", "digitalt", "overlamnat"]);
        (string, string)[] svar = [("satt", satt), ("underrattadDag", Dag(idag))];
        // Beslutet ska ha personens namn: de skyddade uppgifterna visas medan det skickas.
        IEnumerable<Handgrepp> visa = liv.Person.Skydd == "ingen" ? [] : [Handgrepp.Av(new VisaSkyddadeUppgifter(arende.Nummer, "Ska skicka beslutet"), aktor)];
        return visa.Concat(Svara(u, aktor, satt is "muntligt-och-brev" or "overlamnat" ? [.. svar, ("delgivenDag", Dag(idag))] : svar));
    }

    private IEnumerable<Handgrepp> Bestall(Livslopp liv, Arenderad arende, Uppgiftsrad u, DateOnly idag, Aktor aktor)
    {
        if (u.Tom < idag) return Svara(u, aktor, ("avstar", "ja"), ("avstarOrsak", "tiden-ute"));
        var boende = liv.Insatser.Any(i => i.ArBoende) && arende.Ansokta.Count == 1;
        var tidigast = idag.AddDays(boende ? liv.Slump.Int(14, 28) : liv.Slump.Int(3, 12));
        var start = Arbetsdag(tidigast > liv.GallerFran ? tidigast : liv.GallerFran);
        // Det som har väntat länge hinner bara börja sista dagen.
        if (start > u.Tom) start = u.Tom.Value;
        liv.OnskadStart[u.Insats!.Value] = start;
        return Svara(u, aktor,
            ("utforare", Svarstext.AnnanUtforare.Varde), ("annanUtforare", liv.Slump.ArrayElement(helEnhet ? Utforare.For(arende.Ansokta[0].Typ) : boende ? Boenden : Hemtjanst)), ("mal", liv.Ett(Omradestexter.For(Insatsval.Omraden(arende.Ansokta[0].Typ)[0]).Mal)),
            ("onskadStart", Dag(start)), ("uppdrag", liv.Ett(Handlaggningstexter.Uppdrag)));
    }

    /// <summary>The day itself when it is a working day, otherwise the next one.</summary>
    private static DateOnly Arbetsdag(DateOnly dag) => Arbetsdagar.ArArbetsdag(dag) ? dag : Arbetsdagar.Lagg(dag, 1);

    /// <summary>Most begin when they should; a place in a boende may take months.</summary>
    private static DateTimeOffset Start(Livslopp liv, Arenderad arende, InsatsId insats)
    {
        var onskad = liv.OnskadStart[insats];
        var boende = liv.Insatser.Any(i => i.ArBoende) && arende.Ansokta.Count == 1;
        var sen = boende && liv.Slump.Bool(0.4f) ? liv.Slump.Int(70, 120) : liv.Slump.Int(0, 4);
        return Demoval.Moment(Arbetsdag(onskad.AddDays(sen)), new TimeOnly(liv.Slump.Int(9, 15), 0));
    }

    private IEnumerable<Handgrepp> BekraftaStart(Livslopp liv, Uppgiftsrad u, DateOnly idag, Aktor aktor)
    {
        var tidig = liv.Slump.Bool(0.45f);
        var dag = idag.AddDays(tidig ? liv.Slump.Int(35, 70) : liv.Slump.Int(180, 360));
        // Några uppföljningar infaller just när demot slutar, så att det finns något nytt den morgonen.
        if (!helEnhet && tidig && slut.DayNumber - idag.DayNumber is > 21 and < 100 && liv.Slump.Bool(0.35f)) dag = slut.AddDays(-liv.Slump.Int(0, 2));
        if (_bord is not null && aktor == kollegium.Karin && _bord.Uppfoljning(idag) is { } bordets) dag = bordets;
        if (u.Tom < idag) return Svara(u, aktor, ("avstar", "ja"), ("avstarOrsak", "tiden-ute"));
        if (u.Tom < dag) dag = u.Tom > idag ? u.Tom.Value : idag.AddDays(1);
        return Svara(u, aktor, ("startdatum", Dag(idag)), ("uppfoljningsdag", Dag(dag)), ("anteckning", liv.Ett(Handlaggningstexter.Start)));
    }

    /// <summary>A new trial takes its time, and nothing may be without hours meanwhile: one that soon ends is applied for anew instead.</summary>
    private const int HinnerProvasOm = 200;

    private IEnumerable<Handgrepp> FoljUpp(Livslopp liv, Arenderad arende, Uppgiftsrad u, DateOnly idag, Aktor aktor)
    {
        var utgang = liv.Slump.Int(1, 100) switch { <= 70 => "fortsatter", <= 85 => "ny-provning", _ => "avslut" };
        if (helEnhet && utgang == "ny-provning" && u.Tom < idag.AddDays(HinnerProvasOm)) utgang = "fortsatter";
        (string, string)[] svar = [("resultat", liv.Ett(Handlaggningstexter.Uppfoljning)), ("maluppfyllelse", liv.Slump.ArrayElement(["helt", "helt", "delvis", "delvis", "nej"])), ("utgang", utgang)];
        if (u.Tom <= idag)
            return Svara(u, aktor, [.. svar[..2], ("utgang", "avslut"), ("avslutsorsak", "tiden-ute"), ("avslutsdag", Dag(idag))]);
        return Svara(u, aktor, utgang == "avslut"
            ? [.. svar, ("avslutsorsak", "egen-begaran"), ("avslutsdag", Dag(idag)), ("egetBesked", liv.Ett(Handlaggningstexter.Avslut)), ("egetBeskedDag", Dag(idag)), .. Sjalv(arende, "avslutAv")]
            : [.. svar, ("uppfoljningsdag", Dag(Senast(u.Tom, idag.AddDays(liv.Slump.Int(150, 340)))))]);
    }

    private static DateOnly Senast(DateOnly? tom, DateOnly dag) => tom < dag ? tom.Value : dag;

    private static string Dag(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
