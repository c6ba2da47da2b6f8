using CaseFlow.Application.Arenden;
using CaseFlow.Domain.Kalender;
using CaseFlow.Web.Auth;
using CaseFlow.Web.Pages.Grund;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>The preview by itself, put beside the list by the script: the same part as the page shows without it.</summary>
internal static class Forhandsdel
{
    /// <summary><c>GET /arenden/{nummer}/forhandsvisning</c>. Not found and not allowed look the same; a reason is never asked for here.</summary>
    public static void MapForhandsdel(this IEndpointRouteBuilder app) => app.MapGet("/arenden/{nummer}/forhandsvisning", Hamta).RequireAuthorization();

    private static async Task<IResult> Hamta(string nummer, Sandare sandare, TimeProvider tid, HttpContext http)
    {
        if (!Nummerform.ArArende(nummer)) return Results.NotFound();
        var svar = await sandare.Sand(new HamtaForhandsvisning(nummer), http.RequestAborted);
        if (svar.Failed) return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<Forhandskort>(new { Svar = svar.Value, Idag = SvenskTid.Dag(tid.GetUtcNow()) });
    }
}
