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
            var svar = await karin.Skicka("/sok", "sida", ("__blankett", "sok"), ("sok", text));
            Assert.Equal("200 ", Webblasaren.Vart(svar));
            Assert.Contains("no-store", svar.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            var html = await svar.Content.ReadAsStringAsync();
            Uppmarkning.ArRiktig(html);
            return html;
        }
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

        var svar = await utforare.Skicka("/sok", "sida", ("__blankett", "sok"), ("sok", "öberg"));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, svar.StatusCode);
        Assert.DoesNotContain("Åsa", await svar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
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
