using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Dmn;

/// <summary>Boxed expressions and the FEEL inside them.</summary>
internal sealed partial class DmnReader
{
    private static readonly Boxed Nothing = new BoxedList([]);

    /// <summary>The tests of an element with a <c>text</c>, or null when they were refused.</summary>
    public FeelExpression? Tests(XmlElementNode element)
    {
        var text = element.Element("text");
        if (FeelExpression.TryParseUnaryTests(text?.Text ?? string.Empty, _names, out var tests, out var error)) return tests;
        RefuseFeel(element, text, error);
        return null;
    }

    private FeelExpression? Expression(XmlElementNode element, Func<string, string>? wrap = null)
    {
        var language = element.Attribute("expressionLanguage");
        if (language is not null && !language.Contains("FEEL", StringComparison.OrdinalIgnoreCase))
            Refuse("DMN_SPRAK", element, $"Uttrycksspråket '{language}' stöds inte; använd FEEL.");
        var text = element.Element("text");
        var source = text?.Text ?? string.Empty;
        if (FeelExpression.TryParse(wrap is null ? source : wrap(source), _names, out var expression, out var error)) return expression;
        RefuseFeel(element, text, error);
        return null;
    }

    private void RefuseFeel(XmlElementNode element, XmlElementNode? text, FeelError error) => Refuse(
        "DMN_FEEL",
        element with { Line = text?.Line ?? element.Line },
        $"uttrycket '{(text?.Text ?? string.Empty).Trim()}' går inte att läsa. {error.Message}");

    private static bool IsLogic(XmlElementNode element) => element.Name is "literalExpression" or "decisionTable" or "context" or "list" or "relation"
        or "invocation" or "functionDefinition" or "conditional" or "filter" or "for" or "some" or "every";

    private Boxed Logic(XmlElementNode element)
    {
        switch (element.Name)
        {
            case "literalExpression": return Expression(element) is { } expression ? new BoxedLiteral(expression) : Nothing;
            case "decisionTable": return Table(element);
            case "context": return Context(element);
            case "list": return new BoxedList([.. element.Children.Where(IsLogic).Select(Logic)]);
            case "relation": return Relation(element);
            case "invocation": return Invocation(element);
            case "functionDefinition": return Function(element);
            case "conditional": return new BoxedConditional(Child(element, "if"), Child(element, "then"), Child(element, "else"));
            case "filter": return new BoxedIterator(IteratorKind.Filter, "item", Child(element, "in"), Child(element, "match"));
            case "for": return new BoxedIterator(IteratorKind.For, Variable(element), Child(element, "in"), Child(element, "return"));
            case "some": return new BoxedIterator(IteratorKind.Some, Variable(element), Child(element, "in"), Child(element, "satisfies"));
            case "every": return new BoxedIterator(IteratorKind.Every, Variable(element), Child(element, "in"), Child(element, "satisfies"));
            default:
                Refuse("DMN_LOGIK_OKAND", element, "Detta slags logik stöds inte.");
                return Nothing;
        }
    }

    private static string Variable(XmlElementNode element) => element.Attribute("iteratorVariable") ?? "item";

    private Boxed Child(XmlElementNode element, string name) => Only(element.Element(name) ?? element);

    /// <summary>The one expression inside an element.</summary>
    private Boxed Only(XmlElementNode element)
    {
        if (element.Children.FirstOrDefault(IsLogic) is { } logic) return Logic(logic);
        Refuse("DMN_LOGIK_SAKNAS", element, "Här saknas ett uttryck.");
        return Nothing;
    }

    private BoxedContext Context(XmlElementNode element) => new([.. element.Elements("contextEntry").Select(entry =>
    {
        var variable = entry.Element("variable");
        return (variable?.Attribute("name"), _types.Resolve(variable?.Attribute("typeRef"), entry), Only(entry));
    })]);

    private BoxedRelation Relation(XmlElementNode element)
    {
        var columns = element.Elements("column").Select(c => c.Attribute("name") ?? string.Empty).ToImmutableArray();
        var rows = element.Elements("row").Select(row => row.Children.Where(IsLogic).Select(Logic).ToImmutableArray()).ToImmutableArray();
        if (rows.Any(row => row.Length != columns.Length)) Refuse("DMN_TABELL", element, "En rad har inte lika många celler som det finns kolumner.");
        return new(columns, rows);
    }

    private BoxedInvocation Invocation(XmlElementNode element) => new(
        Only(element),
        [.. element.Elements("binding").Select(b => (b.Element("parameter")?.Attribute("name") ?? string.Empty, Only(b)))]);

    private BoxedFunction Function(XmlElementNode element)
    {
        if (element.Attribute("kind") is { } kind && kind != "FEEL") Refuse("DMN_SPRAK", element, $"Funktioner i {kind} stöds inte; använd FEEL.");
        return new(
            [.. element.Elements("formalParameter").Select(p => (p.Attribute("name") ?? string.Empty, _types.Resolve(p.Attribute("typeRef"), p)))],
            Only(element));
    }
}
