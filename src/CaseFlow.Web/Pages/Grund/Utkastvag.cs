using CaseFlow.Application;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Web.Auth;
using CaseFlow.Web.Pages.Konton;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Web.Pages.Grund;

/// <summary>Where a form is kept as a draft: by the script while one types, or by a button on the form.</summary>
internal static class Utkastvag
{
    public const string Spara = "/utkast";
    public const string Kasta = "/utkast/kasta";
    public const string Platsfalt = "__utkast";
    public const string Arendefalt = "__arende";
    public const string Sidfalt = "__sida";

    /// <summary>The version that the text was begun on, when someone has written since: the draft keeps it, so that both are compared again.</summary>
    public const string Basfalt = "__bas";

    private const string Registrering = Spara + "/registrering";
    private const string KastaRegistrering = Registrering + "/kasta";
    private const string Json = "application/json";

    /// <summary><c>POST /utkast</c> takes any form of ours with its fields, and answers the script in JSON; <c>POST /utkast/kasta</c> throws the draft away. An ansökan
    /// that is being registered has its own two: it lies in no ärende.</summary>
    public static void MapUtkast(this IEndpointRouteBuilder app)
    {
        app.MapPost(Spara, Sparar).RequireAuthorization().WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapPost(Kasta, Kastar).RequireAuthorization().WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapPost(Registrering, SpararRegistrering).RequireAuthorization().WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapPost(KastaRegistrering, KastarRegistrering).RequireAuthorization().WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    /// <summary>Where the draft of a place is saved.</summary>
    public static string Sparas(string? plats) => ArRegistrering(plats) ? Registrering : Spara;

    public static string Kastas(string? plats) => ArRegistrering(plats) ? KastaRegistrering : Kasta;

    /// <summary>What the draft is not yet.</summary>
    public static string InteSparat(string? plats) => ArRegistrering(plats)
        ? "Ansökan är inte registrerad. Personnumret sparas inte i ett utkast, och för den som har skyddade uppgifter inte heller namn, adress, telefon och ombud: skriv dem igen. Gäller det någon annan, släng utkastet först."
        : "Det är inte sparat i ärendet.";

    private static bool ArRegistrering(string? plats) => plats == Utkastplats.NyAnsokan.Kod;

    /// <summary>The page that a form stands on, when it is one of ours; else where everyone may go.</summary>
    public static string Sida(IFormCollection? skickat) => LoggaIn.EgenAdress(skickat?[Sidfalt].ToString()) ?? "/";

    private static async Task<IResult> Sparar(HttpContext http, [FromServices] Sandare sandare, [FromServices] IDataProtectionProvider skydd)
    {
        var skickat = await http.Request.ReadFormAsync(http.RequestAborted);
        var sparat = await sandare.SandUtanNyckel(
            new SparaUtkast(skickat[Arendefalt].ToString(), skickat[Platsfalt].ToString(), Falt(skickat), skickat[Sandare.Nyckelfalt].ToString()), http.RequestAborted);
        return SvaraSparat(http, skydd, skickat, sparat, "Det är inte sparat i ärendet än.");
    }

    private static async Task<IResult> SpararRegistrering(HttpContext http, [FromServices] Sandare sandare, [FromServices] IDataProtectionProvider skydd)
    {
        var skickat = await http.Request.ReadFormAsync(http.RequestAborted);
        var sparat = await sandare.SandUtanNyckel(new SparaRegistreringsutkast(Falt(skickat), skickat[Sandare.Nyckelfalt].ToString()), http.RequestAborted);
        return SvaraSparat(http, skydd, skickat, sparat, "Ansökan är inte registrerad än.");
    }

    private static IResult SvaraSparat(HttpContext http, IDataProtectionProvider skydd, IFormCollection skickat, Result<SparatUtkast> sparat, string inteAn)
    {
        if (http.Request.Headers.Accept.ToString() == Json)
            return sparat.Failed ? Results.Json(new { text = sparat.Error.Text, igen = sparat.Error.Code == Felkoder.NagonHannFore }, statusCode: Status(sparat.Error)) : Results.Json(new { tid = Datumtext.Klocka(sparat.Value.Tid) });
        // Utan skript: felsidan visar det skrivna, att kopiera.
        if (sparat.Failed && sparat.Error.Kind is not ErrorKind.Conflict) return Results.StatusCode(Status(sparat.Error));
        Kvittens.Lamna(http, skydd, sparat.Failed ? sparat.Error.Text : $"Utkastet är sparat {Datumtext.Klocka(sparat.Value.Tid)}. {inteAn}");
        return Tillbaka(http, skickat);
    }

    private static async Task<IResult> Kastar(HttpContext http, [FromServices] Sandare sandare, [FromServices] IDataProtectionProvider skydd)
    {
        var skickat = await http.Request.ReadFormAsync(http.RequestAborted);
        var kastat = await sandare.Sand(new KastaUtkast(skickat[Arendefalt].ToString(), skickat[Platsfalt].ToString()), http.RequestAborted);
        return SvaraKastat(http, skydd, skickat, kastat, "Utkastet är slängt. Det här är vad som är sparat.");
    }

    private static async Task<IResult> KastarRegistrering(HttpContext http, [FromServices] Sandare sandare, [FromServices] IDataProtectionProvider skydd)
    {
        var skickat = await http.Request.ReadFormAsync(http.RequestAborted);
        var kastat = await sandare.Sand(new KastaRegistreringsutkast(), http.RequestAborted);
        return SvaraKastat(http, skydd, skickat, kastat, "Utkastet är slängt.");
    }

    private static IResult SvaraKastat(HttpContext http, IDataProtectionProvider skydd, IFormCollection skickat, Result<Done> kastat, string kvitto)
    {
        if (kastat.Failed) return Results.StatusCode(Hindersida.Statuskod(kastat.Error));
        Kvittens.Lamna(http, skydd, kvitto);
        return Tillbaka(http, skickat);
    }

    private static IResult Tillbaka(HttpContext http, IFormCollection skickat)
    {
        http.Response.Headers.Location = Sida(skickat);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Every field but the page's own, as it was typed: a field that was emptied is empty in the draft too.</summary>
    private static Dictionary<string, string[]> Falt(IFormCollection skickat)
    {
        var falt = skickat.Where(f => !f.Key.StartsWith('_')).ToDictionary(f => f.Key, f => f.Value.Select(v => (v ?? "").ReplaceLineEndings("\n")).ToArray(), StringComparer.Ordinal);
        if (skickat[Basfalt].ToString() is { Length: > 0 } bas) falt["version"] = [bas];
        return falt;
    }

    private static int Status(Error fel) => fel.Code == "UTKAST_FOR_STORT" ? StatusCodes.Status413PayloadTooLarge
        : fel.Kind is ErrorKind.Invalid ? StatusCodes.Status400BadRequest : Hindersida.Statuskod(fel);
}
