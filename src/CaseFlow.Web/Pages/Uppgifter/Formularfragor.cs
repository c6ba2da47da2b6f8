using CaseFlow.Application.Uppgifter;
using CaseFlow.Web.Auth;
using CaseFlow.Web.Pages.Delar.Uppgiftsformular;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Web.Pages.Uppgifter;

/// <summary>The fragment that says which questions apply while one answers, for conditions that the browser cannot follow by itself.</summary>
internal static class Formularfragor
{
    public static string Adress(Guid uppgift) => $"/uppgifter/{uppgift}/visning";

    public static void MapFormularfragor(this IEndpointRouteBuilder app) => app.MapPost("/uppgifter/{id:guid}/visning", Visa)
        .RequireAuthorization().WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> Visa(Guid id, HttpContext http, [FromServices] Sandare sandare)
    {
        var skickat = await http.Request.ReadFormAsync(http.RequestAborted);
        var svar = await sandare.Sand(new ProvaFormular(id, Svarsintag.Allt(skickat)), http.RequestAborted);
        return svar.Failed
            ? Results.StatusCode(Grund.Hindersida.Statuskod(svar.Error))
            : new RazorComponentResult<Formularvisning>(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(Formularvisning.Formular)] = svar.Value.Formular, [nameof(Formularvisning.Lagen)] = svar.Value.Lagen, [nameof(Formularvisning.Adress)] = Adress(id),
            });
    }
}
