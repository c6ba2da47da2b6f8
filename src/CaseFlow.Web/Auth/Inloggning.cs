using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain.Behorigheter;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Auth;

/// <summary>Signing in with a built-in account: password, then the code of the app when the account has one. Every try is audited.</summary>
public sealed class Inloggning(SignInManager<Konto> inloggning, UserManager<Konto> konton, IAnropare anropare, IAktorkalla aktorer, TimeProvider tid)
{
    /// <summary>First step. Wrong name and wrong password give the same answer.</summary>
    public async Task<Inloggningssvar> Losenord(string anvandarnamn, string losenord)
    {
        var konto = await konton.FindByNameAsync(anvandarnamn);
        if (konto is null)
        {
            // Samma arbete som för ett konto som finns, så att svarstiden inget avslöjar.
            konton.PasswordHasher.HashPassword(new Konto(), losenord);
            return await Nekad(anvandarnamn, Inloggningshinder.FelUppgifter);
        }
        if (await Aktor(konto) is null) return await Nekad(anvandarnamn, Inloggningshinder.Avstangd);
        var svar = await inloggning.PasswordSignInAsync(konto, losenord, isPersistent: false, lockoutOnFailure: true);
        if (svar.RequiresTwoFactor) return Inloggningssvar.KravKod;
        if (svar.IsLockedOut) return await Nekad(anvandarnamn, Inloggningshinder.Utelast);
        return svar.Succeeded ? await Inloggad(konto) : await Nekad(anvandarnamn, Inloggningshinder.FelUppgifter);
    }

    /// <summary>Second step: the code of the app (TOTP).</summary>
    public async Task<Inloggningssvar> Kod(string kod)
    {
        if (await inloggning.GetTwoFactorAuthenticationUserAsync() is not { } konto) return Inloggningssvar.BorjaOm;
        var svar = await inloggning.TwoFactorAuthenticatorSignInAsync(
            kod.Replace(" ", "", StringComparison.Ordinal), isPersistent: false, rememberClient: false);
        if (svar.IsLockedOut) return await Nekad(konto.UserName ?? "", Inloggningshinder.Utelast);
        return svar.Succeeded ? await Inloggad(konto) : await Nekad(konto.UserName ?? "", Inloggningshinder.FelKod);
    }

    private Task<Aktor?> Aktor(Konto konto) => aktorer.ForAnvandare(konto.AnvandareId, tid.GetUtcNow(), CancellationToken.None);

    private async Task<Inloggningssvar> Inloggad(Konto konto)
    {
        // Kan inloggningen inte loggas gäller den inte.
        if (await Aktor(konto) is { } aktor && !(await anropare.Sand(new RegistreraInloggning(), aktor)).Failed) return Inloggningssvar.Inloggad;
        await inloggning.SignOutAsync();
        return Inloggningssvar.Otillganglig;
    }

    private async Task<Inloggningssvar> Nekad(string anvandarnamn, Inloggningshinder hinder)
    {
        var loggat = await anropare.Sand(new InloggningMisslyckades(anvandarnamn, hinder), Systemaktor.Den);
        if (loggat.Failed) return Inloggningssvar.Otillganglig;
        return hinder switch
        {
            Inloggningshinder.Utelast => Inloggningssvar.Utelast,
            Inloggningshinder.FelKod => Inloggningssvar.FelKod,
            Inloggningshinder.FelUppgifter or Inloggningshinder.Avstangd => Inloggningssvar.FelUppgifter,
        };
    }
}

public enum Inloggningssvar { Inloggad, KravKod, FelUppgifter, FelKod, Utelast, BorjaOm, Otillganglig }
