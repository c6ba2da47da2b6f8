using System.Net;
using CaseFlow.Data.Grund;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace CaseFlow.Web.Start;

/// <summary>What stands between the browser and us: which proxy is believed about the caller's address and scheme, which names we answer
/// to, and how large a form may be.</summary>
internal static class Natverk
{
    /// <summary>Largest body. The API's own limit, 1 MB, is lower; a form with many long texts needs more.</summary>
    private const long StorstaKropp = 2 * 1024 * 1024;

    /// <summary>Bytes of one field as sent: 10 000 characters, url-encoded at their worst, are 90 000.</summary>
    public const int StorstaFalt = 128 * 1024;

    private static readonly string[] Lokala = ["localhost", "127.0.0.1", "[::1]"];

    /// <exception cref="InstallningException">A setting is not understood, or lets anyone name us.</exception>
    public static void AddNatverk(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, StorstaKropp));
        var namn = Vardnamn(builder.Configuration, builder.Environment.IsDevelopment());
        builder.Services.Configure<HostFilteringOptions>(o => o.AllowedHosts = namn);
        var proxyer = Proxyer(builder.Configuration);
        builder.Services.Configure<ForwardedHeadersOptions>(o => Lita(o, proxyer));
    }

    /// <summary>First in the pipeline. Without <c>CASEFLOW_PROXY</c> nobody is believed.</summary>
    public static void UseProxy(this WebApplication app)
    {
        if (Proxyer(app.Configuration).Count > 0) app.UseForwardedHeaders();
    }

    /// <summary>Outside Development only the health checks are answered in clear text: the cookies are bound to HTTPS, and neither a form nor an API
    /// key may be read on the way. Before anything else reads the request.</summary>
    public static void UseHttps(this WebApplication app)
    {
        if (app.Environment.IsDevelopment()) return;
        app.UseHsts();
        app.Use((context, next) => context.Request.IsHttps || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            ? next(context) : Klartext(context.Request.Path).ExecuteAsync(context));
    }

    private static IResult Klartext(PathString vag)
    {
        const string Text = "CaseFlow svarar bara över HTTPS. Skriv https:// först i adressen. Hjälper inte det: säg till den som sköter driften "
            + "att proxyn ska stå i CASEFLOW_PROXY och skicka X-Forwarded-Proto.";
        return vag.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? Results.Problem(Text, statusCode: StatusCodes.Status400BadRequest, title: "HTTPS krävs")
            : Results.Text(Text, "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
    }

    /// <summary>The names a request may be sent to. What is not named is answered with 400, so that nobody else's name ends up in our links.</summary>
    internal static List<string> Vardnamn(IConfiguration installningar, bool utveckling)
    {
        var angivna = (installningar["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (angivna.Length == 0) return utveckling ? ["*"] : [.. Lokala];
        if (!utveckling && angivna.Any(n => n is "*" or "0.0.0.0" or "[::]"))
            throw new InstallningException("AllowedHosts är *. Skriv de värdnamn som webben svarar på, till exempel arenden.kommunen.se.");
        // Hälsokontrollen frågar på den egna datorn.
        return [.. angivna, .. Lokala];
    }

    internal static void Lita(ForwardedHeadersOptions o, IReadOnlyList<IPNetwork> proxyer)
    {
        o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        o.ForwardLimit = null; // varje led ska stå på listan
        o.KnownProxies.Clear();
        o.KnownIPNetworks.Clear();
        foreach (var natverk in proxyer) o.KnownIPNetworks.Add(natverk);
    }

    /// <summary>Addresses or networks, with comma between: <c>10.0.0.5, 10.1.0.0/16</c>.</summary>
    internal static IReadOnlyList<IPNetwork> Proxyer(IConfiguration installningar) =>
        [.. (installningar["CASEFLOW_PROXY"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Natet)];

    private static IPNetwork Natet(string text)
    {
        if (text.Contains('/', StringComparison.Ordinal) && IPNetwork.TryParse(text, out var nat)) return nat;
        if (IPAddress.TryParse(text, out var adress)) return new(adress, adress.GetAddressBytes().Length * 8);
        throw new InstallningException($"CASEFLOW_PROXY är \"{text}\". Skriv proxyns adress, som 10.0.0.5 eller 10.1.0.0/16, med komma mellan flera.");
    }
}
