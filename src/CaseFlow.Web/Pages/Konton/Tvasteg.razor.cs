using CaseFlow.Data.Identitet;
using CaseFlow.Web.Auth;
using CaseFlow.Web.Pages.Delar;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Pages.Konton;

public sealed partial class Tvasteg
{
    private readonly List<Faltfel> _fel = [];
    private Konto? _konto;

    [Inject] private UserManager<Konto> Konton { get; set; } = default!;

    [Inject] private Tvastegsbyte Byte { get; set; } = default!;

    [Inject] private Sessionskrav Krav { get; set; } = default!;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "sla-pa", Name = "kod")] private string? KodPa { get; set; }

    [SupplyParameterFromForm(FormName = "stang-av", Name = "kod")] private string? KodAv { get; set; }

    private IReadOnlyList<Faltfel> Fel => _fel;

    private string? KodFel => FelFor("kod");

    [SupplyParameterFromForm(FormName = "sla-pa", Name = "losenord")] private string? Losenord { get; set; }

    [Inject] private Losenordsprov Prov { get; set; } = default!;

    private bool Pa { get; set; }

    private bool MasteLaggasUpp => Krav.Tvasteg && !Pa;

    private string? Kvittens { get; set; }

    /// <summary>A new key in groups of four, to be typed into an app. Empty when a code has been sent: then the key shown before it is tried.</summary>
    private string Nyckel { get; set; } = "";

    protected override async Task OnInitializedAsync()
    {
        _konto = await Konton.GetUserAsync(Http.User);
        if (_konto is null) return;
        Pa = await Byte.Pa(_konto);
        if (!Pa && !HttpMethods.IsPost(Http.Request.Method)) await VisaNyckel(_konto);
    }

    /// <summary>Whoever sits at someone else's open session could else lock her out with an app of her own.</summary>
    private async Task SlaPa()
    {
        if (_konto is null || Pa) return;
        if (await Prov.Hinder(Losenord ?? "") is { } fel) _fel.Add(new("losenord", fel.Fields is [var falt, ..] ? falt.Text : fel.Text));
        else await Satt(true, KodPa, "Två steg är på. Nästa gång du loggar in frågar vi efter koden.");
    }

    private string? FelFor(string falt) => _fel.Find(f => f.Falt == falt)?.Text;

    private Task StangAv() => Satt(false, KodAv, "Två steg är avstängt. Ta bort kontot i appen.");

    private async Task Satt(bool pa, string? kod, string kvittens)
    {
        if (_konto is null || Pa == pa) return;
        switch (await Byte.Satt(_konto, pa, kod))
        {
            case Bytessvar.Klart:
                (Pa, Kvittens) = (pa, kvittens);
                if (!pa) Navigering.NavigateTo(Sessionsregler.TvastegSida);
                break;
            case Bytessvar.FelKod:
                _fel.Add(new("kod", "Koden stämmer inte, eller har redan använts. Vänta på nästa kod och försök igen."));
                break;
            case Bytessvar.Utelast:
                _fel.Add(new("kod", "För många försök. Vänta tio minuter och försök igen, eller be förvaltningen om hjälp."));
                break;
            case Bytessvar.GickInte:
                _fel.Add(new("", "Ändringen kunde inte sparas och gäller därför inte. Försök igen om en stund."));
                break;
        }
    }

    private async Task VisaNyckel(Konto konto) =>
        Nyckel = string.Join(' ', (await Byte.NyNyckel(konto) ?? "").Chunk(4).Select(del => new string(del)));

    [Inject] private NavigationManager Navigering { get; set; } = default!;
}
