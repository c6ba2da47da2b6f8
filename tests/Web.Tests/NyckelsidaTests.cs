using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Web.Tests.Delar;

namespace CaseFlow.Web.Tests;

/// <summary>The page where a user makes her own key to the API, and takes it away.</summary>
public sealed partial class NyckelsidaTests
{
    private const string Sida = "/konto/api-nycklar";

    [Fact]
    public async Task Nyckeln_visas_en_gang_oppnar_apiet_och_gar_att_ta_bort()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        var karin = vard.Besok();
        await karin.Losenordet("karin");
        Assert.Contains($"href=\"{Sida}\"", await karin.Las("/konto"), StringComparison.Ordinal);
        var tom = await karin.Las(Sida);
        Assert.Contains("Du har inga nycklar", tom, StringComparison.Ordinal);

        var gjord = await Gor(karin, tom);
        var svar = await gjord.Content.ReadAsStringAsync();
        var nyckel = Apinyckel().Match(svar).Value;
        Assert.Equal((HttpStatusCode.OK, 47), (gjord.StatusCode, nyckel.Length));
        Assert.Contains("no-store", gjord.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Anropa(nyckel));

        // Samma formulär en gång till ger varken en nyckel till eller samma nyckel igen.
        var igen = await Gor(karin, tom);
        Assert.Equal($"302 {Sida}", Webblasaren.Vart(igen));
        var lista = await karin.Las(Sida);
        Assert.Contains("den visades bara den gången", Uppmarkning.Text(lista), StringComparison.Ordinal);
        Assert.DoesNotContain("cfk_", lista, StringComparison.Ordinal);
        Assert.Contains("Rapporten", lista, StringComparison.Ordinal);
        Assert.Contains("gäller till och med 15 dec 2026", Uppmarkning.Text(lista), StringComparison.Ordinal);

        var bort = await karin.SkickaMed(lista, Sida, "sida", ("__blankett", Borttagning().Match(lista).Value), ("__nyckel", "bort"));
        Assert.Equal($"302 {Sida}", Webblasaren.Vart(bort));
        Assert.Equal(HttpStatusCode.Unauthorized, await Anropa(nyckel));
        Assert.Contains("Borttagen", await karin.Las(Sida), StringComparison.Ordinal);

        async Task<HttpStatusCode> Anropa(string med)
        {
            using var klient = vard.CreateClient();
            using var anrop = new HttpRequestMessage(HttpMethod.Get, new Uri("https://localhost/api/v1/uppgifter"));
            anrop.Headers.Add("Authorization", "Bearer " + med);
            return (await klient.SendAsync(anrop)).StatusCode;
        }
    }

    [Fact]
    public async Task Utan_losenordet_blir_det_ingen_nyckel_och_forsoken_raknas()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        var karin = vard.Besok();
        await karin.Losenordet("karin");
        var sida = await karin.Las(Sida);

        var fel = await Gor(karin, sida, "fel-helt-enkelt");
        var text = await fel.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fel.StatusCode);
        Assert.Contains("Det är inte ditt nuvarande lösenord.", Uppmarkning.Text(text), StringComparison.Ordinal);
        Assert.Contains("value=\"Rapporten\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("fel-helt-enkelt", text, StringComparison.Ordinal);
        for (var i = 0; i < 10; i++) text = await (await Gor(karin, sida, "fel igen och igen")).Content.ReadAsStringAsync();
        Assert.Contains("För många försök", Uppmarkning.Text(text), StringComparison.Ordinal);
        Assert.Contains("För många försök", Uppmarkning.Text(await (await Gor(karin, sida)).Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("Du har inga nycklar", await karin.Las(Sida), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Felen_star_vid_falten_och_den_som_inget_far_slipper_formularet()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        await vard.LaggUpp("frida", Roll.Forvaltare);
        var (karin, frida) = (vard.Besok(), vard.Besok());
        await karin.Losenordet("karin");
        await frida.Losenordet("frida");

        var svar = await karin.SkickaMed(await karin.Las(Sida), Sida, "sida", ("__blankett", "ny"), ("losenord", Drift.Losenord));
        var text = Uppmarkning.Text(await svar.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, svar.StatusCode);
        foreach (var fel in new[] { "Skriv vad nyckeln ska heta.", "Välj vad nyckeln ska få göra.", "Skriv nyckelns sista dag." }) Assert.Contains(fel, text, StringComparison.Ordinal);
        var utan = await karin.SkickaMed(await karin.Las(Sida), Sida, "sida", ("__blankett", "ny"), ("namn", "A"));
        Assert.Contains("Skriv ditt lösenord.", Uppmarkning.Text(await utan.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var lang = await karin.SkickaMed(
            await karin.Las(Sida), Sida, "sida", ("__blankett", "ny"), ("losenord", Drift.Losenord), ("namn", "A"), ("behorigheter", "arende.lasa"), ("gallerTom", "2028-01-01"));
        Assert.Contains("högst ett år fram", Uppmarkning.Text(await lang.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        var fridas = await frida.Las(Sida);
        Assert.Contains("ger inget som en nyckel kan användas till", fridas, StringComparison.Ordinal);
        Assert.DoesNotContain("Ny nyckel", fridas, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Gor(Webblasaren vem, string html, string losenord = Drift.Losenord) => vem.SkickaMed(
        html, Sida, "sida", ("__blankett", "ny"), ("__nyckel", Formularnyckel().Match(html).Groups["varde"].Value), ("namn", "Rapporten"), ("behorigheter", "arende.lasa"),
        ("gallerTom", "2026-12-15"), ("losenord", losenord));

    [GeneratedRegex("cfk_[A-Za-z0-9_-]{43}")]
    private static partial Regex Apinyckel();

    [GeneratedRegex("bort-[0-9]+")]
    private static partial Regex Borttagning();

    [GeneratedRegex("name=\"__nyckel\" value=\"(?<varde>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Formularnyckel();
}
