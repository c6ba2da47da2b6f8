using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CaseFlow.Web.Api.v1.Beskrivningar;

/// <summary>What the API says about one of its operations. The examples are contracts, so that they cannot say what the contract does not.</summary>
/// <param name="Id">The operationId.</param>
/// <param name="Svar">A whole answer, as an example; its type is the answer's schema.</param>
internal sealed record Beskrivning(string Id, string Tagg, string Rubrik, string Text, object Svar)
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    public string Svarstext { get; init; } = "Svaret.";

    /// <summary>A whole body, as an example; null when none is sent.</summary>
    public object? Kropp { get; init; }

    public IReadOnlyList<Parameter> Parametrar { get; init; } = [];

    /// <summary>Statuses of refusals besides those that every operation has.</summary>
    public IReadOnlyList<int> Fel { get; init; } = [];

    /// <summary>The answer has an ETag, and If-None-Match is heeded.</summary>
    public bool Etag { get; init; }

    /// <summary>A change: If-Match and Idempotency-Key are required.</summary>
    public bool Andrar { get; init; }

    /// <summary>Asks for no key.</summary>
    public bool Oppen { get; init; }
}

internal sealed record Parameter(string Namn, string Text, JsonSchemaType Typ, ParameterLocation Var = ParameterLocation.Query)
{
    public string? Format { get; init; }
    public JsonNode? Forvalt { get; init; }
    public JsonNode? Exempel { get; init; }
    public int? Minst { get; init; }
    public int? Mest { get; init; }
    public bool Kravs { get; init; }
    public IReadOnlyList<string> Koder { get; init; } = [];
}

/// <summary>Parameters that several operations have.</summary>
internal static class Parameterlista
{
    public static Parameter Arendenummer { get; } = new("arendenummer", "År och löpnummer.", JsonSchemaType.String, ParameterLocation.Path) { Kravs = true, Exempel = "2026-0419" };

    public static Parameter Uppgift { get; } = new("id", "Uppgiftens nyckel.", JsonSchemaType.String, ParameterLocation.Path)
    {
        Kravs = true, Format = "uuid", Exempel = Exempel.Uppgiftsnyckel.ToString(),
    };

    public static IReadOnlyList<Parameter> Bladdring { get; } =
    [
        new("limit", "Rader per sida.", JsonSchemaType.Integer) { Forvalt = Parametrar.VanligLimit, Minst = 1, Mest = Application.Sidgranser.FlestRader },
        new("page", "Sidans nummer, från 1. page gånger limit får vara högst 1 000; gå längre med efter.", JsonSchemaType.Integer) { Forvalt = 1, Minst = 1 },
        new("efter", "paginering.nasta från sidan före, i stället för page.", JsonSchemaType.String) { Exempel = "2026-0419" },
    ];

    public static Parameter IfNoneMatch { get; } = new("If-None-Match", "Den ETag ni redan har. Gäller den ännu blir svaret 304 utan kropp.", JsonSchemaType.String, ParameterLocation.Header)
    {
        Exempel = Exempel.Etag,
    };

    public static Parameter IfMatch { get; } = new("If-Match", "Den ETag som resursen hade när ni läste den, en enda.", JsonSchemaType.String, ParameterLocation.Header)
    {
        Kravs = true, Exempel = Exempel.Etag,
    };

    public static Parameter Idempotensnyckel { get; } = new(
        "Idempotency-Key", "Ny för varje ändring, densamma när ni skickar om. Svaret finns kvar i sju dygn.", JsonSchemaType.String, ParameterLocation.Header)
    {
        Kravs = true, Exempel = "7f1c0f5e-0d0e-4c55-9c1b-2a3f9e1b7d10", Mest = 100,
    };
}
