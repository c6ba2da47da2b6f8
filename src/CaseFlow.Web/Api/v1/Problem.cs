using System.Diagnostics;
using CaseFlow.Domain;

namespace CaseFlow.Web.Api.v1;

/// <summary>The one place where a refusal becomes <c>application/problem+json</c> (RFC 9457), in Swedish, with code, errors and trace id.</summary>
internal static class Problem
{
    public static IResult Svar(HttpContext context, Error fel) => Svar(context, Status(fel), fel.Code, fel.Text, fel.Fields);

    public static IResult Svar(HttpContext context, int status, string kod, string text, IReadOnlyList<FieldError>? falt = null) => Results.Problem(
        title: text, statusCode: status, type: $"urn:caseflow:fel:{kod.ToLowerInvariant().Replace('_', '-')}", extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["kod"] = kod,
            ["errors"] = (falt ?? []).Select(f => new { field = f.Field, detail = f.Text }).ToArray(),
            ["traceId"] = Activity.Current?.Id ?? context.TraceIdentifier,
        });

    /// <summary>docs/api/ansokningar.md: the status of each code of the intake; by kind for the rest.</summary>
    private static int Status(Error fel) => fel.Code switch
    {
        "FEL_FORMAT" => StatusCodes.Status400BadRequest,
        "EXTERNID_ANNAT_INNEHALL" => StatusCodes.Status409Conflict,
        _ => fel.Kind switch
        {
            ErrorKind.Invalid or ErrorKind.Rule => StatusCodes.Status422UnprocessableEntity,
            ErrorKind.Conflict => StatusCodes.Status409Conflict,
            ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        },
    };
}
