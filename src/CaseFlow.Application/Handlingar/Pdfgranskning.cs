using System.IO.Compression;
using CaseFlow.Domain.Handlingar;

namespace CaseFlow.Application.Handlingar;

/// <summary>A PDF runs nothing, opens nothing by itself and carries no other file. The names that say so are looked for wherever they stand, also written
/// with <c>#xx</c>, and in the compressed streams that hold objects.</summary>
/// <remarks>Seen: every byte of the file, and every object stream packed with Flate alone. An object stream packed in any other way, or encrypted, is
/// refused. Not seen: what a viewer would find by guessing past a broken file, and contents of the streams that are pictures, fonts and page text.</remarks>
internal static class Pdfgranskning
{
    private const int StorstUppackat = (int)(100 * Handlingsgranser.Megabyte);
    private const int FlestObjektstrommar = 20_000;

    private static readonly HashSet<string> Kor = new(StringComparer.Ordinal) { "JavaScript", "Launch", "RichMedia", "Rendition", "XFA" };
    private static readonly HashSet<string> Bifogar = new(StringComparer.Ordinal) { "EmbeddedFiles", "EmbeddedFile", "FileAttachment" };
    private static readonly HashSet<string> VidOppning = new(StringComparer.Ordinal) { "URI", "SubmitForm", "ImportData", "GoToR", "GoToE", "Movie", "Sound" };
    private static readonly HashSet<string> Objektstrom = new(StringComparer.Ordinal) { "ObjStm", "First" };
    private static readonly HashSet<string> Filter = new(StringComparer.Ordinal) { "Filter" };
    private static readonly HashSet<string> AndraFilter = new(StringComparer.Ordinal)
    {
        "LZWDecode", "LZW", "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "RunLengthDecode", "RL", "Crypt", "DCTDecode", "JPXDecode", "Predictor",
    };

    /// <param name="innehall">No larger than the store receives (25 MB).</param>
    /// <returns>Why the file is refused, in a sentence, or null.</returns>
    public static string? Prova(Stream innehall)
    {
        var data = Filgranskning.Las(innehall, 0, int.MaxValue);
        if (Namnen(data) is { } fel) return fel;
        var objekt = new List<byte[]>();
        if (Strommar(data, objekt) is { } packat) return packat;
        var oppnas = Pdfnamn.Oppnas(data);
        foreach (var strom in objekt) oppnas.UnionWith(Pdfnamn.Oppnas(strom));
        return oppnas.Count > 0 && (Pdfnamn.Objekt(data, oppnas, VidOppning) || objekt.Exists(s => Pdfnamn.Packade(s, oppnas, VidOppning))) ? Startar : null;
    }

    private static string? Namnen(ReadOnlySpan<byte> data) =>
        Pdfnamn.Finns(data, Kor, utanLankar: true) || Pdfnamn.OppnarDirekt(data, VidOppning) ? Startar : Pdfnamn.Finns(data, Bifogar, utanLankar: true) ? Bifogat : null;

    /// <summary>Unpacks the streams that hold objects and looks for the names in them.</summary>
    private static string? Strommar(byte[] data, List<byte[]> objekt)
    {
        var (kvar, forra) = (StorstUppackat, 0);
        for (var plats = Nasta(data, 0); plats >= 0; plats = Nasta(data, plats + 6))
        {
            var ordet = data.AsSpan(forra..plats);
            // Objektets egen ordlista börjar efter dess huvud; allt sedan förra strömmen prövas också, så att ett "obj" i en text inte gömmer den.
            var egen = ordet[Math.Max(0, ordet.LastIndexOf("obj"u8))..];
            var saker = Pdfnamn.Finns(egen, Objektstrom);
            forra = plats + 6;
            if (!saker && !Pdfnamn.Finns(ordet, Objektstrom)) continue;
            if (saker && !Pdfnamn.Finns(egen, Filter)) continue;
            if (saker && Pdfnamn.Finns(egen, AndraFilter)) return InteGranskad;
            if (objekt.Count >= FlestObjektstrommar) return Zipgranskning.ForStor;
            if (PackaUpp(data, forra, kvar, out var forStor) is not { } uppackat)
            {
                if (forStor) return Zipgranskning.ForStor;
                if (saker) return InteGranskad;
                continue;
            }
            kvar -= uppackat.Length;
            if (Namnen(uppackat) is { } fel) return fel;
            objekt.Add(uppackat);
        }
        return null;
    }

    /// <summary>The next place where a stream begins, or -1.</summary>
    private static int Nasta(ReadOnlySpan<byte> data, int fran)
    {
        for (var plats = fran; plats < data.Length;)
        {
            var nasta = data[plats..].IndexOf("stream"u8);
            if (nasta < 0) return -1;
            plats += nasta;
            if (plats + 6 < data.Length && data[plats + 6] is (byte)'\r' or (byte)'\n' or (byte)' ' && !data[..plats].EndsWith("end"u8)) return plats;
            plats += 6;
        }
        return -1;
    }

    /// <returns>What the stream holds, or null when it is not packed with Flate or is larger than what is left.</returns>
    private static byte[]? PackaUpp(byte[] data, int fran, int hogst, out bool forStor)
    {
        forStor = false;
        while (fran < data.Length && data[fran] is (byte)' ' or (byte)'\r') fran++;
        if (fran < data.Length && data[fran] == '\n') fran++;
        using var ut = new MemoryStream();
        try
        {
            using var flate = new ZLibStream(new MemoryStream(data, fran, data.Length - fran, writable: false), CompressionMode.Decompress);
            var buffert = new byte[32 * 1024];
            for (var antal = flate.Read(buffert); antal > 0; antal = flate.Read(buffert))
            {
                ut.Write(buffert, 0, antal);
                if (ut.Length <= hogst) continue;
                forStor = true;
                return null;
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }
        return ut.Length == 0 ? null : ut.ToArray();
    }

    private const string Startar = "PDF-filen innehåller skript eller något som startar när den öppnas, och sådana tas inte emot. Skriv ut den till PDF på nytt och försök igen.";
    private const string Bifogat = "PDF-filen har en annan fil inuti sig. Spara den filen för sig, skriv ut den här till PDF på nytt, och försök igen.";
    private const string InteGranskad = "PDF-filen är låst eller packad så att den inte går att granska. Skriv ut den till PDF på nytt och försök igen.";
}
