using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Handlingar;

namespace CaseFlow.Domain.Tests.Handlingar;

public sealed class HandlingTests
{
    private static readonly DateTimeOffset Nu = Tid.Vid("2026-11-23T14:30:00+01:00");
    private static readonly DateOnly Idag = new(2026, 11, 23);
    private static readonly AnvandareId Hanna = new(11);
    private static readonly Filuppgifter Fil = new("intyg.pdf", Filtyp.Pdf, 1000, "ab", "cd");

    [Fact]
    public void En_handling_registreras_med_vad_nar_och_fran_vem()
    {
        var h = Registrera(new(Handlingsslag.Inkommen, Idag, " Vårdcentralen ", " Läkarintyg ")).Value;

        Assert.Equal((3, "Vårdcentralen", "Läkarintyg", "intyg.pdf", 1000L), (h.Handling.Nr, h.Handling.Part, h.Handling.Titel, h.Handling.Filnamn, h.Handling.Langd));
        Assert.Equal(new HandlingRegistrerad(new(1), new(5), 3, Handlingsslag.Inkommen, Idag, Filtyp.Pdf), h.Handelse);
    }

    [Theory]
    [InlineData(Handlingsslag.Inkommen, "part")]
    [InlineData(Handlingsslag.Utgaende, "part")]
    [InlineData(Handlingsslag.Upprattad, null)]
    public void Det_som_kommit_in_eller_skickats_sager_fran_eller_till_vem(Handlingsslag slag, string? falt) =>
        Assert.Equal(falt, Registrera(new(slag, Idag, " ", "Intyg")).Error?.Fields[0].Field);

    [Fact]
    public void Felen_sags_vid_falten()
    {
        Assert.Equal(["slag", "titel", "dag"], Registrera(new(default, Idag.AddDays(1), null, " ")).Error!.Fields.Select(f => f.Field));
        Assert.Equal("dag", Registrera(new(Handlingsslag.Upprattad, Idag.AddYears(-2), null, "x")).Error?.Fields[0].Field);
        Assert.Equal("titel", Registrera(new(Handlingsslag.Upprattad, Idag, null, new string('x', 201))).Error?.Fields[0].Field);
    }

    [Theory]
    [InlineData(499, 0, false)]
    [InlineData(500, 0, true)]
    [InlineData(1, 500 * Handlingsgranser.Megabyte - 1000, false)]
    [InlineData(1, 500 * Handlingsgranser.Megabyte - 999, true)]
    public void Arendet_rymmer_sa_mycket(int antal, long langd, bool fullt) =>
        Assert.Equal(fullt ? "HANDLINGAR_FULLT" : null, Registrera(new(Handlingsslag.Upprattad, Idag, null, "x"), new(antal, langd)).Error?.Code);

    [Fact]
    public void Ocksa_ett_avslutat_arende_tar_emot_det_som_kommer_in()
    {
        var arende = Arendet();
        Assert.False(arende.Avsluta(AvslutsOrsak.Atertagen, Nu).Failed);
        Assert.False(Handling.Registrera(new(5), Guid.Empty, arende, 1, new(Handlingsslag.Inkommen, Idag, "Eva", "Brev"), Fil, new(0, 0), Hanna, Nu).Failed);
    }

    [Fact]
    public void En_makulerad_handling_star_kvar_och_oppnas_bara_av_chefen()
    {
        var h = Registrera(new(Handlingsslag.Upprattad, Idag, null, "x")).Value.Handling;
        Assert.Null(h.OppningsHinder(chef: false));
        Assert.Equal("SKAL_SAKNAS", h.Makulera(Hanna, " ", Nu).Error?.Code);

        Assert.Equal(new HandlingMakulerad(new(1), new(5), 3), h.Makulera(Hanna, " Fel ärende ", Nu).Value);

        Assert.Equal((Nu.ToUniversalTime(), Hanna, "Fel ärende"), (h.Makulerad, h.MakuleradAv, h.MakuleradSkal));
        Assert.Equal(("HANDLING_MAKULERAD", null), (h.OppningsHinder(chef: false)?.Code, h.OppningsHinder(chef: true)?.Code));
        Assert.Equal("HANDLING_MAKULERAD", h.Makulera(Hanna, "Igen", Nu).Error?.Code);
    }

    private static Arende Arendet() => Arende.Oppna(new(1), Guid.Empty, "2026-0001", new(2), new(3), false, Arendeslag.Ansokan, Tid.Vid("2026-11-02T09:00:00+01:00"));

    private static Result<RegistreradHandling> Registrera(Handlingsuppgifter uppgifter, Handlingsmangd? redan = null) =>
        Handling.Registrera(new(5), Guid.Empty, Arendet(), 3, uppgifter, Fil, redan ?? new(2, 10), Hanna, Nu);
}
