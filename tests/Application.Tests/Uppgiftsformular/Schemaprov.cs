using System.Text.Json;
using System.Text.RegularExpressions;

namespace CaseFlow.Application.Tests.Uppgiftsformular;

/// <summary>As much of JSON Schema as the forms' schema uses. A word it does not know is an error, so that nothing is passed over.</summary>
internal sealed class Schemaprov(JsonElement rot)
{
    public bool Godtar(JsonElement varde) => Godtar(rot, varde);

    private bool Godtar(JsonElement schema, JsonElement varde)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False) return schema.GetBoolean();
        return schema.EnumerateObject().All(ord => ord.Name switch
        {
            "$schema" or "$defs" or "title" or "description" or "then" or "else" => true,
            "$ref" => Godtar(rot.GetProperty("$defs").GetProperty(ord.Value.GetString()!["#/$defs/".Length..]), varde),
            "type" => ArTyp(ord.Value.GetString()!, varde),
            "const" => JsonElement.DeepEquals(ord.Value, varde),
            "enum" => ord.Value.EnumerateArray().Any(e => JsonElement.DeepEquals(e, varde)),
            "required" => varde.ValueKind != JsonValueKind.Object || ord.Value.EnumerateArray().All(e => varde.TryGetProperty(e.GetString()!, out _)),
            "properties" => varde.ValueKind != JsonValueKind.Object || ord.Value.EnumerateObject().All(e => !varde.TryGetProperty(e.Name, out var del) || Godtar(e.Value, del)),
            "additionalProperties" when ord.Value.ValueKind == JsonValueKind.False =>
                varde.ValueKind != JsonValueKind.Object || varde.EnumerateObject().All(e => schema.GetProperty("properties").TryGetProperty(e.Name, out _)),
            "items" => varde.ValueKind != JsonValueKind.Array || varde.EnumerateArray().All(e => Godtar(ord.Value, e)),
            "minItems" => varde.ValueKind != JsonValueKind.Array || varde.GetArrayLength() >= ord.Value.GetInt32(),
            "maxItems" => varde.ValueKind != JsonValueKind.Array || varde.GetArrayLength() <= ord.Value.GetInt32(),
            "maxLength" => varde.ValueKind != JsonValueKind.String || varde.GetString()!.EnumerateRunes().Count() <= ord.Value.GetInt32(),
            "pattern" => varde.ValueKind != JsonValueKind.String || Regex.IsMatch(varde.GetString()!, ord.Value.GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)),
            "minimum" => varde.ValueKind != JsonValueKind.Number || varde.GetDouble() >= ord.Value.GetDouble(),
            "maximum" => varde.ValueKind != JsonValueKind.Number || varde.GetDouble() <= ord.Value.GetDouble(),
            "exclusiveMinimum" => varde.ValueKind != JsonValueKind.Number || varde.GetDouble() > ord.Value.GetDouble(),
            "exclusiveMaximum" => varde.ValueKind != JsonValueKind.Number || varde.GetDouble() < ord.Value.GetDouble(),
            "allOf" => ord.Value.EnumerateArray().All(e => Godtar(e, varde)),
            "oneOf" => ord.Value.EnumerateArray().Count(e => Godtar(e, varde)) == 1,
            "if" => Godtar(ord.Value, varde)
                ? !schema.TryGetProperty("then", out var da) || Godtar(da, varde)
                : !schema.TryGetProperty("else", out var annars) || Godtar(annars, varde),
            _ => throw new InvalidOperationException($"Provet kan inte {ord.Name}."),
        });
    }

    private static bool ArTyp(string typ, JsonElement varde) => (typ, varde.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number)
            or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => varde.GetDouble() % 1 == 0,
        _ => false,
    };
}
