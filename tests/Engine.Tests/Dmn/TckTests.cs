using Xunit.Abstractions;

namespace CaseFlow.Engine.Tests.Dmn;

public sealed class TckTests(ITestOutputHelper output)
{
    [TckFact]
    public void Alla_fall_pa_niva_2_gar_igenom()
    {
        var (total, failures) = Tck.Run("compliance-level-2");

        Assert.True(total > 0, "Inga fall hittades.");
        Assert.Empty(failures);
    }

    [TckFact]
    public void Niva_3_blir_inte_samre()
    {
        var (total, failures) = Tck.Run("compliance-level-3");
        foreach (var failure in failures) output.WriteLine(failure);
        output.WriteLine($"{total - failures.Count} av {total}");

        Assert.True(total - failures.Count >= 1007, $"{total - failures.Count} av {total} gick igenom.");
    }
}
