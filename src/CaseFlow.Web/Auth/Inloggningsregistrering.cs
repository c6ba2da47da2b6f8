using System.Threading.RateLimiting;
using CaseFlow.Data.Identitet;
using CaseFlow.Web.Pages.Grund;
using CaseFlow.Web.Start;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
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
        services.AddScoped<Tvastegsbyte>();
        services.AddScoped<Losenordsprov>();
        services.AddScoped<Losenordsbyte>();
        services.AddScoped<Passkeyinloggning>();
        services.AddScoped<Kontosessioner>();
        // Den som visar sin nyckel ska också ha visat vem hon är för den: PIN-kod, finger eller ansikte. Då är det två steg i ett.
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
        });
        services.AddSingleton<Forsokstak>();
        services.AddSingleton<Soktakt>();
        services.AddSingleton<Nodtak>();
        services.AddSingleton<Avvisningstak>();
        services.AddSingleton<Avvisningslogg>();
        services.AddHostedService(s => s.GetRequiredService<Avvisningslogg>());
        var krav = new Sessionskrav(Tvasteg: !miljo.IsDevelopment());
        services.AddSingleton(krav);
        services.AddIdentityCore<Konto>(Regler).AddSignInManager().AddDefaultTokenProviders()
            .AddTokenProvider<Engangskod>(TokenOptions.DefaultAuthenticatorProvider).AddClaimsPrincipalFactory<Kontopastaenden>();
        services.AddScoped<IUserStore<Konto>, Kontolager>();
        // En ändrad rättighet eller ett spärrat konto slår igenom inom fem sekunder (sakerhet.md).
        services.Configure<SecurityStampValidatorOptions>(o =>
            (o.ValidationInterval, o.OnRefreshingPrincipal) = (Sessionsregler.Provas, Sessionsregler.Behall));
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiNyckelhanterare>(ApiNyckelhanterare.Schema, null)
            .AddIdentityCookies(kakor =>
            {
                kakor.ApplicationCookie?.Configure(k => Kaka(k, "caseflow", miljo));
                kakor.TwoFactorUserIdCookie?.Configure(k => Kaka(k, "caseflow-steg2", miljo));
                kakor.ApplicationCookie?.Configure(Sessionsregler.Begransa);
            });
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(Sessionsregler.Vanlig(krav))
            .SetFallbackPolicy(Sessionsregler.Vanlig(krav))
            .AddPolicy(Sessionsregler.BaraInloggad, p => p.RequireAuthenticatedUser())
            .AddPolicy(Sessionsregler.ByterLosenord, Sessionsregler.Losenordsbytet(krav))
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

    private static IFormCollection? Skickat(HttpRequest fraga) => fraga.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form;

    private static bool FranOss(HttpRequest fraga) => HttpMethods.IsPost(fraga.Method) && fraga.Headers["Sec-Fetch-Site"] == "same-origin";

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
        kaka.Events.OnRedirectToLogin = async c =>
        {
            if (c.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) c.Response.StatusCode = StatusCodes.Status401Unauthorized;
            // Det som skrevs när sessionen redan var slut ska gå att kopiera (Felsida). En annan webbplats text visas aldrig.
            else if (FranOss(c.Request) && await Formularintag.Las(c.HttpContext) is null && Formularlage.Skickat(c.HttpContext).Skrivet.Count > 0) c.Response.StatusCode = StatusCodes.Status401Unauthorized;
            // Ett utkast sparas från en sida; dit vill hon, inte till adressen som tar emot det.
            else if (c.Request.Path.StartsWithSegments(Utkastvag.Spara, StringComparison.Ordinal)) c.Response.Redirect("/logga-in?till=" + Uri.EscapeDataString(Utkastvag.Sida(Skickat(c.Request))));
            else c.Response.Redirect(c.RedirectUri);
        };
        // Nekad ser ut som att sidan inte finns (stil.md 7). Den som bara har gett sitt lösenord får lägga upp sin app, och den som fått ett tillfälligt välja ett eget.
        kaka.Events.OnRedirectToAccessDenied = c =>
        {
            var krav = c.HttpContext.RequestServices.GetRequiredService<Sessionskrav>();
            if (Sessionsregler.SaknarKod(c.HttpContext.User, krav)) c.Response.Redirect(Sessionsregler.TvastegSida);
            else if (Sessionsregler.HarTillfalligt(c.HttpContext.User)) c.Response.Redirect(Sessionsregler.Losenordssida);
            else c.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}
