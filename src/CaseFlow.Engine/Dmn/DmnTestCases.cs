using System.Collections.Immutable;
using System.Globalization;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Dmn;

/// <param name="Failure">Swedish, one line for each result that was not as expected; null when all were.</param>
public sealed record DmnTestCase(string Id, string? Failure);

/// <summary>Runs a file of test cases in the format of the DMN Technology Compatibility Kit (dmn-tck/tck, testCases.xsd).</summary>
public static class DmnTestCases
{
    private const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    /// <param name="xml">The file's text.</param>
    /// <param name="model">The text of the model that the file names; null when there is none.</param>
    /// <returns>The cases in the file's order, or null when it holds none: another kind of XML, or no XML at all.</returns>
    public static ImmutableArray<DmnTestCase>? Run(string xml, Func<string, string?> model, FeelEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (SafeXml.Read(xml).Root is not { Name: "testCases" } tests) return null;
        var name = tests.Element("modelName")?.Text.Trim() ?? "";
        var loaded = model(name) is { } text ? DmnModel.Load(text) : new(null, [new("MODELL_SAKNAS", name, 0, $"modellen {name} saknas")]);
        return [.. tests.Elements("testCase").Select(test => new DmnTestCase(test.Attribute("id") ?? "", Failure(loaded, test, environment)))];
    }

    private static string? Failure(DmnLoadResult loaded, XmlElementNode test, FeelEnvironment environment)
    {
        var failures = test.Elements("resultNode").Select(result => Failure(loaded, test, result, environment)).OfType<string>().ToList();
        return failures.Count == 0 ? null : string.Join('\n', failures);
    }

    private static string? Failure(DmnLoadResult loaded, XmlElementNode test, XmlElementNode result, FeelEnvironment environment)
    {
        var name = result.Attribute("name") ?? "";
        if (loaded.Model is null) return $"{name}: nekad, {loaded.Problems[0].Message}";
        var variables = FeelContext.Of(test.Elements("inputNode").Select(node => (node.Attribute("name") ?? "", Value(node))));
        var answer = loaded.Model.Evaluate(name, variables, environment);
        var expected = result.Element("expected") is { } given ? Value(given) : FeelValue.Null;
        return Same(expected, answer.Value) ? null
            : string.Join(' ', [$"{name}: väntade {FeelJson.Serialize(expected)}, fick {FeelJson.Serialize(answer.Value)}", .. new[] { answer.Error }.OfType<string>(), .. answer.Warnings]);
    }

    private static FeelValue Value(XmlElementNode node)
    {
        if (node.Element("list") is { } list)
            return IsNil(list) ? FeelValue.Null : FeelList.Of(list.Elements("item").Select(Value));
        if (node.Element("component") is not null) return FeelContext.Of(node.Elements("component").Select(part => (part.Attribute("name") ?? "", Value(part))));
        if (node.Element("value") is not { } value || IsNil(value)) return FeelValue.Null;
        var type = value.Attribute("type", Xsi) ?? "xsd:string";
        return type[(type.IndexOf(':', StringComparison.Ordinal) + 1)..] switch
        {
            "boolean" => bool.TryParse(value.Text, out var truth) ? truth : value.Text,
            "decimal" or "double" or "integer" or "int" or "long" or "float" =>
                decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : value.Text,
            "date" or "time" or "dateTime" or "duration" => Temporal.Parse(value.Text) ?? value.Text,
            _ => value.Text,
        };
    }

    private static bool IsNil(XmlElementNode node) => node.Attribute("nil", Xsi) == "true";

    /// <summary>The kit compares numbers to about eight digits.</summary>
    private static bool Same(FeelValue expected, FeelValue actual) => (expected, actual) switch
    {
        (FeelNumber a, FeelNumber b) => Math.Abs(a.Value - b.Value) <= Math.Max(1, Math.Abs(a.Value)) * 0.00000001m,
        (FeelList a, FeelList b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => Same(pair.First, pair.Second)),
        (FeelContext a, FeelContext b) => a.Keys.Length == b.Keys.Length && a.Keys.All(key => b.Contains(key) && Same(a[key], b[key])),
        _ => expected.Equals(actual),
    };
}
