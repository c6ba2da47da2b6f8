using System.Collections.Immutable;

namespace CaseFlow.Engine.Xml;

/// <summary>One attribute. <paramref name="NamespaceUri"/> is empty for an attribute without prefix.</summary>
public sealed record XmlAttributeNode(string Name, string NamespaceUri, string Value);

/// <summary>One element of a document read by <see cref="SafeXml"/>: immutable, names without prefix, comments dropped.</summary>
/// <param name="Name">Local name.</param>
/// <param name="Text">The element's own text and CDATA joined, without that of its children; not trimmed.</param>
/// <param name="Line">1-based line of the start tag.</param>
/// <param name="Column">1-based column of the element's name.</param>
public sealed record XmlElementNode(
    string Name,
    string NamespaceUri,
    ImmutableArray<XmlAttributeNode> Attributes,
    ImmutableArray<XmlElementNode> Children,
    string Text,
    int Line,
    int Column)
{
    /// <summary>The value of an attribute without namespace, or null.</summary>
    public string? Attribute(string name) => Attribute(name, string.Empty);

    public string? Attribute(string name, string namespaceUri) =>
        Attributes.FirstOrDefault(a => a.Name == name && a.NamespaceUri == namespaceUri)?.Value;

    /// <summary>The children with a local name, whatever their namespace, in document order.</summary>
    public IEnumerable<XmlElementNode> Elements(string name) => Children.Where(c => c.Name == name);

    /// <summary>The first child with a local name, or null.</summary>
    public XmlElementNode? Element(string name) => Children.FirstOrDefault(c => c.Name == name);

    /// <summary>This element and everything below it, in document order.</summary>
    public IEnumerable<XmlElementNode> DescendantsAndSelf()
    {
        var waiting = new Stack<XmlElementNode>([this]);
        while (waiting.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Length - 1; i >= 0; i--)
                waiting.Push(node.Children[i]);
        }
    }
}
