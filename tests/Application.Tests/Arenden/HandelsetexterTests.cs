using System.Text.RegularExpressions;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Processer;

namespace CaseFlow.Application.Tests.Arenden;

public sealed partial class HandelsetexterTests
{
    [Fact]
    public void Varje_tidsgrans_i_processerna_har_sin_mening_i_tidslinjen()
    {
        var timrar = Directory.EnumerateFiles(Processmapp.Sok().Mapp, "*.bpmn", SearchOption.AllDirectories)
            .SelectMany(fil => Timer().Matches(File.ReadAllText(fil))).Select(m => m.Groups["nod"].Value).ToList();

        Assert.True(timrar.Count >= 7, $"{timrar.Count} timrar");
        Assert.All(timrar, t => Assert.NotEqual(Handelsetexter.Tidsgrans("okänd"), Handelsetexter.Tidsgrans(t)));
    }

    /// <summary>A timer's definition is named after its event.</summary>
    [GeneratedRegex("timerEventDefinition id=\"(?<nod>\\w+)_t\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Timer();
}
