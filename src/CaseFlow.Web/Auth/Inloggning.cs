using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Auth;

/// <summary>Signing in with a built-in account: password, then the code of the app when the account has one. Every try is audited.</summary>
internal sealed class Inloggning(
    SignInManager<Konto> inloggning, UserManager<Konto> konton, IAnropare anropare, IAktorkalla aktorer, TimeProvider tid, Forsokstak tak, Sessionskrav krav)
{
    /// <summary>First step. An unknown name, a wrong password, a closed account and too many tries give the same answer, after the same work.</summary>
    public async Task<Inloggningssvar> Losenord(string anvandarnamn, string losenord)
    {
        var konto = await konton.FindByNameAsync(anvandarnamn);
        if (await Hinder(anvandarnamn, konto) is { } hinder)
        {
            konton.PasswordHasher.HashPassword(new Konto(), losenord);
            return await Nekad(anvandarnamn, hinder, Inloggningssvar.FelUppgifter);
        }
        var svar = await inloggning.PasswordSignInAsync(konto!, losenord, isPersistent: false, lockoutOnFailure: true);
        if (svar.RequiresTwoFactor) return await Loggad(konto!, new RegistreraLosenord(), Inloggningssvar.KravKod);
        if (svar.Succeeded) return await Inloggad(konto!, krav.Tvasteg ? Inloggningssvar.KravTvasteg : Inloggningssvar.Inloggad);
        return await Nekad(anvandarnamn, svar.IsLockedOut ? Inloggningshinder.Utelast : Inloggningshinder.FelUppgifter, Inloggningssvar.FelUppgifter);
    }

    /// <summary>Second step: the code of the app (TOTP).</summary>
    public async Task<Inloggningssvar> Kod(string kod)
    {
        if (await inloggning.GetTwoFactorAuthenticationUserAsync() is not { } konto) return Inloggningssvar.BorjaOm;
        var namn = konto.UserName ?? "";
        if (tak.Fullt(namn)) return await Nekad(namn, Inloggningshinder.Utelast, Inloggningssvar.Utelast);
        var svar = await inloggning.TwoFactorAuthenticatorSignInAsync(
            kod.Replace(" ", "", StringComparison.Ordinal), isPersistent: false, rememberClient: false);
        if (svar.Succeeded) return await Inloggad(konto, Inloggningssvar.Inloggad);
        return svar.IsLockedOut
            ? await Nekad(namn, Inloggningshinder.Utelast, Inloggningssvar.Utelast) : await Nekad(namn, Inloggningshinder.FelKod, Inloggningssvar.FelKod);
    }

    /// <summary>Why the password is not even asked about.</summary>
    private async Task<Inloggningshinder?> Hinder(string anvandarnamn, Konto? konto)
    {
        if (tak.Fullt(anvandarnamn)) return Inloggningshinder.Utelast;
        if (konto is null) return Inloggningshinder.FelUppgifter;
        if (await Aktor(konto) is null) return Inloggningshinder.Avstangd;
        return await konton.IsLockedOutAsync(konto) ? Inloggningshinder.Utelast : null;
    }

    private Task<Aktor?> Aktor(Konto konto) => aktorer.ForAnvandare(konto.AnvandareId, tid.GetUtcNow(), CancellationToken.None);

    private Task<Inloggningssvar> Inloggad(Konto konto, Inloggningssvar svar) => Loggad(konto, new RegistreraInloggning(), svar);

    private async Task<Inloggningssvar> Loggad(Konto konto, ICommand<Done> steg, Inloggningssvar svar)
    {
        // Kan inloggningen inte loggas gäller den inte.
        if (await Aktor(konto) is { } aktor && !(await anropare.Sand(steg, aktor)).Failed) return svar;
        await inloggning.SignOutAsync();
        return Inloggningssvar.Otillganglig;
    }

    private async Task<Inloggningssvar> Nekad(string anvandarnamn, Inloggningshinder hinder, Inloggningssvar svar)
    {
        tak.Misslyckat(anvandarnamn);
        var loggat = await anropare.Sand(new InloggningMisslyckades(anvandarnamn, hinder), Systemaktor.Den);
        return loggat.Failed ? Inloggningssvar.Otillganglig : svar;
    }
}

/// <summary>What signing in came to. <c>KravTvasteg</c>: the password was right, and the app must be set up before anything else.</summary>
internal enum Inloggningssvar { Inloggad, KravKod, KravTvasteg, FelUppgifter, FelKod, FelPasskey, Utelast, BorjaOm, Otillganglig }
