using System.Xml.Linq;
using CaseFlow.Application.Arenden;

namespace CaseFlow.Application.Tests.Arenden;

public sealed class HandelsetexterTests
{
    [Fact]
    public void Varje_tidsgrans_i_processerna_har_sin_mening_i_tidslinjen()
    {
        var timrar = Directory.EnumerateFiles(Processmapp.Sok().Mapp, "*.bpmn", SearchOption.AllDirectories)
            .SelectMany(fil => XDocument.Load(fil).Descendants().Where(e => e.Name.LocalName == "timerEventDefinition"))
            .Select(e => e.Parent!.Attribute("id")!.Value).ToList();

        Assert.NotEmpty(timrar);
        Assert.Empty(timrar.Where(t => Handelsetexter.Tidsgrans(t) == Handelsetexter.Tidsgrans("okänd")));
    }
}
