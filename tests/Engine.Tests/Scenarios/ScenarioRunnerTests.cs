using CaseFlow.Engine.Scenarios;

namespace CaseFlow.Engine.Tests.Scenarios;

public sealed class ScenarioRunnerTests
{
    private static ScenarioResult Run(string steps, string head = "\"now\":\"2026-03-02T08:00:00+01:00\"") =>
        ScenarioRunner.Run(Fixture.Definition("parallell"), AnswerFromVariable.Instance, $"{{{head},\"steps\":[{steps}]}}");

    [Fact]
    public void Varje_steg_ger_en_rad_JSON() => Assert.Equal(
        """{"step":1,"do":"start","open":["A","B"],"status":"active","ends":[],"variables":{"dag":{"@":"2026-01-01"}},"incidents":[]}""",
        Assert.Single(Run("""{"do":"start","variables":{"dag":{"@":"2026-01-01"}}}""").Lines));

    [Fact]
    public void En_skillnad_sager_steg_vad_som_vantades_och_vad_som_blev()
    {
        var result = Run("""{"do":"start"},{"do":"complete","task":"A","variables":{"x":1},"expect":{"open":["B","C","C"],"status":"completed","variables":{"x":2,"y":null}}}""");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            [
                "Steg 2 (complete A): status skulle vara completed men är active.",
                "Steg 2 (complete A): öppna uppgifter skulle vara [B, C, C] men är [B]; saknas: C, C.",
                "Steg 2 (complete A): variabeln x skulle vara 2 men är 1.",
            ],
            result.Differences.AsEnumerable());
    }

    [Theory]
    [InlineData("""{"do":"complete","task":"A"}""", "INSTANS_SAKNAS")]
    [InlineData("""{"do":"start"},{"do":"complete","task":"C"}""", "UPPGIFT_STANGD")]
    [InlineData("""{"do":"start"},{"do":"complete","task":"A","index":1}""", "UPPGIFT_STANGD")]
    [InlineData("""{"do":"start"},{"do":"signal","name":"Sparrad"}""", "INGEN_MOTTAGARE")]
    [InlineData("""{"do":"start"},{"do":"activate","task":"Extra"}""", "INGEN_AD_HOC")]
    public void Ett_nekat_kommando_som_inte_vantades_ar_en_skillnad(string steps, string code)
    {
        var result = Run(steps);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"kommandot nekades med {code}", Assert.Single(result.Differences), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"do":"start","expcet":{}}""", "Steg 1 har expcet, som inte finns")]
    [InlineData("""{"do":"start","expect":{"opne":[]}}""", "opne")]
    [InlineData("""{"do":"hoppa"}""", "hoppa")]
    [InlineData("""{"do":"advance","by":"14 dagar"}""", "P14D")]
    [InlineData("""{"do":"complete"}""", "behöver task")]
    [InlineData("{", "ingen giltig JSON")]
    public void En_text_som_inte_ar_ett_scenario_nekas(string steps, string reason)
    {
        var result = Run(steps);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(reason, Assert.Single(result.Differences), StringComparison.Ordinal);
    }

    [Fact]
    public void Ett_scenario_for_en_annan_process_nekas() =>
        Assert.Equal(2, Run("{\"do\":\"start\"}", "\"now\":\"2026-03-02T08:00:00+01:00\",\"process\":\"annan\"").ExitCode);
}
