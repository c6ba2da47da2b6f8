using CaseFlow.Application.Uppgiftsformular;
using static CaseFlow.Application.Tests.Uppgiftsformular.Formulartext;

namespace CaseFlow.Application.Tests.Uppgiftsformular;

public sealed class VisningsvillkorTests
{
    [Theory]
    [InlineData("slag = \"annat\"", "slag", true, "annat")]
    [InlineData(" svarade != \"inget-svar\" ", "svarade", false, "inget-svar")]
    [InlineData("not(avstar = \"ja\")", "avstar", false, "ja")]
    [InlineData("svarade in (\"a\", \"b\",\"c\")", "svarade", true, "a|b|c")]
    [InlineData("list contains(kanaler, \"brev\")", "kanaler", true, "brev")]
    public void Ett_villkor_pa_en_fraga_foljs_i_webblasaren(string feel, string falt, bool lika, string varden)
    {
        var villkor = Visningsvillkor.Fran(feel);

        Assert.Equal((falt, lika, varden), (villkor!.Falt, villkor.Lika, string.Join('|', villkor.Varden)));
    }

    [Theory]
    [InlineData("a = \"x\" and b = \"y\"")]
    [InlineData("antal > 3")]
    [InlineData("process.slag = \"x\"")]
    [InlineData("a = \"x\" or true")]
    [InlineData("")]
    public void Det_som_sager_mer_fragas_av_servern(string feel) => Assert.Null(Visningsvillkor.Fran(feel));

    // Skriptet gör samma jämförelse på svaren i sidan (Assets/js/formular.js).
    [Theory]
    [InlineData("a = \"ja\"")]
    [InlineData("a != \"ja\"")]
    [InlineData("not(a = \"ja\")")]
    [InlineData("a in (\"ja\", \"nej\")")]
    public void Webblasarens_jamforelse_svarar_som_uttrycket(string feel)
    {
        var (formular, enkelt) = (Las(Fraga("a", "ja-nej"), Fraga("b", "text", $"\"visasNar\": {System.Text.Json.JsonSerializer.Serialize(feel)}")), Visningsvillkor.Fran(feel)!);

        foreach (string[] svar in new string[][] { [], ["ja"], ["nej"] })
        {
            var lagen = Formularprovning.Lagen(formular, new Dictionary<string, string[]> { ["a"] = svar }, Engine.Feel.FeelContext.Empty, Nu);
            Assert.Equal(enkelt.Varden.Any(svar.Contains) == enkelt.Lika, lagen["b"].Visas);
        }
    }

    [Theory]
    [InlineData("a = \"ja\"", "Fyll i om du svarade ”Ja” på ”Frågan a”.")]
    [InlineData("a != \"ja\"", "Fyll i om du inte svarade ”Ja” på ”Frågan a”.")]
    [InlineData("k in (\"brev\", \"besok\", \"e-post\")", "Fyll i om du svarade ”Brev”, ”Besök” eller ”E-post” på ”Frågan k”.")]
    [InlineData("z = \"ja\"", null)]
    public void Villkoret_i_ord(string feel, string? vantat) => Assert.Equal(
        vantat, Visningsvillkor.Fran(feel)!.IOrd(Las(Fraga("a", "ja-nej"), Fraga("k", "val", "\"katalog\": \"kanaler\"")), "Fyll i om"));
}
