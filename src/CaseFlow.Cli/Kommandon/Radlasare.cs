using System.Runtime.CompilerServices;

namespace CaseFlow.Cli.Kommandon;

/// <summary>A physical line without its line break.</summary>
/// <param name="Innehall">The line; only its beginning when it is too long.</param>
internal readonly record struct Filrad(ReadOnlyMemory<byte> Innehall, bool ForLang);

/// <summary>Reads a file line by line as bytes and never keeps more of a line than it may be.</summary>
internal static class Radlasare
{
    private const int Bit = 64 * 1024;
    private const byte Radslut = (byte)'\n';
    private static readonly byte[] Bom = [0xEF, 0xBB, 0xBF];

    /// <param name="storst">Longest line in bytes, the line break not counted.</param>
    /// <returns>Every line, blank ones too, the first without its BOM. Nothing after the last line break is no line. A line is the caller's to
    /// read until the next one is asked for.</returns>
    public static async IAsyncEnumerable<Filrad> Las(Stream strom, int storst, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var (buffert, rad, forsta, forLang) = (new byte[Bit], new MemoryStream(), true, false);
        // Utöver raden ryms BOM och vagnretur, som inte hör till den.
        var plats = storst + Bom.Length + 1;
        int last;
        while ((last = await strom.ReadAsync(buffert, ct)) > 0)
        {
            var fran = 0;
            while (fran < last)
            {
                var slut = Array.IndexOf(buffert, Radslut, fran, last - fran);
                var till = slut < 0 ? last : slut;
                var ryms = Math.Min(till - fran, plats - (int)rad.Length);
                rad.Write(buffert, fran, ryms);
                forLang |= ryms < till - fran;
                fran = till + 1;
                if (slut < 0) break;
                yield return Rad(rad, forsta, forLang, storst);
                (forsta, forLang) = (false, false);
                rad.SetLength(0);
            }
        }
        var sista = Rad(rad, forsta, forLang, storst);
        if (sista.Innehall.Length > 0) yield return sista;
    }

    private static Filrad Rad(MemoryStream rad, bool forsta, bool forLang, int storst)
    {
        ReadOnlyMemory<byte> innehall = rad.GetBuffer().AsMemory(0, (int)rad.Length);
        if (forsta && innehall.Span.StartsWith(Bom)) innehall = innehall[Bom.Length..];
        if (!forLang && innehall.Span is [.., (byte)'\r']) innehall = innehall[..^1];
        return new(innehall, forLang || innehall.Length > storst);
    }
}
