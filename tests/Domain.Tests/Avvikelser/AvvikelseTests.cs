using CaseFlow.Domain.Avvikelser;

namespace CaseFlow.Domain.Tests.Avvikelser;

public sealed class AvvikelseTests
{
    private static readonly DateTimeOffset Nu = Tid.Vid("2026-11-20T09:00:00Z");

    [Fact]
    public void En_rapport_tas_emot_en_gang()
    {
        var svar = Rapportera("Larmet gick inte fram", "I natt", "Ringde jouren").Value;
        Assert.Equal(new AvvikelseRapporterad(new(1), new(2)), svar.Handelse);
        Assert.Equal("A-2026-0012", svar.Avvikelse.Nummer);
        Assert.False(svar.Avvikelse.TaEmot(new(9), Nu).Failed);
        Assert.Equal("AVVIKELSE_REDAN_MOTTAGEN", svar.Avvikelse.TaEmot(new(8), Nu).Error?.Code);
        Assert.Equal(AvvikelseStatus.Mottagen, svar.Avvikelse.Status);
    }

    [Fact]
    public void Tomma_falt_namns_vart_och_ett() =>
        Assert.Equal(["Vad", "Atgard"], Rapportera(" ", "I natt", null).Error?.Fields.Select(f => f.Field));

    [Fact]
    public void Ett_falt_rymmer_tiotusen_tecken()
    {
        Assert.False(Rapportera(new string('a', 10_000), "b", "c").Failed);
        Assert.Equal("TEXT_FOR_LANG", Rapportera("a", "b", new string('c', 10_001)).Error?.Code);
    }

    private static Result<RapporteradAvvikelse> Rapportera(string? vad, string? narVar, string? atgard) =>
        Avvikelse.Rapportera(new(1), Guid.Empty, Avvikelsenummer.Formatera(2026, 12), new(2), new(3), vad, narVar, atgard, Nu);
}
