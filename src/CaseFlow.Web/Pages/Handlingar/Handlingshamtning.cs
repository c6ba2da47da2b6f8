using CaseFlow.Application.Handlingar;
using CaseFlow.Domain;
using CaseFlow.Web.Auth;
using CaseFlow.Web.Pages.Grund;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Web.Pages.Handlingar;

/// <summary>An answer that is a file someone else made: never shown as a page of ours (<see cref="Sakerhetshuvuden"/>).</summary>
internal sealed class Filsvar;

/// <summary>Where the file of a document is fetched: as an attachment, by the one who may, each time logged.</summary>
internal static class Handlingshamtning
{
    public static string Adress(string nummer, Guid handling) => $"/arenden/{nummer}/handlingar/{handling}/fil";

    public static void MapHandlingar(this IEndpointRouteBuilder app) => app
        .MapGet("/arenden/{nummer}/handlingar/{handling:guid}/fil", async (string nummer, Guid handling, Sandare sandare, IHandlingslager lager, HttpContext http) =>
        {
            var fil = await sandare.Sand(new HamtaHandlingsfil(nummer, handling), http.RequestAborted);
            return fil.Failed ? Nekad(fil.Error, nummer) : Ut(http, fil.Value, lager.Oppna(fil.Value.Lagringsnamn));
        })
        .WithMetadata(new Filsvar()).RequireAuthorization();

    private static IResult Ut(HttpContext http, Handlingsfil fil, Stream innehall)
    {
        var bilaga = new ContentDispositionHeaderValue("attachment");
        bilaga.SetHttpFileName(fil.Filnamn); // RFC 6266: filename och filename*
        http.Response.Headers.ContentDisposition = bilaga.ToString();
        http.Response.ContentLength = fil.Langd;
        return Results.Stream(innehall, fil.Medietyp);
    }

    private static IResult Nekad(Error fel, string nummer) => fel.Code switch
    {
        "SKAL_KRAVS" when Nummerform.ArArende(nummer) => Results.LocalRedirect($"/arenden/{nummer}/oppna?till=" + Uri.EscapeDataString($"/arenden/{nummer}/handlingar")),
        _ => Results.StatusCode(Hindersida.Statuskod(fel)),
    };
}
