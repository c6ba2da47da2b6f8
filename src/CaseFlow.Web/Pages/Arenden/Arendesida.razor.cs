using CaseFlow.Application;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Insatser;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Personer;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>The ärende: where it stands, what is to be done, what was said and decided, and what else may happen to it.</summary>
public sealed partial class Arendesida
{
    /// <summary>The choice that takes back everything, where the others are ids.</summary>
    internal const string HelaAnsokan = "allt";

    private static readonly Dictionary<string, string> Falten = new(StringComparer.Ordinal)
    {
        ["ANKOMSTDAG_SKAL_SAKNAS"] = "ankomstdagSkal",
        ["SKAL_SAKNAS"] = "visaSkal",
        ["skal"] = "omfordelaSkal",
        ["ANSOKT_INSATS_OKAND"] = "atertas",
        ["ATERTAGEN_I_FRAMTIDEN"] = "atertagenDag",
        ["ATERTAGEN_FORE_ANKOMST"] = "atertagenDag",
        ["FLYTT_I_FRAMTIDEN"] = "flyttdag",
        ["SVAR_SAKNAS"] = "svar",
        ["DELGIVEN_FORE_UTSKICK"] = "delgivenDag",
        ["SVAR_FORE_UTSKICK"] = "svarsdag",
    };

    private static readonly Dictionary<string, string> Skyddsfalten = new(StringComparer.Ordinal)
    {
        ["SKAL_SAKNAS"] = "skyddSkal",
        ["TEXT_FOR_LANG"] = "skyddSkal",
        ["SKYDD_OFORANDRAT"] = "skydd",
        ["SKYDD_SANKS_AV_CHEF"] = "skydd",
    };

    private static readonly Dictionary<string, string> Javsfalten = new(StringComparer.Ordinal) { ["JAV_ORSAK_SAKNAS"] = "javOrsak", ["TEXT_FOR_LANG"] = "javOrsak" };
    private static readonly Dictionary<string, string> Delgivningsfalten = new(StringComparer.Ordinal)
    {
        ["SKAL_SAKNAS"] = "delgivenSkal", ["TEXT_FOR_LANG"] = "delgivenSkal", ["DELGIVNING_SAMMA_DAG"] = "nyDelgivenDag", ["DELGIVEN_FORE_UTSKICK"] = "nyDelgivenDag",
        ["DELGIVEN_FORE_BESLUT"] = "nyDelgivenDag",
    };

    private static readonly Dictionary<string, string> Havfalten = new(StringComparer.Ordinal) { ["SKAL_SAKNAS"] = "havDodsfallSkal", ["TEXT_FOR_LANG"] = "havDodsfallSkal" };
    private static readonly Dictionary<string, string> Sparrfalten = new(StringComparer.Ordinal) { ["SKAL_SAKNAS"] = "sparrSkal", ["TEXT_FOR_LANG"] = "sparrSkal" };


    [Parameter] public string Nummer { get; set; } = "";

    /// <summary>The chef came here to assign the ärende: its box is open.</summary>
    [SupplyParameterFromQuery(Name = "visa")] public string? VisaFraga { get; set; }

    [SupplyParameterFromQuery(Name = "fordela")] public string? Fordela { get; set; }

    protected override string? Arendenummer => Nummer;

    private ArendeSvar? Svar { get; set; }

    private IReadOnlyList<Alternativ> Handlaggare { get; set; } = [];

    protected override Task TaEmot(string blankett) => blankett switch
    {
        "aterta" => Aterta(),
        "dodsfall" => Dodsfall(),
        "avliden" => AvslutaForAvliden(),
        "delgivning" => MedDag("delgivenDag", "Skriv vilken dag personen fick del av beslutet.", dag => Gor(
            new RegistreraDelgivning(Nummer, dag), "Det är noterat när personen fick del av beslutet. Sista dagen att överklaga räknas därifrån.")),
        "andra-delgivning" => MedDag("nyDelgivenDag", "Skriv vilken dag personen fick del av beslutet.", dag => Gor(
            new AndraDelgivning(Nummer, Form.Version(), dag, Form.Text("delgivenSkal")), "Dagen är ändrad. Sista dagen att överklaga är räknad från den nya.", Delgivningsfalten)),
        "hav-dodsfall" => HavDodsfall(),
        "svar" => MedDag("svarsdag", "Skriv vilken dag svaret kom.", dag => Gor(
            new RegistreraSvar(Nummer, Form.Version(), dag, Form.Text("svar"), Ombud("svarAv")), "Svaret är sparat och hör till underlaget för beslutet.", Ombudsfalt("svarAv"))),
        "flytt" => MedDag("flyttdag", "Skriv vilken dag personen flyttade.", dag => Gor(
            new RegistreraFlytt(Nummer, Form.Version(), dag), "Flytten är registrerad. Det du ska ta ställning till ligger bland det som ska göras.")),
        "foljupp" => Gor(new FoljUppNu(Nummer, Form.Version(), Form.Heltal("insats")), "Uppföljningen ligger nu bland det som ska göras."),
        "ankomstdag" => MedDag("ankomstdag", "Skriv vilken dag ansökan kom in.", dag => Gor(
            new AndraAnkomstdag(Nummer, Form.Version(), dag, Form.Text("ankomstdagSkal") ?? ""), "Ankomstdagen är ändrad.")),
        "omfordela" => Gor(
            new Omfordela(Nummer, Form.Version(), Form.Heltal("handlaggare"), Form.Text("omfordelaSkal") ?? ""), "Ärendet är flyttat till en annan handläggare."),
        "skydd" => Gor(
            new AndraSkydd(Nummer, Form.Version(), Skyddskoder.Tolka(Form.Text("skydd")), Form.Text("skyddSkal")),
            "Skyddet är ändrat och gäller i alla personens ärenden.", Skyddsfalten),
        "visa" => Gor(new VisaSkyddadeUppgifter(Nummer, Form.Text("visaSkal") ?? ""), "Uppgifterna visas i fem minuter. Visningen är loggad med ditt skäl."),
        "jav" => AnmalJav(),
        "sparr" => SparraMig(),
        _ when blankett.StartsWith(Vantanruta.Vanta, StringComparison.Ordinal) && Guid.TryParse(blankett[Vantanruta.Vanta.Length..], out var uppgift) => Vanta(uppgift),
        _ when blankett.StartsWith(Vantanruta.TaUpp, StringComparison.Ordinal) && Guid.TryParse(blankett[Vantanruta.TaUpp.Length..], out var uppgift) => Gor(
            new TaUrVantan(uppgift, Form.Version(), Nummer), "Uppgiften är framme igen."),
        _ => Task.CompletedTask,
    };

    protected override async Task Visa()
    {
        Svar = await Fraga(new HamtaArende(Nummer));
        if (Svar is not { Atgarder.Omfordela: true }) return;
        var val = await Sandare.Sand(new HamtaHandlaggarval(Nummer), Http.RequestAborted);
        if (!val.Failed) Handlaggare = val.Value.Handlaggare;
    }

    private async Task AnmalJav()
    {
        var svar = await Utfor(new AnmalJav(Nummer, Form.Text("javOrsak")), Javsfalten);
        if (!svar.Failed) GaTill("/arenden", $"Jävet i ärende {Nummer} är anmält. Chefen prövar det.");
    }

    private async Task SparraMig()
    {
        var svar = await Utfor(new SparraFranPerson(Nummer, null, Form.Text("sparrSkal")), Sparrfalten);
        if (!svar.Failed) GaTill("/konto/sparrar", "Spärren är registrerad. Inget av personens ärenden finns för dig.");
    }

    private async Task Gor(IRequest<Result<Done>> andring, string kvittens, IReadOnlyDictionary<string, string>? falt = null)
    {
        var svar = await Utfor(andring, falt ?? Falten);
        if (!svar.Failed) GaTill($"/arenden/{Nummer}", kvittens);
    }

    private Guid? Ombud(string falt) => Guid.TryParse(Form.Text(falt), out var id) ? id : null;

    /// <summary>What is said against the ombud stands where the ombud was chosen.</summary>
    private static Dictionary<string, string> Ombudsfalt(string falt) =>
        new(Falten.Concat(Ombudsregel.Koder.Select(k => new KeyValuePair<string, string>(k, falt))), StringComparer.Ordinal);

    private Task Aterta()
    {
        if (Form.Text("atertas") is null) Form.Fela("atertas", "Välj vad personen tar tillbaka.");
        return MedDag("atertagenDag", "Skriv vilken dag personen sa det.", dag =>
            Form.HarFel ? Task.CompletedTask
            : Form.Text("atertas") == HelaAnsokan ? Gor(
                new AtertaAnsokan(Nummer, Form.Version(), dag, Form.Text("atertagenSatt"), Ombud("atertagenAv")), "Ansökan är återtagen och ärendet avslutat.", Ombudsfalt("atertagenAv"))
            : Gor(
                new AtertaInsats(Nummer, Form.Version(), Form.Heltal("atertas"), dag, Form.Text("atertagenSatt"), Ombud("atertagenAv")), "Insatsen är återtagen. Ärendet fortsätter med resten.", Ombudsfalt("atertagenAv")));
    }

    private Task Vanta(Guid uppgift)
    {
        var tillagg = Vantanruta.Tillaggfor(uppgift);
        var vaknar = Form.Dag("vaknar" + tillagg);
        return Form.HarFel ? Task.CompletedTask : Gor(
            new LaggIVantan(uppgift, Form.Version(), Form.Text("orsak" + tillagg), vaknar, Form.Text("vantaText" + tillagg), Nummer), "Uppgiften väntar. Den kommer upp igen den dag du valde.",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["orsak"] = "orsak" + tillagg, ["vaknar"] = "vaknar" + tillagg, ["text"] = "vantaText" + tillagg });
    }

    private Task Dodsfall()
    {
        if (Form.Text("dodBekraftat") is null) Form.Fela("dodBekraftat", "Kryssa i att du har kontrollerat vem det gäller: alla personens ärenden och insatser avslutas.");
        return MedDag("dodsdag", "Skriv vilken dag personen dog.", dag => Form.HarFel ? Task.CompletedTask : Gor(
            new RegistreraDodsfall(Nummer, Form.Version(), dag), "Dödsfallet är registrerat. Personens ärenden och insatser är avslutade."));
    }

    private async Task HavDodsfall()
    {
        var svar = await Utfor(new HavDodsfall(Nummer, Form.Version(), Form.Text("havDodsfallSkal")), Havfalten);
        if (svar.Failed) return;
        var kvar = string.Join("; ", svar.Value.Avslutade.Select(a =>
            $"{a.Nummer}{(a.Insatser.Count > 0 ? $" ({string.Join(", ", a.Insatser.Select(Datumtext.MedLitenBokstav))})" : null)}{(a.Handlaggare is { } vem ? $", {vem}" : null)}"));
        GaTill($"/arenden/{Nummer}", $"Dödsfallet är hävt.{(kvar.Length > 0 ? $" Det här avslutades då och är inte återupptaget: {kvar}. Säg till handläggaren." : null)}");
    }

    private Task AvslutaForAvliden()
    {
        if (Form.Text("avlidenBekraftat") is not null)
            return Gor(new RegistreraDodsfall(Nummer, Form.Version(), null), "Ärendet är avslutat: personen har avlidit.");
        Form.Fela("avlidenBekraftat", "Kryssa i att du har kontrollerat vem det gäller.");
        return Task.CompletedTask;
    }

    private Task MedDag(string falt, string saknas, Func<DateOnly, Task> gor)
    {
        if (Form.Dag(falt) is { } dag) return gor(dag);
        Form.Fela(falt, saknas);
        return Task.CompletedTask;
    }
}
