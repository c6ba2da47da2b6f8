using CaseFlow.Application.Arenden;
using CaseFlow.Web.Auth;
using CaseFlow.Web.Pages.Grund;
using Microsoft.AspNetCore.DataProtection;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>Where someone who is done with an ärende she opened in an emergency ends it, from any page about it.</summary>
internal static class Nodvag
{
    public const string Avsluta = "/nodoppning/avsluta";

    /// <summary><c>POST /nodoppning/avsluta</c>: a form of the ärende's head, with its antiforgery token.</summary>
    public static void MapNodvag(this IEndpointRouteBuilder app) =>
        app.MapPost(Avsluta, async (Microsoft.AspNetCore.Http.IFormCollection formular, HttpContext http, Sandare sandare, IDataProtectionProvider skydd) =>
        {
            // Finns det inget att avsluta har den redan slutat av sig själv.
            await sandare.Sand(new AvslutaNodoppning(formular["nummer"].ToString()), http.RequestAborted);
            Kvittens.Lamna(http, skydd, "Nödöppningen är avslutad.");
            http.Response.Headers.Location = "/nodoppning";
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }).RequireAuthorization();
}
