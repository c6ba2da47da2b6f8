using CaseFlow.Application;
using CaseFlow.Application.Arenden;
using CaseFlow.Domain.Kalender;
using CaseFlow.Web.Pages.Delar;
using Frist = CaseFlow.Web.Pages.Delar.Frist;
using Vy = CaseFlow.Application.Arenden.FristVy;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>The answers about an ärende as the parts of the pages show them. Words and order only; what is true the answers say.</summary>
public static class Arendevisning
{
    public static Personinnehall Person(ArendeHuvud huvud)
    {
        var p = huvud.Person;
        var fakta = new List<Personfakta> { new(huvud.Nummer, "Ärende", $" · {huvud.Rubrik}", Siffror: true) };
        if (p.Personnummer is { } nummer) fakta.Add(new(nummer, Siffror: true));
        if (p.Adress is { } adress) fakta.Add(new(adress));
        if (p.Telefon is { } telefon) fakta.Add(new(telefon, "Telefon"));
        if (huvud.Ombud is { } ombud) fakta.Add(new(ombud, "Ombud"));
        fakta.Add(huvud.Handlaggare is { } h ? new(huvud.Mitt ? $"{h} (du)" : h, "Handläggare") : new("Ingen handläggare än"));
        List<Markering> markeringar = [.. Markeringar(p)];
        if (huvud.Akt.NyaHandlingar is > 0 and var nya) markeringar.Add(new(nya == 1 ? "Ny handling" : $"{nya} nya handlingar", Ton.Ny, "handling"));
        if (huvud is { OmbudEjStyrkt: true, OmbudUtgatt: null }) markeringar.Add(new("Ombudets behörighet är inte styrkt", Ton.Varning, "ombud"));
        if (huvud.OmbudUtgatt is { } gick) markeringar.Add(new($"Ombudets behörighet gick ut {Datumtext.MedAr(gick)}", Ton.Fel, "ombud"));
        return new(p.Namn, p.Alder is { } alder ? $"{alder} år" : null, markeringar, fakta);
    }

    /// <summary>"Tolk finska" for someone who needs one, "Finska" for someone who speaks it; null for Swedish.</summary>
    public static string? Sprak(PersonVy p) => p switch
    {
        { Tolk: true, SprakText: { } sprak } => sprak == "Svenska" ? "Tolk" : $"Tolk {Datumtext.MedLitenBokstav(sprak)}",
        { SprakText: var sprak } => sprak,
    };

    /// <summary>Marks of a person. A protected one carries the shield whether or not the data is shown just now.</summary>
    public static IReadOnlyList<Markering> Markeringar(PersonVy p)
    {
        var markeringar = new List<Markering>();
        if (p.Skyddad) markeringar.Add(Markering.Skyddad);
        if (Sprak(p) is { } sprak) markeringar.Add(p.Tolk ? new(sprak, Ikon: "tolk") : new(sprak));
        if (p.Avliden) markeringar.Add(new("Avliden", Ton.Lugn, "info"));
        return markeringar;
    }

    /// <summary>"Birger Hällgren, 88", or the name only when the age is hidden or unknown.</summary>
    public static string Namn(PersonVy p) => p is { Dold: false, Alder: { } alder } ? $"{p.Namn}, {alder}" : p.Namn;

    public static IReadOnlyList<Stegpunkt> Steg(ArendeHuvud huvud) => [.. huvud.Steg.Select(s => new Stegpunkt(
        s.Namn,
        s.Lage switch { StegLage.Klar => Steglage.Klart, StegLage.Nu => Steglage.Nu, StegLage.Nasta => Steglage.Kvar },
        s.Under))];

    public static Fristlage Lage(FristLage lage) => lage switch
    {
        FristLage.Forsenad => Fristlage.Forsenad,
        FristLage.Idag => Fristlage.IDag,
        FristLage.Snart => Fristlage.Snart,
        FristLage.Planerad => Fristlage.Lugn,
        FristLage.Vantar => Fristlage.Vantar,
    };

    public static IReadOnlyList<Frist> Frister(IReadOnlyList<Vy> frister, DateOnly idag) => [.. frister.Select(f => Frist(f, idag))];

    /// <param name="papper">Every day with its year: a paper is read another year.</param>
    public static IReadOnlyList<Tidpunkt> Tidslinje(IReadOnlyList<TidslinjeRad> rader, string nummer, DateOnly idag, bool papper = false) => [.. rader.Select(r => new Tidpunkt(
        r.Tid, papper ? $"{Datumtext.MedAr(SvenskTid.Dag(r.Tid))} kl. {Datumtext.Klocka(r.Tid)}" : Nar(r.Tid, idag), r.Vem is null ? r.Text : $"{r.Text}, {r.Vem}",
        r.Slag switch { "ut" => Handelseslag.FranOss, "paus" => Handelseslag.Paus, _ => Handelseslag.FranAndra },
        r.Arende is { } annat ? $"/arenden/{annat}" : r.Sida is { } sida ? $"/arenden/{nummer}/{sida}" : null, r.Skal))];

    /// <summary>"kl. 09.14" today (a bare 09.11 would read as a day), "i går" yesterday, else the day.</summary>
    public static string Nar(DateTimeOffset tid, DateOnly idag)
    {
        var dag = SvenskTid.Dag(tid);
        return (idag.DayNumber - dag.DayNumber) switch
        {
            0 => $"kl. {Datumtext.Klocka(tid)}",
            1 => "i går",
            _ => Datumtext.Kort(dag, idag),
        };
    }

    /// <summary>"16 mars 2026", or null.</summary>
    public static string? Dag(DateOnly? dag) => dag is { } d ? Datumtext.Lang(d) : null;

    /// <summary>A day as a date field wants it.</summary>
    public static string? Falt(DateOnly? dag) => dag?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An amount as one writes it: "9,5".</summary>
    public static string? Falt(decimal? tal) => tal?.ToString("0.##", System.Globalization.CultureInfo.GetCultureInfo("sv-SE"));

    /// <summary>"3 timmar per vecka", "1 plats", "2 st".</summary>
    public static string Omfattning(decimal antal, string enhet) => Omfattningstext.Av(antal, enhet);

    private static Frist Frist(Vy f, DateOnly idag)
    {
        var varfor = f.Forklaring.Select(r => new Forklaring(r.Term, r.Text)).ToList();
        return f.Slag switch
        {
            "Lag" => new(Fristslag.Lag, f.Datum is null ? f.Namn : $"{f.Namn}{(f.Lage is FristLage.Planerad ? null : ":")} {Datumtext.MedLitenBokstav(f.Text)}", Lage(f.Lage), null, f.Regel, varfor),
            "Vantan" when f.Lage is FristLage.Vantar => new(Fristslag.Vantan, f.Regel, Lage(f.Lage), Kvar(f, idag), f.Text, varfor),
            "Vantan" => new(Fristslag.Vantan, $"{f.Namn}: {Datumtext.MedLitenBokstav(f.Text)}", Lage(f.Lage), null, f.Regel, varfor),
            _ => new(Fristslag.Intern, f.Datum is null ? f.Namn : $"{f.Namn}: {Datumtext.MedLitenBokstav(f.Text)}", Lage(f.Lage), Kvar(f, idag), UtanSlag(f.Regel), varfor),
        };
    }

    // Rutan säger redan att det är ett internt mål.
    private static string? UtanSlag(string regel) =>
        regel.Replace(", internt mål", "", StringComparison.OrdinalIgnoreCase) is { Length: > 0 } kort && !kort.Equals("Internt mål", StringComparison.OrdinalIgnoreCase)
            ? kort
            : null;

    private static string? Kvar(Vy f, DateOnly idag) => f.Datum is not { } dag ? null : (dag.DayNumber - idag.DayNumber) switch
    {
        > 1 and var d => $"{d} d kvar",
        < 0 => Datumtext.Kort(dag),
        _ => null,
    };
}
