using System.Security.Claims;
using System.Text.Encodings.Web;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CaseFlow.Web.Auth;

/// <summary>Signs another system in by its key, or a person by hers: <c>Authorization: Bearer cfk_...</c> or <c>X-Api-Key: cfk_...</c>.</summary>
internal sealed class ApiNyckelhanterare(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IAktorkalla aktorer, Avvisningslogg avvisningar,
    TimeProvider tid)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Schema = "ApiNyckel";
    private static readonly object Plats = new();

    /// <summary>The refusal could not be put in the trail.</summary>
    private bool _ologgad;

    /// <summary>The key's actor, once the request is authenticated.</summary>
    public static Aktor? Aktor(HttpContext context) => context.Items[Plats] as Aktor;

    /// <summary>Which key the actor came with.</summary>
    public static ApiNyckelId Nyckel(Aktor aktor) => aktor.Nyckel ?? new(aktor.Id.Value);

    /// <summary>The key as it was sent; null when none was.</summary>
    public static string? Nyckel(HttpRequest request)
    {
        if (request.Headers["X-Api-Key"].ToString() is { Length: > 0 } egen) return egen.Trim();
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? authorization["Bearer ".Length..].Trim() : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Nyckel(Request) is not { } nyckel) return AuthenticateResult.NoResult();
        if (await aktorer.ForApiNyckel(nyckel, tid.GetUtcNow(), Context.RequestAborted) is not { } aktor)
        {
            // En känd nyckel nämns vid sitt id. Båda slagen har ett tak: en nyckel spärras för att någon annan har den, och hon kan fortsätta att skicka.
            var avvisad = await aktorer.Avvisad(nyckel, tid.GetUtcNow(), Context.RequestAborted);
            _ologgad = !await avvisningar.Notera(avvisad is null ? Avvisning.OkandNyckel : Avvisning.AvvisadNyckel, Context, avvisad);
            Logger.LogWarning("API-nyckel som är okänd, spärrad, utgången eller utan innehavare från {Adress}", Context.Connection.RemoteIpAddress);
            return AuthenticateResult.Fail("Okänd nyckel.");
        }
        Context.Items[Plats] = aktor;
        var identitet = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"nyckel-{Nyckel(aktor).Value}")], Schema);
        return AuthenticateResult.Success(new(new(identitet), Schema));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => _ologgad
        ? Svara(StatusCodes.Status503ServiceUnavailable, "LOGG_OTILLGANGLIG", "Systemet kan inte skriva sin logg just nu. Försök igen om en stund.")
        : Svara(StatusCodes.Status401Unauthorized, "INTE_INLOGGAD", "Skicka en giltig API-nyckel i huvudet Authorization: Bearer.");

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Svara(
        StatusCodes.Status403Forbidden, Felkoder.BehorighetSaknas, "Nyckeln har inte den behörighet som behövs.");

    private Task Svara(int status, string kod, string text)
    {
        if (status == StatusCodes.Status401Unauthorized) Response.Headers.WWWAuthenticate = "Bearer";
        return Api.v1.Problem.Svar(Context, status, kod, text).ExecuteAsync(Context);
    }
}
