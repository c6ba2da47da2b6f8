using System.Globalization;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Web.Auth;
using CaseFlow.Web.Pages.Ram;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;

namespace CaseFlow.Web.Pages;

/// <summary>How pages are served: Swedish, statically rendered, readable when something goes wrong.</summary>
internal static class Sidor
{
    private const string Api = "/api";

    public static bool ArSida(HttpContext context) => !context.Request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase);

    public static void Svenska(RequestLocalizationOptions options)
    {
        var svenska = CultureInfo.GetCultureInfo("sv-SE");
        options.DefaultRequestCulture = new RequestCulture(svenska);
        options.SupportedCultures = options.SupportedUICultures = [svenska];
        options.RequestCultureProviders.Clear(); // the law and the letters are in Swedish, whatever the browser asks for
    }

    public static void Antiforgery(AntiforgeryOptions options, IHostEnvironment miljo)
    {
        options.FormFieldName = "__formular";
        // Över ren http på den egna datorn tar webbläsaren ingen Secure-kaka (som Inloggningsregistrering.Kaka).
        options.Cookie.Name = miljo.IsDevelopment() ? "caseflow-formular" : "__Host-caseflow-formular";
        options.Cookie.SecurePolicy = miljo.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.Cookie.Path = "/";
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.SuppressXFrameOptionsHeader = true; // frame-ancestors says it
    }

    /// <summary>An empty error answer and an unhandled exception become a page with words; the API answers for itself.</summary>
    public static void UseFelsidor(this IApplicationBuilder app) => app.UseWhen(
        ArSida,
        sidor =>
        {
            sidor.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/fel/500", CreateScopeForErrors = true });
            sidor.UseStatusCodePagesWithReExecute("/fel/{0}", queryFormat: null, createScopeForStatusCodePages: true);
            sidor.Use(SomLasning);
        });

    /// <summary>The error page is read, whatever was sent: a failed form must not be validated and handled once more.</summary>
    private static Task SomLasning(HttpContext context, RequestDelegate next)
    {
        if (ArFelsida(context) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }

        return next(context);
    }

    private static bool ArFelsida(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>A form without a valid antiforgery token stops here, before any page runs, with the readable 400 page. It stands in the trail.</summary>
    public static void UseOgiltigaFormular(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            await next(context);
            return;
        }
        var loggat = await context.RequestServices.GetRequiredService<Avvisningslogg>().Notera(Avvisning.FormularUtanKvitto, context);
        context.Response.StatusCode = loggat ? StatusCodes.Status400BadRequest : StatusCodes.Status503ServiceUnavailable;
    });

    public static void MapSidor(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpContext context) => Results.LocalRedirect(Inloggad.Fran(context.User) is { } jag ? Meny.Startsida(jag.Formagor) : "/logga-in"))
            .AllowAnonymous();
        app.MapRazorComponents<App>();
    }
}
