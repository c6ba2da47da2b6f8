namespace CaseFlow.Web.Auth;

/// <summary>Refuses what another site's page sends, before anything reads it: the browser says so itself (<c>Sec-Fetch-Site</c>). The token of the form
/// is tried as well; this holds also where a form would be without one. The API is called by systems, with a key and no cookie.</summary>
internal static class EgetUrsprung
{
    public static IApplicationBuilder UseEgetUrsprung(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!FranAnnanWebbplats(context.Request)) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    private static bool FranAnnanWebbplats(HttpRequest fraga) =>
        !HttpMethods.IsGet(fraga.Method) && !HttpMethods.IsHead(fraga.Method) && fraga.Headers["Sec-Fetch-Site"] == "cross-site"
        && !fraga.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
