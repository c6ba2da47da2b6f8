using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Application.Arenden;
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
        BandSlag.Vantar => Bandslag.Vantar,
    };

    /// <summary>The first rows of each band, so that all four are in sight; one chosen band is shown in full, and a single row more is
    /// no more to read than the link to it.</summary>
    public static IReadOnlyList<IdagRad> Visade(IdagBand band, string? visa) =>
        visa == Kod(band.Slag) || band.Rader.Count <= Forst(band.Slag) + 1 ? band.Rader : [.. band.Rader.Take(Forst(band.Slag))];

    public static Atgard? Fler(IdagBand band, int visade) => band.Rader.Count > visade
        ? new($"Visa {band.Rader.Count - visade} till", $"/idag?visa={Kod(band.Slag)}")
        : null;

    public static string? Not(IdagBand band, IdagSvar svar) => band.Slag switch
    {
        BandSlag.NyttSedanSist when svar.SedanText is { } sedan => $"sedan {sedan}",
        BandSlag.Vantar => Vantar(band, svar.Idag),
        _ => null,
    };

    public static Radinnehall Rad(IdagRad rad, DateOnly idag)
    {
        var markeringar = Arendevisning.Markeringar(rad.Person).ToList();
        if (rad.Ny) markeringar.Add(new("Ny", Ton.Ny, "ny"));
        return new(
            Arendevisning.Namn(rad.Person), rad.Arendenummer, $"/arenden/{rad.Arendenummer}", rad.Arendetyp, rad.Steg,
            new(rad.Frist.Text, rad.Frist.Lage is FristLage.Vantar ? UtanVantar(rad.Frist.Regel) : rad.Frist.Regel, Arendevisning.Lage(rad.Frist.Lage)), rad.DagarHosOss, rad.DagarVantan,
            rad is { SenasteHandelse: { } text, SenasteTid: { } tid } ? new(Arendevisning.Nar(tid, idag), text) : null,
            new(rad.Verb, rad.Lank), markeringar);
    }

    /// <summary>An empty band says whether that is good, and what comes next.</summary>
    public static (string Ikon, string Rubrik, string? Text) Tomt(BandSlag slag, IdagSvar svar) => slag switch
    {
        BandSlag.ForsenatOchIdag => ("klar", "Inget är försenat.", Nasta(svar)),
        BandSlag.DennaVecka => ("klar", $"Inga fler frister till och med {svar.VeckanTom.ToString("dddd d MMMM", Svenska)}.", svar.SenareAntal > 0 ? "Det som kommer senare kan du ta i förväg." : null),
        BandSlag.NyttSedanSist => ("info", svar.SedanText is { } s ? $"Inget nytt sedan {s}." : "Inget nytt.",
            "Nya ärenden kommer hit när de fördelas till dig."),
        BandSlag.Vantar => ("info", "Inget väntar på någon annan.", null),
    };

    private static string? Nasta(IdagSvar svar) =>
        svar.Band.First(b => b.Slag == BandSlag.DennaVecka).Rader is [var rad, ..]
            ? $"Nästa frist är {rad.Frist.Text.ToLower(Svenska)}: {rad.Person.Namn}, {rad.Verb.ToLower(Svenska)}."
            : "Bra, du ligger i fas.";

    private static string? Vantar(IdagBand band, DateOnly idag)
    {
        if (band.Antal == 0) return null;
        var vaknar = band.Rader.Count(r => r.Frist.Datum <= idag.AddDays(1));
        var imorgon = vaknar == 0 ? null : $"varav {vaknar} vaknar i morgon";
        // Orsakerna räknas bara när alla rader är med, annars vore siffrorna inte bandets.
        if (band.Antal > band.Rader.Count) return imorgon;
        var orsaker = band.Rader.GroupBy(r => r.Frist.Regel, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Take(2)
            .Select(g => $"{g.Count()} {g.Key.Replace("Väntar ", "", StringComparison.Ordinal).ToLower(Svenska)}");
        return string.Join(", ", new[] { string.Join(", ", orsaker), imorgon }.Where(t => !string.IsNullOrEmpty(t)));
    }

    /// <summary>The band says that it waits; the row says for what.</summary>
    private static string UtanVantar(string regel) =>
        regel.StartsWith("Väntar på ", StringComparison.Ordinal) ? Datumtext.MedStorBokstav(regel["Väntar på ".Length..]) : regel;

    private static int Forst(BandSlag slag) => slag switch
    {
        BandSlag.ForsenatOchIdag => 6,
        BandSlag.DennaVecka => 4,
        BandSlag.NyttSedanSist or BandSlag.Vantar => 3,
    };

    private static string Kod(BandSlag slag) => slag switch
    {
        BandSlag.ForsenatOchIdag => "forsenat",
        BandSlag.DennaVecka => "vecka",
        BandSlag.NyttSedanSist => "nytt",
        BandSlag.Vantar => "vantar",
    };
}
