using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Cli.Kommandon;
using CaseFlow.Data.Grund;
using CaseFlow.Domain.Insatser;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Tests;

public sealed class LaggDemoTests
{
    [Fact]
    public void Demot_skriver_brev_ocksa_dar_ingen_namnd_ar_angiven_men_inget_annat_kommando_gor_det()
    {
        using var mapp = Provmapp.Tom();
        var installningar = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["CASEFLOW_DATA"] = mapp.Mapp }).Build();
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, TextReader.Null);

        Assert.Equal(Brevavsandare.Exempel, Tjanster(LaggDemo.Registrera).GetRequiredService<Overklagandeadress>());
        Assert.Throws<InstallningException>(() => Tjanster(Vard.Registrera).GetRequiredService<Overklagandeadress>());

        ServiceProvider Tjanster(Action<IServiceCollection, IConfiguration, Terminal> registrera)
        {
            var tjanster = new ServiceCollection();
            registrera(tjanster, installningar, terminal);
            return tjanster.BuildServiceProvider();
        }
    }
}
