using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Web.Auth;

/// <summary>
/// Headers on every answer. The policy has no exceptions: no inline script or style anywhere, so markup carries no style
/// attribute. Answers are not stored by browser or proxy, except files whose name changes with their content.
/// </summary>
internal static class Sakerhetshuvuden
{
    internal const string Innehallspolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A file that someone sent to us: were a browser to show it all the same, it could do nothing.</summary>
    internal const string Filpolicy = "default-src 'none'; sandbox";

    // Passkeys are the only device function the product will use; nothing does yet.
    private const string Rattigheter =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), " +
        "usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)";

    // Fonts keep their own hash in the name (Assets/bygg.mjs) and are found by the style sheet under that name.
    private const string Typsnitt = "/dist/typsnitt";
    private const string ForAlltid = "max-age=31536000, immutable";

    public static IApplicationBuilder UseSakerhetshuvuden(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Satt, context);
        return next(context);
    });

    /// <summary>A redirect within the site names no host: what the caller wrote in <c>Host</c> never comes back as an address.</summary>
    internal static string UtanVard(HttpRequest request, string mal)
    {
        var egen = $"{request.Scheme}://{request.Host}/";
        if (!mal.StartsWith(egen, StringComparison.OrdinalIgnoreCase)) return mal;
        var vag = mal[(egen.Length - 1)..];
        return vag.StartsWith("//", StringComparison.Ordinal) || vag.StartsWith("/\\", StringComparison.Ordinal) ? "/" : vag;
    }

    private static bool ArFil(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status200OK && context.GetEndpoint()?.Metadata.GetMetadata<Pages.Handlingar.Filsvar>() is not null;

    private static Task Satt(object tillstand)
    {
        var context = (HttpContext)tillstand;
        var huvuden = context.Response.Headers;
        huvuden.ContentSecurityPolicy = ArFil(context) ? Filpolicy : Innehallspolicy;
        if (huvuden.Location.ToString() is { Length: > 0 } mal) huvuden.Location = UtanVard(context.Request, mal);
        huvuden.XContentTypeOptions = "nosniff";
        huvuden["Referrer-Policy"] = "same-origin"; // no-referrer would send Origin: null with forms
        huvuden["Permissions-Policy"] = Rattigheter;
        huvuden["Cross-Origin-Opener-Policy"] = "same-origin";
        huvuden["Cross-Origin-Resource-Policy"] = "same-origin";
        huvuden.Remove("blazor-enhanced-nav"); // no such script is served
        if (context.Request.Path.StartsWithSegments(Typsnitt, StringComparison.OrdinalIgnoreCase) && context.Response.StatusCode == StatusCodes.Status200OK)
            huvuden.CacheControl = ForAlltid;
        else if (StringValues.IsNullOrEmpty(huvuden[HeaderNames.CacheControl]))
            huvuden.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
