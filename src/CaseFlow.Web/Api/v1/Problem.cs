using System.Diagnostics;
using System.Text.Json;
using CaseFlow.Domain;
using CaseFlow.Web.Api.v1.Kontrakt;

namespace CaseFlow.Web.Api.v1;

/// <summary>The one place where a refusal becomes <c>application/problem+json</c> (RFC 9457), in Swedish, with code, errors and trace id.</summary>
internal static class Problem
{
    public const string Format = "application/problem+json";

    public static IResult Svar(HttpContext context, Error fel) => Svar(context, Status(fel), fel.Code, Text(fel), fel.Fields);

    /// <summary>The use case's own words, but where they speak of the page one stands on.</summary>
    private static string Text(Error fel) => fel.Code switch
    {
        Apifel.InaktuellKopia => Apifel.Inaktuell,
        "SKAL_KRAVS" => Apifel.SkalKravs,
        _ => fel.Text,
    };

    public static IResult Svar(HttpContext context, int status, string kod, string text, IReadOnlyList<FieldError>? falt = null)
    {
        var spar = Activity.Current?.Id ?? context.TraceIdentifier;
        return Results.Json(
            new Problemsvar(
                $"urn:caseflow:fel:{kod.ToLowerInvariant().Replace('_', '-')}", text, status, text, $"urn:caseflow:anrop:{spar}", kod,
                [.. (falt ?? []).Select(f => new Faltfel(JsonNamingPolicy.CamelCase.ConvertName(f.Field), f.Text))], spar),
            Apijson.Val, Format, status);
    }

    /// <summary>docs/api: the status of the codes that have one of their own; by kind for the rest.</summary>
    public static int Status(Error fel) => fel.Code switch
    {
        Apifel.FelFormat or Apifel.ParameterOgiltig or Apifel.SidaForLangtFram or Apifel.IdempotensnyckelSaknas or Apifel.IdempotensnyckelOgiltig =>
            StatusCodes.Status400BadRequest,
        Apifel.SvarsformatSaknas => StatusCodes.Status406NotAcceptable,
        Apifel.InaktuellKopia => StatusCodes.Status412PreconditionFailed,
        Apifel.KroppForStor => StatusCodes.Status413PayloadTooLarge,
        Apifel.InteJson => StatusCodes.Status415UnsupportedMediaType,
        Apifel.ForMangaAnrop => StatusCodes.Status429TooManyRequests,
        Apifel.IfMatchSaknas => StatusCodes.Status428PreconditionRequired,
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
