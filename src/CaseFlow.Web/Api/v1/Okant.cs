using CaseFlow.Web.Auth;
using Microsoft.AspNetCore.Diagnostics;

namespace CaseFlow.Web.Api.v1;

/// <summary>What the API says when nothing of it was asked for, or when it broke: a problem, never a page.</summary>
internal static class Okant
{
    private const string Api = "/api";

    /// <summary>Answers every path and method under <c>/api</c> that is nothing else. With a key, as all of the API.</summary>
    public static void MapOkant(this IEndpointRouteBuilder app)
    {
        app.Map("/api/v1/ansokningar", (HttpContext context) =>
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return Problem.Svar(context, StatusCodes.Status405MethodNotAllowed, "METOD_OKAND", "Adressen tar bara emot POST.");
        }).DisableAntiforgery().RequireAuthorization(Inloggningsregistrering.ApiPolicy);
        app.MapFallback(Api + "/{**rest}", (HttpContext context) =>
            Problem.Svar(context, StatusCodes.Status404NotFound, "FINNS_INTE", "Adressen finns inte i API:et."))
            .DisableAntiforgery().RequireAuthorization(Inloggningsregistrering.ApiPolicy);
    }

    public static void UseApifel(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase),
        api => api.UseExceptionHandler(fel => fel.Run(context =>
        {
            // Kestrels egna nej (för stor kropp, avbruten sändning) har redan sin status.
            var svar = context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException { StatusCode: var status and < 500 }
                ? Problem.Svar(context, status, "FEL_FORMAT", "Det som skickades går inte att läsa.")
                : Problem.Svar(context, StatusCodes.Status500InternalServerError, "FEL", "Något gick fel hos oss. Felet är registrerat. Skicka igen senare.");
            return svar.ExecuteAsync(context);
        })));
}
