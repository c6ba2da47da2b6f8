using CaseFlow.Domain.Journal;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Seed.Texter;

/// <summary>Notes in the akt and what people agree to, with the words of <see cref="Fras"/>.</summary>
internal static class Anteckningstexter
{
    public static readonly (Anteckningsslag Slag, string? Med, string[] Texter)[] Alla =
    [
        (Anteckningsslag.Telefonsamtal, "Personen",
        [
            "{Hon} ringer och undrar när beskedet kommer. Förklarade att utredningen pågår och att underlaget skickas hem före beslutet.",
            "Ringde upp enligt överenskommelse. {Hon} vill ha hembesöket på förmiddagen, då är {hon} piggast.",
            "{Hon} berättar att {hon} ramlat i badrummet i helgen men inte slagit sig. Vill gå vidare med ansökan.",
            "Inget svar på två försök. Skickar brev med telefontid.",
            "{Hon} har varit på vårdcentralen och fått nya glasögon. Orken är densamma.",
        ]),
        (Anteckningsslag.Telefonsamtal, "Utföraren",
        [
            "Samordnaren ringer: första besöket är inbokat och kontaktpersonen presenterar sig då.",
            "Utföraren har märkt att aptiten är sämre. Vi kommer överens om att de skriver ner måltiderna i två veckor.",
            "Frågade varför besöken blivit sena. De har haft sjukfrånvaro och räknar med ordning från måndag.",
        ]),
        (Anteckningsslag.Telefonsamtal, "Vårdcentralen",
            ["Arbetsterapeuten har provat ut en rollator och tagit bort trösklarna. Hjälp med dusch behövs fortfarande.", "Distriktssköterskan bekräftar såromläggning två gånger i veckan."]),
        (Anteckningsslag.Hembesok, "Personen",
        [
            "Hembesök. {Hon} visar hur {hon} tar sig mellan rummen och vad som är svårt. Bra belysning, mattor som bör bort. Vi går igenom vad ansökan gäller.",
            "Hembesök. {Hon} är trött men berättar gärna. Kylen var nästan tom. {Hon} säger att det är maten och duschen som är svårast.",
            "Hembesök. Vi talade om vad {hon} själv vill fortsätta göra: vattna blommorna, laga kaffe och läsa tidningen.",
            "Hembesök. Vi gick igenom vad {hon} behöver hjälp med på morgonen och på kvällen. {Hon} vill veta i förväg vem som kommer.",
        ]),
        (Anteckningsslag.Hembesok, "Personen och dottern",
            ["Hembesök tillsammans med dottern, på personens önskan. De är överens om vad som behövs men inte om hur ofta. Personens egen uppfattning är det som utreds."]),
        (Anteckningsslag.Mote, "Personen och arbetsterapeut", ["Möte på enheten. Gick igenom hjälpmedel och vad hemtjänsten kan göra respektive inte göra."]),
        (Anteckningsslag.Mote, "Personen, sjuksköterska och utföraren", ["Samordnad individuell plan. Ansvar och nästa avstämning står i planen, som {hon} har fått."]),
        (Anteckningsslag.Brev, null, ["Skickade information om handläggningen och om hur man lämnar synpunkter.", "Skickade blankett för fullmakt på {hennes} begäran."]),
        (Anteckningsslag.Ovrigt, null, ["Tog upp ärendet vid veckans ärendedragning. Ingen ändring i planeringen.", "Bokade tolk till hembesöket."]),
    ];

    public static readonly (Samtyckesandamal Andamal, string Mottagare, string? Omfattning)[] Samtycken =
    [
        (Samtyckesandamal.HalsoOchSjukvard, "Vårdcentralen", "Läkemedel och hjälpmedel"), (Samtyckesandamal.HalsoOchSjukvard, "Minnesmottagningen", "Utredningen i år"),
        (Samtyckesandamal.Sip, "Regionen, primärvården", "Samordnad individuell plan: vem som gör vad, och när den följs upp"), (Samtyckesandamal.KontaktNarstaende, "Dottern", "Hur insatserna fungerar, inte ekonomin"),
        (Samtyckesandamal.KontaktNarstaende, "Sonen", null), (Samtyckesandamal.AnnanEnhet, "Hemtjänstens utförare", "Det som behövs för att planera insatsen"),
    ];
}
