using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Application.Arenden;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using CaseFlow.Web.Pages.Delar;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>The rows and lines of Idag.</summary>
internal static class Idagvisning
{
    private static readonly CultureInfo Svenska = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>"Måndag 23 november, vecka 48 · 74 öppna ärenden · 4 att göra i dag".</summary>
    public static string Dagrad(IdagSvar svar)
    {
        var dag = svar.Idag.ToDateTime(TimeOnly.MinValue);
        var arenden = svar.OppnaArenden == 1 ? "1 öppet ärende" : $"{svar.OppnaArenden} öppna ärenden";
        var gora = svar.AttGoraIdag == 0 ? "inget måste göras i dag" : $"{svar.AttGoraIdag} att göra i dag";
        var rad = $"{Datumtext.MedStorBokstav(dag.ToString("dddd d MMMM", Svenska))}, vecka {ISOWeek.GetWeekOfYear(dag)}";
        // En chef har uppgifter men inga egna ärenden.
        return svar.OppnaArenden == 0 ? $"{rad} · {gora}" : $"{rad} · {arenden} · {gora}";
    }

    /// <summary>From Friday on the band reaches over the weekend, and says so.</summary>
    public static string? Rubrik(BandSlag slag, IdagSvar svar) => slag is not BandSlag.DennaVecka || svar.VeckanTom.DayNumber - svar.Idag.DayNumber < 7 ? null
        : svar.Idag.DayOfWeek is DayOfWeek.Sunday ? "Nästa vecka" : "Helgen och nästa vecka";

    /// <summary>"4 uppgifter har frist efter söndag 29 november."</summary>
    public static string Senare(IdagSvar svar) =>
        $"{(svar.SenareAntal == 1 ? "En uppgift har" : $"{svar.SenareAntal} uppgifter har")} frist efter {svar.VeckanTom.ToString("dddd d MMMM", Svenska)}.";

    public static Bandslag Slag(BandSlag slag) => slag switch
    {
        BandSlag.ForsenatOchIdag => Bandslag.Forsenat,
        BandSlag.DennaVecka => Bandslag.Vecka,
        BandSlag.NyttSedanSist => Bandslag.Nytt,
        BandSlag.Senare => Bandslag.Senare,
        BandSlag.Vantar => Bandslag.Vantar,
    };

    /// <summary>The first rows of each band, so that all four are in sight; one chosen band is shown in full, and a single row more is
    /// no more to read than the link to it.</summary>
    public static IReadOnlyList<IdagRad> Visade(IdagBand band, Idagfilter filter) =>
        filter.Band is not null || band.Rader.Count <= Forst(band.Slag) + 1 ? band.Rader : [.. band.Rader.Take(Forst(band.Slag))];

    public static Atgard? Fler(IdagBand band, int visade, Idagfilter filter) => filter.Band is null && band.Antal > visade
        ? new(band.Antal >= 1000 ? "Visa alla" : $"Visa {band.Antal - visade} till", Adress(filter with { Band = band.Slag }))
        : null;

    /// <summary>The address of the same page narrowed so.</summary>
    public static string Adress(Idagfilter filter, string? efter = null)
    {
        var delar = new[] { filter.SomUrval(), efter is { } e ? $"efter={e}" : "" }.Where(d => d.Length > 0).ToList();
        return delar.Count == 0 ? "/idag" : "/idag?" + string.Join('&', delar);
    }

    /// <summary>Each part of the filter in words, with the filter without it.</summary>
    public static IEnumerable<(string Text, Idagfilter Utan)> Filterord(Idagfilter f)
    {
        if (f.Band is { } band) yield return (Bandnamn(band), f with { Band = null });
        if (f.Steg is { } steg) yield return ($"Steg: {Arendehuvuden.Stegnamn(steg)}", f with { Steg = null });
        if (f.Vantar is { } vantar) yield return (Vantord(vantar), f with { Vantar = null });
        if (f.Typ is { } typ) yield return ($"Gäller: {Insatskatalog.Namn(typ)}", f with { Typ = null });
        if (f.Utforare is { } utforare) yield return ($"Utförare: {utforare}", f with { Utforare = null });
        if (f.Saknar) yield return ("Något saknas i utredningen", f with { Saknar = false });
    }

    public static int Valda(Idagfilter filter) => Filterord(filter).Count();

    public static string Bandnamn(BandSlag slag) => slag switch
    {
        BandSlag.ForsenatOchIdag => "Försenat och idag",
        BandSlag.DennaVecka => "Denna vecka",
        BandSlag.NyttSedanSist => "Nytt sedan sist",
        BandSlag.Senare => "Senare",
        BandSlag.Vantar => "Väntar",
    };

    public static string Vantord(string kod) => kod == PausOrsaker.Annat ? "Väntar på annat" : Arendehuvuden.Vantorsak(kod);

    public static string Omfang(VyVal vy) => vy.Omfang switch
    {
        Vyomfang.System => "Följer med systemet",
        Vyomfang.Enhet => "Delas av enheten",
        Vyomfang.Privat => "Bara din",
    };

    public static int Summa(IdagSvar svar) => svar.Band.Sum(b => b.Antal);

    public static string? Not(IdagBand band, IdagSvar svar) => band.Slag switch
    {
        BandSlag.NyttSedanSist when svar.SedanText is { } sedan => $"sedan {sedan}",
        BandSlag.Vantar => Vantar(band, svar.Idag),
        _ => null,
    };

    /// <param name="filter">Of the page, so that the preview opens in the same list.</param>
    public static Radinnehall Rad(IdagRad rad, DateOnly idag, Idagfilter filter, Guid? vy)
    {
        var markeringar = Arendevisning.Markeringar(rad.Person).ToList();
        if (rad.NyHandling) markeringar.Add(new("Ny handling", Ton.Ny, "handling"));
        if (rad.Ny) markeringar.Add(new("Ny", Ton.Ny, "ny"));
        return new(
            Arendevisning.Namn(rad.Person), rad.Arendenummer, $"/arenden/{rad.Arendenummer}", rad.Arendetyp, rad.Steg,
            new(rad.Frist.Text, rad.Frist.Lage is FristLage.Vantar ? UtanVantar(rad.Frist.Regel) : rad.Frist.Regel, Arendevisning.Lage(rad.Frist.Lage)), rad.DagarHosOss, rad.DagarVantan,
            rad is { SenasteHandelse: { } text, SenasteTid: { } tid } ? new(Arendevisning.Nar(tid, idag), text) : null,
            new(rad.Verb, rad.Lank), markeringar, Forhand(rad.Arendenummer, filter, vy));
    }

    /// <summary>An empty band says whether that is good, and what comes next.</summary>
    public static (string Ikon, string Rubrik, string? Text) Tomt(BandSlag slag, IdagSvar svar) => slag switch
    {
        BandSlag.ForsenatOchIdag when !svar.Filter.Tomt => ("klar", "Inget i det här urvalet är försenat.", svar.AttGoraIdag switch
        {
            0 => null,
            1 => "Utanför urvalet är en uppgift försenad eller ska göras i dag.",
            var n => $"Utanför urvalet är {n} uppgifter försenade eller ska göras i dag.",
        }),
        BandSlag.ForsenatOchIdag => ("klar", "Inget är försenat.", Nasta(svar)),
        BandSlag.DennaVecka => ("klar", $"Inga fler frister till och med {svar.VeckanTom.ToString("dddd d MMMM", Svenska)}.", svar.SenareAntal > 0 ? "Det som kommer senare kan du ta i förväg." : null),
        BandSlag.NyttSedanSist => ("info", svar.SedanText is { } s ? $"Inget nytt sedan {s}." : "Inget nytt.",
            "Nya ärenden kommer hit när de fördelas till dig."),
        BandSlag.Senare => ("info", $"Inget har frist efter {svar.VeckanTom.ToString("dddd d MMMM", Svenska)}.", null),
        BandSlag.Vantar => ("info", "Inget väntar på någon annan.", null),
    };

    private static string? Nasta(IdagSvar svar) =>
        svar.Band.FirstOrDefault(b => b.Slag == BandSlag.DennaVecka)?.Rader is [var rad, ..]
            ? $"Nästa frist är {rad.Frist.Text.ToLower(Svenska)}: {rad.Person.Namn}, {rad.Verb.ToLower(Svenska)}."
            : "Bra, du ligger i fas.";

    private static string? Vantar(IdagBand band, DateOnly idag)
    {
        if (band.Antal == 0) return null;
        var vaknar = band.Rader.Count(r => r.Frist.Datum <= idag.AddDays(1));
        var imorgon = vaknar == 0 ? null : $"varav {vaknar} vaknar i morgon";
        // Orsakerna räknas bara när alla rader är med, annars vore siffrorna inte bandets.
        if (band.Antal > band.Rader.Count) return imorgon;
        var orsaker = band.Rader.GroupBy(r => r.Frist.Regel, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ToList();
        // Två orsaker sägs, och en tredje om den är den sista: siffrorna ska gå ihop.
        var (sagda, resten) = orsaker.Count <= 3 ? (orsaker, 0) : (orsaker.GetRange(0, 2), orsaker.Skip(2).Sum(g => g.Count()));
        var ord = sagda.Select(g => $"{g.Count()} {g.Key.Replace("Väntar ", "", StringComparison.Ordinal).ToLower(Svenska)}").Append(resten == 0 ? null : $"{resten} på annat").OfType<string>();
        return string.Join(", ", new[] { string.Join(", ", ord), imorgon }.Where(t => !string.IsNullOrEmpty(t)));
    }

    /// <summary>The band says that it waits; the row says for what.</summary>
    private static string UtanVantar(string regel) =>
        regel.StartsWith("Väntar på ", StringComparison.Ordinal) ? Datumtext.MedStorBokstav(regel["Väntar på ".Length..]) : regel;

    private static int Forst(BandSlag slag) => slag switch
    {
        BandSlag.ForsenatOchIdag => 6,
        BandSlag.DennaVecka => 4,
        BandSlag.Senare or BandSlag.NyttSedanSist or BandSlag.Vantar => 3,
    };

    private static string Forhand(string nummer, Idagfilter filter, Guid? vy)
    {
        var lista = vy is { } v ? $"/idag?vy={v}" : Adress(filter);
        return $"{lista}{(lista.Contains('?', StringComparison.Ordinal) ? '&' : '?')}forhandsvisa={nummer}";
    }
}
