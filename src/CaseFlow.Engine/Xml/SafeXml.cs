using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;

namespace CaseFlow.Engine.Xml;

/// <summary>Why a document was refused.</summary>
/// <param name="Code">XML_TRASIG, XML_DTD, XML_FOR_STOR, XML_FOR_DJUP, XML_FOR_MANGA_ELEMENT or XML_FOR_MANGA_ATTRIBUT.</param>
/// <param name="Message">A Swedish sentence with line and column.</param>
/// <param name="Line">1-based; 0 when the place is not known.</param>
public sealed record SafeXmlError(string Code, string Message, int Line, int Column);

/// <summary>Exactly one of <see cref="Root"/> and <see cref="Error"/> is set.</summary>
public sealed record SafeXmlResult(XmlElementNode? Root, SafeXmlError? Error);

/// <summary>Reads XML that someone uploaded: no DTD, nothing fetched, at most 1 MB, 64 levels, 20 000 elements and 100 attributes on one.</summary>
public static class SafeXml
{
    public const int MaxBytes = 1024 * 1024;
    public const int MaxDepth = 64;
    public const int MaxElements = 20_000;
    public const int MaxAttributes = 100;

    /// <summary>Reads a document held as text. Never throws on the document's content.</summary>
    public static SafeXmlResult Read(string xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        if (xml.Length > MaxBytes || Encoding.UTF8.GetByteCount(xml) > MaxBytes) return TooLarge();
        using var text = new StringReader(xml);
        using var reader = XmlReader.Create(text, Settings());
        return Read(reader, () => xml.Contains("<!DOCTYPE", StringComparison.Ordinal));
    }

    /// <summary>Reads at most 1 MB from the stream; the encoding is the document's own. I/O errors of the stream are thrown.</summary>
    public static SafeXmlResult Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var copy = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > MaxBytes) return TooLarge();
        }

        copy.Position = 0;
        using var reader = XmlReader.Create(copy, Settings());
        return Read(reader, () => copy.ToArray().AsSpan().IndexOf("<!DOCTYPE"u8) >= 0);
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static SafeXmlResult Read(XmlReader reader, Func<bool> hasDoctype)
    {
        var open = new Stack<Builder>();
        var elements = 0;
        XmlElementNode? root = null;
        try
        {
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        if (++elements > MaxElements)
                            return Refuse(reader, "XML_FOR_MANGA_ELEMENT", $"Filen har fler än {MaxElements} element.");
                        if (open.Count >= MaxDepth)
                            return Refuse(reader, "XML_FOR_DJUP", $"Filen är nästlad djupare än {MaxDepth} nivåer.");
                        if (reader.AttributeCount > MaxAttributes)
                            return Refuse(reader, "XML_FOR_MANGA_ATTRIBUT", $"Elementet har fler än {MaxAttributes} attribut.");
                        var isEmpty = reader.IsEmptyElement;
                        open.Push(new Builder(reader));
                        if (isEmpty) Close();
                        break;
                    case XmlNodeType.EndElement:
                        Close();
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                        if (open.TryPeek(out var current)) current.Text.Append(reader.Value);
                        break;
                }
            }
        }
        catch (XmlException broken)
        {
            return root is null && open.Count == 0 && hasDoctype()
                ? Refuse("XML_DTD", "En dokumenttyp (DTD) är inte tillåten.", broken.LineNumber, broken.LinePosition)
                : Refuse("XML_TRASIG", "Filen är inte giltig XML.", broken.LineNumber, broken.LinePosition);
        }
        catch (DecoderFallbackException)
        {
            return Refuse("XML_TRASIG", "Filen har tecken som inte stämmer med dess teckenkodning.", 0, 0);
        }

        return root is null ? Refuse("XML_TRASIG", "Filen är tom.", 0, 0) : new(root, null);

        void Close()
        {
            var node = open.Pop().Build();
            if (open.TryPeek(out var parent)) parent.Children.Add(node);
            else root = node;
        }
    }

    private static SafeXmlResult TooLarge() => Refuse("XML_FOR_STOR", "Filen är större än 1 MB.", 0, 0);

    private static SafeXmlResult Refuse(XmlReader reader, string code, string message)
    {
        var place = (IXmlLineInfo)reader;
        return Refuse(code, message, place.LineNumber, place.LinePosition);
    }

    private static SafeXmlResult Refuse(string code, string message, int line, int column) =>
        new(null, new(code, line > 0 ? string.Create(CultureInfo.InvariantCulture, $"Rad {line}, kolumn {column}: {message}") : message, line, column));

    private sealed class Builder
    {
        private readonly string _name;
        private readonly string _namespace;
        private readonly int _line;
        private readonly int _column;
        private readonly ImmutableArray<XmlAttributeNode> _attributes;

        public Builder(XmlReader reader)
        {
            (_name, _namespace) = (reader.LocalName, reader.NamespaceURI);
            (_line, _column) = (((IXmlLineInfo)reader).LineNumber, ((IXmlLineInfo)reader).LinePosition);
            var attributes = ImmutableArray.CreateBuilder<XmlAttributeNode>(reader.AttributeCount);
            while (reader.MoveToNextAttribute())
            {
                var isDeclaration = reader.Prefix == "xmlns" || (reader.Prefix.Length == 0 && reader.LocalName == "xmlns");
                if (!isDeclaration) attributes.Add(new(reader.LocalName, reader.NamespaceURI, reader.Value));
            }

            _attributes = attributes.ToImmutable();
        }

        public List<XmlElementNode> Children { get; } = [];

        public StringBuilder Text { get; } = new();

        public XmlElementNode Build() => new(_name, _namespace, _attributes, [.. Children], Text.ToString(), _line, _column);
    }
}
