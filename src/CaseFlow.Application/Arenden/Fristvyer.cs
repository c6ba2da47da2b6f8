using CaseFlow.Application.Processer;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Application.Arenden;

/// <summary>Puts a deadline in words: when, how near, by what rule, and why.</summary>
internal static class Fristvyer
{
    /// <summary>The date of a task: the one that it is sorted by. It counts from the day the task was opened, which is after what was waited for
    /// before it.</summary>
    public static FristVy Uppgift(Uppgift uppgift, DateOnly idag) =>
        Uppgift(uppgift.Titel, uppgift.Forfaller, uppgift.Forfalloregel, uppgift.Status, uppgift.Vaknar, uppgift.VantarOrsak, uppgift.Skapad, idag);

    /// <summary>The task's date and, while it waits, the unit's own goal beside it, unless it is the same day: a wait does not move it.</summary>
    public static IEnumerable<FristVy> Uppgiftens(Uppgift uppgift, DateOnly idag)
    {
        yield return Uppgift(uppgift, idag);
        if (uppgift is { Status: Uppgiftsstatus.Vantar, Vaknar: { } vaknar } && uppgift.Forfaller < Processer.Uppgift.UtanFrist && SvenskTid.Dag(vaknar) != SvenskTid.Dag(uppgift.Forfaller))
            yield return Uppgift(uppgift.Titel, uppgift.Forfaller, uppgift.Forfalloregel, Uppgiftsstatus.Oppen, null, null, uppgift.Skapad, idag) with { Namn = $"{uppgift.Titel}, enhetens mål" };
    }

    public static FristVy Uppgift(
        string titel, DateTimeOffset forfaller, string? regel, Uppgiftsstatus status, DateTimeOffset? vaknar, string? orsak, DateTimeOffset skapad, DateOnly idag)
    {
        var start = SvenskTid.Dag(skapad);
        if (status == Uppgiftsstatus.Vantar && vaknar is { } v)
        {
            var dag = SvenskTid.Dag(v);
            // Det som vaknat är vår tur igen, och räknas därifrån.
            return dag <= idag
                ? new(titel, dag, Lage(dag, idag), Text(dag, idag), $"Vaknade {Datumtext.Kort(dag)}", "Vantan",
                    [new("Väntan", $"{Arendehuvuden.Vantorsak(orsak)}, från {Datumtext.Lang(start)}"), new("Vaknade", $"{Datumtext.Lang(dag)}. Sedan dess är det vår tur att höra av oss")])
                : new(titel, dag, FristLage.Vantar, $"Vaknar {Datumtext.Kort(dag)}", Arendehuvuden.Vantorsak(orsak), "Vantan",
                    [new("Väntan", $"{Arendehuvuden.Vantorsak(orsak)}, från {Datumtext.Lang(start)}"), new("Vaknar", Datumtext.Lang(dag)), .. Mal(forfaller)]);
        }
        if (forfaller >= Processer.Uppgift.UtanFrist)
            return new(titel, null, FristLage.Planerad, "Ingen frist", regel ?? "", "Intern", [new("Start", Datumtext.Lang(start))]);

        var sista = SvenskTid.Dag(forfaller);
        var dagar = sista.DayNumber - start.DayNumber;
        return new(titel, sista, Lage(sista, idag), Text(sista, idag), dagar > 0 ? $"{dagar} d från {Datumtext.Kort(start)}" : regel ?? "Internt mål", "Intern",
            [new("Start", $"uppgiften öppnades {Datumtext.Lang(start)}. Målet räknas därifrån, inte från ankomstdagen"),
             new("Regel", regel ?? "enhetens egen tidsgräns"), new("Sista dag", $"{Datumtext.Lang(sista)}, internt mål")]);
    }

    /// <summary>The unit's own goal is not moved by a wait.</summary>
    private static IEnumerable<ForklaringVy> Mal(DateTimeOffset forfaller) =>
        forfaller >= Processer.Uppgift.UtanFrist ? [] : [new("Internt mål", $"{Datumtext.Lang(SvenskTid.Dag(forfaller))}, flyttas inte av väntan")];

    /// <summary>What the law itself says while the ärende is undecided.</summary>
    /// <param name="lagrum">Those of what is applied for.</param>
    /// <param name="avPart">The person began it herself; a ny prövning the nämnd began.</param>
    // SoL (2025:400) 14 kap. 2 §; FL (2017:900) 9 och 12 §§. FL 2 §: 12 § gäller inte ärenden där beslutet laglighetsprövas. Vad 14 kap. 10 §
    // SoL för tillbaka dit är inte kontrollerat.
    public static IEnumerable<FristVy> Lag(DateOnly ankomstdag, IReadOnlyList<Lagrum> lagrum, bool avPart, DateOnly idag)
    {
        yield return lagrum.Any(l => l.Lag == "2025:400")
            ? new("Lag: genast", null, FristLage.Planerad, "Genast", "14 kap. 2 § SoL", "Lag",
                [new("Regel", "Nämnden ska genast inleda en utredning."), new("Lagrum", "14 kap. 2 § socialtjänstlagen (2025:400)")])
            : new("Lag: enkelt och snabbt", null, FristLage.Planerad, "Snabbt", "9 § FL", "Lag",
                [new("Regel", "Ärendet ska handläggas så enkelt, snabbt och kostnadseffektivt som möjligt utan att rättssäkerheten eftersätts."),
                 new("Lagrum", "9 § förvaltningslagen (2017:900)")]);
        var omfattas = lagrum.Where(l => l.Overklagandeform is Overklagandeform.Forvaltningsbesvar).ToList();
        if (!avPart || omfattas.Count == 0) yield break;
        var efter = ankomstdag.AddMonths(6).AddDays(1);
        yield return new("Kan begära avgörande", efter, efter < idag ? FristLage.Forsenad : FristLage.Planerad, $"från {Datumtext.MedAr(efter)}", "12 § FL", "Lag",
            [new("Start", $"ansökan kom in {Datumtext.Lang(ankomstdag)}"),
             new("Regel", "Är ärendet inte avgjort inom sex månader får personen en gång skriftligt begära att det avgörs. Inom fyra veckor ska vi då avgöra ärendet eller avslå begäran i ett beslut som går att överklaga."),
             .. omfattas.Count == lagrum.Count ? [] : (ForklaringVy[])[new("Gäller inte",
                 $"{Beslutsfattande.Brevtext.Uppraknat([.. lagrum.Except(omfattas).Select(l => Beslutsfattande.Brevtext.Insatsnamn(l.Insatstyp)).Distinct(StringComparer.Ordinal)])}: där överklagas beslutet på annat sätt (2 § förvaltningslagen), eller så beslutar inte vi")],
             new("Lagrum", "12 § förvaltningslagen (2017:900)")]);
    }

    public static FristVy Verkstallighet(Insats insats, DateOnly idag)
    {
        var sista = insats.EjVerkstalltFran!.Value.AddDays(-1);
        var namn = Insatskatalog.Namn(insats.Insatstyp);
        var lagrum = Lagrumstabell.EjVerkstallt(insats.Insatstyp, insats.Beslutsdag, sista < idag ? idag : sista.AddDays(1));
        return new($"{namn} ska ha startat", sista, Lage(sista, idag), Text(sista, idag), $"3 mån från beslutet, {lagrum.Ref} {(lagrum.Lag == "1993:387" ? "LSS" : "SoL")}", "Lag",
            [new("Start", $"beslutet fattades {Datumtext.Lang(insats.Beslutsdag)}"),
             new("Regel", "Ett gynnande beslut som inte är verkställt inom tre månader rapporteras till IVO och revisorerna."),
             new("Lagrum", lagrum.Text)]);
    }

    /// <summary>How long the person may appeal what has gone against her; she has got the beslut.</summary>
    // FL (2017:900) 42 och 44 §§: tre veckor från den dag då den som överklagar fick del av beslutet; lag (1930:173) 2 § [overifierat]
    public static FristVy Overklagande(DateOnly sista, DateOnly delgiven, IEnumerable<string> insatser, DateOnly idag) => new(
        $"Sista dag att överklaga: {string.Join(", ", insatser)}", sista, FristLage.Planerad, Text(sista, idag), "44 § FL", "Lag",
        [new("Start", $"personen fick beslutet {Datumtext.Lang(delgiven)}"),
         new("Regel", "Överklagandet ska ha kommit in till oss inom tre veckor från den dagen. Är den sista dagen en lördag, söndag, annan helgdag, midsommarafton, julafton eller nyårsafton gäller nästa vardag."),
         new("Lagrum", "44 § förvaltningslagen (2017:900)")]);

    public static FristLage Lage(DateOnly dag, DateOnly idag) => (dag.DayNumber - idag.DayNumber) switch
    {
        < 0 => FristLage.Forsenad,
        0 => FristLage.Idag,
        <= 7 => FristLage.Snart,
        _ => FristLage.Planerad,
    };

    public static string Text(DateOnly dag, DateOnly idag) => (dag.DayNumber - idag.DayNumber) switch
    {
        < 0 and var d => $"{-d} d försenat",
        0 => "I dag",
        1 => "I morgon",
        <= 14 => Datumtext.MedStorBokstav(Datumtext.MedVeckodag(dag)),
        _ => Datumtext.Kort(dag, idag),
    };
}
