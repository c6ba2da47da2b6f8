using System.Text;
using System.Text.Json.Nodes;

namespace CaseFlow.Cli.Tests.Import;

/// <summary>Made-up files, in no order and with several faults a line, against an answer worked out here from the contract alone.</summary>
public sealed class OrakelTests
{
    private const int Rader = 160;

    private static readonly string[] Personnummer = ["195303269806", "19351223-9959", "280508-9956", "250201+9827", "500314-9985"];

    /// <summary>The contract's checks after the sender's key, in order, each with a way to break it.</summary>
    private static readonly (string Kod, Action<JsonObject> Gor)[] Fel =
    [
        ("KANAL_OKAND", r => r["kanal"] = "fax"),
        ("ANKOM_I_FRAMTIDEN", r => r["ankom"] = "2026-11-21T11:00:01Z"),
        ("PERSONNUMMER_OGILTIGT", r => r["sokande"]!["personnummer"] = "19420231-9801"),
        ("NAMN_SAKNAS", r => r["sokande"]!["efternamn"] = "  "),
        ("OMBUD_ROLL_OKAND", r => r["ombud"] = new JsonObject { ["namn"] = "Eva", ["roll"] = "granne" }),
        ("INSATS_SAKNAS", r => r["insatser"] = new JsonArray()),
        ("INSATSTYP_OKAND", r => r["insatser"]!.AsArray().Add(new JsonObject { ["insatstyp"] = "rymdresa" })),
        ("TEXT_FOR_LANG", r => r["sokande"]!["telefon"] = new string('7', 10_001)),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Filen_far_de_svar_som_kontraktet_ger(int fro)
    {
        using var mapp = await Provmapp.Migrerad();
        var (rader, vantade) = Skapa(new Random(fro));
        File.WriteAllText(mapp.Fil("in.jsonl"), string.Join('\n', rader) + "\n");

        var svar = await mapp.Kor("import", "ansokningar", mapp.Fil("in.jsonl"), "--rapport", mapp.Fil("ut.jsonl"), "--nu", Radbygge.Nu);

        Assert.Equal((0, ""), (svar.Slutkod, svar.Fel));
        Assert.Equal(vantade, Rapport.Las(mapp.Fil("ut.jsonl")).Select(r => (r.Rad, r.Utfall, r.Kod)));
        Assert.Equal(vantade.Count(v => v.Utfall == "registrerad"), mapp.Rakna("SELECT COUNT(*) FROM ansokan"));
        Assert.Contains(vantade, v => v.Kod == "EXTERNID_FINNS");
        Assert.Contains(vantade, v => v.Kod == "EXTERNID_ANNAT_INNEHALL");
        Assert.True(vantade.Select(v => v.Kod).Distinct().Count() >= 8);
    }

    private static (List<string> Rader, List<(int Rad, string Utfall, string? Kod)> Vantade) Skapa(Random slump)
    {
        var (rader, vantade) = (new List<string>(), new List<(int, string, string?)>());
        // Det som är registrerat: vilket innehåll som håller nyckeln.
        var registrerat = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var nr = 1; nr <= Rader; nr++)
        {
            // Få nycklar och få innehåll, så att de möts ofta, i vilken ordning som helst.
            var (externId, innehall) = ($"X-{slump.Next(40)}", slump.Next(3));
            var rad = Radbygge.Bra(externId, Personnummer[slump.Next(Personnummer.Length)], $"Önskemål {innehall}");
            var fel = Enumerable.Range(0, slump.Next(10) < 5 ? 0 : slump.Next(1, 4)).Select(_ => slump.Next(Fel.Length)).Distinct().Order().ToList();
            // Ingen insats och en okänd insats kan inte gälla samma rad.
            if (fel.Contains(5)) fel.Remove(6);
            foreach (var f in fel) Fel[f].Gor(rad);
            var form = slump.Next(12);
            var text = Trasa(rad, form);
            rader.Add(text);
            vantade.Add(Svar(nr, externId, Normal(rad), form < Trasor, fel.Count > 0 ? Fel[fel[0]].Kod : null, registrerat));
        }
        return (rader, vantade);
    }

    private static (int, string, string?) Svar(
        int rad, string externId, string innehall, bool trasig, string? fel, Dictionary<string, string> registrerat)
    {
        if (trasig) return (rad, "avvisad", "FEL_FORMAT");
        if (registrerat.TryGetValue(externId, out var tidigare))
            return tidigare == innehall ? (rad, "dubblett", "EXTERNID_FINNS") : (rad, "avvisad", "EXTERNID_ANNAT_INNEHALL");
        if (fel is not null) return (rad, "avvisad", fel);
        registrerat.Add(externId, innehall);
        return (rad, "registrerad", null);
    }

    private const int Trasor = 3;

    /// <summary>The line as it stands in the file: broken in one of three ways, or whole with its keys in another order.</summary>
    private static string Trasa(JsonObject rad, int form) => form switch
    {
        0 => rad.ToJsonString()[..^30],
        1 => Med(rad, r => r["insatser"] = "hemtjanst"),
        2 => Med(rad, r => r.Remove("sokande")),
        < 6 => new JsonObject(rad.DeepClone().AsObject().Reverse().Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))).ToJsonString(),
        _ => rad.ToJsonString(),
    };

    private static string Med(JsonObject rad, Action<JsonObject> gor)
    {
        var kopia = rad.DeepClone().AsObject();
        gor(kopia);
        return kopia.ToJsonString();
    }

    /// <summary>What the line says, whatever its order.</summary>
    private static string Normal(JsonObject rad) =>
        new StringBuilder().AppendJoin('\n', rad.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value?.ToJsonString()}")).ToString();
}
