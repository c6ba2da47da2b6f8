using CaseFlow.Application;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Web.Pages.Delar.Uppgiftsformular;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Uppgifter;

/// <summary>Any task of a process: its form as the definition says, filled in as far as the ärende knows.</summary>
public sealed partial class Uppgiftssida
{
    private const string Namn = "uppgift";

    [Parameter] public Guid Id { get; set; }

    private UppgiftSvar? Svar { get; set; }

    private Dictionary<string, string> Fel => Form.FelI(Namn).ToDictionary(f => f.Falt, f => f.Text, StringComparer.Ordinal);

    protected override async Task TaEmot(string blankett)
    {
        var slutford = await Utfor(new SlutforUppgift(Id, Form.Version(), Svarsintag.Allt(Form.Allt)));
        if (!slutford.Failed) GaTill(slutford.Value.Nasta, slutford.Value.Kvittens);
    }

    protected override async Task Visa()
    {
        Svar = await Fraga(new HamtaUppgift(Id, Form.Ar(Namn) ? Svarsintag.Allt(Form.Allt) : null, MedUtkast: true));
        if (Svar is { Oppen: true }) Form.Fortsatt(Namn, Svar.Utkast);
        if (Svar is { Oppen: true, Formular: null }) GaTill(Svar.Uppgift.Lank);
    }

    /// <summary>Before the person is heard the material is to be sent; afterwards it is what she answered to.</summary>
    private bool VisarUnderlag => Svar?.Uppgift.Nod is "Kommunicera" or "TaEmotSynpunkter";

    /// <summary>"Beställ insatsen: hemtjänst, 5 timmar per vecka": a task about one of several insatser says which.</summary>
    private string Titel(string titel) => Svar?.Underlag.Insats is { } insats
        ? $"{titel}: {string.Join(", ", new[] { insats.Namn.ToLowerInvariant(), insats.Omfattning }.OfType<string>())}"
        : titel;

    private static bool Vaknat(UppgiftSvar svar) => svar.Uppgift.Frist.Lage is not FristLage.Vantar;

    /// <summary>What is waited for and until when, or that the day has come and nothing was heard.</summary>
    private static string Vantan(UppgiftSvar svar) => (svar.Uppgift.VantarText, svar.Uppgift.Frist.Datum) switch
    {
        (var text, { } dag) when Vaknat(svar) => $"{text} sedan tidigare, men dagen {Datumtext.Lang(dag)} har kommit. Hör av dig, och svara här när du vet.",
        (var text, { } dag) => $"{text}. Uppgiften vaknar av sig själv {Datumtext.Lang(dag)}, men du kan svara nu.",
        (var text, null) => $"{text}. Du kan svara nu.",
    };

    private static Dictionary<string, string[]> Ifyllda(UtkastVy utkast) => utkast.Falt
        .Select(f => (f.Key, Svar: f.Value.Where(v => v.Length > 0).ToArray())).Where(f => f.Svar.Length > 0).ToDictionary(f => f.Key, f => f.Svar, StringComparer.Ordinal);

    private IReadOnlyDictionary<string, string[]> Skickade(UppgiftSvar svar) =>
        svar.Formular is { } formular ? Svarsintag.Las(formular, Form.Allt) : new Dictionary<string, string[]>(StringComparer.Ordinal);
}
