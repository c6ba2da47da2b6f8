namespace CaseFlow.Domain.Journal;

/// <summary>How the contact was made that a note is about. Brev is e-mail too.</summary>
public enum Anteckningsslag { Telefonsamtal = 1, Hembesok = 2, Mote = 3, Brev = 4, Ovrigt = 5 }

/// <summary>What a note that points at another one has to say about it.</summary>
public enum Anteckningskoppling
{
    /// <summary>It says what is right.</summary>
    Rattelse = 1,

    /// <summary>It says what the person holds to be wrong.</summary>
    Invandning = 2,
}

/// <summary>The codes of <see cref="Anteckningsslag"/> that forms send.</summary>
public static class Anteckningsslagkoder
{
    public static Anteckningsslag? Tolka(string? kod) => kod switch
    {
        "telefonsamtal" => Anteckningsslag.Telefonsamtal,
        "hembesok" => Anteckningsslag.Hembesok,
        "mote" => Anteckningsslag.Mote,
        "brev" => Anteckningsslag.Brev,
        "ovrigt" => Anteckningsslag.Ovrigt,
        _ => null,
    };

    public static string Kod(this Anteckningsslag slag) => slag switch
    {
        Anteckningsslag.Telefonsamtal => "telefonsamtal",
        Anteckningsslag.Hembesok => "hembesok",
        Anteckningsslag.Mote => "mote",
        Anteckningsslag.Brev => "brev",
        Anteckningsslag.Ovrigt => "ovrigt",
    };
}
