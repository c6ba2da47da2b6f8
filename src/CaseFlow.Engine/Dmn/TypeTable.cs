using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Dmn;

/// <summary>The file's item definitions as FEEL types.</summary>
internal sealed class TypeTable(DmnReader reader, XmlElementNode definitions)
{
    private readonly Dictionary<string, XmlElementNode> _items = definitions.Elements("itemDefinition")
        .GroupBy(e => e.Attribute("name") ?? string.Empty, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private readonly Dictionary<string, FeelType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<XmlElementNode, FeelExpression> _allowed = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <summary>The type of a <c>typeRef</c>; a missing one is Any. A prefix (<c>feel:number</c>) does not count.</summary>
    public FeelType Resolve(string? typeRef, XmlElementNode at)
    {
        if (string.IsNullOrWhiteSpace(typeRef)) return FeelType.Any;
        var name = typeRef.Trim();
        if (!_items.ContainsKey(name) && name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon) name = name[(colon + 1)..];
        if (_types.TryGetValue(name, out var known)) return known;
        if (!_items.TryGetValue(name, out var item))
        {
            if (IsBuiltIn(name)) return FeelType.Named(name);
            reader.Refuse("DMN_TYP_OKAND", at, $"Typen '{name}' finns inte.");
            return FeelType.Any;
        }

        if (!_open.Add(name))
        {
            reader.Refuse("DMN_TYP_CIRKEL", item, $"Typen '{name}' består av sig själv.");
            return FeelType.Any;
        }

        var type = Item(item);
        _open.Remove(name);
        return _types[name] = type;
    }

    /// <summary>Every definition is looked at, also those that nothing refers to.</summary>
    public void ResolveAll()
    {
        foreach (var (name, item) in _items) Resolve(name, item);
    }

    /// <summary>The text of the values a type allows, as a list expression; null when it allows all.</summary>
    public XmlElementNode? AllowedValues(string? typeRef) =>
        typeRef is not null && _items.TryGetValue(typeRef.Trim(), out var item) ? item.Element("allowedValues") ?? AllowedValues(item.Element("typeRef")?.Text) : null;

    /// <summary>FEEL's own type behind a <c>typeRef</c> that is resolved, and what the types on the way there allow; null for one that says nothing.</summary>
    public (string? Name, ImmutableArray<FeelExpression> Allows) Basis(string? typeRef)
    {
        var allows = ImmutableArray.CreateBuilder<FeelExpression>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var name = typeRef?.Trim();
        while (name is not null && _items.TryGetValue(name, out var item) && seen.Add(name))
        {
            if (item.Attribute("isCollection") == "true") return ("list", []);
            if (item.Element("itemComponent") is not null) return ("context", []);
            if (_allowed.TryGetValue(item, out var tests)) allows.Add(tests);
            name = item.Element("typeRef")?.Text.Trim();
        }

        return string.IsNullOrEmpty(name) ? (null, allows.ToImmutable()) : (name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..], allows.ToImmutable());
    }

    private FeelType Item(XmlElementNode item)
    {
        var components = item.Elements("itemComponent").ToList();
        var type = components.Count > 0
            ? FeelType.ContextOf([.. components.Select(c => (c.Attribute("name") ?? string.Empty, Item(c)))])
            : item.Element("functionItem") is not null ? FeelType.Named("function")
            : Resolve(item.Element("typeRef")?.Text, item);
        if (item.Element("allowedValues") is { } allowed && reader.Tests(allowed) is { } tests)
        {
            type = FeelType.Restricted(type, tests);
            _allowed[item] = tests;
        }

        return item.Attribute("isCollection") == "true" ? FeelType.ListOf(type) : type;
    }

    private static bool IsBuiltIn(string name) => name is "Any" or "number" or "string" or "boolean" or "date" or "time" or "date and time"
        or "dateTime" or "days and time duration" or "dayTimeDuration" or "years and months duration" or "yearMonthDuration" or "list" or "context"
        or "range" or "function" or "Null";
}
