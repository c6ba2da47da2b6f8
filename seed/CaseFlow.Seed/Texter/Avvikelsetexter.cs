namespace CaseFlow.Seed.Texter;

/// <summary>Short reports of what went wrong: what, when and where, what was done. No person can be told from them, and none is
/// told twice.</summary>
internal static class Avvikelsetexter
{
    public static readonly (string Vad, string NarVar, string Atgard)[] Alla =
    [
        ("Ett beslut skickades till en gammal adress. Personen hade anmält flytt till oss men adressen var inte ändrad.", "Förra veckan, på enheten", "Ringde personen, bad om ursäkt och skickade om. Adressen är rättad."),
        ("Beställningen nådde inte utföraren och insatsen startade fyra dagar för sent.", "I måndags, i kontakten med utföraren", "Ringde utföraren samma dag. Tillfälligt stöd ordnades genom närstående."),
        ("Tolken som kom talade fel dialekt och mötet fick avbrytas.", "Hembesök i tisdags", "Bokade ny tolk och återkopplade till förmedlingen."),
        ("Två handläggare ringde samma person om samma sak samma dag.", "I onsdags", "Bad om ursäkt. Tas upp på gruppmötet hur vi ser vem som har kontakten."),
        ("Personen fick vänta i telefonkö i femtio minuter.", "Jourtelefonen i fredags", "Ringde upp och hjälpte till direkt."),
        ("En kallelse till uppföljning hade fel veckodag.", "Brev skickat i förra veckan", "Ringde och bekräftade rätt dag."),
        ("Hemtjänsten kom inte på två morgnar och ingen hade meddelat personen.", "Lördag och söndag, i personens hem", "Kontaktade utföraren, som har ringt personen. Ny rutin för helgscheman begärd."),
        ("Trygghetslarmet gav ingen kontakt vid provlarm.", "Vid hembesök", "Larmleverantören bytte apparat samma eftermiddag."),
        ("Ett läkarintyg låg i fel ärende i två dagar.", "På enheten", "Flyttat till rätt ärende. Det lästes inte av någon obehörig enligt loggen."),
        ("Maten levererades kall tre dagar i rad.", "I personens hem", "Utföraren har bytt väska och rutt."),
        ("Mötesrummet var dubbelbokat och samtalet fick hållas i korridoren tills vi hittade ett annat rum.", "På enheten i torsdags", "Flyttade samtalet. Bokningsregeln är tydliggjord."),
        ("Personen fick beslutet utan sidan om hur man överklagar.", "Utskick i går", "Skickade hela beslutet på nytt samma dag och förklarade per telefon."),
        ("En utförare hade gammal telefonlista och ringde fel anhörig.", "I måndags", "Listan är uppdaterad. Ingen uppgift om hälsa lämnades ut."),
        ("Uppföljningen blev tre veckor sen eftersom den låg på en kollega som slutat.", "Upptäckt i dag", "Bokade uppföljning i morgon. Chefen går igenom övriga ärenden."),
        ("Personen halkade i trapphuset när vi följdes åt ut efter hembesöket.", "Efter hembesök i veckan", "Väntade tills personen mådde bra, ringde dottern. Inga skador."),
        ("Systemet var långsamt hela förmiddagen och ett samtal fick antecknas på papper.", "I går förmiddag", "Anteckningen är överförd och pappret förstört."),
        ("Personen stod utan lunch en dag. Utföraren hade strukit leveransen i tron att personen låg på sjukhus.", "I förra veckan, i personens hem", "Utföraren körde ut mat samma eftermiddag. Vi har kommit överens om hur sjukhusvistelser meddelas."),
        ("Ett brev om komplettering angav fel telefonnummer till oss.", "Brev skickat i måndags", "Ringde upp och gav rätt nummer. Mallen är rättad."),
        ("En anhörig fick veta mer än personen hade samtyckt till.", "Telefonsamtal i onsdags", "Bad personen om ursäkt. Chefen är informerad och samtalet är dokumenterat."),
        ("Färdtjänsten kom en timme för sent till dagverksamheten, tredje gången på en månad.", "I torsdags, vid personens port", "Ringde transportören. De lägger om turen från nästa vecka."),
        ("Nyckeln till personens hem var borttappad i två timmar.", "Hos utföraren i lördags", "Nyckeln hittades i bilen. Utföraren ser över nyckelskåpet."),
        ("Svaret på en kommunicering låg oöppnat i posten över helgen, och svarstiden hann gå ut.", "På enheten", "Svaret togs med innan beslutet fattades. Posten öppnas nu också på fredag eftermiddag."),
        ("Hembesöket var inbokat på fel våning och jag ringde på hos grannen.", "Hembesök i går", "Sa inte varför jag var där. Portkod och våning står nu i bokningen."),
        ("Medicinen delades ut en timme för sent fyra kvällar i rad.", "I personens hem", "Utföraren har anmält det till sjuksköterskan. Kvällsturen är omlagd."),
        ("En utskrift med namn låg kvar i skrivaren över natten.", "På enheten", "Utskriften är förstörd. Vi har slagit på att skrivaren väntar på passerkortet."),
        ("Personen fick inte tala sitt eget språk vid besöken trots att det stod i beställningen.", "Upptäckt vid uppföljning", "Utföraren har en medarbetare som talar språket och byter schema från måndag."),
        ("Larmknappen satt kvar på laddaren när personen behövde den.", "I personens hem i söndags", "Gick igenom hur larmet bärs. Utföraren påminner vid kvällsbesöket."),
        ("Två kolleger bokade var sitt hembesök hos samma person samma vecka.", "På enheten", "Det ena besöket avbokades. Vi bokar numera i den gemensamma kalendern."),
        ("Beställningen angav hjälp på kvällen när beslutet gällde morgonen.", "Upptäckt av utföraren i tisdags", "Skickade en rättad beställning samma dag. Inga besök hann utebli."),
        ("Det var inte städat på korttidsplatsen när personen kom.", "Vid inflyttningen i veckan", "Personalen städade medan vi väntade i matsalen. Boendets chef har svarat skriftligt."),
        ("Personen väntade ute i regnet eftersom mötesplatsen hade stängt tidigare än det stod.", "I fredags", "Öppettiderna på dörren är ändrade. Ringde personen på kvällen."),
        ("En uppgift om allergi följde inte med till matleverantören.", "Upptäckt vid första leveransen", "Ringde leverantören, som tog tillbaka lådan. Ingen mat hann ätas."),
    ];
}
