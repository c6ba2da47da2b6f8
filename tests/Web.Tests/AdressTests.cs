using System.Net;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Web.Tests;

/// <summary>Whatever stands in an address, the page answers.</summary>
public sealed class AdressTests
{
    [Theory]
    [InlineData("/indikatorer/utredningstid?efter={0}")]
    [InlineData("/arenden/2026-0001/beslut?insats={0}")]
    public async Task Det_som_inte_ar_ett_tal_ar_inget_fel_i_programmet(string adress)
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin", Roll.Chef);
        var karin = vard.Besok();
        await karin.Losenordet("karin");

        foreach (var varde in new[] { "7", "abc", "-1", "99999999999999999999", "x%0D%0Afail:%20p%C3%A5hittad%20rad" })
            Assert.True((await karin.Ga(adress.Replace("{0}", varde, StringComparison.Ordinal))).StatusCode < HttpStatusCode.InternalServerError, varde);
    }

    [Fact]
    public async Task Det_som_soks_blir_en_adress_bara_nar_det_ar_ett_arendenummer()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        var karin = vard.Besok();
        await karin.Losenordet("karin");
        var sida = await karin.Las("/arenden");

        foreach (var skrivet in new[] { "19121212-1212", "191212121212", "121212-1212", "121212+1212", " 19121212-1212 ", "Anna Andersson", "//ond.example" })
        {
            // Ett slumptal i stället för det som söktes.
            Assert.Matches("^302 /sok/[0-9a-f]{32}$", await Skickat(skrivet));
            Assert.Equal(HttpStatusCode.OK, (await Svaret(skrivet)).StatusCode);
        }
        Assert.Equal("302 /arenden/2026-0419", await Skickat(" 2026-0419 "));
        foreach (var (skrivet, fel) in new[] { ("", "Skriv det du letar efter"), ("19121212-1213", "personnumret"), ("å", "minst 2 bokstäver") })
        {
            var svar = await Svaret(skrivet);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, svar.StatusCode);
            Assert.Contains(fel, Delar.Uppmarkning.Text(await svar.Content.ReadAsStringAsync()), StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(HttpStatusCode.OK, (await karin.Ga("/sok")).StatusCode);

        var utanNyckel = await karin.SkickaMed("", "/sok", "sida", ("__blankett", "sok"), ("sok", "2026-0419"));
        Assert.Equal("400 ", Webblasaren.Vart(utanNyckel));

        var utloggad = await vard.Besok().SkickaMed(sida, "/sok", "sida", ("__blankett", "sok"), ("sok", "19121212-1212"));
        Assert.Equal("302 /logga-in?till=%2Fsok", Webblasaren.Vart(utloggad));

        async Task<HttpResponseMessage> Svaret(string skrivet)
        {
            var svar = await karin.SkickaMed(sida, "/sok", "sida", ("__blankett", "sok"), ("sok", skrivet));
            return svar.Headers.Location is { } till ? await karin.Ga(till.OriginalString) : svar;
        }

        async Task<string> Skickat(string skrivet) => Webblasaren.Vart(await karin.SkickaMed(sida, "/sok", "sida", ("__blankett", "sok"), ("sok", skrivet)));
    }
}
