namespace CaseFlow.Domain.Handlingar;

/// <summary>How a document came to be in the ärende.</summary>
public enum Handlingsslag
{
    Inkommen = 1,

    /// <summary>Drawn up here.</summary>
    Upprattad = 2,

    /// <summary>Sent from here.</summary>
    Utgaende = 3,
}

/// <summary>The codes of <see cref="Handlingsslag"/> that forms send.</summary>
public static class Handlingsslagkoder
{
    public static Handlingsslag? Tolka(string? kod) => kod switch
    {
        "inkommen" => Handlingsslag.Inkommen,
        "upprattad" => Handlingsslag.Upprattad,
        "utgaende" => Handlingsslag.Utgaende,
        _ => null,
    };

    public static string Kod(this Handlingsslag slag) => slag switch
    {
        Handlingsslag.Inkommen => "inkommen",
        Handlingsslag.Upprattad => "upprattad",
        Handlingsslag.Utgaende => "utgaende",
    };
}

/// <summary>The kinds of file that an ärende takes.</summary>
public enum Filtyp { Pdf = 1, Png = 2, Jpeg = 3, Word = 4, Excel = 5, OpenDocument = 6, Text = 7 }

public static class Filtyper
{
    /// <summary>"PDF, PNG, JPG, DOCX, XLSX, ODT, TXT".</summary>
    public const string Godtagna = "PDF, PNG, JPG, DOCX, XLSX, ODT och TXT";

    /// <summary>For a file chooser.</summary>
    public const string Andelser = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt,.txt";

    /// <summary>What a name that ends so says that the file is; null for what is not taken.</summary>
    /// <param name="andelse">Without the dot.</param>
    public static Filtyp? Tolka(string andelse) => andelse.ToUpperInvariant() switch
    {
        "PDF" => Filtyp.Pdf,
        "PNG" => Filtyp.Png,
        "JPG" or "JPEG" => Filtyp.Jpeg,
        "DOCX" => Filtyp.Word,
        "XLSX" => Filtyp.Excel,
        "ODT" => Filtyp.OpenDocument,
        "TXT" => Filtyp.Text,
        _ => null,
    };

    public static string Medietyp(this Filtyp typ) => typ switch
    {
        Filtyp.Pdf => "application/pdf",
        Filtyp.Png => "image/png",
        Filtyp.Jpeg => "image/jpeg",
        Filtyp.Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Filtyp.Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Filtyp.OpenDocument => "application/vnd.oasis.opendocument.text",
        Filtyp.Text => "text/plain; charset=utf-8",
    };
}

/// <summary>How much there may be.</summary>
public static class Handlingsgranser
{
    public const long Megabyte = 1024 * 1024;

    /// <summary>Bytes of one file.</summary>
    public const long StorstFil = 25 * Megabyte;

    /// <summary>Bytes of all the files of an ärende.</summary>
    public const long StorstIArendet = 500 * Megabyte;

    public const int FlestIArendet = 500;

    public const int LangstTitel = 200;
}
