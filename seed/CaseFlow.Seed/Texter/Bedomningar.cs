namespace CaseFlow.Seed.Texter;

/// <summary>The assessment, and the reasons of a beslut, with the words of <see cref="Fras"/>.</summary>
internal static class Bedomningar
{
    public static readonly string[] Inledningar =
    [
        "{Hon} bor ensam i en tvårumslägenhet och har klarat sig själv fram till i år.",
        "{Hon} bor tillsammans med sin {make}, som har gett det mesta av hjälpen.",
        "{Hon} har nyligen kommit hem efter en tid på sjukhus och är svagare än tidigare.",
        "{Hon} har en fortskridande sjukdom och behoven har ökat steg för steg.",
        "{Hon} är i grunden frisk men ålder och nedsatt ork gör vardagen tung.",
        "{Hon} har nedsatt syn och hörsel, vilket påverkar det mesta i vardagen.",
    ];

    public static readonly string[] Slutsatser =
    [
        "Behovet kan inte tillgodoses på annat sätt. {Insats} bedöms ge {henne} skäliga levnadsförhållanden och stärka {hennes} möjlighet att leva självständigt.",
        "{Hon} kan och vill göra mycket själv. Stödet bör därför inriktas på det som inte går, så att {hon} behåller det som fungerar.",
        "Risken att falla är det som väger tyngst. Med {insats} kan {hon} bo kvar på ett tryggt sätt.",
        "Utan stöd finns risk att {hon} inte får i sig tillräckligt med mat och att ensamheten ökar.",
        "De närstående har gett omfattande hjälp och kan inte fortsätta i samma utsträckning. {Hennes} eget önskemål är att bo kvar hemma.",
        "Behoven är delvis tillgodosedda genom det {hon} redan har. Det som återstår motiverar en del av det som söks.",
    ];

    public static readonly string[] Faktorer =
    [
        "Hjärtsvikt och artros i knän och händer. Synen är nedsatt trots glasögon.",
        "Typ 2-diabetes, kostbehandlad. Hissen i huset är trång för rullstol.",
        "Parkinsons sjukdom sedan sex år. Bostaden är anpassad med dusch i stället för badkar.",
        "Genomgången stroke med svaghet i höger sida. Rehabilitering avslutad i somras.",
        "Begynnande demenssjukdom, utredd vid minnesmottagningen. Personen har berättat om diagnosen själv.",
        "Kol och nedsatt ork. Tre trappor utan hiss.",
        "Inga kända sjukdomar av betydelse. Bor nära affär och vårdcentral.",
    ];

    public static readonly string[] Barn =
    [
        "Ett barnbarn, tretton år, bor i hemmet. Barnet har fått berätta hur vardagen är och säger att det vill fortsätta hjälpa till lite, men inte på nätterna. Stödet läggs så att barnet inte behöver ta ansvar.",
        "Två barnbarn bor tillfälligt i hemmet med sin mamma. De påverkas inte av insatsen enligt mamman och enligt det äldre barnet själv.",
    ];

    public static readonly string[] Skal =
    [
        "{Hon} vill avvakta med den insatsen och den beskrivs om {hon} återkommer.",
        "Insatsen prövas efter arbetsterapeutens bedömning, som ännu inte kommit.",
        "Behovet framgår av den samlade bedömningen.",
        "Sökt av misstag i e-tjänsten enligt {hennes} egen uppgift, men inte återtagen skriftligt.",
    ];

    /// <summary>The reasons of an avslag, by the law of the insats: what is weighed is not the same.</summary>
    /// <param name="dag">The day it is proposed. The law named is that of the beslutsdag: close before a new law, when that day is not known, none is.</param>
    public static string[] AvslagFor(string typ, DateOnly dag) => dag >= NySol ? AvslagFor(typ)
        : dag >= NySol.AddDays(-HinnerBeslutas) ? [.. AvslagFor(typ).Select(UtanSol)]
        : [.. AvslagFor(typ).Select(text => text
            .Replace("11 kap. 1 § socialtjänstlagen", "4 kap. 1 § socialtjänstlagen (2001:453)", StringComparison.Ordinal)
            .Replace("11 kap. 4 § socialtjänstlagen", "4 kap. 2 § socialtjänstlagen (2001:453)", StringComparison.Ordinal))];

    /// <summary>No förslag waits longer than this for its beslut.</summary>
    private const int HinnerBeslutas = 90;

    /// <summary>Without its paragraph: the beslut names its lagrum itself.</summary>
    private static string UtanSol(string text) => text
        .Replace(" enligt 11 kap. 1 § socialtjänstlagen", "", StringComparison.Ordinal)
        .Replace(" (11 kap. 1 § socialtjänstlagen)", "", StringComparison.Ordinal)
        .Replace(" (11 kap. 4 § socialtjänstlagen)", "", StringComparison.Ordinal);

    // SoL (2025:400) övergångsbestämmelser 1 och 2, från 2025-07-01
    private static readonly DateOnly NySol = new(2025, 7, 1);

    private static string[] AvslagFor(string typ) => typ switch
    {
        "riksfardtjanst" => ["Resan kan enligt utredningen göras med allmänna kommunikationer till normala kostnader (5 § lagen om riksfärdtjänst)."],
        "kbf" => ["{Hon} har enligt utredningen inte de merkostnader för bostaden som stödet är till för (2 kap. 6 § lagen om vissa kommunala befogenheter)."],
        "fardtjanst" =>
        [
            "Utredningen visar inte att {hon} har väsentliga svårigheter att förflytta sig på egen hand eller resa med allmänna kommunikationsmedel (7 § lagen om färdtjänst).",
        ],
        "hemvardsbidrag" => ["Det saknas skäl att ge insatsen utöver det {hon} har rätt till (11 kap. 4 § socialtjänstlagen)."],
        "god-man-forvaltare" => ["Utredningen visar att {hon} kan bevaka sin rätt och sköta sin ekonomi med det stöd {hon} redan har."],
        "vard-och-omsorgsboende" or "servicehus" =>
        [
            "Utredningen visar inte att {hon} behöver tillsyn dygnet runt. Behoven kan tillgodoses i det egna hemmet (11 kap. 1 § socialtjänstlagen).",
        ],
        _ => Avslag,
    };

    private static readonly string[] Avslag =
    [
        "Av utredningen framgår att behovet redan tillgodoses genom det stöd {hon} har av närstående. Nämnden bedömer att {hon} därför inte har rätt till insatsen enligt 11 kap. 1 § socialtjänstlagen.",
        "{Hon} klarar enligt egna uppgifter och vid hembesöket det som insatsen avser. Behovet att komma ut kan tillgodoses genom enhetens öppna mötesplats, som {hon} har fått information om.",
    ];

    public static readonly string[] Delvis =
    [
        "{Hon} har sökt mer än utredningen visar att {hon} behöver. Den beviljade omfattningen täcker dusch, tvätt och inköp. Städning varje vecka går utöver vad som krävs för skäliga levnadsförhållanden.",
        "Behovet finns men tillgodoses delvis av dottern, som vill fortsätta. Den återstående delen beviljas.",
        "Behovet är störst på vardagar. Helgerna tillgodoses genom de närstående enligt vad {hon} själv har berättat.",
    ];

    public static readonly string[] Bifall =
    [
        "Utredningen visar att {hon} behöver insatsen för att få skäliga levnadsförhållanden.",
        "Behovet är styrkt genom hembesök och kan inte tillgodoses på annat sätt.",
        "Det {hon} har sökt svarar mot behovet, och beviljas i den omfattning som är sökt.",
    ];

    public static readonly string[] Obehovligt =
    [
        "Alla sökta insatser beviljas i den omfattning som är sökt.",
        "Förslaget är att bevilja allt som är sökt, och underlaget består av personens egna uppgifter.",
    ];
}
