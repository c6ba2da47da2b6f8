namespace CaseFlow.Cli.Kommandon;

/// <summary>Reads a file line by line as bytes and never keeps more of a line than it may be.</summary>
internal static class Radlasare
{
    private const int Bit = 64 * 1024;
    private const byte Radslut = (byte)'\n';
    private static readonly byte[] Bom = [0xEF, 0xBB, 0xBF];

    /// <param name="storst">Longest line in bytes, the line break not counted.</param>
    /// <returns>Each line without its line break (and the first without its BOM); null for one that is too long. Nothing after the last line break is no line.</returns>
    public static async IAsyncEnumerable<byte[]?> Las(
        Stream strom, int storst, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        var (buffert, rad, forLang, forsta) = (new byte[Bit], new MemoryStream(), false, true);
        int last;
        while ((last = await strom.ReadAsync(buffert, ct)) > 0)
        {
            for (var fran = 0; fran < last;)
            {
                var slut = Array.IndexOf(buffert, Radslut, fran, last - fran);
                var till = slut < 0 ? last : slut;
                // En rad till byte får rymmas: ett vagnretursteg hör till radbrytningen.
                if (!forLang && rad.Length + till - fran <= storst + 1) rad.Write(buffert, fran, till - fran);
                else forLang = true;
                fran = till + 1;
                if (slut < 0) break;
                yield return Rad(rad, forLang, forsta, storst);
                (forLang, forsta) = (false, false);
                rad.SetLength(0);
            }
        }
        if (rad.Length > 0 || forLang) yield return Rad(rad, forLang, forsta, storst);
    }

    private static byte[]? Rad(MemoryStream rad, bool forLang, bool forsta, int storst)
    {
        if (forLang) return null;
        ReadOnlySpan<byte> bytes = rad.GetBuffer().AsSpan(0, (int)rad.Length);
        if (forsta && bytes.StartsWith(Bom)) bytes = bytes[Bom.Length..];
        if (bytes is [.., (byte)'\r']) bytes = bytes[..^1];
        return bytes.Length <= storst ? bytes.ToArray() : null;
    }
}
