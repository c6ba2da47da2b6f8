using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Ansokningar;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Handlingar;
using CaseFlow.Testing;
using CaseFlow.Web.Tests.Delar;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests;

/// <summary>Files sent to the host as a browser sends them, and as someone does who wants to do harm.</summary>
public sealed class HandlingarTests(HandlingarTests.Vard vard) : IClassFixture<HandlingarTests.Vard>
{
    private string Sida => $"/arenden/{vard.Nummer}/handlingar";

    private string Lager => Path.Combine(vard.Drift.Data, "handlingar");

    [Fact]
    public async Task En_fil_laggs_in_och_hamtas_som_bilaga_som_inte_kan_visas_som_sida()
    {
        var innehall = Provfil.Text("Hej åäö");
        var svar = await Skicka("Åsas \"svar\".txt", innehall);
        Assert.Equal("302 " + Sida, Webblasaren.Vart(svar));

        var html = await vard.Karin.Las(Sida);
        Uppmarkning.ArRiktig(html);
        Assert.Contains("är inlagd.", Uppmarkning.Text(html), StringComparison.Ordinal);
        var adress = html.Split("href=\"")[1..].Select(d => d.Split('"')[0]).First(a => a.EndsWith("/fil", StringComparison.Ordinal));
        using var fil = await vard.Karin.Ga(adress);

        Assert.Equal(innehall, await fil.Content.ReadAsByteArrayAsync());
        Assert.Equal("text/plain; charset=utf-8", fil.Content.Headers.ContentType!.ToString());
        Assert.Equal(innehall.Length, fil.Content.Headers.ContentLength);
        var bilaga = fil.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", "Åsas -svar-.txt"), (bilaga.DispositionType, bilaga.FileNameStar));
        Assert.Contains("filename*=UTF-8''%C3%85sas%20-svar-.txt", fil.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", fil.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", fil.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("no-store", fil.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        // En annan, utan ärendet, får samma svar som om det inte fanns; den som inte är inloggad får logga in.
        Assert.Equal(HttpStatusCode.NotFound, (await vard.Grannen.Ga(adress)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await vard.Karin.Ga(adress.Replace("/fil", "x/fil", StringComparison.Ordinal))).StatusCode);
        Assert.StartsWith("302 /logga-in?till=", Webblasaren.Vart(await vard.Drift.Besok().Ga(adress)), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, byte[]> Fientliga => new()
    {
        { "html som pdf", "intyg.pdf", "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray() },
        { "svg", "bild.svg", "<svg onload='alert(1)'/>"u8.ToArray() },
        { "svg som png", "bild.png", "<svg onload='alert(1)'/>"u8.ToArray() },
        { "två slag", "intyg.pdf", [.. Provfil.Pdf(), .. Provfil.Zip(("x", [1]))] },
        { "bild med skript", "bild.jpg", Provfil.Jpeg("<script>alert(1)</script>") },
        { "makro", "brev.docx", Provfil.Word(("word/vbaProject.bin", [1])) },
        { "makrodokument", "brev.docm", Provfil.Word() },
        { "bomb", "brev.docx", Provfil.Bomb() },
        { "sökväg i arkivet", "brev.docx", Provfil.Word(("../../x.xml", [1])) },
        { "mall utifrån", "brev.docx", Provfil.Word(("word/_rels/settings.xml.rels", Encoding.UTF8.GetBytes("<R><R Type='x/attachedTemplate' TargetMode='External' Target='http://evil.example'/></R>"))) },
        { "sökväg i namnet", "../../intyg.pdf", Provfil.Pdf() },
        { "windowssökväg", "..\\..\\intyg.pdf", Provfil.Pdf() },
        { "dubbel ändelse", "intyg.pdf.exe", Provfil.Pdf() },
        { "dold ändelse", "intyg.exe.pdf", Provfil.Pdf() },
        { "omvänd text", "intyg\u202Exdp.pdf", Provfil.Pdf() },
        { "NUL", "intyg\0.exe.pdf", Provfil.Pdf() },
        { "tom", "intyg.pdf", [] },
        { "för stor", "intyg.pdf", new byte[Handlingsgranser.StorstFil + 1] },
        { "program", "intyg.pdf", [(byte)'M', (byte)'Z', .. new byte[500]] },
        { "inte utf-8", "brev.txt", [0xE5, 0xE4, 0xF6] },
        { "styrtecken", "brev.txt", [(byte)'a', 0x1B, (byte)'[', (byte)'2', (byte)'J'] },
    };

    [Theory]
    [MemberData(nameof(Fientliga))]
    public async Task Det_fientliga_nekas_med_en_mening_vid_filen_och_lamnar_inget_pa_disken(string vad, string namn, byte[] innehall)
    {
        var fore = PaDisken();
        var svar = await Skicka(namn, innehall);
        var html = await svar.Content.ReadAsStringAsync();

        Assert.True(svar.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.OK, $"{vad}: {svar.StatusCode}");
        Uppmarkning.ArRiktig(html);
        Assert.Contains("id=\"f-fil-fel\"", html, StringComparison.Ordinal);
        Assert.Contains("Handlingen är inte inlagd", Uppmarkning.Text(html), StringComparison.Ordinal);
        Assert.DoesNotContain("är inlagd.", Uppmarkning.Text(await vard.Karin.Las(Sida)), StringComparison.Ordinal);
        Assert.Equal(fore, PaDisken());
    }

    [Fact]
    public async Task Det_som_skrevs_star_kvar_nar_filen_saknas()
    {
        var svar = await Skicka("", []);
        var html = await svar.Content.ReadAsStringAsync();
        Assert.Contains("Välj en fil.", Uppmarkning.Text(html), StringComparison.Ordinal);
        Assert.Contains("value=\"Intyg om trappan\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bara_den_sida_som_tar_emot_filer_gor_det_och_bara_med_kvitto()
    {
        var fore = PaDisken();
        foreach (var adress in new[] { "/logga-in", $"/arenden/{vard.Nummer}", $"/arenden/{vard.Nummer}/anteckningar" })
        {
            using var kropp = Kropp("x", "intyg.pdf", Provfil.Pdf());
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await vard.Karin.Klient.PostAsync(new Uri(adress, UriKind.Relative), kropp)).StatusCode);
        }
        using var utan = Kropp("fel", "intyg.pdf", Provfil.Pdf("utan kvitto"));
        Assert.Equal(HttpStatusCode.BadRequest, (await vard.Karin.Klient.PostAsync(new Uri(Sida, UriKind.Relative), utan)).StatusCode);
        using var utloggad = Kropp("x", "intyg.pdf", Provfil.Pdf("utloggad"));
        Assert.StartsWith("302 /logga-in", Webblasaren.Vart(await vard.Drift.Besok().Klient.PostAsync(new Uri(Sida, UriKind.Relative), utloggad)), StringComparison.Ordinal);
        // Den som inte ser ärendet lämnar ingen fil efter sig.
        using var grannens = Kropp(Formularnyckeln(await vard.Grannen.Las("/arenden")), "intyg.pdf", Provfil.Pdf("grannens"));
        Assert.Equal(HttpStatusCode.NotFound, (await vard.Grannen.Klient.PostAsync(new Uri(Sida, UriKind.Relative), grannens)).StatusCode);
        Assert.Equal(fore, PaDisken());
    }

    [Fact]
    public async Task Ett_trasigt_formular_med_fil_ar_inget_fel_i_programmet()
    {
        foreach (var (typ, kropp) in new[] { ("multipart/form-data", "x"), ("multipart/form-data; boundary=", "x"), ("multipart/form-data; boundary=a", "--a\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"x.pdf\"\r\n\r\nhalv"), ("multipart/form-data; boundary=a", "skräp") })
        {
            using var innehall = new StringContent(kropp);
            innehall.Headers.ContentType = MediaTypeHeaderValue.TryParse(typ, out var t) ? t : null;
            var status = (await vard.Karin.Klient.PostAsync(new Uri(Sida, UriKind.Relative), innehall)).StatusCode;
            Assert.InRange((int)status, 400, 499);
        }
    }

    private static string Formularnyckeln(string html) => html.Split("name=\"__formular\" value=\"")[1].Split('"')[0];

    private int PaDisken() => Directory.Exists(Lager) ? Directory.EnumerateFiles(Lager, "*", SearchOption.AllDirectories).Count() : 0;

    private async Task<HttpResponseMessage> Skicka(string namn, byte[] innehall)
    {
        using var kropp = Kropp(Formularnyckeln(await vard.Karin.Las(Sida)), namn, innehall);
        return await vard.Karin.Klient.PostAsync(new Uri(Sida, UriKind.Relative), kropp);
    }

    /// <summary>The name of the file as raw bytes: what a client of one's own sends.</summary>
    private static ByteArrayContent Kropp(string kvitto, string namn, byte[] innehall)
    {
        using var ut = new MemoryStream();
        foreach (var (falt, varde) in new[] { ("__formular", kvitto), ("_handler", "sida"), ("__blankett", "handling"), ("titel", "Intyg om trappan"), ("slag", "upprattad"), ("dag", "2026-09-16") })
            ut.Write(Encoding.UTF8.GetBytes($"--grans\r\nContent-Disposition: form-data; name=\"{falt}\"\r\n\r\n{varde}\r\n"));
        ut.Write(Encoding.UTF8.GetBytes($"--grans\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"{namn.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"\r\nContent-Type: application/pdf\r\n\r\n"));
        ut.Write(innehall);
        ut.Write("\r\n--grans--\r\n"u8);
        var kropp = new ByteArrayContent(ut.ToArray());
        kropp.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=grans");
        return kropp;
    }

    /// <summary>A unit with one handläggare, her ärende, and someone who may not see it.</summary>
    public sealed class Vard : IAsyncLifetime
    {
        internal Utveckling Drift { get; } = new();

        internal Webblasaren Karin { get; private set; } = null!;

        internal Webblasaren Grannen { get; private set; } = null!;

        public string Nummer { get; private set; } = "";

        public async Task InitializeAsync()
        {
            await Drift.LaggUpp("karin");
            var anropare = Drift.Services.GetRequiredService<IAnropare>();
            var sokande = new InkommenSokande(null, "1941-05-06", "kvinna", "Test", "Testsson", new("Provvägen 1", "128 58", "Skarpnäck"), null, "sv", false);
            var ansokan = new InkommenAnsokan("", "telefon", Drift.Tid.GetUtcNow(), sokande, [new("hemtjanst", "Hjälp", null, null)], false, "ingen", null);
            var registrerad = await anropare.Sand(new RegistreraAnsokan(ansokan), Systemaktor.Import);
            Assert.False(registrerad.Failed, registrerad.Error?.Text);
            Nummer = registrerad.Value.Arendenummer;
            await Drift.LaggUpp("granne", Roll.Utforare);
            (Karin, Grannen) = (Drift.Besok(), Drift.Besok());
            await Karin.Losenordet("karin");
            await Grannen.Losenordet("granne");
        }

        public async Task DisposeAsync() => await Drift.DisposeAsync();
    }
}
