using CaseFlow.Application.Arenden;
using CaseFlow.Application.Handlingar;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Handlingar;
using CaseFlow.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Handlingar;

public sealed class HandlingTests
{
    [Theory, PaSqlite, PaPostgres]
    public async Task En_handling_laggs_in_listas_och_hamtas_byte_for_byte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();

        Assert.Equal(1, Provarende.Ok(await LaggIn(arende)).Nr);

        var svar = await Las(arende);
        var rad = Assert.Single(svar.Handlingar);
        Assert.Equal(($"{arende.Nummer}:1", "inkommen", "Vårdcentralen", "Läkarintyg", "intyg.pdf", "PDF", "Hanna Handläggare"), (rad.Beteckning, rad.Slag, rad.Part, rad.Titel, rad.Filnamn, rad.Typ, rad.RegistreradAv));
        Assert.Equal((1, true, false, true), (svar.Huvud.Akt.Handlingar, rad.KanOppnas, rad.Ny, svar.FarLaggaIn));
        var fil = Provarende.Ok(await enhet.Vard.Sand(new HamtaHandlingsfil(arende.Nummer, rad.Id), enhet.Handlaggare));
        using var innehall = enhet.Vard.Tjanster.GetRequiredService<IHandlingslager>().Oppna(fil.Lagringsnamn);
        using var ut = new MemoryStream();
        await innehall.CopyToAsync(ut);
        Assert.Equal(Provfil.Pdf(), ut.ToArray());
        Assert.Equal("application/pdf", fil.Medietyp);
        // Loggen säger vilken handling, aldrig vad den gäller.
        var id = await enhet.Vard.Las(db => db.Handlingar.Select(h => h.Id).SingleAsync());
        Assert.Contains(await enhet.Spar(), h => h.Typ == nameof(HamtaHandlingsfil) && h.Data == $$"""{"Visade":[{{id.Value}}]}""");
        Assert.DoesNotContain(await enhet.Spar(), h => h.Data.Contains("intyg", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Tidslinje, t => t is { Sida: "handlingar", Text: "Handling 1 kom in" });
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Samma_formular_tva_ganger_blir_en_handling_och_samma_fil_igen_nekas(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();

        var forst = Provarende.Ok(await LaggIn(arende, nyckel: "nyckel-1"));
        var igen = Provarende.Ok(await LaggIn(arende, nyckel: "nyckel-1"));
        Assert.Equal(forst, igen);
        Assert.Equal("HANDLING_FINNS", (await LaggIn(arende)).Error?.Code);

        var rad = Assert.Single((await Las(arende)).Handlingar);
        Provarende.Ok(await enhet.Vard.Sand(new MakuleraHandling(arende.Nummer, rad.Id, rad.Version, "Fel titel"), enhet.Handlaggare));
        Assert.Equal(2, Provarende.Ok(await LaggIn(arende)).Nr);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_som_inte_ar_vad_det_sager_nekas_vid_filen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();

        foreach (var (namn, innehall) in new[] { ("intyg.pdf", "<html>"u8.ToArray()), ("intyg.pdf.exe", Provfil.Pdf()), ("makro.docx", Provfil.Word(("word/vbaProject.bin", [1]))), ("../intyg.pdf", Provfil.Pdf()) })
        {
            var fel = (await LaggIn(arende, namn, innehall)).Error!;
            Assert.Equal((namn, ErrorKind.Invalid, "fil"), (namn, fel.Kind, Assert.Single(fel.Fields).Field));
        }
        Assert.Equal("fil", (await enhet.Vard.Sand(new LaggInHandling(arende.Nummer, Handlingsslag.Upprattad, enhet.Idag, null, "x", null, null), enhet.Handlaggare)).Error?.Fields[0].Field);
        Assert.Empty((await Las(arende)).Handlingar);
    }

    [Theory]
    [InlineData("word/document2.xml", "<w:p xmlns:w='w'><w:del><w:r><w:delText>Annat barn</w:delText></w:r></w:del></w:p>")]
    [InlineData("word/header1.xml", "<w:p xmlns:w='w'><w:ins><w:r/></w:ins></w:p>")]
    [InlineData("word/comments.xml", "<w:comments xmlns:w='w'><w:comment w:id='1'/></w:comments>")]
    public async Task Det_vi_skriver_sjalva_har_inga_sparade_andringar_eller_kommentarer_kvar(string del, string xml)
    {
        await using var enhet = await Provenhet.Skapa().BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        var fil = Provfil.Word((del, System.Text.Encoding.UTF8.GetBytes(xml)));

        foreach (var slag in new[] { Handlingsslag.Upprattad, Handlingsslag.Utgaende })
        {
            var fel = (await LaggIn(arende, "brev.docx", fil, slag: slag)).Error!;
            Assert.Equal("fil", Assert.Single(fel.Fields).Field);
            Assert.Contains("spårade ändringar", fel.Fields[0].Text, StringComparison.Ordinal);
        }
        // Det som kom in tas emot som det är.
        Provarende.Ok(await LaggIn(arende, "brev.docx", fil, slag: Handlingsslag.Inkommen));
        Provarende.Ok(await LaggIn(arende, "rent.docx", Provfil.Word(), slag: Handlingsslag.Utgaende));
    }

    [Fact]
    public void Andringar_i_kalkyl_och_odt_kanns_igen_och_ingen_annan_fil_har_nagra()
    {
        Assert.True(Finns(Provfil.Odt(("styles.xml", "<o><text:tracked-changes xmlns:text='t'/></o>"u8.ToArray())), Filtyp.OpenDocument));
        Assert.True(Finns(Provfil.Odt(("annat.xml", "<o><office:annotation xmlns:office='o'/></o>"u8.ToArray())), Filtyp.OpenDocument));
        Assert.True(Finns(Provfil.Excel(("xl/comments1.xml", "<comments/>"u8.ToArray())), Filtyp.Excel));
        Assert.True(Finns(Provfil.Excel(("xl/threadedComments/threadedComment1.xml", "<c/>"u8.ToArray())), Filtyp.Excel));
        Assert.False(Finns(Provfil.Odt(), Filtyp.OpenDocument));
        Assert.False(Finns(Provfil.Excel(), Filtyp.Excel));
        Assert.False(Finns(Provfil.Word(("word/styles.xml", "<w:styles xmlns:w='w'/>"u8.ToArray())), Filtyp.Word));
        Assert.False(Finns(Provfil.Pdf(), Filtyp.Pdf));

        static bool Finns(byte[] fil, Filtyp typ)
        {
            using var innehall = new MemoryStream(fil);
            return Andringsspar.Finns(innehall, typ);
        }
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_makulerad_handling_star_kvar_och_oppnas_bara_av_chefen(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await LaggIn(arende));
        var rad = (await Las(arende)).Handlingar[0];
        MakuleraHandling Makulera(Guid id) => new(arende.Nummer, id, rad.Version, "Hör till ett annat ärende");

        var annat = await enhet.EttArende().Bygg();
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(Makulera(rad.Id) with { Nummer = annat.Nummer }, enhet.Handlaggare)).Error?.Kind);
        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(Makulera(rad.Id) with { Version = 9 }, enhet.Handlaggare)).Error?.Code);
        Provarende.Ok(await enhet.Vard.Sand(Makulera(rad.Id), enhet.Handlaggare));
        Assert.Equal("INAKTUELL_KOPIA", (await enhet.Vard.Sand(Makulera(rad.Id), enhet.Chef)).Error?.Code);

        var svar = await Las(arende);
        Assert.Equal((0, false, "Hör till ett annat ärende", "Hanna Handläggare"), (svar.Huvud.Akt.Handlingar, svar.Handlingar[0].KanOppnas, svar.Handlingar[0].Makulerad!.Skal, svar.Handlingar[0].Makulerad!.Av));
        Assert.Equal("HANDLING_MAKULERAD", (await enhet.Vard.Sand(new HamtaHandlingsfil(arende.Nummer, rad.Id), enhet.Handlaggare)).Error?.Code);
        Assert.False((await enhet.Vard.Sand(new HamtaHandlingsfil(arende.Nummer, rad.Id), enhet.Chef)).Failed);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_annans_arende_en_annan_enhet_och_en_skyddad_person_finns_inte(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().MedSkyddadeUppgifter().Bygg();
        Provarende.Ok(await arende.Forsok("TilldelaHandlaggare", enhet.Chef, ("handlaggare", "11")));
        Provarende.Ok(await LaggIn(arende));
        var rad = (await Las(arende)).Handlingar[0];
        var annat = await enhet.EttArende().Bygg();

        foreach (var aktor in new[] { enhet.Kollega, enhet.Utomstaende })
        {
            Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaHandlingar(arende.Nummer), aktor)).Error?.Kind);
            Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaHandlingsfil(arende.Nummer, rad.Id), aktor)).Error?.Kind);
        }
        // Rätt handling genom ett annat ärendes dörr finns inte heller.
        Assert.Equal(ErrorKind.NotFound, (await enhet.Vard.Sand(new HamtaHandlingsfil(annat.Nummer, rad.Id), enhet.Handlaggare)).Error?.Kind);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Det_en_annan_lagt_in_ar_nytt_tills_handlaggaren_har_sett_listan(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        Provarende.Ok(await LaggIn(arende));
        Assert.Equal((0, false), await Nytt());

        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1));
        Provarende.Ok(await LaggIn(arende, "svar.txt", Provfil.Text(), enhet.Chef));
        Assert.Equal((1, true), await Nytt());
        Assert.Equal(0, Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Chef)).Huvud.Akt.NyaHandlingar);

        enhet.Vard.Tid.Ga(TimeSpan.FromMinutes(1));
        Assert.Equal([true, false], (await Las(arende)).Handlingar.Select(h => h.Ny));
        Assert.Equal((0, false), await Nytt());
        Assert.Equal([false, false], (await Las(arende)).Handlingar.Select(h => h.Ny));

        async Task<(int Antal, bool PaIdag)> Nytt() => (
            Provarende.Ok(await enhet.Vard.Sand(new HamtaArende(arende.Nummer), enhet.Handlaggare)).Huvud.Akt.NyaHandlingar,
            Provarende.Ok(await enhet.Vard.Sand(new HamtaIdag(), enhet.Handlaggare)).Band.SelectMany(b => b.Rader).Any(r => r.NyHandling));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Listan_bladdras(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        for (var i = 0; i < 5; i++) Provarende.Ok(await LaggIn(arende, "x.txt", Provfil.Text($"Nummer {i}")));

        var (sedda, fore) = (new List<int>(), (int?)null);
        do
        {
            var sida = Provarende.Ok(await enhet.Vard.Sand(new HamtaHandlingar(arende.Nummer, fore, 2), enhet.Handlaggare));
            sedda.AddRange(sida.Handlingar.Select(a => a.Nr));
            fore = sida.Nasta;
        }
        while (fore is not null);

        Assert.Equal([5, 4, 3, 2, 1], sedda);
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task En_fil_utan_rad_stadas_bort_efter_ett_dygn_och_ingen_annan(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var lager = enhet.Vard.Tjanster.GetRequiredService<IHandlingslager>();
        var arende = await enhet.EttArende().Bygg();
        var kvar = Provarende.Ok(await LaggIn(arende)).Fil;
        var (los, ny) = ((await Fil(lager, Provfil.Text("lös"))).Namn, (await Fil(lager, Provfil.Text("ny"))).Namn);
        foreach (var namn in new[] { kvar, los }) File.SetLastWriteTimeUtc(Path.Combine(enhet.Vard.Mapp, "handlingar", namn[..2], namn), (Testvard.Start - TimeSpan.FromHours(25)).UtcDateTime);
        File.SetLastWriteTimeUtc(Path.Combine(enhet.Vard.Mapp, "handlingar", ny[..2], ny), (Testvard.Start - TimeSpan.FromHours(23)).UtcDateTime);

        Assert.Equal(1, Provarende.Ok(await enhet.Vard.Sand(new StadaHandlingar())));

        Assert.Throws<FileNotFoundException>(() => lager.Oppna(los));
        await lager.Oppna(kvar).DisposeAsync();
        await lager.Oppna(ny).DisposeAsync();
        Assert.Equal(0, Provarende.Ok(await enhet.Vard.Sand(new StadaHandlingar())));
    }

    [Theory, PaSqlite, PaPostgres]
    public async Task Kontrollen_hittar_det_som_saknas_eller_ar_andrat(Provdatabas databas)
    {
        await using var enhet = await Provenhet.Skapa(databas).BaraHanna();
        var arende = await enhet.EttArende().Bygg();
        var filer = new List<string>();
        for (var i = 0; i < 4; i++) filer.Add(Provarende.Ok(await LaggIn(arende, "x.txt", Provfil.Text($"Nummer {i}"))).Fil);
        Assert.Equal((4, 0, null), await Kontrollera(10));

        File.Delete(Fil(filer[1]));
        await File.WriteAllBytesAsync(Fil(filer[2]), await File.ReadAllBytesAsync(Fil(filer[0])));

        Assert.Equal((4, 2, null), await Kontrollera(10));
        var (sedda, efter) = (new List<TrasigHandling>(), (long?)null);
        do
        {
            var svar = Provarende.Ok(await enhet.Vard.Sand(new KontrolleraHandlingar(efter, 1)));
            sedda.AddRange(svar.Trasiga);
            efter = svar.Nasta;
        }
        while (efter is not null);
        Assert.Equal([new($"{arende.Nummer}:2", Handlingsfel.Saknas), new($"{arende.Nummer}:3", Handlingsfel.Andrad)], sedda);

        string Fil(string namn) => Path.Combine(enhet.Vard.Mapp, "handlingar", namn[..2], namn);

        async Task<(int, int, long?)> Kontrollera(int antal)
        {
            var svar = Provarende.Ok(await enhet.Vard.Sand(new KontrolleraHandlingar(null, antal)));
            return (svar.Antal, svar.Trasiga.Count, svar.Nasta);
        }
    }

    internal static async Task<Result<InlagdHandling>> LaggIn(Provarende arende, string namn = "intyg.pdf", byte[]? innehall = null, Aktor? aktor = null, string? nyckel = null, Handlingsslag slag = Handlingsslag.Inkommen)
    {
        var lager = arende.Enhet.Vard.Tjanster.GetRequiredService<IHandlingslager>();
        var fil = await Fil(lager, innehall ?? Provfil.Pdf());
        return await arende.Enhet.Vard.Sand(
            new LaggInHandling(arende.Nummer, slag, arende.Enhet.Idag, "Vårdcentralen", "Läkarintyg", namn, new(fil.Namn, fil.Langd, fil.Sha256)),
            aktor ?? arende.Enhet.Handlaggare, nyckel);
    }

    internal static async Task<LagradFil> Fil(IHandlingslager lager, byte[] innehall) =>
        Provarende.Ok(await lager.TaEmot(new MemoryStream(innehall), Handlingsgranser.StorstFil, CancellationToken.None));

    private static async Task<HandlingarSvar> Las(Provarende arende) =>
        Provarende.Ok(await arende.Enhet.Vard.Sand(new HamtaHandlingar(arende.Nummer), arende.Enhet.Handlaggare));
}
