using CaseFlow.Domain.Insatser;
using static CaseFlow.Domain.Tests.Beslutsfattande.Givet;

namespace CaseFlow.Domain.Tests.Verkstallighet;

public sealed class BestallningTester
{
    private static Insats Beviljad() => Insats.Bevilja(new(50), Fattat(), new(3), new(4)).Value.Insats;

    [Fact]
    public void Bestallning_utan_utforare_nekas_och_insatsen_star_kvar()
    {
        var insats = Beviljad();

        Assert.Equal("UTFORARE_SAKNAS", insats.Bestall(new(60), " ", null, null, null, Nu).Error?.Code);
        Assert.Equal(Insatsstatus.Beviljad, insats.Status);
        Assert.Null(insats.Utforare);
    }

    [Fact]
    public void Bestallningen_bekraftas_en_gang()
    {
        var bestallning = Beviljad().Bestall(new(60), "Solgården", "Mål", null, null, Nu).Value.Bestallning;

        Assert.False(bestallning.Bekrafta(Idag.AddDays(10), Nu).Failed);
        Assert.Equal("BESTALLNING_BEKRAFTAD", bestallning.Bekrafta(Idag, Nu).Error?.Code);
        Assert.Equal(Idag.AddDays(10), bestallning.Start);
    }
}
