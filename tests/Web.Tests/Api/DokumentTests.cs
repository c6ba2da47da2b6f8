using System.Diagnostics;
using System.Text.Json;
using AutoMapper;
using CaseFlow.Testing;
using CaseFlow.Web.Api.v1;
using CaseFlow.Web.Api.v1.Beskrivningar;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Api;

/// <summary>The API's description of itself: the same as the one that is kept, valid, and true of the API.</summary>
public sealed class DokumentTests
{
    private const string SkrivOm = "CASEFLOW_SKRIV_OPENAPI";

    /// <remarks>
    /// Föll det här provet? Det som API:et säger om sig självt är inte längre det som står i docs/api/openapi.json. Ögonblicksbilden är kontraktet
    /// med dem som anropar oss, så bestäm vad ändringen är:
    /// 1. Ett nytt fält, en ny resurs, en bättre text: höj apiVersion (Dokument.Info) när det är något nytt, skriv om filen med
    ///    CASEFLOW_SKRIV_OPENAPI=1 dotnet test tests/Web.Tests --filter DokumentTests, läs skillnaden och bekräfta den med ett skäl.
    /// 2. Ett fält som försvinner, byter namn eller betydelse, eller ett nytt krav: det bryter för någon. Gör det i v2, eller låt bli.
    /// </remarks>
    [Fact]
    public async Task Beskrivningen_ar_den_som_ar_sparad()
    {
        await using var vard = await Apivard.Skapa();
        var serverat = (await vard.Las(null, "/openapi.json")).Text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(SkrivOm) == "1") await File.WriteAllTextAsync(Sparad, serverat);

        Assert.True(
            serverat == (await File.ReadAllTextAsync(Sparad)).ReplaceLineEndings("\n"),
            $"Det som serveras är inte docs/api/openapi.json. Läs kommentaren vid provet: är ändringen avsedd, kör om med {SkrivOm}=1 och läs skillnaden.");
    }

    [KraverFact(Krav.Redocly)]
    public async Task Beskrivningen_gar_genom_granskningen()
    {
        Assert.True(Redocly.Program is not null, "Kör npm ci i tests/Web.Tests/Api/granskning.");
        var start = new ProcessStartInfo("node", [Redocly.Program, "lint", Sparad, "--config", Path.Combine(Redocly.Mapp, "redocly.yaml")])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Redocly.Mapp,
            Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
        };
        using var process = Process.Start(start)!;
        var (ut, fel) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, $"{await ut}\n{await fel}");
    }

    [Fact]
    public async Task Beskrivningens_ansokan_gar_att_skicka_som_den_star()
    {
        await using var vard = await Apivard.Skapa();

        var svar = await vard.Posta(await vard.Nyckel(null), "/ansokningar", JsonSerializer.Serialize(Exempel.Ansokan, Apijson.Val));

        Assert.Equal(("201", "registrerad"), (svar.Kort, svar.Falt("utfall")));
        Assert.Equal(Exempel.RegistreradAnsokan.ExternId, svar.Falt("externId"));
    }

    [Fact]
    public async Task Info_finns_under_versionen_och_utan_den()
    {
        await using var vard = await Apivard.Skapa();
        var info = await vard.Las(null, "/api-info");

        Assert.Equal(["apiName", "apiVersion", "apiReleased", "apiDocumentation", "apiStatus"], info.Json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(info.Text, (await vard.Las(null, "/../../api-info")).Text);
        Assert.Equal("/api/v1/openapi.json", info.Falt("apiDocumentation"));
        var openapi = (await vard.Las(null, "/openapi.json")).Json;
        Assert.Equal(info.Falt("apiVersion"), openapi.GetProperty("info").GetProperty("version").GetString());
    }

    [Fact]
    public async Task Varje_falt_i_kontraktet_fylls()
    {
        await using var vard = await Apivard.Skapa();

        vard.Tjanster.GetRequiredService<IConfigurationProvider>().AssertConfigurationIsValid();
    }

    [Fact]
    public async Task Utan_licensnyckel_sags_det_en_gang_och_inte_som_en_varning()
    {
        await using var vard = await Apivard.Skapa();
        var hanna = await vard.Nyckel("hanna");
        for (var i = 0; i < 3; i++) await vard.Las(hanna, "/uppgifter");

        Assert.Single(vard.Logg.Rader, r => r.Contains("AutoMapper:LicenseKey", StringComparison.Ordinal));
        Assert.DoesNotContain(vard.Logg.Rader, r => r.Contains("Lucky Penny", StringComparison.OrdinalIgnoreCase));
    }

    private static string Sparad { get; } = Path.Combine(Kalltrad.Rot, "docs", "api", "openapi.json");
}
