namespace CaseFlow.Web.Auth;

/// <summary>Refuses what another site's page sends, before anything reads it: the browser says so itself (<c>Sec-Fetch-Site</c>). The token of the form
/// is tried as well; this holds also where a form would be without one. The API is called by systems, with a key and no cookie.</summary>
internal static class EgetUrsprung
{
    public static IApplicationBuilder UseEgetUrsprung(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!FranAnnanWebbplats(context.Request))
        {
            await next(context);
            return;
        }

        // Ett svar i klartext: felsidan visar det som skrevs, och en annan webbplats text visas aldrig.
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("Det som skickades kom från en annan webbplats och togs inte emot.", context.RequestAborted);
    });

    private static bool FranAnnanWebbplats(HttpRequest fraga) =>
        !HttpMethods.IsGet(fraga.Method) && !HttpMethods.IsHead(fraga.Method) && fraga.Headers["Sec-Fetch-Site"] == "cross-site"
        && !fraga.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
