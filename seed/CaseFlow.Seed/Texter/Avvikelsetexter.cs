namespace CaseFlow.Seed.Texter;

/// <summary>Short reports of what went wrong: what, when and where, what was done. No person can be told from them.</summary>
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
    ];
}
