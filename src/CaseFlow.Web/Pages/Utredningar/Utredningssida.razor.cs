using CaseFlow.Application;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Personer;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Utredningar;

/// <summary>The utredning: one part open at a time, each saved by itself.</summary>
public sealed partial class Utredningssida
{
    private static readonly Dictionary<string, string> Falten = new(StringComparer.Ordinal)
    {
        ["VALDSFRAGA_ORSAK_SAKNAS"] = "orsak",
        ["VALDSFRAGA_OGILTIG"] = "utfall",
        ["FUNKTIONSTILLSTAND_OKANT"] = "bedomt",
        ["INSATS_EJ_BESKRIVEN"] = "skalForObeskrivna",
        ["TILLAGG_TOMT"] = "text",
        ["KALLA_SAKNAS"] = "kalla",
        ["DAG_I_FRAMTIDEN"] = "dag",
        ["YRKANDE_OFULLSTANDIGT"] = "nySokt",
        ["OMFATTNING_OGILTIG"] = "nySokt",
    };

    /// <summary>What is said against the ombud stands where the ombud was chosen.</summary>
    private static readonly Dictionary<string, string> Tillaggsfalten =
        new(Falten.Concat(Ombudsregel.Koder.Select(k => new KeyValuePair<string, string>(k, "andratAv"))), StringComparer.Ordinal);

    private static readonly IReadOnlyList<string> Bedomningsfalt = ["relateradeFaktorer", "barnperspektiv", "samladBedomning"];

    [Parameter] public string Nummer { get; set; } = "";

    [SupplyParameterFromQuery(Name = "omrade")] public string? Onskad { get; set; }

    protected override string? Arendenummer => Nummer;

    private UtredningSvar? Svar { get; set; }

    private JamfordDel? Jamfort { get; set; }

    /// <summary>What has been noted about the question of violence; read only where it is shown.</summary>
    private IReadOnlyList<ValdsfrageandringVy> Valdsfragelydelser { get; set; } = [];

    private string Del { get; set; } = "";

    private string Rubrik => Del switch
    {
        Delval.Insatser => "Ansökta insatser",
        Delval.Vald => "Fråga om våld",
        Delval.Bedomning => "Bedömning",
        Delval.Avsluta => "Avsluta utredningen",
        Delval.Tillagg => "Tillägg",
        _ => Svar is null ? "" : Omradet(Svar).Namn,
    };

    protected override Task TaEmot(string blankett) => blankett switch
    {
        Omradesformular.Namn => TaEmotOmrade(),
        "vald" => TaEmotValdsfraga(),
        "bedomning" => TaEmotBedomning(),
        "avsluta" => TaEmotAvslut(),
        "resten" => TaEmotResten(),
        "tillagg" => TaEmotTillagg(),
        Insatsformular.Namn => TaEmotInsatser(),
        _ => Task.CompletedTask,
    };

    protected override async Task Visa()
    {
        Svar = await Fraga(new HamtaUtredning(Nummer));
        // Det som saknas sägs på en gång, inte ett i taget.
        if (Svar is not null && Form.Ar("avsluta") && Form.HarFel && Form.FelVid("skalForObeskrivna") is null)
            foreach (var saknas in Svar.SaknasForAvslut) Form.Fela("", saknas);
        if (Svar is null) return;
        Del = Delval.Valj(Svar, Onskad ?? (Form.Ar(Omradesformular.Namn) ? Form.Text("omrade") : null));
        if (Form.Inaktuell && Delval.Blankett(Del) is Omradesformular.Namn or Delval.Bedomning && Form.Ar(Delval.Blankett(Del))) await Jamfor(Svar);
        if (Del == Delval.Vald && Svar.Valdsfraga is { Sluten: false, Rev: > 0 }) Valdsfragelydelser = await Fraga(new HamtaValdsfragelydelser(Nummer)) ?? [];
        // Det som är skrivet och inte sparat står i delens formulär igen.
        Form.Fortsatt(Delval.Blankett(Del), Svar.Utkast.FirstOrDefault(u => u.Plats == Delval.Plats(Svar, Del)));
    }

    /// <summary>Someone else wrote meanwhile: what only they changed stands in the fields, and what both changed is chosen.</summary>
    private async Task Jamfor(UtredningSvar svar)
    {
        var (del, falt) = Del == Delval.Bedomning ? (Del, Bedomningsfalt) : (Omradet(svar).Kod, Omradesformular.Falten);
        Jamfort = await Fraga(new JamforDel(Nummer, del, Form.Version(), falt.ToDictionary(f => f, Form.Text, StringComparer.Ordinal)));
        foreach (var andrat in Jamfort?.AvDem ?? []) Form.Satt(andrat.Falt, andrat.Deras);
    }

    private OmradeVy Omradet(UtredningSvar svar) => svar.Omraden.FirstOrDefault(o => o.Kod == Del) ?? svar.Omraden[0];

    private async Task TaEmotOmrade()
    {
        var omrade = Form.Text("omrade") ?? "";
        var skrivet = Omradesformular.Las(Form, Nummer);
        if (Form.HarFel) return;
        if (Krockval.Finns(Form, Omradesformular.Falten))
        {
            if (await Fraga(new HamtaUtredning(Nummer)) is not { } nu || nu.Omraden.FirstOrDefault(o => o.Kod == omrade) is not { } sparat) return;
            // Har någon skrivit igen gäller inte valet: det görs om mot det som står där nu.
            if (sparat.Rev == skrivet.Rev) skrivet = Omradesformular.Valda(Form, skrivet, sparat);
        }
        var svar = await Utfor(skrivet, Falten);
        if (svar.Failed) return;
        var notis = svar.Value.Notis is { } deras ? " " + deras : null;
        if (Form.Text("gor") is "klar" or "ej-aktuell" && await Fraga(new HamtaUtredning(Nummer)) is { } efter)
        {
            var namn = efter.Omraden.First(o => o.Kod == omrade).Namn;
            GaTill(Delval.Adress(Nummer, Delval.Nasta(efter, omrade).Kod), (Form.Text("gor") == "klar" ? $"{namn} är klart." : $"{namn} är markerat som ej aktuellt.") + notis);
        }
        else if (Hinder is null)
        {
            GaTill(Delval.Adress(Nummer, omrade), notis is null ? null : "Sparat." + notis);
        }
    }

    private async Task TaEmotInsatser()
    {
        var rader = Insatsformular.Las(Form, Nummer);
        if (Form.HarFel) return;
        // Är inget ändrat sparas inget; utkastet har då inget att säga heller.
        if (rader.Count == 0 && (await Utfor(new KastaUtkast(Nummer, Utkastplats.Insatser.Kod))).Failed) return;
        var svar = await Utfor(new BeskrivInsatser(Nummer, rader), Falten);
        if (!svar.Failed) GaTill(Delval.Adress(Nummer, Delval.Insatser), $"Sparat {Datumtext.Klocka(svar.Value.Tid)}. {svar.Value.Notis}".TrimEnd());
    }

    private async Task TaEmotValdsfraga()
    {
        if (Form.Text("utfall") is null) Form.Fela("utfall", "Ange om frågan är ställd.");
        var dag = Form.Dag("datum");
        if (dag is null) Form.Fela("datum", "Skriv vilken dag.");
        if (Form.HarFel || dag is null) return;
        var utfall = Form.Text("utfall")!;
        var orsak = utfall == "ej-fragad" ? Form.Text("orsak") : null;
        var svar = await Utfor(new BesvaraValdsfraga(Nummer, Form.Version(), utfall, orsak, dag.Value), Falten);
        if (!svar.Failed) GaTill(Delval.Adress(Nummer, Delval.Vald), utfall == "ej-fragad" ? "Noterat: frågan är inte ställd. Ställ den när det går." : "Noterat: frågan är ställd.");
    }

    private async Task TaEmotBedomning()
    {
        var skrivet = new SkrivBedomning(Nummer, Form.Version(), Form.Text("samladBedomning"), Form.Text("relateradeFaktorer"), Form.Text("barnperspektiv"));
        if (Krockval.Finns(Form, Bedomningsfalt))
        {
            if (await Fraga(new HamtaUtredning(Nummer)) is not { Bedomning: var deras }) return;
            if (deras.Rev == skrivet.Rev)
            {
                skrivet = skrivet with
                {
                    SamladBedomning = Krockval.Av(Form, "samladBedomning", skrivet.SamladBedomning, deras.SamladBedomning),
                    RelateradeFaktorer = Krockval.Av(Form, "relateradeFaktorer", skrivet.RelateradeFaktorer, deras.RelateradeFaktorer),
                    Barnperspektiv = Krockval.Av(Form, "barnperspektiv", skrivet.Barnperspektiv, deras.Barnperspektiv),
                };
            }
        }
        var svar = await Utfor(skrivet, Falten);
        if (!svar.Failed) GaTill(Delval.Adress(Nummer, Delval.Bedomning), $"Bedömningen är sparad {Datumtext.Klocka(svar.Value.Tid)}. {svar.Value.Notis}".TrimEnd());
    }

    private async Task TaEmotResten()
    {
        var svar = await Utfor(new MarkeraRestenEjAktuell(Nummer), Falten);
        if (!svar.Failed)
            GaTill(Delval.Adress(Nummer, Delval.Avsluta), svar.Value.Antal == 1 ? "Ett livsområde är markerat som ej aktuellt." : $"{svar.Value.Antal} livsområden är markerade som ej aktuella.");
    }

    private async Task TaEmotTillagg()
    {
        if (Form.Text("text") is null) Form.Fela("text", "Skriv vad som har kommit fram.");
        if (Form.Text("kalla") is null) Form.Fela("kalla", "Skriv vem som har berättat det eller vilken handling det står i.");
        if (Form.Dag("dag") is null) Form.Fela("dag", "Skriv vilken dag.");
        if (Form.HarFel) return;
        var nySokt = Form.Tal("nySokt");
        if (Form.HarFel) return;
        var svar = await Utfor(
            new SkrivTillagg(Nummer, Form.Version(), Form.Text("text"), Form.Text("kalla"), Form.Dag("dag"), Form.Text("andrar") is null ? null : Form.Heltal("andrar"), nySokt,
                Guid.TryParse(Form.Text("andratAv"), out var ombud) ? ombud : null),
            Tillaggsfalten);
        if (!svar.Failed) GaTill(Delval.Adress(Nummer, Delval.Tillagg), "Tillägget är sparat. Kommunicera det med personen innan beslutet.");
    }

    private async Task TaEmotAvslut()
    {
        if (!Guid.TryParse(Form.Text("uppgift"), out var uppgift)) return;
        var svar = await Utfor(new AvslutaUtredning(uppgift, Form.Version(), Form.Text("skalForObeskrivna"), Nummer), Falten);
        if (!svar.Failed) GaTill(svar.Value.Nasta, svar.Value.Kvittens);
    }
}
