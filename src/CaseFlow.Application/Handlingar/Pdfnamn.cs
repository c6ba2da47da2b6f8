using System.Buffers;
using System.Globalization;
using System.Text;

namespace CaseFlow.Application.Handlingar;

/// <summary>Names (<c>/OpenAction</c>) and objects (<c>12 0 obj</c>) in the bytes of a PDF. Each is one pass over the bytes.</summary>
// ISO 32000-1 7.2.2 (tecken), 7.3.5 (namn), 7.5.7 (objektströmmar).
internal static class Pdfnamn
{
    private const int LangstNamn = 32;
    private const int LangstLank = 512;

    /// <summary>How much of an action's dictionary is read.</summary>
    private const int LangstAtgard = 4096;

    private const int FlestOppningar = 64;
    private static readonly SearchValues<byte> Lankslut = SearchValues.Create(" \t\r\n\f\0()<>[]{}"u8);
    private static readonly HashSet<string> Oppning = new(StringComparer.Ordinal) { "OpenAction" };

    /// <param name="utanLankar">A name that is part of an address, <c>(https://exempel.se/JavaScript)</c>, is none.</param>
    public static bool Finns(ReadOnlySpan<byte> data, HashSet<string> namn, bool utanLankar = false)
    {
        for (var plats = 0; Nasta(data, plats, namn) is ({ } borjan, var slut); plats = slut)
            if (!utanLankar || !ArLank(data[..borjan])) return true;
        return false;
    }

    /// <summary>What is done when the document is opened stands there at once and is one of these.</summary>
    public static bool OppnarDirekt(ReadOnlySpan<byte> data, HashSet<string> atgarder)
    {
        for (var plats = 0; Nasta(data, plats, Oppning) is ({ }, var slut); plats = slut)
            if (Finns(Ordlista(data[slut..]), atgarder)) return true;
        return false;
    }

    /// <summary>The numbers of the objects that say what is done when the document is opened.</summary>
    public static HashSet<int> Oppnas(ReadOnlySpan<byte> data)
    {
        var nummer = new HashSet<int>();
        for (var plats = 0; nummer.Count < FlestOppningar && Nasta(data, plats, Oppning) is ({ }, var slut); plats = slut)
            if (Tal(data[slut..], out _) is { } tal) nummer.Add(tal);
        return nummer;
    }

    /// <summary>One of the objects with these numbers, where they stand in the file, has one of the names.</summary>
    public static bool Objekt(ReadOnlySpan<byte> data, HashSet<int> nummer, HashSet<string> namn)
    {
        for (var plats = data.IndexOf("obj"u8); plats >= 0;)
        {
            var generation = data[..plats].TrimEnd(Blankt);
            var fore = generation.TrimEnd("0123456789"u8);
            var tal = fore.TrimEnd(Blankt);
            if (fore.Length < generation.Length && Tal(data[tal.TrimEnd("0123456789"u8).Length..tal.Length], out _) is { } nr && nummer.Contains(nr) && Finns(Ordlista(data[(plats + 3)..]), namn)) return true;
            var nasta = data[(plats + 3)..].IndexOf("obj"u8);
            plats = nasta < 0 ? -1 : plats + 3 + nasta;
        }
        return false;
    }

    /// <summary>As <see cref="Objekt"/>, in an object stream: it begins with pairs of number and place.</summary>
    public static bool Packade(ReadOnlySpan<byte> strom, HashSet<int> nummer, HashSet<string> namn)
    {
        var (platser, plats, forst) = (new List<int>(), 0, -1);
        while (Tal(strom[plats..], out var efter) is { } nr && Tal(strom[(plats + efter)..], out var sedan) is { } offset)
        {
            if (forst < 0) forst = offset;
            if (nummer.Contains(nr) && platser.Count < FlestOppningar) platser.Add(offset - forst);
            plats += efter + sedan;
        }
        foreach (var offset in platser)
            if (offset >= 0 && offset < strom.Length - plats && Finns(Ordlista(strom[(plats + offset)..]), namn)) return true;
        return false;
    }

    private static ReadOnlySpan<byte> Blankt => " \t\r\n\f\0"u8;

    /// <summary>The dictionary that begins here, to its end; empty when it is something else.</summary>
    private static ReadOnlySpan<byte> Ordlista(ReadOnlySpan<byte> fran)
    {
        var text = fran[..Math.Min(fran.Length, LangstAtgard)].TrimStart(Blankt);
        if (!text.StartsWith("<<"u8)) return [];
        var djup = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var par = text.Slice(i, 2);
            if (par.SequenceEqual("<<"u8)) (djup, i) = (djup + 1, i + 1);
            else if (par.SequenceEqual(">>"u8)) (djup, i) = (djup - 1, i + 1);
            if (djup == 0) return text[..(i + 1)];
        }
        return text;
    }

    /// <returns>A whole number that begins here after blanks, and where it ends; null when none does.</returns>
    private static int? Tal(ReadOnlySpan<byte> data, out int slut)
    {
        var borjan = 0;
        while (borjan < data.Length && Blankt.Contains(data[borjan])) borjan++;
        slut = borjan;
        while (slut < data.Length && slut - borjan < 9 && char.IsAsciiDigit((char)data[slut])) slut++;
        return slut > borjan ? int.Parse(data[borjan..slut], NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The next of the names: where it begins, null when there is none, and where it ends. <c>#4A</c> is J.</summary>
    private static (int? Borjan, int Slut) Nasta(ReadOnlySpan<byte> data, int fran, HashSet<string> namn)
    {
        var tecken = new StringBuilder(LangstNamn);
        for (var plats = fran; plats < data.Length;)
        {
            var snedstreck = data[plats..].IndexOf((byte)'/');
            if (snedstreck < 0) break;
            var borjan = plats + snedstreck;
            var i = borjan + 1;
            tecken.Clear();
            while (i < data.Length && tecken.Length < LangstNamn && !ArSkiljetecken(data[i]))
            {
                if (data[i] == '#' && i + 2 < data.Length && char.IsAsciiHexDigit((char)data[i + 1]) && char.IsAsciiHexDigit((char)data[i + 2]))
                {
                    tecken.Append((char)int.Parse(data.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    i += 3;
                }
                else tecken.Append((char)data[i++]);
            }
            if (tecken.Length >= 3 && namn.Contains(tecken.ToString())) return (borjan, i);
            plats = i;
        }
        return (null, data.Length);
    }

    private static bool ArSkiljetecken(byte b) => Blankt.Contains(b) || "()<>[]{}/%"u8.Contains(b);

    /// <summary>What stands before the slash is the beginning of an address in a text: <c>(https://…</c> with nothing that ends the text or begins something else.</summary>
    private static bool ArLank(ReadOnlySpan<byte> fore)
    {
        var bit = fore[Math.Max(0, fore.Length - LangstLank)..];
        var borjan = bit.LastIndexOfAny(Lankslut);
        return borjan >= 0 && bit[borjan] == '(' && (bit[(borjan + 1)..].StartsWith("https://"u8) || bit[(borjan + 1)..].StartsWith("http://"u8));
    }
}
