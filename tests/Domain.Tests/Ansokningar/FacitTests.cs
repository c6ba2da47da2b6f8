using System.Text.Json;
using CaseFlow.Domain.Ansokningar;

namespace CaseFlow.Domain.Tests.Ansokningar;

/// <summary>The check at the door against the contract's example file.</summary>
public sealed class FacitTests
{
    private static readonly DateTimeOffset Nu = Tid.Vid("2026-11-21T12:00:00Z");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly HashSet<string> Katalog = new(StringComparer.Ordinal)
    {
        "hemtjanst", "vard-och-omsorgsboende", "servicehus", "korttidsboende", "vaxelvard", "dagverksamhet", "avlosning", "ledsagning",
        "boendestod", "trygghetslarm", "matdistribution", "hemvardsbidrag", "personlig-assistans", "fardtjanst", "riksfardtjanst", "kbf",
        "god-man-forvaltare",
    };

    [Fact]
    public void Varje_rad_far_facits_kod()
    {
        var rader = File.ReadAllLines(Rotmapp.Data("ansokningar.jsonl"));
        var provade = 0;
        foreach (var facit in File.ReadLines(Rotmapp.Data("ansokningar.facit.jsonl")).Select(r => JsonSerializer.Deserialize<Facit>(r, Json)!))
        {
            // formen och externId prövas av den som läser filen
            if (facit.Kod is "FEL_FORMAT" or "EXTERNID_FINNS" or "EXTERNID_ANNAT_INNEHALL") continue;
            var ansokan = JsonSerializer.Deserialize<InkommenAnsokan>(rader[facit.Rad - 1], Json)!;
            Assert.Equal((facit.Rad, facit.Kod), (facit.Rad, Ansokningsgranskning.Prova(ansokan, Nu, Katalog)?.Code));
            provade++;
        }

        Assert.Equal(379, provade);
    }

    /// <summary>Each fault made to a good line, in the order of the contract.</summary>
    private static readonly (string Kod, Func<InkommenAnsokan, InkommenAnsokan> Fel)[] FelIOrdning =
    [
        ("KANAL_OKAND", a => a with { Kanal = "fax" }),
        ("ANKOM_I_FRAMTIDEN", a => a with { Ankom = Nu.AddTicks(1) }),
        ("PERSONNUMMER_OGILTIGT", a => a with { Sokande = a.Sokande with { Personnummer = "19420231-9801" } }),
        ("NAMN_SAKNAS", a => a with { Sokande = a.Sokande with { Efternamn = "  " } }),
        ("OMBUD_ROLL_OKAND", a => a with { Ombud = new("Eva", "granne", null, null, null) }),
        ("INSATS_SAKNAS", a => a with { Insatser = [] }),
        ("INSATSTYP_OKAND", a => a with { Insatser = a.Insatser.Select(i => i with { Insatstyp = "rymdresa" }).ToList() }),
        ("TEXT_FOR_LANG", a => a with { Sokande = a.Sokande with { Telefon = new string('7', 10_001) } }),
    ];

    [Fact]
    public void Av_tva_fel_svaras_det_forsta_i_kontraktets_ordning()
    {
        for (var forsta = 0; forsta < FelIOrdning.Length; forsta++)
        {
            for (var andra = forsta; andra < FelIOrdning.Length; andra++)
            {
                var ansokan = FelIOrdning[forsta].Fel(FelIOrdning[andra].Fel(EnBra()));
                Assert.Equal(FelIOrdning[forsta].Kod, Ansokningsgranskning.Prova(ansokan, Nu, Katalog)?.Code);
            }
        }
    }

    [Fact]
    public void Utan_fel_registreras_den() => Assert.Null(Ansokningsgranskning.Prova(EnBra() with { Ankom = Nu }, Nu, Katalog));

    [Theory]
    [InlineData("1951-03-04", "man", null)]
    [InlineData("1951-03-04", "kvinna", null)]
    [InlineData("1951-02-30", "man", "PERSONNUMMER_OGILTIGT")]
    [InlineData("2026-11-22", "man", "PERSONNUMMER_OGILTIGT")]
    [InlineData("1901-01-01", "man", "PERSONNUMMER_OGILTIGT")]
    [InlineData(null, "man", "PERSONNUMMER_OGILTIGT")]
    [InlineData("1951-03-04", null, "PERSONNUMMER_OGILTIGT")]
    [InlineData("1951-03-04", "okant", "PERSONNUMMER_OGILTIGT")]
    public void Utan_personnummer_behovs_fodelsedatum_och_kon(string? fodd, string? kon, string? kod)
    {
        var bra = EnBra();
        var ansokan = bra with { Sokande = bra.Sokande with { Personnummer = null, Fodelsedatum = fodd, Kon = kon } };
        Assert.Equal(kod, Ansokningsgranskning.Prova(ansokan, Nu, Katalog)?.Code);
    }

    [Fact]
    public void Tiotusen_tecken_ryms_och_ett_tecken_raknas_som_ett()
    {
        var bra = EnBra();
        InkommenAnsokan Med(string text) => bra with { Insatser = [bra.Insatser[0] with { Onskemal = text }] };
        Assert.Null(Ansokningsgranskning.Prova(Med(new string('å', 10_000)), Nu, Katalog));
        Assert.Null(Ansokningsgranskning.Prova(Med(string.Concat(Enumerable.Repeat("\U0001F600", 10_000))), Nu, Katalog));
        Assert.Equal("TEXT_FOR_LANG", Ansokningsgranskning.Prova(Med(new string('å', 10_001)), Nu, Katalog)?.Code);
    }

    private static InkommenAnsokan EnBra() => new(
        "ET-1", "brev", Nu.AddDays(-1), new("19530326-9806", null, null, "Märta", "Ek", null, null, "sv", false),
        [new("hemtjanst", "Hjälp med dusch", null, null)], false, "ingen", null);

    private sealed record Facit(int Rad, string Utfall, string? Kod);
}
