using CaseFlow.Application.Behorigheter;
using CaseFlow.Data.Identitet;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Auth;

internal static class Utloggningsvag
{
    /// <summary><c>POST /logga-ut</c>: a form of the shell, with its antiforgery token. Ends every session of the account.</summary>
    public static void MapUtloggning(this IEndpointRouteBuilder app) =>
        app.MapPost("/logga-ut", async (Sandare sandare, SignInManager<Konto> inloggning, Microsoft.AspNetCore.Http.IFormCollection _) =>
        {
            await sandare.Sand(new Utloggning());
            await inloggning.SignOutAsync();
            return Results.LocalRedirect("/logga-in");
        }).RequireAuthorization(Sessionsregler.BaraInloggad);
}
