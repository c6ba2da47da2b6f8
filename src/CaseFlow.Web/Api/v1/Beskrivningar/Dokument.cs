using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Web.Api.v1.Kontrakt;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CaseFlow.Web.Api.v1.Beskrivningar;

/// <summary>The API's own description (OpenAPI), made from the contract and from what stands in this folder. Served at
/// <c>/api/v1/openapi.json</c> and kept in docs/api/openapi.json, which a test compares with what is served.</summary>
internal static class Dokument
{
    public const string Namn = "v1";
    private const string Nyckel = "nyckel";
    private const string EgetHuvud = "xApiKey";
    private const string Problemnamn = "Problem";

    public static Apiinfo Info { get; } = new("CaseFlow", "1.0.0", new(2026, 11, 23), $"{Vagtabell.Rot}/openapi.json", "active");

    private const string Om = """
        Ärenden, uppgifter, beslut, insatser och personer i CaseFlow, och ansökningar från andra system. API:et följer den nationella REST API-profilen 1.2.0.

        **Nyckel.** Skicka `Authorization: Bearer cfk_…`. Ett system har en egen nyckel och får registrera ansökningar. Allt annat kräver en personlig nyckel: den är en
        användare och får högst det hon själv får, så att åtkomst, skydd, jäv och logg gäller som på en sida.

        **Fel** kommer som `application/problem+json` (RFC 9457) på svenska, med `kod` att handla efter och `traceId` att nämna.

        **Ändringar** kräver `If-Match` (428 utan, 412 när någon hann före) och `Idempotency-Key`.

        **Tider** är RFC 3339 i UTC, dagar är svenska dagar. Personnummer står aldrig i en adress.

        **Kända begränsningar.** Med `page` går det att bläddra till rad 1 000, sedan med `efter`. En persons skyddade uppgifter visas aldrig. Utredning och beslut skrivs på sina sidor.

        *In English:* cases, tasks, decisions and persons of CaseFlow. Errors are RFC 9457 problems in Swedish with a stable code; changes need If-Match and Idempotency-Key.
        """;

    public static void Stall(OpenApiOptions o)
    {
        o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        o.ShouldInclude = d => d.ActionDescriptor.EndpointMetadata.OfType<Beskrivning>().Any();
        o.AddSchemaTransformer(Falt);
        o.AddOperationTransformer(Operation);
        o.AddDocumentTransformer(Helhet);
    }

    private static Task Falt(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(KoderAttribute), inherit: false) is not [KoderAttribute koder]) return Task.CompletedTask;
        schema.Enum = [.. koder.Koder.Select(k => (JsonNode)JsonValue.Create(k))];
        if (schema.Type is { } typ && typ.HasFlag(JsonSchemaType.Null)) schema.Enum.Add(JsonNullSentinel.JsonNull);
        return Task.CompletedTask;
    }

    private static async Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var (b, dokument) = (context.Description.ActionDescriptor.EndpointMetadata.OfType<Beskrivning>().Single(), context.Document!);
        (operation.OperationId, operation.Summary, operation.Description) = (b.Id, b.Rubrik, b.Text);
        operation.Tags = new HashSet<OpenApiTagReference> { new(b.Tagg, dokument) };
        operation.Parameters =
        [
            .. b.Parametrar.Concat(b.Etag ? [Parameterlista.IfNoneMatch] : []).Concat(b.Andrar ? [Parameterlista.IfMatch, Parameterlista.Idempotensnyckel] : []).Select(Som),
        ];
        if (b.Kropp is { } kropp)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = Innehall(await Schema(kropp.GetType(), context, ct), kropp) },
            };
        }
        var svar = (OpenApiResponse)operation.Responses![b.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        svar.Description = b.Svarstext;
        svar.Content!["application/json"] = Innehall(svar.Content["application/json"].Schema!, b.Svar);
        if (b.Status == StatusCodes.Status201Created) operation.Responses["200"] = new OpenApiResponse { Description = "Ansökan fanns redan.", Content = svar.Content };
        if (b.Etag)
        {
            svar.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal) { ["ETag"] = Huvud("Resursens version, att skicka som If-Match eller If-None-Match.", Exempel.Etag) };
            operation.Responses["304"] = new OpenApiResponse { Description = "Det ni redan har gäller.", Headers = svar.Headers };
        }
        if (b.Oppen) operation.Security = [];
        foreach (var fel in Felsvar.For(b)) operation.Responses[fel.Nyckel] = new OpenApiResponseReference(fel.Komponent, dokument);
        if (dokument.Components?.Schemas?.ContainsKey(Problemnamn) != true) dokument.AddComponent(Problemnamn, await context.GetOrCreateSchemaAsync(typeof(Problemsvar), null, ct));
    }

    private static Task Helhet(OpenApiDocument dokument, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        dokument.Info = new()
        {
            Title = Info.ApiName,
            Version = Info.ApiVersion,
            Description = Om.ReplaceLineEndings("\n"),
            License = new() { Name = "EUPL-1.2", Url = new("https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12") },
            Contact = new() { Name = "Den som driver installationen" },
            Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
            {
                ["x-sla"] = new JsonNodeExtension(new JsonObject
                {
                    ["availability"] = "Enligt avtal med den som driver installationen.", ["responseTime"] = "95 av 100 anrop under 300 ms.", ["support"] = "Nämn traceId.",
                }),
            },
        };
        dokument.Servers =
        [
            new()
            {
                Url = $"https://{{vard}}{Vagtabell.Rot}",
                Description = "Kommunens installation.",
                Variables = new Dictionary<string, OpenApiServerVariable>(StringComparer.Ordinal)
                {
                    ["vard"] = new() { Default = "caseflow.kommunen.se", Description = "Värdnamnet som installationen svarar på." },
                },
            },
        ];
        dokument.Tags = new HashSet<OpenApiTag>(Taggar.Alla.Select(t => new OpenApiTag { Name = t.Namn, Description = t.Text }));
        var vagar = dokument.Paths.ToList();
        dokument.Paths.Clear();
        foreach (var (vag, innehall) in vagar)
        {
            innehall.Operations?.Remove(HttpMethod.Head); // är GET utan kropp, och beskrivs inte en gång till
            dokument.Paths.Add(vag[Vagtabell.Rot.Length..], innehall);
        }

        var delar = dokument.Components ??= new();
        delar.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Nyckel] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "cfk_ och 43 tecken", Description = "Nyckeln i Authorization: Bearer." },
            [EgetHuvud] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key", Description = "Samma nyckel i ett eget huvud." },
        };
        dokument.Security = [.. new[] { Nyckel, EgetHuvud }.Select(n => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(n, dokument)] = [] })];
        delar.Responses = Felsvar.Komponenter(new OpenApiSchemaReference(Problemnamn, dokument));
        return Task.CompletedTask;
    }

    internal static OpenApiMediaType Innehall(IOpenApiSchema schema, object exempel) => new()
    {
        Schema = schema,
        Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal)
        {
            ["exempel"] = new OpenApiExample { Value = JsonSerializer.SerializeToNode(exempel, exempel.GetType(), Apijson.Val) },
        },
    };

    internal static OpenApiHeader Huvud(string text, JsonNode exempel, JsonSchemaType typ = JsonSchemaType.String) =>
        new() { Description = text, Schema = new OpenApiSchema { Type = typ }, Example = exempel };

    private static OpenApiParameter Som(Parameter p) => new()
    {
        Name = p.Namn,
        In = p.Var,
        Description = p.Text,
        Required = p.Kravs,
        Example = p.Exempel?.DeepClone(),
        Schema = new OpenApiSchema
        {
            Type = p.Typ,
            Format = p.Format,
            Default = p.Forvalt?.DeepClone(),
            Minimum = p.Typ == JsonSchemaType.Integer ? Text(p.Minst) : null,
            Maximum = p.Typ == JsonSchemaType.Integer ? Text(p.Mest) : null,
            MaxLength = p.Typ == JsonSchemaType.String ? p.Mest : null,
            Enum = p.Koder.Count == 0 ? null : [.. p.Koder.Select(k => (JsonNode)JsonValue.Create(k))],
        },
    };

    private static string? Text(int? tal) => tal?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<IOpenApiSchema> Schema(Type typ, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var dokument = context.Document!;
        if (dokument.Components?.Schemas?.ContainsKey(typ.Name) != true) dokument.AddComponent(typ.Name, await context.GetOrCreateSchemaAsync(typ, null, ct));
        return new OpenApiSchemaReference(typ.Name, dokument);
    }
}
