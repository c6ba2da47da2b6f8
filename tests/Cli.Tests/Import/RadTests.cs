using System.Text;
using CaseFlow.Cli.Kommandon;

namespace CaseFlow.Cli.Tests.Import;

public sealed class RadTests
{
    [Fact]
    public async Task En_trasig_rad_stoppar_aldrig_resten()
    {
        using var mapp = await Provmapp.Migrerad();
        byte[][] rader =
        [
            [0xEF, 0xBB, 0xBF, .. Utf8(Radbygge.Text(Radbygge.Bra("A")))],
            [],
            Utf8("   "),
            Utf8("null"),
            Utf8("[1,2]"),
            [.. Utf8("{\"externId\":\"B\",\"kanal\":\"br"), 0xFF, 0xFE, .. Utf8("\"}")],
            [.. Utf8("{\"okand\":\""), 0xC3, 0x28, .. Utf8("\"," + Radbygge.Text(Radbygge.Bra("C"))[1..])],
            Utf8(Radbygge.Text(Radbygge.Bra("D", onskemal: "a\0b"))),
            Utf8("{\"externId\":7}"),
            Utf8(Radbygge.Text(Radbygge.Bra("E")) + "\r"),
            Utf8(Stor("F", 1024 * 1024)),
            Utf8(Stor("G", 1024 * 1024 + 1)),
            Utf8(Stor("H", 3 * 1024 * 1024)),
            Utf8(Radbygge.Text(Radbygge.Bra("I"))),
        ];
        File.WriteAllBytes(mapp.Fil("in.jsonl"), [.. rader.SelectMany((r, i) => i < rader.Length - 1 ? [.. r, (byte)'\n'] : r)]);

        var svar = await mapp.Kor("import", "ansokningar", mapp.Fil("in.jsonl"), "--rapport", mapp.Fil("ut.jsonl"), "--nu", Radbygge.Nu);

        Assert.Equal((0, ""), (svar.Slutkod, svar.Fel));
        Assert.Equal(
            [
                ("A", null), (null, "FEL_FORMAT"), (null, "FEL_FORMAT"), (null, "FEL_FORMAT"), (null, "FEL_FORMAT"), ("B", "FEL_FORMAT"), ("C", "FEL_FORMAT"),
                ("D", "FEL_FORMAT"), (null, "FEL_FORMAT"), ("E", null), ("F", "TEXT_FOR_LANG"), ("G", "TEXT_FOR_LANG"), ("H", "TEXT_FOR_LANG"), ("I", null),
            ],
            Rapport.Las(mapp.Fil("ut.jsonl")).Select(r => (r.ExternId, r.Kod)));
        Assert.Equal(Enumerable.Range(1, rader.Length), Rapport.Las(mapp.Fil("ut.jsonl")).Select(r => r.Rad));
    }

    [Fact]
    public async Task En_avvisad_rad_reserverar_inget_externId()
    {
        using var mapp = await Provmapp.Migrerad();
        var fel = Radbygge.Bra("A");
        fel["kanal"] = "fax";
        mapp.Skriv("in.jsonl", Radbygge.Text(fel), Radbygge.Text(Radbygge.Bra("A")), Radbygge.Text(fel));

        await mapp.Kor("import", "ansokningar", mapp.Fil("in.jsonl"), "--rapport", mapp.Fil("ut.jsonl"), "--nu", Radbygge.Nu);

        Assert.Equal(["KANAL_OKAND", null, "EXTERNID_ANNAT_INNEHALL"], Rapport.Las(mapp.Fil("ut.jsonl")).Select(r => r.Kod));
    }

    [Fact]
    public async Task En_for_lang_text_avvisas_sist_var_den_an_star()
    {
        using var mapp = await Provmapp.Migrerad();
        var (enhet, nyckel, tidigare) = (Radbygge.Bra("A"), Radbygge.Bra(new string('x', 10_001)), Radbygge.Bra(new string('x', 10_001)));
        enhet["insatser"]![0]!["soktEnhet"] = new string('x', 10_001);
        tidigare["kanal"] = "fax";
        mapp.Skriv("in.jsonl", Radbygge.Text(enhet), Radbygge.Text(nyckel), Radbygge.Text(tidigare));

        await mapp.Kor("import", "ansokningar", mapp.Fil("in.jsonl"), "--rapport", mapp.Fil("ut.jsonl"), "--nu", Radbygge.Nu);

        Assert.Equal(["TEXT_FOR_LANG", "TEXT_FOR_LANG", "KANAL_OKAND"], Rapport.Las(mapp.Fil("ut.jsonl")).Select(r => r.Kod));
    }

    [Fact]
    public async Task En_nyckel_med_ett_personnummer_nekas_och_skrivs_inte_i_rapporten()
    {
        using var mapp = await Provmapp.Migrerad();
        string[] nycklar = ["19121212-1212", "ans-19121212-1212", "191212121212-2", "20261118-0007", "119121212121299"];
        mapp.Skriv("in.jsonl", [.. nycklar.Select(n => Radbygge.Text(Radbygge.Bra(n)))]);

        await mapp.Kor("import", "ansokningar", mapp.Fil("in.jsonl"), "--rapport", mapp.Fil("ut.jsonl"), "--nu", Radbygge.Nu);

        Assert.Equal(
            [(null, "FEL_FORMAT"), (null, "FEL_FORMAT"), (null, "FEL_FORMAT"), ("20261118-0007", null), ("119121212121299", null)],
            Rapport.Las(mapp.Fil("ut.jsonl")).Select(r => (r.ExternId, r.Kod)));
    }

    [Fact]
    public async Task Tva_utan_personnummer_ar_tva_personer()
    {
        using var mapp = await Provmapp.Migrerad();
        mapp.Skriv("in.jsonl", Radbygge.Text(Radbygge.UtanPersonnummer("A")), Radbygge.Text(Radbygge.UtanPersonnummer("B")));

        await mapp.Kor("import", "ansokningar", mapp.Fil("in.jsonl"), "--rapport", mapp.Fil("ut.jsonl"), "--nu", Radbygge.Nu);

        Assert.All(Rapport.Las(mapp.Fil("ut.jsonl")), r => Assert.Equal("registrerad", r.Utfall));
        Assert.Equal(2, mapp.Rakna("SELECT COUNT(*) FROM person"));
        Assert.Equal(2, mapp.Rakna("SELECT COUNT(DISTINCT person_id) FROM ansokan"));
    }

    [Fact]
    public async Task Klockan_star_dar_nu_staller_den()
    {
        using var mapp = await Provmapp.Migrerad();
        mapp.Skriv("in.jsonl", [.. new[] { "2026-11-21T11:00:00Z", "2026-11-21T11:00:00.001Z", "2026-11-21T12:00:00+01:00" }.Select((ankom, i) =>
        {
            var rad = Radbygge.Bra($"A{i}");
            rad["ankom"] = ankom;
            return Radbygge.Text(rad);
        })]);

        await mapp.Kor("import", "ansokningar", mapp.Fil("in.jsonl"), "--rapport", mapp.Fil("ut.jsonl"), "--nu", "2026-11-21T12:00:00");

        Assert.Equal([null, "ANKOM_I_FRAMTIDEN", null], Rapport.Las(mapp.Fil("ut.jsonl")).Select(r => r.Kod));
    }

    [Fact]
    public async Task Ett_namn_tva_ganger_och_en_tid_utan_avvikelse_ar_fel_format()
    {
        using var mapp = await Provmapp.Migrerad();
        var (rad, tid) = (Radbygge.Text(Radbygge.Bra("A")), Radbygge.Bra("B"));
        tid["ankom"] = "2026-11-20T11:00:00";
        mapp.Skriv("in.jsonl", rad, rad[..^1] + ",\"SkyddadeUppgifter\":\"ingen\",\"skyddadeUppgifter\":\"ingen\"}", Radbygge.Text(tid));

        await mapp.Kor("import", "ansokningar", mapp.Fil("in.jsonl"), "--rapport", mapp.Fil("ut.jsonl"), "--nu", Radbygge.Nu);

        Assert.Equal([null, "FEL_FORMAT", "FEL_FORMAT"], Rapport.Las(mapp.Fil("ut.jsonl")).Select(r => r.Kod));
    }

    [Fact]
    public async Task En_avbruten_import_tas_upp_dar_den_slutade()
    {
        using var mapp = await Provmapp.Migrerad();
        var rader = Enumerable.Range(0, 6).Select(i => Radbygge.Text(Radbygge.Bra($"A{i}"))).ToArray();
        mapp.Skriv("halva.jsonl", rader[..3]);
        mapp.Skriv("hela.jsonl", rader);

        await mapp.Kor("import", "ansokningar", mapp.Fil("halva.jsonl"), "--rapport", mapp.Fil("ut.jsonl"), "--nu", Radbygge.Nu);
        await mapp.Kor("import", "ansokningar", mapp.Fil("hela.jsonl"), "--rapport", mapp.Fil("ut.jsonl"), "--nu", Radbygge.Nu);

        Assert.Equal(
            ["dubblett", "dubblett", "dubblett", "registrerad", "registrerad", "registrerad"], Rapport.Las(mapp.Fil("ut.jsonl")).Select(r => r.Utfall));
    }

    [Theory]
    [InlineData("{\"externId\":\"A\",\"kanal\":", "A")]
    [InlineData("{\"kanal\":\"brev\",\"externId\":\"A\",x", "A")]
    [InlineData("{\"sokande\":{\"externId\":\"B\"},\"externId\":\"A\"}", "A")]
    [InlineData("{\"sokande\":{\"externId\":\"B\"}", null)]
    [InlineData("{\"kanal\":,\"externId\":\"A\"}", null)]
    [InlineData("{\"externId\":\"A", null)]
    [InlineData("{\"externId\":\" \"}", null)]
    [InlineData("", null)]
    [InlineData("[\"externId\",\"A\"]", null)]
    [InlineData("{\"externId\":\"ET-550e8400-e29b-41d4-a716-446655440000\",x", "ET-550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("{\"externId\":\"ET 1\",x", null)]
    [InlineData("{\"externId\":\"191212121212\",x", null)]
    [InlineData("{\"externId\":\"ans-19121212-1212\",x", null)]
    [InlineData("{\"externId\":\"ans-121212+1212\",x", null)]
    [InlineData("{\"externId\":\"ans191212121212/2\",x", null)]
    public void Nyckeln_lases_ur_en_trasig_rad_sa_langt_det_gar(string rad, string? externId) => Assert.Equal(externId, Externid.Las(Utf8(rad), new(2026, 11, 21)));

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 1)]
    [InlineData("a\n\n", 2)]
    [InlineData("a\r\nb", 2)]
    [InlineData("\uFEFF", 0)]
    [InlineData("\uFEFFa\n\uFEFFb", 2)]
    public async Task Raderna_ar_filens_egna(string text, int antal)
    {
        var rader = new List<string>();
        await foreach (var rad in Radlasare.Las(new Droppvis(Utf8(text)), 100)) rader.Add(Encoding.UTF8.GetString(rad.Innehall.Span));

        Assert.Equal(antal, rader.Count);
        Assert.DoesNotContain(rader, r => r.Contains('\r', StringComparison.Ordinal) || r.Contains('\n', StringComparison.Ordinal));
        if (antal > 0) Assert.False(rader[0].StartsWith('\uFEFF'));
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    [InlineData(500_000, true)]
    public async Task En_for_lang_rad_halls_inte_i_minnet(int langd, bool forLang)
    {
        var rader = new List<(int, bool)>();
        await foreach (var rad in Radlasare.Las(new MemoryStream(Utf8("\uFEFF" + new string('x', langd) + "\r\nslut")), 10)) rader.Add((rad.Innehall.Length, rad.ForLang));

        Assert.Equal(2, rader.Count);
        Assert.Equal(forLang, rader[0].Item2);
        Assert.InRange(rader[0].Item1, 0, 14);
        Assert.Equal((4, false), rader[1]);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A line of an exact size in bytes.</summary>
    private static string Stor(string externId, int bytes)
    {
        var rad = Radbygge.Bra(externId);
        // Telefonen är det som är för långt när raden i övrigt ryms.
        rad["sokande"]!["telefon"] = new string('7', 10_001);
        var text = Radbygge.Text(rad)[..^1];
        return $"{text},\"extra\":\"{new string('x', bytes - Utf8(text).Length - ",\"extra\":\"\"}".Length)}\"}}";
    }

    /// <summary>Gives one byte at a time, as a slow disk might.</summary>
    private sealed class Droppvis(byte[] innehall) : MemoryStream(innehall)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
