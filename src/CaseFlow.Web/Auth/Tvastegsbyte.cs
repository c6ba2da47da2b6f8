using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Identitet;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Auth;

public enum Bytessvar { Klart, FelKod, Utelast, GickInte }

/// <summary>Turns two-step sign-in on and off for the one who is signed in. Both take a code of the app, and a wrong one counts as a failed
/// sign-in. Account and event are saved in one commit; every other session of the account ends.</summary>
public sealed class Tvastegsbyte(
    UserManager<Konto> konton, IUserStore<Konto> lager, SignInManager<Konto> inloggning, Sandare sandare, IAnropare anropare, IHttpContextAccessor http)
{
    /// <summary>A new key (base32) to be typed into an app, in place of the one before. Null when two steps are on, or another session was
    /// first.</summary>
    // Nyckeln visas en gång: den som har sett en tidigare nyckel, kanske med det första lösenordet, har inget av den. Säkerhetsstämpeln
    // står kvar (ResetAuthenticatorKeyAsync byter den), annars är sessionen slut innan koden är skriven.
    public async Task<string?> NyNyckel(Konto konto)
    {
        if (await Pa(konto)) return null;
        var nyckel = konton.GenerateNewAuthenticatorKey();
        try
        {
            await ((IUserAuthenticatorKeyStore<Konto>)lager).SetAuthenticatorKeyAsync(konto, nyckel, CancellationToken.None);
            return (await konton.UpdateAsync(konto)).Succeeded ? nyckel : null;
        }
        catch (DbUpdateException)
        {
            return null; // den andra hann lägga raden
        }
    }

    /// <summary>On, with a key that can be read.</summary>
    public async Task<bool> Pa(Konto konto) =>
        await konton.GetTwoFactorEnabledAsync(konto) && !string.IsNullOrEmpty(await konton.GetAuthenticatorKeyAsync(konto));

    public async Task<Bytessvar> Satt(Konto konto, bool pa, string? kod)
    {
        if (await konton.IsLockedOutAsync(konto)) return await Nekad(konto, Inloggningshinder.Utelast, Bytessvar.Utelast);
        var skrivet = (kod ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (!await konton.VerifyTwoFactorTokenAsync(konto, konton.Options.Tokens.AuthenticatorTokenProvider, skrivet))
        {
            await konton.AccessFailedAsync(konto);
            return await Nekad(konto, Inloggningshinder.FelKod, Bytessvar.FelKod);
        }
        if ((await sandare.Sand(new RegistreraTvasteg(pa))).Failed) return Bytessvar.GickInte;

        // Kontot ändrades i användningsfallets egen transaktion: sessionen får den nya stämpeln.
        var ny = await konton.Users.AsNoTracking().SingleAsync(k => k.Id == konto.Id);
        var session = await http.HttpContext!.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await inloggning.SignInWithClaimsAsync(ny, session.Properties, [pa ? Sessionsregler.Kodad : Sessionsregler.Okodad]);
        return Bytessvar.Klart;
    }

    private async Task<Bytessvar> Nekad(Konto konto, Inloggningshinder hinder, Bytessvar svar) =>
        (await anropare.Sand(new InloggningMisslyckades(konto.UserName ?? "", hinder), Systemaktor.Den)).Failed ? Bytessvar.GickInte : svar;
}
