using System.Globalization;
using System.Text;

namespace CaseFlow.Domain.Handlingar;

/// <summary>The name of a file that someone sends: refused when it tries to deceive, cleaned of what is only untidy.</summary>
public static class Handlingsnamn
{
    /// <summary>Characters, with the ending.</summary>
    private const int Langst = 120;

    /// <summary>Endings of what runs, or of documents that run something, wherever in the name they stand.</summary>
    private static readonly HashSet<string> Farliga = new(StringComparer.OrdinalIgnoreCase)
    {
        "exe", "com", "scr", "pif", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "wsh", "hta", "msi", "msp", "cpl", "dll", "jar", "lnk", "url", "reg", "iso", "img",
        "vhd", "html", "htm", "xhtml", "svg", "php", "asp", "aspx", "sh", "app", "dmg", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "one", "chm", "zip", "rar", "7z",
    };

    /// <returns>The name to keep and what its ending says that the file is, or why it is refused (a fault at <c>fil</c>).</returns>
    public static Result<(string Namn, Filtyp Typ)> Tolka(string? skickat)
    {
        var namn = (skickat ?? "").Normalize(NormalizationForm.FormC).Trim();
        if (namn.Length == 0) return Fel("Filen saknar namn. Ge den ett namn som slutar på det slag av fil den är.");
        if (namn.IndexOfAny(['/', '\\']) >= 0) return Fel("Filens namn ser ut som en sökväg. Byt namn på filen och försök igen.");
        if (namn.EnumerateRunes().Any(Vilseleder)) return Fel("Filens namn innehåller tecken som inte syns och som kan dölja vad filen är. Byt namn på filen och försök igen.");
        var delar = namn.Split('.', StringSplitOptions.TrimEntries);
        if (delar.Length < 2 || Filtyper.Tolka(delar[^1]) is not { } typ) return Fel($"Det slaget av fil tas inte emot. Det går att lägga in {Filtyper.Godtagna}.");
        if (delar[..^1].Skip(1).Any(Farliga.Contains)) return Fel("Filens namn säger att den är två slag av fil. Byt namn på filen om innehållet är rätt, och försök igen.");
        var andelse = delar[^1].ToUpperInvariant().Equals("JPEG", StringComparison.Ordinal) ? "jpeg" : Andelse(typ);
        var stam = string.Join(' ', namn[..namn.LastIndexOf('.')].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        // Tecken som ett filsystem inte tar.
        stam = string.Concat(stam.Select(c => ":*?\"<>|".Contains(c, StringComparison.Ordinal) ? '-' : c)).Trim('.', ' ');
        if (stam.Length == 0) return Fel("Filen saknar namn. Ge den ett namn som slutar på det slag av fil den är.");
        return (Kapat(stam, Langst - andelse.Length - 1) + "." + andelse, typ);
    }

    private static string Andelse(Filtyp typ) => typ switch
    {
        Filtyp.Pdf => "pdf",
        Filtyp.Png => "png",
        Filtyp.Jpeg => "jpg",
        Filtyp.Word => "docx",
        Filtyp.Excel => "xlsx",
        Filtyp.OpenDocument => "odt",
        Filtyp.Text => "txt",
    };

    /// <summary>Control characters, and those that turn the direction of the text or are not seen.</summary>
    private static bool Vilseleder(Rune tecken) => Rune.GetUnicodeCategory(tecken) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || tecken == Rune.ReplacementChar;

    /// <summary>Never in the middle of a character.</summary>
    private static string Kapat(string text, int langst)
    {
        if (text.Length <= langst) return text;
        return text[..(char.IsHighSurrogate(text[langst - 1]) ? langst - 1 : langst)].TrimEnd();
    }

    private static Error Fel(string text) => Error.Invalid(new FieldError("fil", text));
}
