namespace CaseFlow.Seed.Texter;

/// <summary>What is written in one area of life: the person's own words, what the handläggare saw and heard, and a goal.</summary>
/// <param name="Beskrivningar">With the words of <see cref="Fras"/> for the person.</param>
internal sealed record Omradestext(IReadOnlyList<string> EgnaOrd, IReadOnlyList<string> Beskrivningar, IReadOnlyList<string> Mal);

internal static class Omradestexter
{
    public static Omradestext For(string omrade) => Alla[omrade];

    private static readonly Dictionary<string, Omradestext> Alla = new(StringComparer.Ordinal)
    {
        ["d1"] = new(
            ["Jag läser tidningen men minns inte vad jag läst.", "Nya saker fastnar inte. Det gamla sitter där.", "Fjärrkontrollen är värst, den blir jag aldrig klok på."],
            ["{Hon} följer samtalet men upprepar frågor efter en stund. Minnesutredning pågår vid vårdcentralen.",
                "{Hon} läser och löser korsord varje dag, men har svårt att lära sig använda den nya spisen.",
                "{Hon} behöver få information i korta steg och gärna skriftligt."],
            ["Att kunna använda larm och telefon på egen hand", "Att dagen har en ordning som går att känna igen"]),
        ["d2"] = new(
            ["Morgonen tar hela förmiddagen nu för tiden.", "Jag kommer inte i gång om ingen knuffar på lite.", "Räkningarna betalar jag själv, men det tar tid."],
            ["{Hon} klarar sina dagliga rutiner men behöver påminnelse om medicin och måltider.",
                "{Hon} beskriver att energin tar slut tidigt på dagen och planerar därför det viktigaste till förmiddagen.",
                "{Hon} har svårt att påbörja sysslor. När någon är med fungerar det bättre."],
            ["Att ta sina mediciner som det är tänkt", "Att orka det som är viktigt varje dag"]),
        ["d3"] = new(
            ["Jag hör dåligt i telefon, kom hellre hit.", "Svenskan försvinner när jag blir trött, då blir det finska.", "Orden kommer inte alltid, men jag förstår allt."],
            ["{Hon} hör bra med hörapparat i lugn miljö. I grupp har {hon} svårt att följa med.",
                "Samtalet fördes med tolk. {Hon} uttrycker sig tydligt och har inga svårigheter att göra sig förstådd på sitt språk.",
                "Efter stroken letar {hon} efter ord. {Hon} vill bli väntad in och inte få meningarna ifyllda."],
            ["Att kunna tala med personalen på sitt eget språk", "Att själv kunna ringa dem {hon} vill"]),
        ["d4"] = new(
            ["Inomhus går det med rollatorn. Ute vågar jag inte.", "Trapporna är mitt fängelse.", "Jag ramlade i badrummet i somras och sedan dess håller jag i mig i allt."],
            ["{Hon} går kortare sträckor inomhus med rollator. Utomhus använder {hon} rullstol och behöver någon med sig.",
                "{Hon} har fallit två gånger det senaste halvåret. Arbetsterapeut har gjort hembesök och satt in stödhandtag.",
                "{Hon} reser sig själv från stol med armstöd men behöver hjälp ur sängen på morgonen.",
                "Bostaden ligger på andra våningen utan hiss. {Hon} går ut en gång i veckan när sonen är med."],
            ["Att komma ut minst två gånger i veckan", "Att förflytta sig tryggt inomhus", "Att inte falla"]),
        ["d5"] = new(
            ["Överkroppen tvättar jag själv. Fötterna når jag inte.", "Jag vill ha samma person i duschen, det är det enda jag begär.", "Stödstrumporna är omöjliga."],
            ["{Hon} sköter övre toalett själv och behöver hjälp med nedre toalett, dusch och stödstrumpor.",
                "{Hon} klär sig själv om kläderna är framlagda. Knappar och dragkedjor är svåra på grund av värk i händerna.",
                "{Hon} äter själv men har dålig aptit. Matvanorna över dygnet är kartlagda: två mål och för lång nattfasta.",
                "{Hon} behöver hjälp av en person vid dusch och tillsyn vid toalettbesök."],
            ["Att känna sig ren och hel varje dag", "Att klara sin morgon med så lite hjälp som möjligt", "Att äta tre mål om dagen"]),
        ["d6"] = new(
            ["Jag har alltid haft rent omkring mig. Nu skäms jag när någon kommer.", "Mat lagar jag gärna om någon handlar.", "Det tunga går inte, men torka av och vattna blommor sköter jag."],
            ["{Hon} dammar och diskar själv men klarar inte att dammsuga, bädda rent eller bära tvätt.",
                "{Hon} har inte kunnat handla sedan i våras. Matvaror levereras av en granne, som inte kan fortsätta.",
                "{Maken} har skött hushållet men har själv blivit sjuk. Städning och tvätt är eftersatta.",
                "{Hon} lagar enkel mat men glömmer ibland spisen på. Spisvakt är beställd."],
            ["Att ha ett rent hem som {hon} trivs i", "Att fortsätta laga sin egen mat", "Att ha mat hemma varje dag"]),
        ["d7"] = new(
            ["Alla mina vänner är döda eller på hem.", "Dottern ringer varje kväll, det håller mig uppe.", "Grannarna är nya. Ingen känner någon längre."],
            ["{Hon} har daglig kontakt med sina barn per telefon men träffar dem sällan.",
                "{Hon} blev ensam för ett år sedan och beskriver ensamheten som det svåraste.",
                "{Hon} har en nära vän i huset som {hon} dricker kaffe med varje dag."],
            ["Att träffa andra minst en gång i veckan", "Att behålla kontakten med sina vänner"]),
        ["d8"] = new(
            ["Pengarna räcker, om jag är försiktig.", "Jag var lärare i trettio år och saknar barnen.", "Sonen sköter bankärendena."],
            ["{Hon} har pension och bostadstillägg och sköter sin ekonomi själv.",
                "Sonen har fullmakt och betalar räkningarna. {Hon} är nöjd med det.",
                "Det finns obetalda räkningar. {Hon} önskar hjälp att ansöka om god man."],
            ["Att räkningarna blir betalda i tid"]),
        ["d9"] = new(
            ["Jag sjöng i kyrkokören tills benen sa nej.", "Vill kunna gå till föreningen på onsdagar.", "Jag röstar alltid, men vet inte hur jag ska ta mig dit nästa gång."],
            ["{Hon} har varit aktiv i pensionärsföreningen men har inte kommit dit sedan i vintras.",
                "{Hon} vill gärna delta i gudstjänst men behöver någon som följer med.",
                "{Hon} har få aktiviteter utanför hemmet och säger att dagarna är långa."],
            ["Att delta i något {hon} tycker om varje vecka", "Att ta sig till sin förening"]),
        ["trygghet"] = new(
            ["Nätterna är värst.", "Sedan inbrottet hos grannen låser jag om mig mitt på dagen.", "Jag är inte rädd för att dö, men för att bli liggande."],
            ["{Hon} känner sig otrygg när {hon} är ensam, särskilt efter fallet i juni.",
                "{Hon} sover dåligt och ringer anhöriga flera gånger per natt.",
                "{Hon} känner sig trygg i bostaden men är orolig för att inte få hjälp om något händer."],
            ["Att veta att hjälp kommer när {hon} larmar", "Att sova lugnt om natten"]),
        ["personligt-stod"] = new(
            ["Där hemma görs allt för mig, men jag ser att orken är slut.", "Jag vill inte ligga barnen till last.", "Min syster kommer på söndagar, det räcker inte."],
            ["{Maken} ger hjälp dygnet runt och sover tre till fyra timmar per natt.",
                "Dottern kommer före och efter arbetet. Hon har erbjudits anhörigstöd.",
                "Sonen handlar och skjutsar. Han orkar fortsätta om det övriga löser sig."],
            ["Att den som hjälper också får vila", "Att de närstående kan fortsätta vara närstående"]),
    };
}
