using System.Globalization;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Dmn;

/// <summary>Decision tables.</summary>
internal sealed partial class DmnReader
{
    private static readonly FeelExpression Missing = FeelExpression.TryParse("null", out var expression, out _) ? expression : null!;

    private DecisionTable Table(XmlElementNode element)
    {
        var inputs = element.Elements("input").ToList();
        var outputs = element.Elements("output").ToList();
        if (outputs.Count == 0) Refuse("DMN_TABELL", element, "Tabellen har ingen utdatakolumn.");
        if (outputs.Count > 1 && outputs.Exists(o => string.IsNullOrEmpty(o.Attribute("name"))))
            Refuse("DMN_TABELL", element, "När tabellen har flera utdatakolumner ska var och en ha ett namn.");
        var policy = Policy(element);
        var aggregation = Aggregate(element, policy);
        if (aggregation != Aggregation.None && outputs.Count > 1) Refuse("DMN_TABELL", element, "En sammanräkning (aggregation) kan bara ha en utdatakolumn.");
        return new(
            element.Attribute("id") ?? string.Empty,
            policy,
            aggregation,
            [.. inputs.Select(Input)],
            [.. outputs.Select(Output)],
            [.. element.Elements("rule").Select((rule, i) => Rule(rule, i + 1, inputs.Count, outputs.Count))]);
    }

    private HitPolicy Policy(XmlElementNode element)
    {
        switch ((element.Attribute("hitPolicy") ?? "UNIQUE").ToUpperInvariant())
        {
            case "UNIQUE": return HitPolicy.Unique;
            case "FIRST": return HitPolicy.First;
            case "PRIORITY": return HitPolicy.Priority;
            case "ANY": return HitPolicy.Any;
            case "COLLECT": return HitPolicy.Collect;
            case "RULE ORDER": return HitPolicy.RuleOrder;
            case "OUTPUT ORDER": return HitPolicy.OutputOrder;
            default:
                Refuse("DMN_HIT_POLICY", element, $"Hit policy '{element.Attribute("hitPolicy")}' finns inte.");
                return HitPolicy.Unique;
        }
    }

    private Aggregation Aggregate(XmlElementNode element, HitPolicy policy)
    {
        var name = element.Attribute("aggregation");
        if (name is not null && policy != HitPolicy.Collect) Refuse("DMN_HIT_POLICY", element, "Bara COLLECT kan ha en sammanräkning (aggregation).");
        switch (name)
        {
            case null: return Aggregation.None;
            case "SUM": return Aggregation.Sum;
            case "COUNT": return Aggregation.Count;
            case "MIN": return Aggregation.Min;
            case "MAX": return Aggregation.Max;
            default:
                Refuse("DMN_HIT_POLICY", element, $"Sammanräkningen '{name}' finns inte.");
                return Aggregation.None;
        }
    }

    private TableInput Input(XmlElementNode element)
    {
        var id = element.Attribute("label") ?? element.Attribute("id") ?? string.Empty;
        if (element.Element("inputExpression") is not { } expression)
        {
            Refuse("DMN_TABELL", element, "Indatakolumnen har inget uttryck (inputExpression).");
            return new(id, Missing, null, null, []);
        }

        var type = expression.Attribute("typeRef");
        _types.Resolve(type, expression);
        var (baseType, allows) = _types.Basis(type);
        var asked = Expression(expression) ?? Missing;
        return new(id, asked, HasText(element.Element("inputValues")) is { } values ? Tests(values) : null, baseType, allows)
        {
            Title = element.Attribute("label") is { Length: > 0 } label ? label : asked.Source.Trim(),
        };
    }

    private TableOutput Output(XmlElementNode element)
    {
        var type = _types.Resolve(element.Attribute("typeRef"), element);
        var listed = HasText(element.Element("outputValues")) ?? _types.AllowedValues(element.Attribute("typeRef"));
        return new(
            element.Attribute("name"),
            type,
            listed is null ? null : Expression(listed, text => $"[{text}]"),
            element.Element("defaultOutputEntry") is { } value ? Expression(value) : null);
    }

    private TableRule Rule(XmlElementNode element, int number, int inputs, int outputs)
    {
        var inputCells = element.Elements("inputEntry").ToList();
        var outputCells = element.Elements("outputEntry").ToList();
        if (inputCells.Count != inputs || outputCells.Count != outputs)
        {
            Refuse("DMN_TABELL", element, string.Create(
                CultureInfo.InvariantCulture,
                $"Regeln har {inputCells.Count} + {outputCells.Count} celler men tabellen {inputs} + {outputs} kolumner."));
        }

        return new(
            element.Attribute("id") ?? string.Create(CultureInfo.InvariantCulture, $"regel {number}"),
            number,
            [.. inputCells.Select(Cell)],
            [.. outputCells.Select(cell => Expression(cell) ?? Missing)],
            [.. element.Elements("annotationEntry").Select(a => a.Element("text")?.Text.Trim() ?? string.Empty)]);
    }

    /// <summary>A cell; null for one that anything passes. Other tools write an empty cell where the standard has a dash.</summary>
    private FeelExpression? Cell(XmlElementNode element) =>
        (element.Element("text")?.Text.Trim() ?? string.Empty) is "" or "-" ? null : Tests(element);

    private static XmlElementNode? HasText(XmlElementNode? element) =>
        string.IsNullOrWhiteSpace(element?.Element("text")?.Text) ? null : element;
}
