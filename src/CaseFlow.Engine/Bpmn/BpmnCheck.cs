using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Engine.Bpmn;

/// <param name="Line">JSON: file, accepted, elements[{id, line, reason}] and reason (null when accepted).</param>
/// <param name="Warnings">What was read past, in Swedish; not part of the line.</param>
public sealed record BpmnCheckResult(bool Accepted, string Line, ImmutableArray<string> Warnings);

/// <summary>Says of a file whether it would be accepted at deploy.</summary>
public static class BpmnCheck
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="file">The name that the line carries.</param>
    public static BpmnCheckResult Check(string file, string xml, IReadOnlySet<string>? decisions = null)
    {
        var read = BpmnReader.Read(xml, decisions);
        var reason = read.Accepted ? null
            : read.FileProblem ?? (read.Problems.Length == 1 ? "Ett element stöds inte eller är fel." : $"{read.Problems.Length} fel i filens element.");
        var line = new JsonObject
        {
            ["file"] = file,
            ["accepted"] = read.Accepted,
            ["elements"] = new JsonArray([.. read.Problems.Select(problem => new JsonObject
            {
                ["id"] = problem.ElementId,
                ["line"] = problem.Line,
                ["reason"] = problem.Reason,
            })]),
            ["reason"] = reason,
        };
        return new(read.Accepted, line.ToJsonString(Json), read.Warnings);
    }
}
