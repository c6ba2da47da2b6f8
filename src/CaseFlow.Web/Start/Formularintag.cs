using CaseFlow.Web.Pages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CaseFlow.Web.Start;

/// <summary>Reads a page's form before anyone else does, and without NUL: it may come along with a pasted text, not every database holds it, and
/// the framework's own reader refuses the whole form because of it. The API reads its own body (<c>Ansokningsinnehall</c>).</summary>
internal static class Formularintag
{
    public static void UseFormularintag(this IApplicationBuilder app) => app.UseWhen(Sidor.ArSida, sidor => sidor.Use(async (context, next) =>
    {
        var medFil = TarEmotFil(context);
        if (await (medFil ? Filintag.Las(context) : Las(context)) is not { } status) await next(context);
        else context.Response.StatusCode = status;
    }));

    /// <summary>A form with a file, to a page that takes one, from someone who is signed in: authorization has been.</summary>
    private static bool TarEmotFil(HttpContext context) => HttpMethods.IsPost(context.Request.Method)
        && context.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true
        && context.GetEndpoint()?.Metadata.GetMetadata<TarEmotFilAttribute>() is not null;

    /// <returns>The status to refuse with, or null when the request may go on.</returns>
    public static async Task<int?> Las(HttpContext context)
    {
        var fraga = context.Request;
        if (fraga.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true) return StatusCodes.Status404NotFound;
        if (!HttpMethods.IsPost(fraga.Method) || !fraga.HasFormContentType) return null;
        if (!fraga.ContentType!.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)) return StatusCodes.Status415UnsupportedMediaType;
        try
        {
            using var lasare = new FormReader(fraga.Body) { ValueLengthLimit = Natverk.StorstaFalt };
            var falt = await lasare.ReadFormAsync(context.RequestAborted);
            fraga.Form = new FormCollection(falt.ToDictionary(f => f.Key, f => UtanNul(f.Value), StringComparer.OrdinalIgnoreCase));
            return null;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }
        catch (BadHttpRequestException fel)
        {
            return fel.StatusCode;
        }
    }

    private static StringValues UtanNul(StringValues texter) => new([.. texter.Select(t => t?.Replace("\0", "", StringComparison.Ordinal))]);
}
