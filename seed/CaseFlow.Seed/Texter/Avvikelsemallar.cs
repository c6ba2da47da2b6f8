using Bogus;

namespace CaseFlow.Seed.Texter;

/// <summary>Reports and complaints for as long as a unit works: the same kinds of things go wrong again, elsewhere and another day. No person can be told
/// from them. All kinds are told before one is told again.</summary>
/// <param name="slump">The order, and what is filled in.</param>
internal sealed class Avvikelsemallar(Randomizer slump)
{
    private static readonly string[] Dagar = ["i måndags", "i tisdags", "i onsdags", "i torsdags", "i fredags", "i lördags", "i söndags", "i går", "förra veckan"];
    private static readonly string[] Vardagar = ["i måndags", "i tisdags", "i onsdags", "i torsdags", "i fredags", "i veckan", "förra veckan"];
    private static readonly string[] Tider = ["på morgonen", "vid lunch", "på eftermiddagen", "på kvällen"];
    private static readonly string[] Antal = ["två", "tre", "fyra", "fem"];

    private static readonly (string Vad, string NarVar, string Atgard)[] Mallar =
    [
        ("Hemtjänsten från {utforare} kom {antal} timmar för sent {tid}.", "{Dag}, i personens hem", "Ringde samordnaren. De ringer nu alltid när besöket blir mer än en halvtimme försenat."),
        ("{utforare} uteblev {tid} och ingen hade hört av sig.", "{Dag}, i personens hem", "Besöket gjordes samma dag sedan vi ringt. Personen är kontaktad."),
        ("Klagomål per telefon: det kommer för många olika från {utforare}, {antal} olika på en vecka.", "Telefonsamtal {vardag}", "Tackade för synpunkten och bad utföraren om en plan för färre. Svar lämnas till personen."),
        ("Klagomål på bemötandet från {utforare}: personalen pratade över huvudet på personen.", "{Dag}, {tid}", "Framfört till utförarens chef, som talar med medarbetarna och återkommer till personen."),
        ("Skriftligt klagomål: beslutet var svårt att förstå och telefonnumret besvarades inte på {antal} försök.", "Brev som kom {vardag}", "Ringde upp, förklarade beslutet och rätten att överklaga. Telefonlistan är rättad."),
        ("Anhörig klagar på att uppföljningen dröjt {antal} månader.", "E-post {vardag}", "Ringde personen, som själv får avgöra vad anhörig ska veta. Uppföljning bokad nästa vecka."),
        ("Beställningen till {utforare} saknade portkod och första besöket blev inte av.", "{Dag}, {tid}", "Lämnade uppgiften per telefon. Påminner om att kontrollera fältet."),
        ("{utforare} fick fel omfattning i beställningen: {antal} timmar för lite i veckan.", "Upptäckt {vardag}", "Rättad beställning skickad samma dag. Personen har fått rätt tid från i dag."),
        ("Maten från leverantören var kall {antal} dagar i rad.", "I personens hem, senast {dag}", "Utföraren har bytt rutt och ringer personen i slutet av veckan."),
        ("Trygghetslarmet svarade först efter {antal} minuter vid provlarm.", "{Dag}, {tid}", "Anmält till larmcentralen. Apparaten är bytt."),
        ("Nyckeln kvitterades inte ut av {utforare} {tid}.", "Hos utföraren {dag}", "Nyckeln fanns i skåpet. Utföraren ser över sin rutin."),
        ("Tolken uteblev och hembesöket fick göras om.", "{Vardag}", "Bokade ny tolk. Förmedlingen har bett om ursäkt."),
        ("Ett utskick gick till en adress som personen flyttat från för {antal} månader sedan.", "Upptäckt {vardag}", "Adressen är rättad. Brevet kom tillbaka oöppnat."),
        ("Inkommen handling låg {antal} dagar i fel fack innan den registrerades.", "På enheten, upptäckt {vardag}", "Registrerad med rätt ankomstdag. Facken är uppmärkta på nytt."),
        ("Personen ramlade i samband med att {utforare} hjälpte till {tid}.", "{Dag}, i personens hem", "Ingen skada. Sjuksköterska kontaktad, och utföraren gör en egen rapport."),
        ("Klagomål: städningen från {utforare} gjordes bara {antal} gånger på två månader.", "Telefonsamtal {vardag}", "Kontrollerade mot beställningen och begärde att de uteblivna besöken tas igen."),
        ("Färdtjänsten kom en timme för sent till dagverksamheten {antal} gånger på en månad, och personen fick stå kvar ute.", "{Vardag}", "Ringde transportören. Personen väntar numera inne hos dagverksamheten."),
        ("Dokumentation från {utforare} nämnde en annan persons besök.", "Upptäckt {vardag} vid uppföljning", "Utföraren har rättat. Ingen obehörig hade läst, enligt deras logg."),
        ("Larm om utebliven lunch {tid}: personen hade inte ätit sedan frukost.", "{Dag}, i personens hem", "Utföraren åkte dit direkt. Måltiderna följs upp i två veckor."),
        ("Samtalet i telefonkön bröts {antal} gånger för en person som ville ansöka.", "{Vardag}", "Ringde upp och tog ansökan på telefon."),
        ("Jag upptäckte att {antal} uppgifter låg kvar hos en kollega som varit sjuk.", "På enheten {vardag}", "Chefen har fördelat dem. Ersättare registreras numera första dagen."),
        ("{utforare} lämnade dörren olåst efter besöket {tid}.", "{Dag}, i personens hem", "Utföraren har gått igenom rutinen med kvällsgruppen. Personen är orolig men har fått tala med samordnaren."),
    ];

    private readonly Queue<(string Vad, string NarVar, string Atgard)> _kvar = new();

    public (string Vad, string NarVar, string Atgard) Nasta()
    {
        if (_kvar.Count == 0)
            foreach (var mall in slump.Shuffle(Mallar)) _kvar.Enqueue(mall);
        var (vad, narVar, atgard) = _kvar.Dequeue();
        var (vardag, utforare, dag, tid, antal) = (slump.ArrayElement(Vardagar), slump.ArrayElement(Utforare.Hemtjanst), slump.ArrayElement(Dagar), slump.ArrayElement(Tider), slump.ArrayElement(Antal));
        return (Fyll(vad), Fyll(narVar), atgard);

        string Fyll(string mall)
        {
            var text = mall.Replace("{utforare}", utforare, StringComparison.Ordinal).Replace("{dag}", dag, StringComparison.Ordinal).Replace("{Dag}", Stor(dag), StringComparison.Ordinal)
                .Replace("{vardag}", vardag, StringComparison.Ordinal).Replace("{Vardag}", Stor(vardag), StringComparison.Ordinal)
                .Replace("{tid}", tid, StringComparison.Ordinal).Replace("{antal}", antal, StringComparison.Ordinal);
            return Stor(text);
        }
    }

    private static string Stor(string ord) => char.ToUpperInvariant(ord[0]) + ord[1..];
}
