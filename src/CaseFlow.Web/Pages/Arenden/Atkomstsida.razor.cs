using System.Globalization;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Domain;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>For the chef: who reaches the ärende, who may not, and who has been in.</summary>
public sealed partial class Atkomstsida
{
    [Parameter] public string Nummer { get; set; } = "";

    protected override string? Arendenummer => Nummer;

    private ArendeatkomstSvar? Svar { get; set; }

    protected override Task TaEmot(string blankett) => blankett.Split('-') switch
    {
        ["registrera"] => Gor(
            new RegistreraJav(Nummer, Form.Version(), Form.Heltal("javAnvandare"), Form.Text("javOrsak")), "Jävet är registrerat.",
            ("JAV_ORSAK_SAKNAS", "javOrsak"), ("TEXT_FOR_LANG", "javOrsak")),
        [Javskort.Star, var vem] => Gor(new ProvaJav(Nummer, Id(vem), Form.Version(), true, null), "Jävet står fast."),
        [Javskort.Havs, var vem] => Gor(
            new ProvaJav(Nummer, Id(vem), Form.Version(), false, Form.Text("havSkal" + vem)), "Jävet är hävt. Ärendet kan fördelas som förut.",
            ("SKAL_SAKNAS", "havSkal" + vem), ("TEXT_FOR_LANG", "havSkal" + vem)),
        ["sparra"] when Form.Heltal("sparrAnvandare") == 0 => Valj("sparrAnvandare", "Välj vem som ska spärras."),
        ["sparra"] => Gor(
            new SparraFranPerson(Nummer, Form.Heltal("sparrAnvandare"), Form.Text("sparrSkal")), "Spärren är registrerad.",
            ("SKAL_SAKNAS", "sparrSkal"), ("TEXT_FOR_LANG", "sparrSkal")),
        ["namnge"] => Gor(
            new NamngePerson(Nummer, Form.Heltal("namngiven"), Form.Text("namngeSkal")), "Namngivningen är sparad. Den som inte har ärendet skriver ändå ett skäl för att öppna det.",
            ("SKAL_SAKNAS", "namngeSkal"), ("TEXT_FOR_LANG", "namngeSkal"), ("REDAN_NAMNGIVEN", "namngiven")),
        [Namngivningskort.Bort, var vem] => Gor(
            new TaBortNamngiven(Nummer, Id(vem), Form.Text("bortSkal" + vem)), "Namngivningen är borttagen.",
            ("SKAL_SAKNAS", "bortSkal" + vem), ("TEXT_FOR_LANG", "bortSkal" + vem)),
        _ => Task.CompletedTask,
    };

    protected override async Task Visa() => Svar = await Fraga(new HamtaArendeatkomst(Nummer));

    private async Task Gor(IRequest<Result<Done>> andring, string kvittens, params (string Kod, string Falt)[] falt)
    {
        var svar = await Utfor(andring, falt.ToDictionary(f => f.Kod, f => f.Falt, StringComparer.Ordinal));
        if (!svar.Failed) GaTill($"/arenden/{Nummer}/atkomst", kvittens);
    }

    private Task Valj(string falt, string text)
    {
        Form.Fela(falt, text);
        return Task.CompletedTask;
    }

    private static long Id(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
