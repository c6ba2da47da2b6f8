using CaseFlow.Web.Auth;
using CaseFlow.Web.Pages.Delar;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Pages.Konton;

/// <summary>Where the person is: first password, then the code from the app.</summary>
public enum Inloggningssteg { Losenord, Kod }

public sealed partial class LoggaIn
{
    private readonly List<Faltfel> _fel = [];

    [SupplyParameterFromForm(FormName = "logga-in", Name = "anvandarnamn")] private string? Anvandarnamn { get; set; }

    [SupplyParameterFromForm(FormName = "logga-in", Name = "losenord")] private string? Losenord { get; set; }

    [SupplyParameterFromForm(FormName = "logga-in", Name = "kod")] private string? Kod { get; set; }

    /// <summary>Where to go afterwards; only a path of ours (<see cref="EgenAdress"/>).</summary>
    [SupplyParameterFromQuery(Name = "till")] private string? Till { get; set; }

    private Inloggningssteg Steg { get; set; } = Inloggningssteg.Losenord;

    private IReadOnlyList<Faltfel> Fel => _fel;

    private string Adress => EgenAdress(Till) is { } till ? "/logga-in?till=" + Uri.EscapeDataString(till) : "/logga-in";

    private string? FelFor(string falt) => _fel.Find(f => f.Falt == falt)?.Text;

    /// <summary>A path on this site, or null: an address elsewhere is never followed.</summary>
    public static string? EgenAdress(string? till) =>
        till is ['/', ..] && !till.Split('?')[0].Split('#')[0].Contains("//", StringComparison.Ordinal) && !till.Contains('\\', StringComparison.Ordinal)
        && till.All(c => c is > ' ' and <= '~')
            ? till
            : null;

    /// <summary>What the authenticator answered, as JSON.</summary>
    [SupplyParameterFromForm(FormName = "logga-in-passkey", Name = "passkey")] private string? Passkey { get; set; }

    [Inject] private Passkeyinloggning Passkeys { get; set; } = default!;

    [Inject] private Inloggning Inloggning { get; set; } = default!;

    [Inject] private NavigationManager Navigering { get; set; } = default!;

    private async Task SkickaAsync()
    {
        if (Kod is null)
        {
            if (string.IsNullOrWhiteSpace(Anvandarnamn))
                _fel.Add(new("anvandarnamn", "Skriv ditt användarnamn."));
            if (string.IsNullOrEmpty(Losenord))
                _fel.Add(new("losenord", "Skriv ditt lösenord."));
        }
        else if (string.IsNullOrWhiteSpace(Kod))
        {
            Steg = Inloggningssteg.Kod;
            _fel.Add(new("kod", "Skriv koden från din app."));
        }

        if (_fel.Count == 0)
            Svara(Kod is null ? await Inloggning.Losenord(Anvandarnamn!.Trim(), Losenord!) : await Inloggning.Kod(Kod));
    }

    private async Task MedPasskeyAsync() =>
        Svara(string.IsNullOrWhiteSpace(Passkey) ? Inloggningssvar.FelPasskey : await Passkeys.LoggaIn(Passkey));

    /// <summary>Where one was going, or the page that is one's own: not everybody has Idag.</summary>
    private string Vidare => EgenAdress(Till) is { } till && till != "/idag" ? till : "/";

    private void Svara(Inloggningssvar svar)
    {
        switch (svar)
        {
            case Inloggningssvar.Inloggad:
                Navigering.NavigateTo(Vidare);
                break;
            case Inloggningssvar.KravTvasteg:
                Navigering.NavigateTo(Sessionsregler.TvastegSida);
                break;
            case Inloggningssvar.KravKod:
                Steg = Inloggningssteg.Kod;
                break;
            case Inloggningssvar.FelUppgifter:
                _fel.Add(new("anvandarnamn", "Användarnamnet eller lösenordet stämmer inte, eller så har det blivit för många försök. Vänta i så fall tio minuter, eller be förvaltningen om hjälp."));
                break;
            case Inloggningssvar.FelKod:
                Steg = Inloggningssteg.Kod;
                _fel.Add(new("kod", "Koden stämmer inte. Vänta på nästa kod och försök igen."));
                break;
            case Inloggningssvar.FelPasskey:
                _fel.Add(new("", "Nyckeln känns inte igen. Logga in med lösenord, eller be förvaltningen om hjälp."));
                break;
            case Inloggningssvar.Utelast:
                _fel.Add(new("anvandarnamn", "För många försök. Vänta tio minuter och försök igen, eller be förvaltningen om hjälp."));
                break;
            case Inloggningssvar.BorjaOm:
                _fel.Add(new("anvandarnamn", "Det tog för lång tid. Logga in från början."));
                break;
            case Inloggningssvar.Otillganglig:
                _fel.Add(new("", "Det går inte att logga in just nu, eftersom loggen inte kan skrivas. Försök igen om en stund."));
                break;
        }
    }
}
