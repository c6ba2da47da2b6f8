using CaseFlow.Data.Grund;
using CaseFlow.Domain.Insatser;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Tests;

public sealed class VardTests
{
    [Fact]
    public void Inget_kommando_skriver_brev_dar_ingen_namnd_ar_angiven()
    {
        using var mapp = Provmapp.Tom();
        var installningar = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["CASEFLOW_DATA"] = mapp.Mapp }).Build();
        var tjanster = new ServiceCollection();
        Vard.Registrera(tjanster, installningar, new Terminal(TextWriter.Null, TextWriter.Null, TextReader.Null));

        Assert.Throws<InstallningException>(() => tjanster.BuildServiceProvider().GetRequiredService<Overklagandeadress>());
    }
}
