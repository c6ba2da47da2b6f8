namespace CaseFlow.Seed.Texter;

/// <summary>Those who carry out the insatser, all invented: the city's own regi and private ones.</summary>
internal static class Utforare
{
    public static readonly string[] Hemtjanst =
    [
        "Skarpnäcks hemtjänst (egen regi)", "Bergsrådets hemtjänst (egen regi)", "Solbackens hemtjänst", "Björkens hemtjänst", "Enskedalens omsorg", "Linnea Hemomsorg",
        "Trygga Stunder i Söderort",
    ];

    private static readonly string[] Boenden =
        ["Hammarbyhöjdens vård- och omsorgsboende (egen regi)", "Skarpnäcks servicehus (egen regi)", "Boendet Linden", "Boendet Eken", "Vårdhemmet Syrenen"];

    private static readonly string[] Korttid = ["Korttidsenheten Hasseln (egen regi)", "Korttidsboendet Rönnen"];
    private static readonly string[] Dagverksamhet = ["Dagverksamheten Ljungen (egen regi)", "Dagverksamheten Videt"];
    private static readonly string[] Larm = ["Larmcentralen Söder"];
    private static readonly string[] Mat = ["Köket Kastanjen (egen regi)", "Brickan Matservice"];
    private static readonly string[] Resor = ["Resetjänsten, färdtjänstens beställningscentral"];
    private static readonly string[] Stadsdelen = ["Stadsdelsförvaltningens ekonomienhet (egen regi)"];

    public static string[] For(string insatstyp) => insatstyp switch
    {
        "vard-och-omsorgsboende" or "servicehus" => Boenden,
        "korttidsboende" or "vaxelvard" => Korttid,
        "dagverksamhet" => Dagverksamhet,
        "trygghetslarm" => Larm,
        "matdistribution" => Mat,
        "fardtjanst" or "riksfardtjanst" => Resor,
        "hemvardsbidrag" or "kbf" => Stadsdelen,
        _ => Hemtjanst,
    };
}
