using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Auth;

/// <summary>Whether a session must have been opened with a code as well as a password: everywhere but in Development.</summary>
public sealed record Sessionskrav(bool Tvasteg);

/// <summary>What a session is worth and how long it lives: how one signed in (the claim <c>amr</c>), the idle limit, and the absolute end.</summary>
internal static class Sessionsregler
{
    /// <summary>Policy of the two routes that a session with a password alone may use: setting up the second step, and signing out.</summary>
    public const string BaraInloggad = "bara-inloggad";

    /// <summary>Policy of the page where a temporary password is exchanged: as all pages, but for that.</summary>
    public const string ByterLosenord = "byter-losenord";

    public const string TvastegSida = "/konto/tva-steg";

    public const string Losenordssida = "/konto/losenord";

    /// <summary>A session that nobody uses ends. An utredning is written for a long time between two saves, so not after minutes.</summary>
    public static readonly TimeSpan Vila = TimeSpan.FromHours(2);

    /// <summary>A session ends however much it is used.</summary>
    public static readonly TimeSpan Langst = TimeSpan.FromHours(12);

    /// <summary>How old the answer may be that the account and the session still hold. Less than the five seconds in which a change of rights must
    /// hold, since a second may pass on the way.</summary>
    public static readonly TimeSpan Provas = TimeSpan.FromSeconds(4);

    private const string Satt = "amr";
    private const string MedKod = "mfa";
    private const string Tillfalligt = "caseflow.tillfalligt-losenord";
    private const string Borjan = "caseflow.borjan";
    private const string Session = "caseflow.session";

    /// <summary>The claim of a session that was opened with password and code.</summary>
    public static Claim Kodad => new(Satt, MedKod);

    /// <summary>The claim of a session that was opened with a password alone.</summary>
    public static Claim Okodad => new(Satt, "pwd");

    /// <summary>The claim that a new session takes over from the one it replaces.</summary>
    public static Claim LikaVard(ClaimsPrincipal user) => user.HasClaim(Satt, MedKod) ? Kodad : Okodad;

    /// <summary>The claim of an account whose password somebody else knows.</summary>
    public static Claim TillfalligtLosenord => new(Tillfalligt, "ja");

    public static bool HarTillfalligt(ClaimsPrincipal user) => user.HasClaim(c => c.Type == Tillfalligt);

    public static AuthorizationPolicy Vanlig(Sessionskrav krav) => Regel(krav).RequireAssertion(c => !HarTillfalligt(c.User)).Build();

    public static AuthorizationPolicy Losenordsbytet(Sessionskrav krav) => Regel(krav).Build();

    private static AuthorizationPolicyBuilder Regel(Sessionskrav krav)
    {
        var regel = new AuthorizationPolicyBuilder().RequireAuthenticatedUser();
        return krav.Tvasteg ? regel.RequireClaim(Satt, MedKod) : regel;
    }

    /// <summary>Signed in, but not in the way that the pages ask for.</summary>
    public static bool SaknarKod(ClaimsPrincipal user, Sessionskrav krav) =>
        krav.Tvasteg && user.Identity is { IsAuthenticated: true } && user.HasClaim(c => c.Type == Satt) && !user.HasClaim(Satt, MedKod);

    /// <summary>The stamp check builds the principal anew every few seconds; how one signed in is not in the database and goes with it.</summary>
    public static Task Behall(SecurityStampRefreshingPrincipalContext context)
    {
        if (context is { NewPrincipal.Identity: ClaimsIdentity ny, CurrentPrincipal: { } gammal })
            ny.AddClaims(gammal.Claims.Where(c => c.Type is Satt or ClaimTypes.AuthenticationMethod));
        return Task.CompletedTask;
    }

    public static void Begransa(CookieAuthenticationOptions kaka)
    {
        kaka.ExpireTimeSpan = Vila;
        kaka.Events.OnSigningIn = async c =>
        {
            c.Properties.Items.TryAdd(Borjan, Nu(c.Options).ToString("O", CultureInfo.InvariantCulture));
            c.Properties.Items[Session] = (await c.HttpContext.RequestServices.GetRequiredService<Kontosessioner>().Oppna(c.HttpContext, c.Principal)).ToString("N");
        };
        var stampel = kaka.Events.OnValidatePrincipal;
        kaka.Events.OnValidatePrincipal = async c =>
        {
            var nu = Nu(c.Options);
            // Frågas före stämpeln: den gör kakan ny när den håller.
            var provas = c.Properties.IssuedUtc is not { } utfardad || nu - utfardad > Provas;
            if (Galler(c.Properties, nu) && (!provas || await ArOppen(c)))
            {
                await stampel(c);
                return;
            }
            c.RejectPrincipal();
            await c.HttpContext.SignOutAsync(c.Scheme.Name);
        };
    }

    /// <summary>The session the cookie belongs to; null for none.</summary>
    public static Guid? Denna(AuthenticationProperties? session) =>
        session is not null && session.Items.TryGetValue(Session, out var text) && Guid.TryParseExact(text, "N", out var id) ? id : null;

    private static async Task<bool> ArOppen(CookieValidatePrincipalContext c) =>
        Denna(c.Properties) is { } id && await c.HttpContext.RequestServices.GetRequiredService<Kontosessioner>().ArOppen(id, c.HttpContext.RequestAborted);

    private static bool Galler(AuthenticationProperties session, DateTimeOffset nu) =>
        session.Items.TryGetValue(Borjan, out var text)
        && DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var borjan)
        && nu - borjan < Langst;

    private static DateTimeOffset Nu(CookieAuthenticationOptions kaka) => (kaka.TimeProvider ?? TimeProvider.System).GetUtcNow();
}
