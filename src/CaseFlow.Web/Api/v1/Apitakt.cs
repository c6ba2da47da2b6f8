using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using CaseFlow.Web.Auth;
using Microsoft.AspNetCore.RateLimiting;

namespace CaseFlow.Web.Api.v1;

/// <summary>How often one key may call, so that a loop gone wrong in another system does not stop those who work here. Without a key: one address.</summary>
internal static class Apitakt
{
    public const string Namn = "api";

    /// <summary>Calls a minute, unless <c>CaseFlow:Api:AnropPerMinut</c> says another number.</summary>
    private const int Vanlig = 6000;

    /// <summary>Searches for persons a minute, unless <c>CaseFlow:Api:SokPerMinut</c> says another number: a register is not read through a search.</summary>
    // Lag (2001:454) 10 §: behörighet efter behov
    private const int VanligaSok = 60;

    private const string Sok = Vagtabell.Rot + "/personer/sok";

    private static readonly TimeSpan Fonster = TimeSpan.FromMinutes(1);

    public static void LaggTill(RateLimiterOptions o, IConfiguration installningar)
    {
        var antal = installningar.GetValue("CaseFlow:Api:AnropPerMinut", Vanlig);
        var sok = installningar.GetValue("CaseFlow:Api:SokPerMinut", VanligaSok);
        o.AddPolicy(Namn, c => c.Request.Path.StartsWithSegments(Sok, StringComparison.OrdinalIgnoreCase)
            ? RateLimitPartition.GetFixedWindowLimiter("sok:" + Vem(c), _ => new() { PermitLimit = Math.Min(sok, antal), Window = Fonster })
            : RateLimitPartition.GetFixedWindowLimiter(Vem(c), _ => new() { PermitLimit = antal, Window = Fonster }));
        o.OnRejected = async (nekat, _) =>
        {
            var context = nekat.HttpContext;
            if (!context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return;
            var vanta = nekat.Lease.TryGetMetadata(MetadataName.RetryAfter, out var tid) ? tid : Fonster;
            context.Response.Headers.RetryAfter = Math.Ceiling(vanta.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await Problem.Svar(context, StatusCodes.Status429TooManyRequests, Apifel.ForMangaAnrop, "Nyckeln har skickat för många anrop. Vänta så länge som Retry-After säger.")
                .ExecuteAsync(context);
        };
    }

    // Nyckeln själv hamnar inte i minnet som namn på något.
    private static string Vem(HttpContext context) => ApiNyckelhanterare.Nyckel(context.Request) is { } nyckel
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(nyckel)))
        : context.Connection.RemoteIpAddress?.ToString() ?? "";
}
