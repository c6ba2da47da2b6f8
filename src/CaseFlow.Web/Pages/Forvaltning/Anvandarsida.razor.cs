using CaseFlow.Application;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Forvaltning;

/// <summary>One who works here: her assignments, what is proposed, and her account.</summary>
public sealed partial class Anvandarsida
{
    private const string Sluta = "sluta";

    private static readonly Dictionary<string, string> Forslagsfalten = new(StringComparer.Ordinal)
    {
        ["SKAL_SAKNAS"] = "skal", ["TEXT_FOR_LANG"] = "skal", ["ROLL_GES_INTE"] = "roll", ["UPPDRAG_FINNS"] = "roll", ["DELEGAT_FOR_HOG"] = "delegat",
        ["PERIOD_BAKLANGES"] = "tom", ["UPPDRAG_SLUT_BAKAT"] = "tom",
    };

    [Parameter] public long Id { get; set; }

    private AnvandarSvar? Svar { get; set; }

    protected override Task TaEmot(string blankett) => blankett.Split('-') switch
    {
        ["foresla"] => Foresla(),
        [Sluta, var nr] => Avsluta("sista" + nr),
        ["nollstall"] => Gor(new NollstallTvasteg(null, Id), "Appen är borttagen. En ny läggs upp vid nästa inloggning."),
        ["losenord"] => Gor(
            new NollstallLosenord(null, Form.Hemligt("tillfalligt"), Id), "Lösenordet är ändrat. Användaren väljer ett eget vid nästa inloggning.", ("LOSENORD_FOR_KORT", "tillfalligt")),
        ["stang"] => Stang(),
        _ when Forslagskort.Svar(blankett, Form) is var (anrop, falt) =>
            Gor(anrop, anrop.Godkann ? "Uppdraget är godkänt och gäller. Användaren loggar in på nytt." : "Förslaget är borta.", ("SKAL_SAKNAS", falt), ("TEXT_FOR_LANG", falt)),
        _ => Task.CompletedTask,
    };

    protected override async Task Visa() => Svar = await Fraga(new HamtaAnvandare(Id));

    private async Task Foresla()
    {
        var roll = Rollval.Roll(Form.Text("roll"));
        if (roll is null) Form.Fela("roll", "Välj en roll.");
        if (Form.Dag("from") is not { } from)
        {
            Form.Fela("from", "Skriv från vilken dag.");
            return;
        }
        var tom = Form.Dag("tom");
        if (Form.HarFel || roll is not { } vald) return;
        var svar = await Utfor(
            new ForeslaUppdrag(Id, Form.Heltal("enhet"), vald, Rollval.Niva(Form.Text("delegat")) ?? Uppdragsregel.Hogst(vald), from, tom, Form.Text("skal")), Forslagsfalten);
        if (!svar.Failed) GaTill($"/forvaltning/anvandare/{Id}", "Uppdraget är föreslaget. Det gäller när någon annan har godkänt det.");
    }

    private async Task Avsluta(string falt)
    {
        var sista = Form.Dag(falt);
        if (Form.HarFel || Rollval.Roll(Form.Text("roll")) is not { } roll || Form.Dag("from") is not { } from) return;
        await Gor(
            new AvslutaUppdrag(Id, Form.Heltal("enhet"), roll, from, sista), sista is null ? "Uppdraget är avslutat." : $"Uppdraget slutar {Datumtext.MedAr(sista.Value)}.",
            ("UPPDRAG_SLUT_BAKAT", falt), ("UPPDRAG_FORLANGS_INTE", falt), ("SISTA_FORVALTAREN", falt));
    }

    private Task Stang()
    {
        if (Form.Ikryssad("bekrafta")) return Gor(new StangAnvandare(null, Id), "Kontot är stängt.");
        Form.Fela("bekrafta", "Kryssa i att det är rätt person.");
        return Task.CompletedTask;
    }

    private async Task Gor(IRequest<Result<Done>> andring, string kvittens, params (string Kod, string Falt)[] falt)
    {
        var svar = await Utfor(andring, falt.ToDictionary(f => f.Kod, f => f.Falt, StringComparer.Ordinal));
        if (!svar.Failed) GaTill($"/forvaltning/anvandare/{Id}", kvittens);
    }

    private static string Period(DateOnly from, DateOnly? tom) => tom is { } slut ? $"{Datumtext.MedAr(from)} – {Datumtext.MedAr(slut)}" : $"från {Datumtext.MedAr(from)}";
}

/// <summary>Roles and levels as choices of a form.</summary>
internal static class Rollval
{
    public static IReadOnlyList<Alternativ> Roller { get; } = [.. Uppdragsregel.Givbara.Select(r => new Alternativ(r.ToString(), Rolltext.Av(r)))];

    public static IReadOnlyList<Alternativ> Nivaer { get; } =
        [.. new[] { Delegatniva.Ingen, Delegatniva.Handlaggare, Delegatniva.BitradandeChef, Delegatniva.Chef }.Select(n => new Alternativ(n.ToString(), Rolltext.Av(n)))];

    public static Roll? Roll(string? text) => Uppdragsregel.Givbara.Cast<Roll?>().FirstOrDefault(r => r.ToString() == text);

    public static Delegatniva? Niva(string? text) => Enum.TryParse<Delegatniva>(text, out var niva) && Enum.IsDefined(niva) ? niva : null;
}
