using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CaseFlow.Web.Api.v1;

/// <summary>How the API writes and reads JSON: camelCase, å, ä and ö as themselves, numbers as numbers, a field once.</summary>
internal static class Apijson
{
    public static JsonSerializerOptions Val { get; } = Stall(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Stall(JsonSerializerOptions val)
    {
        val.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        val.NumberHandling = JsonNumberHandling.Strict;
        val.PropertyNameCaseInsensitive = false;
        val.AllowDuplicateProperties = false;
        val.RespectNullableAnnotations = true;
        val.RespectRequiredConstructorParameters = true;
        return val;
    }
}
