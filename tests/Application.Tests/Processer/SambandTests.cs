using CaseFlow.Application.Processer;
using CaseFlow.Testing;

namespace CaseFlow.Application.Tests.Processer;

/// <summary>Processes that do not fit together are refused when they are put in, in words.</summary>
public sealed class SambandTests
{
    [Theory]
    [InlineData("<b:callActivity id=\"X\" calledElement=\"saknas\"/>", "bistand: X: processen saknas finns inte.")]
    [InlineData("<b:callActivity id=\"X\" calledElement=\"bistand\"/>", "bistand: processerna anropar varandra runt: bistand → bistand. Det som görs om ritas som en slinga i en process.")]
    [InlineData("<b:intermediateThrowEvent id=\"X\"><b:messageEventDefinition messageRef=\"M\"/></b:intermediateThrowEvent>", "bistand: X: ingen process tar emot meddelandet Okant.")]
    [InlineData("<b:receiveTask id=\"X\" messageRef=\"M\"/>", "bistand: X: ingen sänder meddelandet Okant.")]
    [InlineData("<b:intermediateCatchEvent id=\"X\"><b:signalEventDefinition signalRef=\"G\"/></b:intermediateCatchEvent>", "bistand: X: ingen process ger signalen Larm.")]
    [InlineData("<b:intermediateThrowEvent id=\"X\"><b:signalEventDefinition signalRef=\"G\"/></b:intermediateThrowEvent>", "bistand: X: ingen process lyssnar på signalen Larm.")]
    public async Task Det_som_inte_hanger_ihop_nekas(string element, string fel)
    {
        using var kopia = new Processkopia();
        kopia.Skriv("bistand", $"<b:startEvent id=\"S\"/>\n{element}\n<b:endEvent id=\"E\"/>\nS>X\nX>E", "<b:message id=\"M\" name=\"Okant\"/><b:signal id=\"G\" name=\"Larm\"/>");
        await using var vard = await Testvard.Skapa(Provdatabas.Sqlite, kopia.Anvand);

        var svar = await vard.Sand(new LaggInProcesser());

        Assert.Equal("PROCESS_NEKAD", svar.Error?.Code);
        Assert.Contains(fel, svar.Error!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task En_process_som_startar_pa_en_tid_nekas_med_vad_man_gor_i_stallet()
    {
        using var kopia = new Processkopia();
        kopia.Skriv("tid", "<b:startEvent id=\"S\"><b:timerEventDefinition><b:timeDuration>P1D</b:timeDuration></b:timerEventDefinition></b:startEvent>\n<b:endEvent id=\"E\"/>\nS>E");
        await using var vard = await Testvard.Skapa(Provdatabas.Sqlite, kopia.Anvand);

        Assert.Contains("tid: S: en process startar i ett ärende och inte på en tid.", (await vard.Sand(new LaggInProcesser())).Error!.Text, StringComparison.Ordinal);
    }
}
