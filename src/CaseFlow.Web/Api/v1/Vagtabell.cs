using CaseFlow.Web.Api.v1.Beskrivningar;
using CaseFlow.Web.Auth;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Web.Api.v1;

/// <summary>The resources under <c>/api/v1</c>. What each of them does not take is answered with 405 and the methods that it does.</summary>
internal sealed class Vagtabell(IEndpointRouteBuilder app)
{
    public const string Rot = "/api/v1";

    /// <summary>RFC 9110, 9.3.2: what answers GET answers HEAD. It is logged as a reading, which it is.</summary>
    private static readonly string[] Lasande = [HttpMethods.Get, HttpMethods.Head];

    private readonly Dictionary<string, List<string>> _metoder = new(StringComparer.Ordinal);
    private readonly RouteGroupBuilder _grupp = app.MapGroup(Rot).RequireAuthorization(Inloggningsregistrering.ApiPolicy)
        .RequireRateLimiting(Apitakt.Namn).DisableAntiforgery().AddEndpointFilter(Svarsformat).AddEndpointFilter(UtanParametrar);

    /// <param name="medParametrar">The address takes parameters, which the resource reads itself; else any parameter is refused.</param>
    public RouteHandlerBuilder Get(string monster, Delegate svar, bool medParametrar = false)
    {
        foreach (var metod in Lasande) Finns(Rot + monster, metod);
        var vag = _grupp.MapMethods(monster, Lasande, svar);
        return medParametrar ? vag.WithMetadata(new TarParametrar()) : vag;
    }

    public RouteHandlerBuilder Post(string monster, Delegate svar)
    {
        Finns(Rot + monster, HttpMethods.Post);
        return _grupp.MapPost(monster, svar);
    }

    /// <summary>Something that anyone may read: it says what the API is and nothing of what is in it.</summary>
    public IEndpointConventionBuilder Oppen(string vag, Func<string, IEndpointConventionBuilder> map)
    {
        Finns(vag, HttpMethods.Get);
        return map(vag).AllowAnonymous().RequireRateLimiting(Apitakt.Namn);
    }

    /// <summary>Last: the other methods, and every address that is none of these. With a key, as all of the API.</summary>
    public void MapOvriga()
    {
        foreach (var (monster, metoder) in _metoder)
        {
            var tar = string.Join(", ", metoder);
            Nekar(app.Map(monster, (HttpContext context) =>
            {
                context.Response.Headers.Allow = tar;
                return Problem.Svar(context, StatusCodes.Status405MethodNotAllowed, "METOD_OKAND", $"Adressen tar bara emot {tar}.");
            }));
        }
        Nekar(app.MapFallback("/api/{**rest}", (HttpContext context) =>
            Problem.Svar(context, StatusCodes.Status404NotFound, "FINNS_INTE", "Adressen finns inte i API:et.")));

        static void Nekar(IEndpointConventionBuilder vag) =>
            vag.DisableAntiforgery().RequireAuthorization(Inloggningsregistrering.ApiPolicy).RequireRateLimiting(Apitakt.Namn);
    }

    private void Finns(string monster, string metod)
    {
        _metoder.TryAdd(monster, []);
        _metoder[monster].Add(metod);
    }

    /// <summary>We answer with JSON; a caller that takes nothing of the kind is told so before anything is read or changed.</summary>
    private static async ValueTask<object?> Svarsformat(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var accept = context.HttpContext.Request.GetTypedHeaders().Accept;
        if (accept.Count == 0 || accept.Any(TarJson)) return await next(context);
        var anrop = context.HttpContext.RequestServices.GetRequiredService<Apianrop>();
        return await anrop.Neka(Apifel.Svarsformat, context.HttpContext.RequestAborted);
    }

    /// <summary>Whoever writes a personnummer in the address is told so, also where nothing would have been done with it.</summary>
    private static async ValueTask<object?> UtanParametrar(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, vag) = (context.HttpContext.Request, context.HttpContext.GetEndpoint());
        if (vag?.Metadata.GetMetadata<TarParametrar>() is not null || new Parametrar(request.Query).Fel is not { } fel) return await next(context);
        return await context.HttpContext.RequestServices.GetRequiredService<Apianrop>().Neka(fel, context.HttpContext.RequestAborted);
    }

    private static bool TarJson(MediaTypeHeaderValue typ) => typ.Quality is null or > 0
        && (typ.MatchesAllTypes || typ.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
            && (typ.MatchesAllSubTypes || typ.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || typ.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)));
}

/// <summary>On a resource that reads the parameters of its address itself, strictly (<see cref="Parametrar"/>).</summary>
internal sealed class TarParametrar;

internal static class Vagbeskrivning
{
    /// <summary>Says in the API's own description what the resource is, asks for and answers.</summary>
    public static void Med(this RouteHandlerBuilder vag, Beskrivning beskrivning) =>
        vag.WithMetadata(beskrivning).Produces(beskrivning.Status, beskrivning.Svar.GetType(), "application/json");
}
