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

    private static CookieOptions Val(HttpContext http, TimeSpan? alder) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = alder,
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
    };
}
