using System.Threading.RateLimiting;
using CaseFlow.Data.Identitet;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Auth;

/// <summary>Cookies, accounts and keys. Default-deny: what says nothing needs a signed-in person.</summary>
internal static class Inloggningsregistrering
{
    public const string ApiPolicy = "api";
    public const string Inloggningstakt = "inloggning";

    public static void AddInloggning(this IServiceCollection services, IHostEnvironment miljo)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Sandare>();
        services.AddScoped<Inloggning>();
        services.AddIdentityCore<Konto>(Regler).AddCaseFlowKonton().AddSignInManager().AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<Kontopastaenden>();
        // En ändrad rättighet eller ett spärrat konto slår igenom inom fem sekunder.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromSeconds(5));
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiNyckelhanterare>(ApiNyckelhanterare.Schema, null)
            .AddIdentityCookies(kakor =>
            {
                kakor.ApplicationCookie?.Configure(k => Kaka(k, "caseflow", miljo));
                kakor.TwoFactorUserIdCookie?.Configure(k => Kaka(k, "caseflow-steg2", miljo));
                kakor.ApplicationCookie?.Configure(k => k.ExpireTimeSpan = TimeSpan.FromHours(9));
            });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(ApiPolicy, p => p.AddAuthenticationSchemes(ApiNyckelhanterare.Schema).RequireAuthenticatedUser());
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(Inloggningstakt, c => HttpMethods.IsPost(c.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    c.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = 60, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("las"));
        });
    }

    private static void Regler(IdentityOptions o)
    {
        o.Password.RequiredLength = 12;
        o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
        o.Lockout.MaxFailedAccessAttempts = 5;
        o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }

    /// <summary>Over plain http on localhost (Development) a browser takes no Secure cookie; everywhere else nothing else will do.</summary>
    private static void Kaka(CookieAuthenticationOptions kaka, string namn, IHostEnvironment miljo)
    {
        var lokal = miljo.IsDevelopment();
        kaka.Cookie.Name = lokal ? namn : $"__Host-{namn}";
        kaka.Cookie.SecurePolicy = lokal ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        kaka.Cookie.HttpOnly = true;
        kaka.Cookie.SameSite = SameSiteMode.Lax;
        kaka.Cookie.Path = "/";
        kaka.SlidingExpiration = true;
        kaka.LoginPath = "/logga-in";
        kaka.ReturnUrlParameter = "till";
        // Nekad ser ut som att sidan inte finns (docs/stil.md 7).
        kaka.Events.OnRedirectToAccessDenied = c =>
        {
            c.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}
