using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Web.Tests.Delar;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests;

/// <summary>The page Sök. Who finds what is tried with the use cases; here is what a browser sends and sees.</summary>
public sealed class SokTests
{
    [Fact]
    public async Task Personer_och_anteckningar_hittas_med_det_som_skrivs_i_faltet()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        var nummer = await Ansokan(vard, "Åsa", "Öberg");
        var karin = vard.Besok();
        await karin.Losenordet("karin");
        var antecknad = await karin.Skicka($"/arenden/{nummer}/anteckningar", "sida", ("__blankett", "anteckning"), ("nySlag", "telefonsamtal"), ("nyDag", "2026-09-16"), ("nyText", "Ramlade i trappan, säger dottern."));
        Assert.Equal($"302 /arenden/{nummer}/anteckningar", Webblasaren.Vart(antecknad));

        var person = await Sok("öbe åsa");
        Assert.Contains("Åsa Öberg", Uppmarkning.Text(person), StringComparison.Ordinal);
        Assert.Contains($"href=\"/arenden/{nummer}\"", person, StringComparison.Ordinal);
        Assert.Contains("Ingen person hittades", Uppmarkning.Text(await Sok("oberg asa")), StringComparison.Ordinal);

        var anteckning = await Sok("TRAPPAN dotter");
        Assert.Contains("<mark>trappan</mark>", anteckning, StringComparison.Ordinal);
        Assert.Contains($"href=\"/arenden/{nummer}/anteckningar/1\"", anteckning, StringComparison.Ordinal);
        Assert.Contains("Inga anteckningar hittades", Uppmarkning.Text(await Sok("hissen")), StringComparison.Ordinal);

        async Task<string> Sok(string text)
        {
            var svar = await karin.Ga(await Vidare(karin, text));
            Assert.Equal("200 ", Webblasaren.Vart(svar));
            Assert.Contains("no-store", svar.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            var html = await svar.Content.ReadAsStringAsync();
            Uppmarkning.ArRiktig(html);
            return html;
        }
    }

    [Fact]
    public async Task Registret_lases_inte_genom_sokningar()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        await vard.LaggUpp("anders");
        await Ansokan(vard, "Åsa", "Öberg");
        var (karin, anders) = (vard.Besok(), vard.Besok());
        await karin.Losenordet("karin");
        await anders.Losenordet("anders");
        var adress = await Vidare(karin, "öberg");

        for (var i = 0; i < 60; i++) Assert.Equal("200 ", Webblasaren.Vart(await karin.Ga(adress)));
        var nekad = await karin.Ga(adress);

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, nekad.StatusCode);
        var text = Uppmarkning.Text(await nekad.Content.ReadAsStringAsync());
        Assert.Contains("Vänta en minut", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Åsa", text, StringComparison.Ordinal);
        Assert.Equal("200 ", Webblasaren.Vart(await anders.Ga(await Vidare(anders, "öberg"))));
    }

    [Fact]
    public async Task Den_som_inte_far_lasa_arenden_far_inget_svar()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        await Ansokan(vard, "Åsa", "Öberg");
        await vard.LaggUpp("utforare", Roll.Utforare);
        var utforare = vard.Besok();
        await utforare.Losenordet("utforare");

        var svar = await utforare.Ga(await Vidare(utforare, "öberg"));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, svar.StatusCode);
        Assert.DoesNotContain("Åsa", await svar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tillbaka_visar_traffarna_igen_utan_att_det_som_soktes_star_i_adressen()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        await vard.LaggUpp("anders");
        var nummer = await Ansokan(vard, "Åsa", "Öberg");
        var (karin, anders) = (vard.Besok(), vard.Besok());
        await karin.Losenordet("karin");
        await anders.Losenordet("anders");

        var adress = await Vidare(karin, "öberg");
        Assert.Matches("^/sok/[0-9a-f]{32}$", adress);
        Assert.NotEqual(adress, await Vidare(karin, "öberg"));
        foreach (var _ in new[] { "först", "tillbaka" })
        {
            var html = await karin.Las(adress);
            Assert.Contains($"href=\"/arenden/{nummer}\"", html, StringComparison.Ordinal);
            Assert.Contains("Ansökan, handläggare ", Uppmarkning.Text(html), StringComparison.Ordinal);
            Assert.Contains("value=\"öberg\"", System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        }
        // Den som har fått adressen av någon annan får ett tomt fält.
        Borta(await anders.Las(adress));
        Borta(await karin.Las("/sok/0123456789abcdef0123456789abcdef"));
        vard.Tid.Ga(Pages.Arenden.Sokminne.Minnestid);
        Borta(await karin.Las(adress));

        static void Borta(string html)
        {
            Assert.Contains("Sökningen finns inte kvar", Uppmarkning.Text(html), StringComparison.Ordinal);
            Assert.DoesNotContain("Öberg", System.Net.WebUtility.HtmlDecode(html), StringComparison.OrdinalIgnoreCase);
            Uppmarkning.ArRiktig(html);
        }
    }

    [Fact]
    public async Task Slutet_av_ett_arendenummer_hittar_det_och_ett_halvt_personnummer_sags_ifran_om()
    {
        await using var vard = new Utveckling();
        await vard.LaggUpp("karin");
        var nummer = await Ansokan(vard, "Åsa", "Öberg");
        var karin = vard.Besok();
        await karin.Losenordet("karin");

        foreach (var skrivet in new[] { nummer.Split('-')[1], nummer.Replace("-", "", StringComparison.Ordinal) })
            Assert.Contains($"href=\"/arenden/{nummer}\"", await karin.Las(await Vidare(karin, skrivet)), StringComparison.Ordinal);
        var kort = $"{nummer[..4]}-{int.Parse(nummer.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)}";
        Assert.Equal($"/arenden/{nummer}", await Vidare(karin, kort));

        var fel = await karin.Ga(await Vidare(karin, "19410203"));
        Assert.Equal(422, (int)fel.StatusCode);
        var html = await fel.Content.ReadAsStringAsync();
        Assert.Contains("En sak behöver rättas", Uppmarkning.Text(html), StringComparison.Ordinal);
        Assert.Equal("422 ", Webblasaren.Vart(await karin.Skicka("/sok", "sida", ("__blankett", "sok"), ("sok", new string('a', 201)))));
    }

    /// <summary>Where the browser is sent with what was searched for.</summary>
    private static async Task<string> Vidare(Webblasaren vem, string text)
    {
        var svar = await vem.Skicka("/sok", "sida", ("__blankett", "sok"), ("sok", text));
        Assert.StartsWith("302 /", Webblasaren.Vart(svar), StringComparison.Ordinal);
        return svar.Headers.Location!.OriginalString;
    }

    private static async Task<string> Ansokan(Utveckling vard, string fornamn, string efternamn)
    {
        var sokande = new InkommenSokande(null, "1941-05-06", "kvinna", fornamn, efternamn, new("Provvägen 1", "128 58", "Skarpnäck"), null, "sv", false);
        var ansokan = new InkommenAnsokan("", "telefon", vard.Tid.GetUtcNow(), sokande, [new("hemtjanst", "Hjälp", null, null)], false, "ingen", null);
        var svar = await vard.Services.GetRequiredService<IAnropare>().Sand(new RegistreraAnsokan(ansokan), Systemaktor.Import);
        Assert.False(svar.Failed, svar.Error?.Text);
        return svar.Value.Arendenummer;
    }
}
