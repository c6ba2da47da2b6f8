using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Domain.Arenden;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Beslutsfattande;

/// <summary>The proposal per insats, and the decision. What may be decided and by whom the use cases say.</summary>
public sealed partial class Beslutssida
{
    private const string FattaNod = "FattaBeslut";

    [Parameter] public string Nummer { get; set; } = "";

    [SupplyParameterFromQuery(Name = "insats")] public string? InsatsFraga { get; set; }

    /// <summary>"1": the one who decides changes the proposal first.</summary>
    [SupplyParameterFromQuery(Name = "andra")] public string? AndraFraga { get; set; }

    /// <summary>"1": the confirmation is shown.</summary>
    [SupplyParameterFromQuery(Name = "bekrafta")] public string? BekraftaFraga { get; set; }

    /// <summary>"1": the proposal is to be handed back.</summary>
    [SupplyParameterFromQuery(Name = "tillbaka")] public string? TillbakaFraga { get; set; }

    protected override string? Arendenummer => Nummer;

    private BeslutsunderlagSvar? Svar { get; set; }

    private ForslagVy? Vald { get; set; }

    private Beslutslage Lage { get; set; }

    private long? Insats => long.TryParse(InsatsFraga, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private bool Andra => AndraFraga == "1";

    protected override async Task TaEmot(string blankett)
    {
        if (blankett == "fatta") await Fatta();
        else if (blankett == "aterlamna") await Aterlamna();
        else if (blankett == Oseddakort.N) await NoteraObehovlig();
        else if (blankett == "till-chef") await LamnaTillChef();
        else if (blankett == Forslagsformular.Namn) await SparaEllerLamna();
    }

    protected override async Task Visa()
    {
        Svar = await Fraga(new HamtaBeslutsunderlag(Nummer));
        if (Svar is null) return;
        Lage = Valj(Svar);
        var sokt = Form.Ar(Forslagsformular.Namn) ? Form.Heltal("insats") : Insats;
        Vald = Forslagsformular.MedBrist(Form, Svar.Forslag)
            ?? Svar.Forslag.FirstOrDefault(f => f.AnsoktInsats == sokt)
            ?? Svar.Forslag.FirstOrDefault(f => f.Utfall is null) ?? Svar.Forslag[0];
        UtkastVy? Egna(Utkastplats plats) => Svar.Utkast?.FirstOrDefault(u => u.Plats == plats.Kod);
        Form.Fortsatt(Forslagsformular.Namn, Egna(Utkastplats.Forslag(Vald.AnsoktInsats)));
        if (Svar.Uppgift is { } uppgift) Form.Fortsatt("aterlamna", Egna(Utkastplats.Uppgift(uppgift)));
    }

    private Beslutslage Valj(BeslutsunderlagSvar svar)
    {
        if (svar.Forslag.All(f => f.Fattat)) return Beslutslage.Fattat;
        if (svar.Nod != FattaNod) return svar.KanSkriva ? Beslutslage.Skriver : svar.Uppgift is null ? Beslutslage.Last : Beslutslage.Lases;
        // Den som bara läser får se förslaget, men inga blanketter som hon inte kan använda.
        if ((Andra && svar.KanSkriva) || Form.Ar(Forslagsformular.Namn)) return Beslutslage.Skriver;
        if ((TillbakaFraga == "1" && svar.AktorFarAterlamna) || Form.Ar("aterlamna")) return Beslutslage.Aterlamnar;
        return (BekraftaFraga == "1" && Bekraftas(svar)) || Form.Ar("fatta") ? Beslutslage.Bekraftar : Beslutslage.VantarBeslut;
    }

    /// <summary>The actor may decide, or works in the ärende: who tries above her delegation is told who decides, and the try is in the trail.</summary>
    private static bool Bekraftas(BeslutsunderlagSvar svar) => svar.AktorFarBesluta || svar.KanSkriva || svar.AktorFarLamnaTillChef || svar.AktorFarAterlamna;

    private async Task SparaEllerLamna()
    {
        var (forslag, lamna) = (Forslagsformular.Las(Form, Nummer), Form.Text("gor") == "lamna");
        if (Form.HarFel) return;
        // Det som står i fälten är det som lämnas: är det ändrat sparas det först.
        var version = Form.Version("uppgiftVersion");
        if (!lamna || Form.Text("fingeravtryck") != Forslagsformular.Fingeravtryck(forslag))
        {
            var sparat = await Utfor(forslag, Forslagsformular.Falten);
            if (sparat.Failed) return;
            if (!lamna)
            {
                GaTill(Adress(forslag.AnsoktInsats), $"Förslaget är sparat {Datumtext.Klocka(sparat.Value.Tid)}.");
                return;
            }
            version = sparat.Value.UppgiftVersion ?? version;
        }
        if (!Guid.TryParse(Form.Text("uppgift"), out var uppgift)) return;
        var lamnat = await Utfor(new LamnaForslag(uppgift, version, Nummer));
        if (!lamnat.Failed) GaTill(lamnat.Value.Nasta, lamnat.Value.Kvittens);
    }

    private async Task Fatta()
    {
        if (!Guid.TryParse(Form.Text("uppgift"), out var uppgift)) return;
        var svar = await Utfor(new FattaBeslut(uppgift, Form.Version(), Nummer));
        if (!svar.Failed) GaTill(svar.Value.Nasta, svar.Value.Kvittens);
    }

    private async Task NoteraObehovlig()
    {
        var svar = await Utfor(
            new NoteraObehovlig(Nummer, Form.Version(), Form.Text("obehovligtSkal")),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["SKAL_SAKNAS"] = "obehovligtSkal", ["TEXT_FOR_LANG"] = "obehovligtSkal" });
        if (!svar.Failed) GaTill($"/arenden/{Nummer}/beslut", "Skälet är sparat och står bland det som gäller före beslutet.");
    }

    private async Task LamnaTillChef()
    {
        if (!Guid.TryParse(Form.Text("uppgift"), out var uppgift)) return;
        var svar = await Utfor(new LamnaTillChef(uppgift, Form.Version(), Nummer));
        if (!svar.Failed) GaTill(svar.Value.Nasta, svar.Value.Kvittens);
    }

    private async Task Aterlamna()
    {
        if (Form.Text("vag") is null) Form.Fela("vag", "Välj vart förslaget ska.");
        if (Form.Text("skal") is null) Form.Fela("skal", "Skriv varför förslaget lämnas tillbaka.");
        if (Form.HarFel || !Guid.TryParse(Form.Text("uppgift"), out var uppgift)) return;
        var svar = await Utfor(new AterlamnaForslag(uppgift, Form.Version(), Form.Text("vag")!, Form.Text("skal"), Nummer));
        if (!svar.Failed) GaTill(svar.Value.Nasta, svar.Value.Kvittens);
    }

    private string Adress(long insats) => $"/arenden/{Nummer}/beslut?insats={insats}" + (Andra ? "&andra=1" : "");
}
