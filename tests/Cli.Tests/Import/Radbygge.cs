using System.Text.Json.Nodes;

namespace CaseFlow.Cli.Tests.Import;

/// <summary>A good line of an import, to spoil.</summary>
internal static class Radbygge
{
    public const string Nu = "2026-11-21T12:00:00+01:00";

    public static JsonObject Bra(string externId, string personnummer = "195303269806", string onskemal = "Hjälp med dusch") => new()
    {
        ["externId"] = externId,
        ["kanal"] = "brev",
        ["ankom"] = "2026-11-18T23:28:00Z",
        ["sokande"] = new JsonObject
        {
            ["personnummer"] = personnummer, ["fornamn"] = "Märta", ["efternamn"] = "Ek", ["sprak"] = "sv", ["tolkbehov"] = false,
            ["adress"] = new JsonObject { ["gata"] = "Nytorps gärde 1", ["postnummer"] = "128 58", ["ort"] = "Skarpnäck" },
        },
        ["insatser"] = new JsonArray(new JsonObject { ["insatstyp"] = "hemtjanst", ["onskemal"] = onskemal }),
        ["barnIHemmet"] = false,
        ["skyddadeUppgifter"] = "ingen",
    };

    public static string Text(JsonNode rad) => rad.ToJsonString();

    /// <summary>Without personnummer: a day of birth and a sex.</summary>
    public static JsonObject UtanPersonnummer(string externId)
    {
        var rad = Bra(externId);
        var sokande = (JsonObject)rad["sokande"]!;
        (sokande["personnummer"], sokande["fodelsedatum"], sokande["kon"]) = (null, "1951-03-04", "man");
        return rad;
    }
}
