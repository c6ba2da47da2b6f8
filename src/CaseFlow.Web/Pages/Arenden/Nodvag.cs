using CaseFlow.Application.Arenden;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
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
            var svar = await sandare.Sand(new AvslutaNodoppning(formular["nummer"].ToString()), http.RequestAborted);
            if (svar.Failed && svar.Error.Kind is not ErrorKind.NotFound) return Results.StatusCode(Hindersida.Statuskod(svar.Error));
            Kvittens.Lamna(http, skydd, svar.Failed ? "Det finns ingen nödöppning att avsluta: den har redan slutat." : "Nödöppningen är avslutad.");
            // Den som inte längre har rätten har inte sidan heller.
            var kvar = await sandare.Aktor(http.RequestAborted) is { } jag && jag.Har(Behorighet.Nodoppna);
            http.Response.Headers.Location = kvar ? "/nodoppning" : "/arenden";
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }).RequireAuthorization();
}
