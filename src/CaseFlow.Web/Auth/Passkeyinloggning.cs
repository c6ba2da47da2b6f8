using System.Globalization;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Data.Identitet;
using CaseFlow.Domain;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Auth;

/// <summary>Passkeys (WebAuthn): a key of the user's device in place of password and code. The authenticator must have verified who she is, so that a
/// session opened with one is worth two steps. Identity's own sign-in says <c>amr=pwd</c> of it: the session is made here instead.</summary>
public sealed class Passkeyinloggning(
    SignInManager<Konto> inloggning, UserManager<Konto> konton, IAnropare anropare, IAktorkalla aktorer, TimeProvider tid, Sandare sandare)
{
    /// <summary>What the browser asks the authenticator for, to make a new key.</summary>
    public async Task<string?> NyttVal(HttpContext http)
    {
        if (await konton.GetUserAsync(http.User) is not { UserName: { } namn } konto) return null;
        return await inloggning.MakePasskeyCreationOptionsAsync(new()
        {
            Id = konto.Id.ToString(CultureInfo.InvariantCulture), Name = namn, DisplayName = http.User.Identity?.Name ?? namn,
        });
    }

    /// <summary>What the browser asks the authenticator for, to sign in. Says nothing of which accounts there are.</summary>
    public Task<string> Inloggningsval() => inloggning.MakePasskeyRequestOptionsAsync(null);

    /// <summary>Adds the key that the authenticator made.</summary>
    /// <param name="svar">What it answered, as JSON.</param>
    /// <returns>Done, <c>PASSKEY_NEKAD</c>, or as the use case refuses.</returns>
    public async Task<Result<Done>> Lagg(HttpContext http, string? svar, string? namn)
    {
        var p = await Intygad(http, svar);
        return await sandare.Sand(
            new RegistreraPasskey(p is null ? null : new(
                p.CredentialId, p.PublicKey, namn ?? "", p.CreatedAt, p.SignCount, p.Transports ?? [], p.IsUserVerified, p.IsBackupEligible, p.IsBackedUp,
                p.AttestationObject, p.ClientDataJson)),
            http.RequestAborted);
    }

    /// <summary>The key that the authenticator made for whoever is signed in; null when what it said does not hold, or nothing was asked of it.</summary>
    private async Task<UserPasskeyInfo?> Intygad(HttpContext http, string? svar)
    {
        if (string.IsNullOrWhiteSpace(svar) || await konton.GetUserAsync(http.User) is not { } konto) return null;
        var intyg = await Fragad(() => inloggning.PerformPasskeyAttestationAsync(svar));
        return intyg is { Succeeded: true, Passkey.IsUserVerified: true } && intyg.UserEntity.Id == konto.Id.ToString(CultureInfo.InvariantCulture) ? intyg.Passkey : null;
    }

    /// <summary>Identity throws when no question lies open in the browser's cookie: whoever sends an answer all the same has made it up.</summary>
    private static async Task<T?> Fragad<T>(Func<Task<T>> prova)
        where T : class
    {
        try
        {
            return await prova();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Signs in with a key. An unknown key, a false answer and a closed account give the same answer.</summary>
    /// <param name="svar">What the authenticator answered, as JSON.</param>
    internal async Task<Inloggningssvar> LoggaIn(string svar)
    {
        var provad = await Fragad(() => inloggning.PerformPasskeyAssertionAsync(svar));
        if (provad is not { Succeeded: true, Passkey.IsUserVerified: true }) return await Nekad(Inloggningshinder.FelPasskey);
        var konto = provad.User;
        // Låset gäller lösenordet: vem som helst kan gissa fel på en annans. En passkey gissar ingen (ASVS 5.0, 6.1.1 och 6.3.1: ingen ska kunna låsa ute någon annan).
        if (await aktorer.ForAnvandare(konto.AnvandareId, tid.GetUtcNow(), CancellationToken.None) is not { } aktor) return await Nekad(Inloggningshinder.Avstangd);

        // Nyckelns räknare: en kopia som släpar efter känns igen.
        if (!(await konton.AddOrUpdatePasskeyAsync(konto, provad.Passkey)).Succeeded) return await Nekad(Inloggningshinder.FelPasskey);
        await inloggning.SignInWithClaimsAsync(konto, isPersistent: false, [Sessionsregler.Kodad]);
        if (!(await anropare.Sand(new RegistreraInloggning(), aktor)).Failed) return Inloggningssvar.Inloggad;
        await inloggning.SignOutAsync();
        return Inloggningssvar.Otillganglig;
    }

    private async Task<Inloggningssvar> Nekad(Inloggningshinder hinder) =>
        (await anropare.Sand(new InloggningMisslyckades("passkey", hinder), Systemaktor.Den)).Failed ? Inloggningssvar.Otillganglig : Inloggningssvar.FelPasskey;
}

internal static class Passkeyvagar
{
    public const string Nytt = "/konto/passkeys/val";
    public const string LoggaIn = "/logga-in/passkey";

    /// <summary><c>POST /konto/passkeys/val</c> and <c>POST /logga-in/passkey</c>: what the browser's script gives the authenticator, as JSON. Both take
    /// the page's antiforgery token.</summary>
    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost(Nytt, async (Microsoft.AspNetCore.Http.IFormCollection formular, HttpContext http, Passkeyinloggning passkeys, Losenordsprov losenord) =>
        {
            // Innan enheten gör en nyckel som inte skulle tas emot. Det som gäller prövas när nyckeln kommer.
            if (await losenord.Hinder(formular["losenord"].ToString()) is { } fel)
                return Results.Text(fel.Fields is [var falt, ..] ? falt.Text : fel.Text, "text/plain", System.Text.Encoding.UTF8, StatusCodes.Status422UnprocessableEntity);
            return await passkeys.NyttVal(http) is { } val ? Results.Text(val, "application/json") : Results.NotFound();
        }).RequireAuthorization();
        app.MapPost(LoggaIn, async (Microsoft.AspNetCore.Http.IFormCollection _, Passkeyinloggning passkeys) =>
            Results.Text(await passkeys.Inloggningsval(), "application/json")).AllowAnonymous().RequireRateLimiting(Inloggningsregistrering.Inloggningstakt);
    }
}
