using System.Buffers.Binary;
using System.Text;
using CaseFlow.Domain.Handlingar;

namespace CaseFlow.Application.Handlingar;

/// <summary>Whether a file is what its name says, by its content, and nothing else beside: no second format in it, nothing that runs.</summary>
internal static class Filgranskning
{
    /// <summary>Bytes at either end where another format would begin or end.</summary>
    private const int Kant = 66 * 1024;

    private const int Borjan = 2048;
    private const int FlestPngDelar = 100_000;

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Cfb = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly string[] Markup = ["<!doctype", "<html", "<svg", "<script", "<?php", "<?xml", "<iframe"];

    /// <param name="innehall">From any place; read from its beginning.</param>
    /// <returns>Why the file is refused, in a sentence, or null.</returns>
    public static string? Prova(Stream innehall, Filtyp typ)
    {
        var (fore, efter) = (Las(innehall, 0, Borjan), Las(innehall, Math.Max(0, innehall.Length - Kant), Kant));
        if (fore.AsSpan().StartsWith(Cfb))
            return "Filen är låst med lösenord eller sparad i ett äldre format. Öppna den, spara den utan lösenord som DOCX, XLSX eller PDF, och försök igen.";
        var arZip = typ is Filtyp.Word or Filtyp.Excel or Filtyp.OpenDocument;
        if (!arZip && SlutarSomZip(efter)) return TvaSlag;
        if (typ is not Filtyp.Pdf && fore.AsSpan(0, Math.Min(fore.Length, 1024)).IndexOf("%PDF-"u8) >= 0) return typ is Filtyp.Text || arZip ? FelSlag : TvaSlag;
        return typ switch
        {
            Filtyp.Pdf => ArPdf(fore, efter) ? Pdfgranskning.Prova(innehall) : FelSlag,
            Filtyp.Png => fore.AsSpan().StartsWith(Png) ? Pngen(innehall) ?? Uppmarkt(fore) : FelSlag,
            Filtyp.Jpeg => ArJpeg(innehall) ? Uppmarkt(fore) : FelSlag,
            Filtyp.Word or Filtyp.Excel or Filtyp.OpenDocument => fore.AsSpan().StartsWith("PK\u0003\u0004"u8) ? Zipgranskning.Prova(innehall, typ) : FelSlag,
            Filtyp.Text => Texten(innehall),
        };
    }

    internal const string FelSlag = "Filens innehåll är inte av det slag som namnet säger. Kontrollera att du har valt rätt fil.";
    private const string TvaSlag = "Filen är två slag av fil på en gång. Spara den på nytt, eller skriv ut den till PDF, och försök igen.";

    internal static byte[] Las(Stream fran, long plats, int hogst)
    {
        fran.Position = plats;
        var buffert = new byte[(int)Math.Min(hogst, fran.Length - plats)];
        fran.ReadExactly(buffert);
        return buffert;
    }

    private static bool ArPdf(ReadOnlySpan<byte> fore, ReadOnlySpan<byte> efter) =>
        (fore.StartsWith("%PDF-1."u8) || fore.StartsWith("%PDF-2."u8)) && efter[^Math.Min(efter.Length, 1024)..].IndexOf("%%EOF"u8) >= 0;

    /// <summary>A zip ends with its directory, and after that at most a comment whose length it says.</summary>
    private static bool SlutarSomZip(ReadOnlySpan<byte> efter)
    {
        for (var i = efter.Length - 22; i >= 0; i--)
            if (efter[i..].StartsWith("PK\u0005\u0006"u8) && BinaryPrimitives.ReadUInt16LittleEndian(efter[(i + 20)..]) <= efter.Length - i - 22) return true;
        return false;
    }

    /// <summary>The parts of the picture follow one another to its end, and there the file ends.</summary>
    private static string? Pngen(Stream innehall)
    {
        var (huvud, plats) = (new byte[8], (long)Png.Length);
        for (var i = 0; i < FlestPngDelar && plats + 12 <= innehall.Length; i++)
        {
            innehall.Position = plats;
            innehall.ReadExactly(huvud);
            var langd = BinaryPrimitives.ReadUInt32BigEndian(huvud);
            var slag = huvud.AsSpan(4);
            if (i == 0 && !slag.SequenceEqual("IHDR"u8)) return FelSlag;
            plats += langd + 12L;
            if (slag.SequenceEqual("IEND"u8)) return plats == innehall.Length ? null : TvaSlag;
        }
        return FelSlag;
    }

    /// <summary>The markers before the picture itself stand as they should.</summary>
    private static bool ArJpeg(Stream innehall)
    {
        var (huvud, plats) = (new byte[4], 2L);
        if (innehall.Length < 4 || !Las(innehall, 0, 3).AsSpan().SequenceEqual((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return false;
        while (plats + 4 <= innehall.Length)
        {
            innehall.Position = plats;
            innehall.ReadExactly(huvud);
            if (huvud[0] != 0xFF) return false;
            if (huvud[1] == 0xDA) return true;
            var langd = BinaryPrimitives.ReadUInt16BigEndian(huvud.AsSpan(2));
            if (langd < 2) return false;
            plats += 2 + langd;
        }
        return false;
    }

    /// <summary>A picture whose first part a browser would take for a page.</summary>
    private static string? Uppmarkt(byte[] fore) => HarMarkup(Encoding.Latin1.GetString(fore)) ? TvaSlag : null;

    private static bool HarMarkup(string text) => Markup.Any(m => m != "<?xml" && text.Contains(m, StringComparison.OrdinalIgnoreCase));

    private static string? Texten(Stream innehall)
    {
        innehall.Position = 0;
        var (tecken, forst) = (new char[32 * 1024], true);
        using var lasare = new StreamReader(innehall, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), true, 64 * 1024, leaveOpen: true);
        try
        {
            for (var antal = lasare.ReadBlock(tecken); antal > 0; antal = lasare.ReadBlock(tecken))
            {
                // En BOM för något annat än UTF-8 byter läsarens kodning.
                if (lasare.CurrentEncoding is not UTF8Encoding) return InteUtf8;
                var text = tecken.AsSpan(0, antal);
                if (text.ContainsAnyInRange('\0', '\u0008') || text.ContainsAnyInRange('\u000E', '\u001F') || text.Contains('\u000B')) return FelSlag;
                if (forst && BorjarSomMarkup(text.TrimStart())) return FelSlag;
                forst = false;
            }
        }
        catch (DecoderFallbackException)
        {
            return InteUtf8;
        }
        return null;
    }

    private static bool BorjarSomMarkup(ReadOnlySpan<char> text)
    {
        foreach (var m in Markup)
            if (text.StartsWith(m, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private const string InteUtf8 = "Textfilen är inte sparad som UTF-8, så å, ä och ö kan bli fel. Spara den som UTF-8 eller PDF och försök igen.";
}
