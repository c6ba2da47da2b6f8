using System.Text;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Tests.Xml;

public sealed class SafeXmlTests
{
    [Fact]
    public void Ett_element_bar_namn_attribut_text_och_rad()
    {
        var root = SafeXml.Read("<a xmlns:x='urn:x'>\n  <x:b id='1' x:k='v'>t<![CDATA[<u>]]></x:b>\n</a>").Root!;

        var b = Assert.Single(root.Children);
        Assert.Equal(("b", "urn:x", "t<u>", 2), (b.Name, b.NamespaceUri, b.Text, b.Line));
        Assert.Equal(("1", "v", null), (b.Attribute("id"), b.Attribute("k", "urn:x"), b.Attribute("k")));
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "XML_DTD")]
    [InlineData("<a><b></a>", "XML_TRASIG")]
    [InlineData("<a>&x;</a>", "XML_TRASIG")]
    [InlineData("", "XML_TRASIG")]
    [InlineData("inte xml", "XML_TRASIG")]
    public void Trasigt_och_farligt_nekas_med_kod(string xml, string code)
    {
        Assert.Equal(code, SafeXml.Read(xml).Error?.Code);
        Assert.Equal(code, SafeXml.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml))).Error?.Code);
    }

    [Fact]
    public void Djup_antal_och_storlek_har_tak()
    {
        static string Deep(int n) => string.Concat(Enumerable.Repeat("<a>", n)) + string.Concat(Enumerable.Repeat("</a>", n));
        static string Many(int n) => "<r>" + string.Concat(Enumerable.Repeat("<a/>", n - 1)) + "</r>";

        Assert.NotNull(SafeXml.Read(Deep(SafeXml.MaxDepth)).Root);
        Assert.Equal("XML_FOR_DJUP", SafeXml.Read(Deep(SafeXml.MaxDepth + 1)).Error?.Code);
        Assert.NotNull(SafeXml.Read(Many(SafeXml.MaxElements)).Root);
        Assert.Equal("XML_FOR_MANGA_ELEMENT", SafeXml.Read(Many(SafeXml.MaxElements + 1)).Error?.Code);
        Assert.Equal("XML_FOR_STOR", SafeXml.Read("<a>" + new string('x', SafeXml.MaxBytes) + "</a>").Error?.Code);
        Assert.Equal("XML_FOR_STOR", SafeXml.Read(new MemoryStream(new byte[SafeXml.MaxBytes + 1])).Error?.Code);
    }

    [Fact]
    public void Felet_pekar_ut_raden()
    {
        var error = SafeXml.Read("<a>\n<b>\n</a>").Error!;
        Assert.Equal(3, error.Line);
        Assert.StartsWith("Rad 3, kolumn ", error.Message);
    }
}
