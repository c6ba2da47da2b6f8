namespace CaseFlow.Domain.Beslutsfattande;

/// <summary>The codes of this room's enums, in events, forms, contracts and statistics. Stable over versions.</summary>
public static class Koder
{
    public static string Kod(this Beslutsutfall utfall) => utfall switch
    {
        Beslutsutfall.Bifall => "bifall",
        Beslutsutfall.DelvisAvslag => "delvis-avslag",
        Beslutsutfall.Avslag => "avslag",
    };

    public static string Kod(this Kommuniceringssatt satt) => satt switch
    {
        Kommuniceringssatt.Brev => "brev",
        Kommuniceringssatt.Mote => "mote",
        Kommuniceringssatt.Telefon => "telefon",
        Kommuniceringssatt.Digitalt => "digitalt",
    };

    public static string Kod(this Underrattelsesatt satt) => satt switch
    {
        Underrattelsesatt.Brev => "brev",
        Underrattelsesatt.Digitalt => "digitalt",
        Underrattelsesatt.Overlamnat => "overlamnat",
        Underrattelsesatt.MuntligtOchBrev => "muntligt-och-brev",
    };

    public static string Kod(this Aterlamningsvag vag) => vag switch
    {
        Aterlamningsvag.Forslag => "forslag",
        Aterlamningsvag.Kommunicering => "kommunicering",
    };

    public static Aterlamningsvag? TolkaAterlamningsvag(string? kod) => Tolka<Aterlamningsvag>(kod, Kod);

    public static string Kod(this Andringsgrund grund) => grund switch
    {
        Andringsgrund.VasentligtForandrat => "vasentligt-forandrat",
        Andringsgrund.Aterkallelseforbehall => "aterkallelseforbehall",
        Andringsgrund.Sakerhet => "sakerhet",
        Andringsgrund.OriktigaUppgifter => "oriktiga-uppgifter",
        Andringsgrund.TidsbegransatLoperUt => "tidsbegransat-loper-ut",
        Andringsgrund.EgenBegaran => "egen-begaran",
    };

    public static Andringsgrund? TolkaAndringsgrund(string? kod) => Tolka<Andringsgrund>(kod, Kod);

    public static Beslutsutfall? TolkaUtfall(string? kod) => Tolka<Beslutsutfall>(kod, Kod);

    public static Kommuniceringssatt? TolkaKommuniceringssatt(string? kod) => Tolka<Kommuniceringssatt>(kod, Kod);

    public static Underrattelsesatt? TolkaUnderrattelsesatt(string? kod) => Tolka<Underrattelsesatt>(kod, Kod);

    private static T? Tolka<T>(string? kod, Func<T, string> skriv)
        where T : struct, Enum
    {
        foreach (var varde in Enum.GetValues<T>())
        {
            if (string.Equals(skriv(varde), kod, StringComparison.Ordinal)) return varde;
        }

        return null;
    }
}
