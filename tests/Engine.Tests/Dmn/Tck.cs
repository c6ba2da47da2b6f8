using System.Globalization;
using CaseFlow.Engine.Dmn;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Tests.Dmn;

/// <summary>Runs the cases of the DMN Technology Compatibility Kit (dmn-tck/tck), which does not come with the repository.</summary>
internal static class Tck
{
    private const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    private const string Folder = "CASEFLOW_DMN_TCK";

    /// <summary>The kit's folder: the one that <c>CASEFLOW_DMN_TCK</c> names, else one laid out beside the repository or above it; null
    /// where there is none.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Runs every result of every case of a level: how many there are, and one line for each that is not as expected.</summary>
    public static (int Total, IReadOnlyList<string> Failures) Run(string level)
    {
        var total = 0;
        var failures = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root!, level), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var tests = SafeXml.Read(File.ReadAllText(file)).Root;
            if (tests?.Name != "testCases") continue;
            var dmn = Path.Combine(Path.GetDirectoryName(file)!, tests.Element("modelName")?.Text.Trim() ?? string.Empty);
            var loaded = File.Exists(dmn) ? DmnModel.Load(File.ReadAllText(dmn)) : new(null, [new("SAKNAS", dmn, 0, "modellen saknas")]);
            foreach (var (test, result) in tests.Elements("testCase").SelectMany(t => t.Elements("resultNode").Select(r => (t, r))))
            {
                total++;
                if (Run(loaded, test, result) is { } failure)
                    failures.Add($"{Path.GetFileName(Path.GetDirectoryName(file))} {test.Attribute("id")} {result.Attribute("name")}: {failure}");
            }
        }

        return (total, failures);
    }

    private static string? Run(DmnLoadResult loaded, XmlElementNode test, XmlElementNode result)
    {
        if (loaded.Model is null) return "nekad: " + loaded.Problems[0].Message;
        var variables = FeelContext.Of(test.Elements("inputNode").Select(n => (n.Attribute("name")!, Value(n))));
        var answer = loaded.Model.Evaluate(result.Attribute("name")!, variables, Feel.Feels.Environment);
        var expected = result.Element("expected") is { } e ? Value(e) : FeelValue.Null;
        return Same(expected, answer.Value) ? null : $"väntade {FeelJson.Serialize(expected)}, fick {FeelJson.Serialize(answer.Value)} {answer.Error} {string.Join(" ", answer.Warnings)}";
    }

    private static FeelValue Value(XmlElementNode node)
    {
        if (node.Element("list") is { } list)
            return list.Attribute("nil", Xsi) == "true" ? FeelValue.Null : FeelList.Of(list.Elements("item").Select(Value));
        if (node.Element("component") is not null) return FeelContext.Of(node.Elements("component").Select(c => (c.Attribute("name")!, Value(c))));
        if (node.Element("value") is not { } value || value.Attribute("nil", Xsi) == "true") return FeelValue.Null;
        var type = value.Attribute("type", Xsi) ?? "xsd:string";
        return type[(type.IndexOf(':') + 1)..] switch
        {
            "boolean" => bool.Parse(value.Text),
            "decimal" or "double" or "integer" or "int" or "long" or "float" =>
                decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : value.Text,
            "date" or "time" or "dateTime" or "duration" => Temporal.Parse(value.Text) ?? value.Text,
            _ => value.Text,
        };
    }

    /// <summary>The kit compares numbers to about eight digits.</summary>
    private static bool Same(FeelValue expected, FeelValue actual) => (expected, actual) switch
    {
        (FeelNumber a, FeelNumber b) => Math.Abs(a.Value - b.Value) <= Math.Max(1, Math.Abs(a.Value)) * 0.00000001m,
        (FeelList a, FeelList b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(p => Same(p.First, p.Second)),
        (FeelContext a, FeelContext b) => a.Keys.Length == b.Keys.Length && a.Keys.All(k => b.Contains(k) && Same(a[k], b[k])),
        _ => expected.Equals(actual),
    };

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Folder) is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var kit = Path.Combine(folder.FullName, "shared", "dmn-tck");
            if (Directory.Exists(kit)) return kit;
        }

        return null;
    }
}

/// <summary>A test that needs the kit, skipped with the reason where it is missing. The kit is not ours to hand on, so not even
/// <c>CASEFLOW_TEST_REQUIRE=all</c> asks for it in a clone that stands alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TckFactAttribute : FactAttribute
{
    public TckFactAttribute() => Skip = Tck.Root is null ? "DMN TCK saknas: hämta dmn-tck/tck och sätt CASEFLOW_DMN_TCK till mappen med dess compliance-level-*." : null;
}
