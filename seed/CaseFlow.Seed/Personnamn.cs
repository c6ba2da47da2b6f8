using System.Globalization;
using Bogus;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Seed;

/// <summary>Names that people of that age may have.</summary>
internal sealed class Personnamn
{
    private static readonly string[] Kvinnor =
    [
        "Märta", "Ingegerd", "Birgitta", "Gunvor", "Aino", "Kerstin", "Margit", "Solveig", "Inga-Lill", "Elsa", "Ulla-Britt", "Siv", "Barbro", "Anna-Lisa",
        "Berit", "Gun", "Maj-Britt", "Astrid", "Rut", "Sonja", "Vera", "Dagny", "Karin", "Monica", "Lilian", "Harriet", "Yvonne", "Marianne",
    ];

    private static readonly string[] Man =
    [
        "Birger", "Tore", "Sven-Olof", "Väinö", "Arne", "Karl-Erik", "Rune", "Bertil", "Gösta", "Åke", "Lennart", "Stig", "Hans", "Ingvar", "Olle", "Rolf",
        "Kurt", "Börje", "Sixten", "Evert", "Torsten", "Göran", "Harry", "Nils-Erik",
    ];

    private readonly Randomizer _slump;
    private readonly Faker _faker;

    public Personnamn(Randomizer slump) => (_slump, _faker) = (slump, new Faker("sv") { Random = slump });

    public static string[] Fornamn(Kon kon) => kon == Kon.Kvinna ? Kvinnor : Man;

    public string Nasta()
    {
        var (fornamn, efternamn) = Nasta(_slump.Bool() ? Kon.Kvinna : Kon.Man);
        return $"{fornamn} {efternamn}";
    }

    public (string Fornamn, string Efternamn) Nasta(Kon kon) => (_slump.ArrayElement(Fornamn(kon)), _faker.Name.LastName());
}

/// <summary>Personnummer that the population register keeps for tests: individnummer 980-999. No living person has one.</summary>
internal static class Testnummer
{
    public const int Forsta = 980;
    public const int Sista = 999;

    /// <summary>Twelve digits, with the check digit.</summary>
    public static string For(DateOnly fodd, int individ)
    {
        var nio = string.Create(CultureInfo.InvariantCulture, $"{fodd:yyMMdd}{individ}");
        return string.Create(CultureInfo.InvariantCulture, $"{fodd:yyyyMMdd}{individ}{Kontrollsiffra(nio)}");
    }

    /// <summary>Weights 2,1,2,1... and the digit sums of the products.</summary>
    private static int Kontrollsiffra(string nio)
    {
        var summa = nio.Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(p => p / 10 + p % 10);
        return (10 - summa % 10) % 10;
    }
}
