using CaseFlow.Application.Behorigheter;
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

    [Inject] private SignInManager<Konto> Inloggningen { get; set; } = default!;

    [Inject] private Sandare Sandare { get; set; } = default!;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "sla-pa", Name = "kod")] private string? Kod { get; set; }

    private IReadOnlyList<Faltfel> Fel => _fel;

    private bool Pa { get; set; }

    private string? Kvittens { get; set; }

    /// <summary>The account's key in groups of four, to be typed into an app.</summary>
    private string Nyckel { get; set; } = "";

    protected override async Task OnInitializedAsync()
    {
        _konto = await Konton.GetUserAsync(Http.User);
        if (_konto is null) return;
        Pa = await Konton.GetTwoFactorEnabledAsync(_konto);
        if (Pa) return;
        var nyckel = await Konton.GetAuthenticatorKeyAsync(_konto);
        if (string.IsNullOrEmpty(nyckel))
        {
            await Konton.ResetAuthenticatorKeyAsync(_konto);
            nyckel = await Konton.GetAuthenticatorKeyAsync(_konto);
        }
        Nyckel = string.Join(' ', (nyckel ?? "").Chunk(4).Select(del => new string(del)));
    }

    private async Task SlaPa()
    {
        var kod = (Kod ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (_konto is null || !await Konton.VerifyTwoFactorTokenAsync(_konto, Konton.Options.Tokens.AuthenticatorTokenProvider, kod))
        {
            _fel.Add(new("kod", "Koden stämmer inte. Vänta på nästa kod och försök igen."));
            return;
        }
        await Satt(true, "Två steg är på. Nästa gång du loggar in frågar vi efter koden.");
    }

    private Task StangAv() => Satt(false, "Två steg är avstängt.");

    private async Task Satt(bool pa, string kvittens)
    {
        if (_konto is null) return;
        if ((await Sandare.Sand(new RegistreraTvasteg(pa), Http.RequestAborted)).Failed)
        {
            _fel.Add(new("", "Ändringen kunde inte loggas och gäller därför inte. Försök igen om en stund."));
            return;
        }
        await Konton.SetTwoFactorEnabledAsync(_konto, pa);
        if (!pa) await Konton.ResetAuthenticatorKeyAsync(_konto);
        await Inloggningen.RefreshSignInAsync(_konto);
        (Pa, Kvittens) = (pa, kvittens);
    }
}
