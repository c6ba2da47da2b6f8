using AutoMapper;
using CaseFlow.Web.Api.v1.Beskrivningar;

namespace CaseFlow.Web.Api.v1;

// Rummet Api: det som andra system och egna program anropar. Samma användningsfall som sidorna, en avbildning till kontraktet, och en fil som gör nej till
// problem. Kontraktet står i Kontrakt/, beskrivningen som API:et ger om sig självt i Beskrivningar/, och orden för den som ska använda det i docs/api.

internal static class Apiregistrering
{
    private const string Licensnyckel = "AutoMapper:LicenseKey";

    public static void AddApi(this IServiceCollection services, IConfiguration installningar)
    {
        services.AddScoped<Apianrop>();
        services.ConfigureHttpJsonOptions(o => Apijson.Stall(o.SerializerOptions));
        services.AddRateLimiter(o => Apitakt.LaggTill(o, installningar));
        services.AddOpenApi(Dokument.Namn, Dokument.Stall);
        var licens = installningar[Licensnyckel];
        // Utan nyckel säger AutoMapper ifrån med en varning vid första anropet. Vi säger det själva, en gång och lugnare (docs/drift).
        if (string.IsNullOrWhiteSpace(licens)) services.AddLogging(l => l.AddFilter("LuckyPennySoftware.AutoMapper.License", LogLevel.None));
        services.AddSingleton<AutoMapper.IConfigurationProvider>(s =>
        {
            var loggar = s.GetRequiredService<ILoggerFactory>();
            if (string.IsNullOrWhiteSpace(licens))
                loggar.CreateLogger(typeof(Apiregistrering)).LogInformation("AutoMapper körs utan licensnyckel ({Installning}); docs/drift säger när en behövs", Licensnyckel);
            return new MapperConfiguration(
                c =>
                {
                    c.LicenseKey = licens;
                    c.AddProfile<Kontraktsprofil>();
                },
                loggar);
        });
        services.AddSingleton(s => s.GetRequiredService<AutoMapper.IConfigurationProvider>().CreateMapper());
    }

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = new Vagtabell(app);
        api.MapAnsokningar();
        api.MapArenden();
        api.MapUppgifter();
        api.MapPersoner();
        // REST API-profilen 1.2.0, VER.06: under API:ets rot. Också utan version, för den som inte vet vilken som gäller.
        foreach (var vag in new[] { $"{Vagtabell.Rot}/api-info", "/api-info" })
            api.Oppen(vag, v => app.MapGet(v, () => Results.Json(Dokument.Info, Apijson.Val)).MedOppen(v, Allmanbeskrivningar.Info));
        api.Oppen($"{Vagtabell.Rot}/openapi.json", v => app.MapOpenApi(v));
        api.MapOvriga();
    }

    /// <summary>Described once, where the version is.</summary>
    private static RouteHandlerBuilder MedOppen(this RouteHandlerBuilder rutt, string vag, Beskrivning beskrivning)
    {
        if (vag.StartsWith(Vagtabell.Rot, StringComparison.Ordinal)) rutt.Med(beskrivning);
        return rutt;
    }
}
