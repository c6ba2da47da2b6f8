using CaseFlow.Web.Pages.Grund;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>Where the number typed in the top field leads. It is posted, since someone will type a personnummer: only what has the form of
/// an ärendenummer goes on in an address, which browsers and proxies remember.</summary>
internal static class GaTillArende
{
    public const string Adress = "/ga-till";

    /// <summary><c>POST /ga-till</c>: a form of the shell, with its antiforgery token.</summary>
    public static void MapGaTillArende(this IEndpointRouteBuilder app)
    {
        app.MapPost(Adress, (Microsoft.AspNetCore.Http.IFormCollection formular, HttpContext http) =>
        {
            var nummer = formular["nummer"].ToString().Trim();
            http.Response.Headers.Location = Nummerform.ArArende(nummer) ? $"/arenden/{nummer}" : Listsida.FelNummer;
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }).RequireAuthorization();
        // Hit kommer den som fick logga in på nytt: det som skrevs följer inte med.
        app.MapGet(Adress, () => Results.LocalRedirect("/arenden")).RequireAuthorization();
    }
}
