using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;
using CaseFlow.Web.Pages.Grund;

namespace CaseFlow.Web.Pages.Ansokningar;

/// <summary>The fields of Registrera ansökan as the body that every intake shares. What is right is the intake's to say; here stands only
/// what cannot be put together at all.</summary>
internal static class Registreringsformular
{
    public const string Namn = "registrera";
    public const int InsatserForst = 1;
    public const int FlestInsatser = 10;
    public const string Saknar = "saknar";

    /// <summary>How a time of day is typed, a colon read as a point: 09.30, 9.30 and 0930.</summary>
    private static readonly string[] Klockslag = ["HH.mm", "H.mm", "HHmm", "HH.mm.ss"];

    /// <summary>Which field each of the contract's codes is about.</summary>
    public static readonly IReadOnlyDictionary<string, string> Falten = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["KANAL_OKAND"] = "kanal",
        ["ANKOM_I_FRAMTIDEN"] = "ankomDag",
        ["ANKOM_LANGE_SEDAN"] = "ankomBekraftad",
        ["NAMN_AVVIKER"] = "namnBekraftat",
        ["ANSOKAN_NYSS"] = "nyBekraftad",
        ["PERSONNUMMER_OGILTIGT"] = "personnummer",
        ["NAMN_SAKNAS"] = "fornamn",
        ["OMBUD_ROLL_OKAND"] = "ombudRoll",
        ["INSATS_SAKNAS"] = "insats1",
        ["INSATSTYP_OKAND"] = "insats1",
        ["ANKOMSTDAG_SKAL_SAKNAS"] = "ankomstdagSkal",
    };

    public static IReadOnlyList<Alternativ> Alternativ(IReadOnlyList<Val> val) => [.. val.Select(v => new Alternativ(v.Kod, v.Text))];

    public static int Rader(Formularlage form) =>
        int.TryParse(form.Visa(Namn, "rader", null), CultureInfo.InvariantCulture, out var rader) ? Math.Clamp(rader, InsatserForst, FlestInsatser) : InsatserForst;

    /// <summary>The use case, or null when something could not be read; then the faults stand at their fields.</summary>
    public static RegistreraAnsokan? Las(Formularlage form, DateTimeOffset nu)
    {
        var ankom = Ankom(form, nu);
        var sokande = Sokande(form, SvenskTid.Dag(nu));
        var insatser = Insatser(form);
        var ombud = Ombud(form, SvenskTid.Dag(nu));
        var ankomstdag = form.Dag("ankomstdag");
        if (form.HarFel || ankom is null) return null;
        return new(
            new("", form.Text("kanal"), ankom.Value, sokande, insatser, form.Ikryssad("barn"), form.Text("skydd") ?? "ingen", ombud),
            ankomstdag, form.Text("ankomstdagSkal"),
            new(form.Ikryssad("ankomBekraftad"), form.Ikryssad("namnBekraftat"), form.Ikryssad("nyBekraftad")));
    }

    private static DateTimeOffset? Ankom(Formularlage form, DateTimeOffset nu)
    {
        if (form.Text("ankomDag") is null) form.Fela("ankomDag", "Skriv vilken dag ansökan kom.");
        if (!TimeOnly.TryParseExact(form.Text("ankomTid")?.Replace(':', '.'), Klockslag, CultureInfo.InvariantCulture, DateTimeStyles.None, out var klocka))
            form.Fela("ankomTid", "Skriv klockslaget som 09.30.");
        if (form.Dag("ankomDag") is not { } dag || form.HarFel) return null;
        var lokal = dag.ToDateTime(klocka, DateTimeKind.Unspecified);
        if (SvenskTid.Zon.IsInvalidTime(lokal))
        {
            form.Fela("ankomTid", "Klockslaget fanns inte den dagen: klockan ställdes om till sommartid.");
            return null;
        }
        var ankom = new DateTimeOffset(lokal, SvenskTid.Zon.GetUtcOffset(lokal));
        if (ankom > nu) form.Fela("ankomDag", "Ansökan kan inte ha kommit in senare än nu.");
        return ankom;
    }

    private static InkommenSokande Sokande(Formularlage form, DateOnly idag)
    {
        var saknar = form.Text("identitet") == Saknar;
        var (gata, postnummer, ort) = (form.Text("gata"), form.Text("postnummer"), form.Text("ort"));
        if (!saknar && form.Text("personnummer") is null) form.Fela("personnummer", "Skriv personnumret, eller välj att personen saknar ett.");
        if (saknar && form.Dag("fodelsedatum") is null) form.Fela("fodelsedatum", "Skriv födelsedatumet.");
        if (saknar && form.Text("kon") is null) form.Fela("kon", "Välj kön.");
        if (form.Text("fornamn") is null) form.Fela("fornamn", "Skriv förnamnet.");
        if (form.Text("efternamn") is null) form.Fela("efternamn", "Skriv efternamnet.");
        var sokande = new InkommenSokande(
            saknar ? null : form.Text("personnummer"), saknar ? form.Text("fodelsedatum") : null, saknar ? form.Text("kon") : null,
            form.Text("fornamn"), form.Text("efternamn"), (gata ?? postnummer ?? ort) is null ? null : new(gata, postnummer, ort),
            form.Text("telefon"), form.Text("sprak") ?? "sv", form.Ikryssad("tolk"));
        // Granskningen vid dörren säger ett fel i taget; här står alla på en gång, med samma ord.
        var identitet = saknar ? "fodelsedatum" : "personnummer";
        if (form.Text(identitet) is not null && form.FelVid(identitet) is null && Ansokningsgranskning.Identitet(sokande, idag).Error is { } fel)
            form.Fela(identitet, fel.Text);
        return sokande;
    }

    private static List<InkommenInsats> Insatser(Formularlage form)
    {
        var insatser = new List<InkommenInsats>();
        for (var i = 1; i <= Rader(form); i++)
        {
            var (typ, onskemal, omfattning) = (form.Text($"insats{i}"), form.Text($"onskemal{i}"), form.Tal($"omfattning{i}"));
            if (omfattning is { } sokt && Omfattningsregler.Prova(sokt) is { } fel) form.Fela($"omfattning{i}", fel.Text);
            if (typ is not null) insatser.Add(new(typ, onskemal, omfattning, null));
            else if (onskemal is not null || omfattning is not null) form.Fela($"insats{i}", "Välj vilken insats önskemålet gäller.");
        }
        if (insatser.Count == 0) form.Fela("insats1", "Välj minst en insats.");
        return insatser;
    }

    private static InkommetOmbud? Ombud(Formularlage form, DateOnly idag)
    {
        var namn = form.Text("ombudNamn");
        var (roll, tom) = (form.Text("ombudRoll"), form.Dag("ombudTom"));
        if (namn is not null && roll is null) form.Fela("ombudRoll", "Välj på vilken grund ombudet företräder personen.");
        if (namn is null && roll is not null) form.Fela("ombudNamn", "Skriv ombudets namn.");
        if (namn is not null && tom < idag)
            form.Fela("ombudTom", $"Behörigheten gick ut {Datumtext.Lang(tom.Value)}. Rätta dagen, eller ta bort ombudet: den som inte längre är ombud får inte veta något om ärendet.");
        return namn is null ? null : new(namn, roll, form.Text("ombudTelefon"), form.Alla(OmbudRoller.Tolka(roll) is { } grund && grund.ArFullmakt() ? "ombudFullmakt" : "ombudOmfattning"), tom);
    }
}
