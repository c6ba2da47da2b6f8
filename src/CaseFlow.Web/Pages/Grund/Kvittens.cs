using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CaseFlow.Web.Pages.Grund;

/// <summary>What was just done, said once on the page one comes to. Travels in a protected cookie for a minute, never in the address.</summary>
internal static class Kvittens
{
    private const string Kaka = "caseflow-kvittens";
    private const string SkyddadKaka = "__Host-" + Kaka;

    public static void Lamna(HttpContext http, IDataProtectionProvider skydd, string text) =>
        http.Response.Cookies.Append(Namn(http), Skydd(skydd).Protect(text), Val(http, TimeSpan.FromMinutes(1)));

    /// <returns>The receipt, or null when there is none. It is shown once.</returns>
    public static string? Hamta(HttpContext http, IDataProtectionProvider skydd)
    {
        if (http.Request.Cookies[Namn(http)] is not { Length: > 0 } varde) return null;
        http.Response.Cookies.Delete(Namn(http), Val(http, null));
        try
        {
            return Skydd(skydd).Unprotect(varde);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Namn(HttpContext http) => Lokal(http) ? Kaka : SkyddadKaka;

    private static bool Lokal(HttpContext http) => http.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();

    private static IDataProtector Skydd(IDataProtectionProvider skydd) => skydd.CreateProtector("CaseFlow.Kvittens");

    // S2092: Secure överallt utom över ren http på den egna datorn (Development), där webbläsaren annars inte tar emot kakan.
#pragma warning disable S2092
    private static CookieOptions Val(HttpContext http, TimeSpan? alder) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps || !Lokal(http),
        IsEssential = true,
        MaxAge = alder,
        Path = "/",
        SameSite = SameSiteMode.Strict,
    };
#pragma warning restore S2092
}
