using CaseFlow.Application.Personer;
using CaseFlow.Domain;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Personer;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Personer;

/// <summary>Who speaks for the person, what she has consented to and who is near to her.</summary>
public sealed partial class Personsida
{
    [Parameter] public string Nummer { get; set; } = "";

    protected override string? Arendenummer => Nummer;

    private PersonaktSvar? Svar { get; set; }

    protected override Task TaEmot(string blankett) => blankett.Split('-')[0] switch
    {
        "nyttombud" => NyttOmbud(),
        "styrk" when blankett.Contains('-', StringComparison.Ordinal) => Styrk(),
        "avslutaombud" when blankett.Contains('-', StringComparison.Ordinal) => AvslutaOmbudet(),
        "samtycke" => Samtycket(),
        "aterkalla" when blankett.Contains('-', StringComparison.Ordinal) => Aterkalla(),
        "narstaende" => Gor(
            new LaggTillNarstaende(Nummer, Form.Text("narstaendeNamn"), Tolka<Relation>("relation"), Form.Text("narstaendeTelefon"), Tolka<Kontaktlov>("kontakt"), Form.Text("narstaendeUpplysning")),
            "Den närstående är tillagd.", ("namn", "narstaendeNamn"), ("upplysning", "narstaendeUpplysning")),
        "avslutanarstaende" => Gor(new AvslutaNarstaende(Nummer, Id(), Form.Version()), "Uppgiften gäller inte längre. Den står bland det som varit."),
        _ => Task.CompletedTask,
    };

    protected override async Task Visa() => Svar = await Fraga(new HamtaPersonakt(Nummer));

    private Task NyttOmbud()
    {
        var (from, tom, roll) = (Form.Dag("ombudFrom"), Form.Dag("ombudTom"), OmbudRoller.Tolka(Form.Text("ombudRoll")));
        var omfattning = roll is { } grund && grund.ArFullmakt() ? "ombudFullmakt" : "ombudOmfattning";
        return Form.HarFel ? Task.CompletedTask : Gor(
            new RegistreraOmbud(
                Nummer, Form.Text("ombudNamn"), roll, Form.Text("ombudTelefon"), Form.Alla(omfattning), from, tom,
                Form.Ikryssad("ombudBaraHar"), Form.Text("ombudUnderlag")),
            "Ombudet är registrerat.", ("namn", "ombudNamn"), ("roll", "ombudRoll"), ("omfattning", omfattning), ("tom", "ombudTom"), ("underlag", "ombudUnderlag"));
    }

    private Task Styrk()
    {
        string[] falt = [Radens("styrkUnderlag"), Radens("styrkOmfattning"), Radens("styrkFrom"), Radens("styrkTom")];
        var (from, tom) = (Form.Dag(falt[2]), Form.Dag(falt[3]));
        return Form.HarFel ? Task.CompletedTask : Gor(
            new StyrkOmbud(Nummer, Id(), Form.Version(), Form.Text(falt[0]), Form.Alla(falt[1]), from, tom),
            "Behörigheten är styrkt.", ("underlag", falt[0]), ("omfattning", falt[1]), ("tom", falt[3]));
    }

    private Task AvslutaOmbudet()
    {
        var (falt, skal) = (Radens("upphort"), Radens("upphortSkal"));
        var sista = Form.Dag(falt);
        return Form.HarFel ? Task.CompletedTask : Gor(
            new AvslutaOmbud(Nummer, Id(), Form.Version(), sista, Form.Text(skal)), "Uppdraget är avslutat.", ("upphort", falt), ("upphortSkal", skal));
    }

    private Task Samtycket()
    {
        var (dag, tom) = (Form.Dag("samtyckeDag"), Form.Dag("samtyckeTom"));
        return Form.HarFel ? Task.CompletedTask : Gor(
            new NoteraSamtycke(
                Nummer, Tolka<Samtyckesandamal>("andamal"), Form.Text("mottagare"), Form.Text("samtyckeUpplysning"), Tolka<Samtyckessatt>("satt"), dag, tom,
                Guid.TryParse(Form.Text("av"), out var ombud) ? ombud : null),
            "Samtycket är antecknat.",
            [("dag", "samtyckeDag"), ("tom", "samtyckeTom"), ("upplysning", "samtyckeUpplysning"), .. Ombudsregel.Koder.Select(k => (k, "av"))]);
    }

    private Task Aterkalla()
    {
        var (falt, hur) = (Radens("aterkallatDag"), Radens("aterkallatHur"));
        var dag = Form.Dag(falt);
        return Form.HarFel ? Task.CompletedTask : Gor(
            new AterkallaSamtycke(Nummer, Id(), Form.Version(), dag, Form.Text(hur)), "Samtycket är återkallat.", ("aterkallatDag", falt), ("aterkallatHur", hur));
    }

    private async Task Gor<T>(IRequest<Result<T>> andring, string kvittens, params (string Fran, string Till)[] falt)
    {
        var svar = await Utfor(andring, falt.ToDictionary(f => f.Fran, f => f.Till, StringComparer.Ordinal));
        if (!svar.Failed) GaTill($"/arenden/{Nummer}/personen", kvittens);
    }

    private Guid Id() => Guid.TryParse(Form.Text("id"), out var id) ? id : Guid.Empty;

    /// <summary>A field of the row's own form: the form's name ends with the row's key, and so does the field's.</summary>
    private string Radens(string falt) => falt + Form.Namn![Form.Namn!.IndexOf('-', StringComparison.Ordinal)..];

    private T? Tolka<T>(string falt)
        where T : struct, Enum => Form.Heltal(falt) is > 0 and < 100 and var varde ? (T)Enum.ToObject(typeof(T), (int)varde) : null;
}
