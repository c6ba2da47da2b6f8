using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CaseFlow.Web.Pages.Grund;

/// <summary>What was just done, said once on the page one comes to. Travels in a protected cookie for a minute, never in the address.</summary>
internal static class Kvittens
{
    private const string Kaka = "caseflow-kvittens";

    public static void Lamna(HttpContext http, IDataProtectionProvider skydd, string text) =>
        http.Response.Cookies.Append(Kaka, Skydd(skydd).Protect(text), Val(http, TimeSpan.FromMinutes(1)));

    /// <returns>The receipt, or null when there is none. It is shown once.</returns>
    public static string? Hamta(HttpContext http, IDataProtectionProvider skydd)
    {
        if (http.Request.Cookies[Kaka] is not { Length: > 0 } varde) return null;
        http.Response.Cookies.Delete(Kaka, Val(http, null));
        try
        {
            return Skydd(skydd).Unprotect(varde);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector Skydd(IDataProtectionProvider skydd) => skydd.CreateProtector("CaseFlow.Kvittens");

    // S2092: Secure överallt utom över ren http på den egna datorn (Development), där webbläsaren annars inte tar emot kakan.
#pragma warning disable S2092
    private static CookieOptions Val(HttpContext http, TimeSpan? alder) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        MaxAge = alder,
        Path = "/",
        SameSite = SameSiteMode.Strict,
    };
#pragma warning restore S2092
}
