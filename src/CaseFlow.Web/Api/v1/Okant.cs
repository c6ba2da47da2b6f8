using Microsoft.AspNetCore.Diagnostics;

namespace CaseFlow.Web.Api.v1;

/// <summary>What the API says when it broke: a problem, never a page.</summary>
internal static class Okant
{
    private const string Api = "/api";

    public static void UseApifel(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase),
        api => api.UseExceptionHandler(fel => fel.Run(context =>
        {
            // Kestrels egna nej (för stor kropp, avbruten sändning) har redan sin status.
            var svar = context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException { StatusCode: var status and < 500 }
                ? Problem.Svar(context, status, Apifel.FelFormat, "Det som skickades går inte att läsa.")
                : Problem.Svar(context, StatusCodes.Status500InternalServerError, "FEL", "Något gick fel hos oss. Felet är registrerat. Skicka igen senare.");
            return svar.ExecuteAsync(context);
        })));
}
