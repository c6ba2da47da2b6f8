namespace CaseFlow.Seed.Texter;

/// <summary>What is written on the way: completions, delays, answers, orders and follow-ups.</summary>
internal static class Handlaggningstexter
{
    public static readonly string[] Granskning =
    [
        "Ringde upp och bekräftade att ansökan kommit in. Hembesök planeras.",
        "Ansökan är tydlig. Personen har fått information om handläggningen och om rätten att ha någon med sig.",
        "Talade med den sökande, som vill att vi ringer efter klockan tio.",
        "Bokade hembesök nästa vecka.",
    ];

    public static readonly string[] Komplettering =
    [
        "Vi behöver ett läkarintyg som beskriver hur synen påverkar vardagen. Be din läkare skicka det direkt till oss.",
        "Det framgår inte om din dotter har fullmakt att ansöka åt dig. Skicka fullmakten, eller ring oss så gör vi ansökan tillsammans.",
        "Vi behöver veta vilka dagar du redan får hjälp från regionen. Ring oss gärna, du behöver inte skriva.",
        "Intyget från arbetsterapeuten saknas. Vi kan hjälpa dig att begära det om du vill.",
    ];

    public static readonly string[] Inkom = ["Läkarintyg från vårdcentralen.", "Fullmakt, undertecknad.", "Muntliga uppgifter per telefon, antecknade.", "Intyg från arbetsterapeut."];

    public static readonly string[] UtanKomplettering =
    [
        "Personen orkar inte skaffa fram mer. Vi hämtar resten vid hembesöket.", "Svarsdagen har gått ut. Det som finns räcker för att börja.",
    ];

    public static readonly string[] Forsening =
    [
        "Hembesöket har flyttats två gånger på grund av sjukdom hos personen.", "Vi väntar på minnesmottagningens bedömning.",
        "Tolk på rätt språk har inte gått att få förrän nästa vecka.", "Handläggaren har varit sjuk och ärendet har tagits över av en kollega.",
    ];

    public static readonly string[] Synpunkter =
    [
        "Jag tycker att två dagar är för lite, men jag förstår hur ni har tänkt.", "Det står att jag bor ensam. Min syster bor här sedan i mars.",
        "Jag vill ha hjälpen på förmiddagen, inte på kvällen.", "Ni har förstått mig rätt.",
    ];

    public static readonly string[] Flytt =
    [
        "Personen flyttar till ett annat boende inom staden. Ansvaret är vårt till dess.", "Flyttar till sin dotter under vintern och kommer tillbaka. Ansvaret är kvar hos oss.",
    ];

    public static readonly string[] Uppdrag =
    [
        "Hjälp med personlig hygien och påklädning, i personens egen takt. Kom överens om tiderna tillsammans.",
        "Inköp en gång i veckan, städning varannan vecka och tvätt. Personen vill vara med så mycket det går.",
        "Stöd vid måltider och tillsyn. Uppmärksamma aptit och vikt och återkoppla vid förändring.",
        "Ge stöd så att personen kan komma ut. Personen väljer själv vart.",
        "Trygghet dygnet runt. Kontakta närstående enligt överenskommelse.",
    ];

    public static readonly string[] Start = ["Utföraren har ringt och bekräftat.", "Personen är nöjd med det första besöket.", "Startade en dag senare på personens önskan.", "Fast omsorgskontakt är utsedd."];

    public static readonly string[] Uppfoljning =
    [
        "Hjälpen fungerar bra och kommer på de tider vi kommit överens om. Personen känner sig tryggare.",
        "Personen är nöjd med personalen men vill ha färre som kommer. Framfört till utföraren.",
        "Målet att komma ut två gånger i veckan är nått. Personen har börjat gå till mötesplatsen på egen hand.",
        "Aptiten är bättre och vikten har ökat två kilo.",
        "Insatsen räcker inte längre. Behoven har ökat sedan i våras, särskilt nattetid.",
        "Besöken är ofta försenade. Personen har fått information om hur man lämnar synpunkter.",
    ];

    public static readonly string[] Avslut = ["Personen klarar sig nu själv och vill avsluta.", "Personen sa på hembesöket att {hon} inte vill ha insatsen kvar.", "Personen tackar för hjälpen och behöver den inte längre."];

    public static readonly string[] EjVerkstallt =
    [
        "Två erbjudanden har tackats nej till. Vi erbjuder plats på det önskade boendet så snart en blir ledig.", "Kön är lång. Hemtjänsten utökas under väntetiden och personen hålls underrättad varje vecka.",
    ];

    public static readonly string[] Fordelning = ["Har tid och erfarenhet av liknande ärenden.", "Fördelat vid dagens genomgång.", "Skyddade uppgifter, en namngiven handläggare."];

    public static readonly string[] Skal = ["Kollegan är sjuk och anhörig ringer om svarstiden.", "Frågan kom till jourtelefonen.", "Ärendedragning i gruppen.", "Utföraren ringer om beställningen."];

    /// <summary>What a task waits for, with the code of the reason.</summary>
    public static readonly (string Orsak, string Text)[] Vantan =
    [
        ("underlag-fran-annan", "Läkarintyg från vårdcentralen"), ("underlag-fran-annan", "Arbetsterapeutens bedömning"), ("sjukhusvistelse", "Inlagd, vårdplanering väntas nästa vecka"),
        ("pa-personens-begaran", "Vill vänta tills dottern är hemma"), ("pa-personens-begaran", "Är hos sonen över helgerna"), ("annat", "Tolk på rätt språk"),
    ];

    public static readonly string[] Aterlamning =
    [
        "Motiveringen behöver säga vad som vägs in och varför resten inte behövs.", "Omfattningen stämmer inte med det som står i utredningen. Se över och lämna igen.",
        "Det framgår inte hur personens egen uppfattning har beaktats.",
    ];

    public static readonly string[] Kallor = ["Hembesök", "Telefonsamtal med personen", "Läkarintyg", "Samtal med dottern, i personens närvaro", "Arbetsterapeutens utlåtande", "Vårdplanering på sjukhuset"];
}
