using System.IO.Compression;
using System.Text;

namespace CaseFlow.Testing;

/// <summary>Files to send: those that are what they say, and those that are made to deceive.</summary>
public static class Provfil
{
    public static byte[] Pdf(string text = "Prov") => Utf8($"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n% {text}\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");

    /// <summary>A PDF with these objects, numbered from 2, and a catalog that says more.</summary>
    public static byte[] PdfMed(string katalog, params byte[][] objekt)
    {
        using var ut = new MemoryStream();
        ut.Write(Utf8($"%PDF-1.7\n1 0 obj<</Type/Catalog{katalog}>>endobj\n"));
        foreach (var (i, innehall) in objekt.Index())
        {
            ut.Write(Utf8($"{i + 2} 0 obj\n"));
            ut.Write(innehall);
            ut.Write("\nendobj\n"u8);
        }
        ut.Write("trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"u8);
        return ut.ToArray();
    }

    /// <summary>A stream packed with Flate.</summary>
    /// <param name="ordlista">What its dictionary says, but for the filter.</param>
    public static byte[] Packad(string ordlista, string innehall, string filter = "/Filter/FlateDecode")
    {
        using var packat = new MemoryStream();
        using (var flate = new ZLibStream(packat, CompressionLevel.Optimal, leaveOpen: true)) flate.Write(Utf8(innehall));
        return [.. Utf8($"<<{ordlista}{filter}/Length {packat.Length}>>stream\r\n"), .. packat.ToArray(), .. "\nendstream"u8];
    }

    public static byte[] Png(byte[]? efter = null, string slag = "IHDR") =>
        [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 2, .. Utf8(slag), 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82, .. efter ?? []];

    public static byte[] Jpeg(string kommentar = "prov", byte[]? efter = null)
    {
        var text = Utf8(kommentar);
        return [0xFF, 0xD8, 0xFF, 0xFE, (byte)((text.Length + 2) >> 8), (byte)(text.Length + 2), .. text, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9, .. efter ?? []];
    }

    public static byte[] Text(string text = "Hej på dig, åäö.\r\n") => Utf8(text);

    /// <param name="fler">More parts, by name.</param>
    public static byte[] Word(params (string Namn, byte[] Innehall)[] fler) => Office("word/document.xml", "wordprocessingml.document.main+xml", fler);

    public static byte[] Excel(params (string Namn, byte[] Innehall)[] fler) => Office("xl/workbook.xml", "spreadsheetml.sheet.main+xml", fler);

    public static byte[] Odt(params (string Namn, byte[] Innehall)[] fler) => Zip(
    [
        ("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("content.xml", "<office/>"u8.ToArray()), ("META-INF/manifest.xml", "<manifest/>"u8.ToArray()), .. fler,
    ]);

    public static byte[] Office(string rot, string huvudtyp, (string Namn, byte[] Innehall)[] fler, string fortyp = "application/vnd.openxmlformats-officedocument.") => Zip(
    [
        ("[Content_Types].xml", Utf8($"""<?xml version="1.0"?><Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{rot}" ContentType="{fortyp}{huvudtyp}"/></Types>""")),
        (rot, "<dokument/>"u8.ToArray()), .. fler,
    ]);

    public static byte[] Zip(params (string Namn, byte[] Innehall)[] delar)
    {
        using var ut = new MemoryStream();
        using (var arkiv = new ZipArchive(ut, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (namn, innehall) in delar)
            {
                using var del = arkiv.CreateEntry(namn, CompressionLevel.Fastest).Open();
                del.Write(innehall);
            }
        return ut.ToArray();
    }

    /// <summary>Small to send, larger than a disk should take.</summary>
    public static byte[] Bomb() => Word(("word/media/bild.xml", new byte[40 * 1024 * 1024]));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
