using System.Text;

namespace CaseFlow.Cli;

/// <summary>Reads the files that someone names on the command line.</summary>
internal static class Filer
{
    private static readonly UTF8Encoding Strikt = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a fault is one of the file rather than of the program.</summary>
    public static bool ArFilfel(Exception fel) => fel is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>Why a file could not be opened, in words.</summary>
    public static string Orsak(string fil, Exception fel) => fel switch
    {
        _ when Directory.Exists(fil) => "Det är en mapp, inte en fil.",
        FileNotFoundException or DirectoryNotFoundException => "Filen finns inte.",
        UnauthorizedAccessException => "Filen får inte öppnas.",
        _ => "Filen går inte att öppna.",
    };

    /// <summary>A text file, read no further than a size.</summary>
    /// <param name="storst">Bytes.</param>
    /// <returns>The text, or why there is none.</returns>
    public static async Task<(string? Text, string? Fel)> Las(string fil, int storst, CancellationToken ct)
    {
        try
        {
            await using var strom = File.OpenRead(fil);
            var buffert = new byte[storst + 1];
            var last = await strom.ReadAtLeastAsync(buffert, buffert.Length, throwOnEndOfStream: false, ct);
            if (last > storst) return (null, $"Filen är större än {storst / (1024 * 1024)} MB.");
            using var text = new StreamReader(new MemoryStream(buffert, 0, last), Strikt, detectEncodingFromByteOrderMarks: true);
            return (await text.ReadToEndAsync(ct), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, "Filen är inte UTF-8. Spara den med den teckenkodningen.");
        }
        catch (Exception fel) when (ArFilfel(fel))
        {
            return (null, Orsak(fil, fel));
        }
    }
}
