extern alias web;

using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Architecture;

/// <summary>Every route of the running web app asks who calls, except the few that stand here with their reason.</summary>
public sealed class VagarTests(VagarTests.Vard vard) : IClassFixture<VagarTests.Vard>
{
    // Vägar som får anropas utan inloggning. En ny rad är ett beslut: skriv varför.
    private static readonly Dictionary<string, string> Oppna = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/"] = "skickar vidare till inloggning eller Idag",
        ["/logga-in"] = "här loggar man in",
        ["/logga-in/passkey"] = "här loggar man in med nyckel; svarar med slumptal, säger inget om kontona",
        ["/fel/{Kod:int}"] = "felsidan, utan innehåll från systemet",
        ["/api-info"] = "vad API:et heter och var det beskrivs, utan innehåll från systemet (REST API-profilen, VER.06)",
        ["/api/v1/api-info"] = "detsamma, under versionen",
        ["/api/v1/openapi.json"] = "API:ets beskrivning, densamma som i docs/api",
        ["/health/live"] = "lastbalanserare; utan detaljer",
        ["/health/ready"] = "lastbalanserare; utan detaljer",
    };

    [Fact]
    public void Det_finns_vagar() => Assert.NotEmpty(Sidor());

    [Fact]
    public async Task Varje_vag_kraver_inloggning_eller_star_pa_listan()
    {
        var brott = new List<string>();
        foreach (var vag in Sidor().Where(v => !Oppna.ContainsKey(Monster(v))))
            if (await SlapperOkand(vag)) brott.Add($"{Metoder(vag)} {Monster(vag)}");
        Brott.Inga("Vägar som släpper in den som inte är inloggad, utan att stå på listan:", brott);
    }

    [Fact]
    public void Listan_namner_bara_vagar_som_finns_och_ar_oppna() => Assert.All(Oppna.Keys, monster =>
        Assert.Contains(Sidor(), v => Monster(v).Equals(monster, StringComparison.OrdinalIgnoreCase) && v.Metadata.GetMetadata<IAllowAnonymous>() is not null));

    /// <summary>The browser tests visit every page by its attribute: the running app answers with no other page.</summary>
    [Fact]
    public void Varje_sida_i_vagtabellen_ar_en_som_webbproven_besoker() => Assert.Equal(
        typeof(web::CaseFlow.Web.Pages.Grund.Sida).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>())
            .Select(r => r.Template).Order(StringComparer.Ordinal),
        Sidor().Where(v => v.Metadata.GetMetadata<ComponentTypeMetadata>() is not null).Select(Monster).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Vagar_ar_ascii_med_sma_bokstaver() => Brott.Inga("Vägar som inte är små ASCII-bokstäver, siffror och bindestreck:", Sidor().Select(Monster)
        .Where(m => !m.StartsWith("/_framework/", StringComparison.Ordinal)).Where(m => m.Split('/').Any(del => !del.Contains('{', StringComparison.Ordinal) && del.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '.')))));

    // Vad en okänd anropare faktiskt får, med värdens egen regel för vägar som inget säger.
    private async Task<bool> SlapperOkand(RouteEndpoint vag)
    {
        if (vag.Metadata.GetMetadata<IAllowAnonymous>() is not null) return true;
        using var omfang = vard.Services.CreateScope();
        var regler = omfang.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>();
        var regel = await AuthorizationPolicy.CombineAsync(regler, vag.Metadata.GetOrderedMetadata<IAuthorizeData>(), vag.Metadata.GetOrderedMetadata<AuthorizationPolicy>())
            ?? await regler.GetFallbackPolicyAsync();
        if (regel is null) return true;
        var prov = await omfang.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(new ClaimsPrincipal(new ClaimsIdentity()), null, regel);
        return prov.Succeeded;
    }

    // Stilmallar, skript och typsnitt ur bygget är öppna filer utan persondata och räknas inte som vägar.
    private IEnumerable<RouteEndpoint> Sidor() => vard.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(v => v.Metadata.All(m => m.GetType().FullName?.Contains("StaticAsset", StringComparison.Ordinal) != true))
        .Where(v => v.RoutePattern.RawText != "{**path:file}");

    private static string Monster(RouteEndpoint vag) => "/" + (vag.RoutePattern.RawText ?? "").Trim('/');

    private static string Metoder(RouteEndpoint vag) => string.Join('|', vag.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]);

    /// <summary>The web app as it starts, on a database of its own.</summary>
    public sealed class Vard : WebApplicationFactory<web::Program>
    {
        private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("caseflow-vagar-");

        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            builder.UseSetting("environment", "Production");
            builder.UseSetting("CASEFLOW_DATA", _data.FullName);
            foreach (var namn in new[] { "Namnd", "Adress", "Forvaltningsratt", "Forvaltningsrattsadress" }) builder.UseSetting($"CaseFlow:Enhet:{namn}", "Prov");
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing && Directory.Exists(_data.FullName)) _data.Delete(recursive: true);
        }
    }
}
