namespace CaseFlow.Seed.Texter;

/// <summary>What people ask for, in their own words, by insatstyp.</summary>
internal static class Onskemal
{
    public static IReadOnlyList<string> For(string insatstyp) => Alla.TryGetValue(insatstyp, out var texter) ? texter : Andra;

    private static readonly string[] Andra = ["Jag behöver hjälp för att vardagen ska fungera.", "Det går inte längre på egen hand."];

    private static readonly Dictionary<string, string[]> Alla = new(StringComparer.Ordinal)
    {
        ["hemtjanst"] =
        [
            "Jag orkar inte dammsuga och byta lakan längre. Resten klarar jag om jag får ta det i min takt.",
            "Behöver hjälp med dusch två gånger i veckan. Jag är rädd att halka.",
            "Efter operationen i höften kommer jag inte ut och handlar. Grannen har hjälpt mig men det kan inte fortsätta så.",
            "Vill ha någon som kommer på morgonen och hjälper till med stödstrumpor och frukost.",
            "Min {make} har gjort allt här hemma men är sjuk nu. Vi behöver hjälp båda två.",
            "Jag ser så dåligt att jag inte kan läsa på matförpackningarna. Vill ha hjälp med maten.",
            "Tvätten och städningen är för tung. Jag vill fortsätta laga min egen mat.",
            "{Mamma} glömmer att äta. Vi önskar tillsyn vid måltiderna. (Dottern har skrivit.)",
        ],
        ["trygghetslarm"] =
        [
            "Har ramlat två gånger i höst och blev liggande. Vill kunna larma.",
            "Jag bor ensam och är orolig på nätterna.",
            "Läkaren på vårdcentralen sa att jag borde ha larm efter hjärtinfarkten.",
            "Barnen bor långt bort. Med ett larm skulle vi alla vara lugnare.",
            "Blir yr när jag reser mig. Vill ha larm runt handleden, inte runt halsen.",
        ],
        ["matdistribution"] =
        [
            "Jag kan inte stå vid spisen längre. Vill ha lunch hem, gärna fisk ibland.",
            "Har gått ner sju kilo sedan min {make} dog. Det blir inte av att laga mat åt en.",
            "Diabetes, behöver mat på bestämda tider.",
            "Vill ha matlåda på vardagarna. På helgen kommer min son.",
        ],
        ["dagverksamhet"] =
        [
            "Jag träffar ingen på hela veckan. Skulle vilja komma ut och göra något ihop med andra.",
            "Vi behöver några dagar i veckan då {mamma} är på dagverksamhet så att jag kan arbeta. (Sonen har skrivit.)",
            "Saknar att arbeta med händerna. Jag var snickare i fyrtio år.",
            "Minnet sviktar och jag vill hålla i gång så länge det går.",
            "Gärna en grupp där någon talar finska.",
        ],
        ["vard-och-omsorgsboende"] =
        [
            "Det går inte hemma längre, jag är uppe och går på nätterna och vet inte var jag är.",
            "{Mamma} har demens och hittar inte hem. Vi har provat hemtjänst flera gånger om dagen. (Dottern har skrivit.)",
            "Vill bo där det finns personal dygnet runt. Jag är rädd hela tiden.",
            "Efter den andra stroken kan jag inte ta mig ur sängen själv.",
            "Vill helst bo kvar i Skarpnäck, nära min syster.",
        ],
        ["servicehus"] =
        [
            "Trapporna i huset gör att jag inte kommit ut på tre veckor. Vill bo där det finns hiss och folk omkring.",
            "Vi vill flytta till servicehus tillsammans medan vi båda orkar.",
            "Vill äta med andra och ha någon att ringa på om det händer något.",
        ],
        ["korttidsboende"] =
        [
            "Ska skrivas ut från geriatriken och klarar mig inte hemma än.",
            "Min {make}, som hjälper mig med allt, ska opereras. Jag behöver plats under tiden.",
            "Behöver några veckor för att bli stark nog att komma hem.",
        ],
        ["vaxelvard"] =
        [
            "Jag vårdar min {man} hemma och vill göra det, men jag måste få sova ibland. Två veckor hemma, två veckor borta. ({Maken} har skrivit.)",
            "Vi vill fortsätta bo ihop. Då behöver jag avlastning regelbundet.",
        ],
        ["avlosning"] =
        [
            "Min sambo kan inte vara ensam. Jag skulle behöva komma ifrån några timmar i veckan.",
            "Jag har inte kunnat gå till tandläkaren på ett år, för det finns ingen som kan vara hos {henne}.",
            "Önskar avlösning på onsdagar så att jag kan sjunga i kören igen.",
        ],
        ["ledsagning"] =
        [
            "Ser nästan ingenting och vågar inte gå ut själv. Vill komma till affären och till kyrkan.",
            "Behöver någon med mig till läkaren, jag hör dåligt och blir osäker.",
            "Skulle vilja gå en promenad i veckan, runt Flaten om benen håller.",
        ],
        ["boendestod"] =
        [
            "Jag får inte ihop dagarna. Posten ligger oöppnad och jag vet inte var jag ska börja.",
            "Behöver någon som påminner och är med när jag ska städa.",
        ],
        ["fardtjanst"] =
        [
            "Kan inte gå till bussen längre, det är för långt och jag blir andfådd.",
            "Använder rullator och kommer inte upp på bussen. Vill kunna hälsa på min syster i Farsta.",
        ],
        ["riksfardtjanst"] = ["Ska på min systers begravning i Umeå och klarar inte tåget med rullstolen.", "Vill hälsa på barnbarnen i Göteborg en gång i år. Kan inte byta på stationen själv."],
        ["kbf"] = ["Min lägenhet är anpassad för rullstol och hyran är högre för det.", "Behöver ett rum till för mina hjälpmedel och har inte råd med hyran."],
        ["hemvardsbidrag"] =
        [
            "Min dotter tar hand om mig varje dag. Vi vill söka bidrag för det hon gör.",
        ],
        ["god-man-forvaltare"] =
        [
            "Jag förstår inte breven från banken och hyresvärden. Vill ha någon som sköter pengarna åt mig.",
        ],
    };
}
