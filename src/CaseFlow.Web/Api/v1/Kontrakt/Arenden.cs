using System.ComponentModel;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;

namespace CaseFlow.Web.Api.v1.Kontrakt;

internal sealed record Arendelista(
    [property: Description("Ärendena, det äldsta först.")] IReadOnlyList<Arenderad> Data,
    [property: Description("Var i listan svaret står.")] Sidning Paginering);

internal sealed record Arenderad(
    [property: Description("År och löpnummer.")] string Arendenummer,
    [property: Description("Vad som öppnade ärendet."), Koder(typeof(Arendeslag))] string Slag,
    [property: Description("Var ärendet är."), Koder(typeof(Steg))] string Steg,
    [property: Description("Vad ärendet gäller, i ord.")] string Rubrik,
    [property: Description("Koder för det som söks och inte är återtaget.")] IReadOnlyList<string> Insatstyper,
    [property: Description("Personen, maskerad när hon har skydd.")] Person Person,
    [property: Description("null när ärendet inte är fördelat.")] Anvandare? Handlaggare,
    [property: Description("Dagen ansökan räknas som inkommen (22 § förvaltningslagen).")] DateOnly Ankomstdag,
    [property: Description("Dagar som ärendet legat hos oss.")] int DagarHosOss,
    [property: Description("Dagar som ärendet väntat på någon annan.")] int DagarVantan,
    [property: Description("Den uppgift som ska vara klar först. null när inget ska göras nu.")] Nastauppgift? NastaUppgift);

internal sealed record Nastauppgift(
    [property: Description("Uppgiftens nyckel.")] Guid Id,
    [property: Description("Vad som ska göras.")] string Titel,
    [property: Description("Sista dag, eller dagen den vaknar. null utan frist.")] DateOnly? Forfaller);

internal sealed record Arende(
    [property: Description("År och löpnummer.")] string Arendenummer,
    [property: Description("Vad som öppnade ärendet."), Koder(typeof(Arendeslag))] string Slag,
    [property: Description("Var ärendet är."), Koder(typeof(Steg))] string Steg,
    [property: Description("Personen, maskerad när hon har skydd.")] Person Person,
    [property: Description("Enheten som har ärendet.")] string Enhet,
    [property: Description("null när ärendet inte är fördelat.")] Anvandare? Handlaggare,
    [property: Description("Dagen ansökan räknas som inkommen (22 § förvaltningslagen).")] DateOnly Ankomstdag,
    [property: Description("När ärendet öppnades hos oss.")] DateTime Oppnat,
    [property: Description("När det avslutades. null medan det är öppet.")] DateTime? Avslutat,
    [property: Description("Varför det avslutades."), Koder(typeof(AvslutsOrsak))] string? Avslutsorsak,
    [property: Description("Vad det väntar på nu. null när nästa steg är vårt.")] Vantan? Vantar,
    [property: Description("Det som söks, också det som är återtaget.")] IReadOnlyList<Ansokt> Ansokta,
    [property: Description("Dagar från ankomstdagen till i dag eller till avslutet.")] Dagar Dagar,
    [property: Description("De uppgifter som är öppna eller väntar, den närmaste först.")] IReadOnlyList<Uppgiftsrad> Uppgifter);

internal sealed record Ansokt(
    [property: Description("Insatstypens kod.")] string Insatstyp,
    [property: Description("Insatstypens namn.")] string Namn,
    [property: Description("null när ingen omfattning nämndes.")] Omfattning? Omfattning,
    [property: Description("Dagen personen tog tillbaka den. null medan den söks.")] DateOnly? Atertagen);

internal sealed record Dagar(
    [property: Description("Alla.")] int Totalt,
    [property: Description("Hos oss.")] int HosOss,
    [property: Description("I väntan på någon annan.")] int Vantan);

internal sealed record Beslutslista([property: Description("Besluten i den ordning de skrevs, från förslag.")] IReadOnlyList<Beslut> Data);

internal sealed record Beslut(
    [property: Description("Beslutets nyckel, siffror.")] string Id,
    [property: Description("Insatstypens kod.")] string Insatstyp,
    [property: Description("Insatstypens namn.")] string Namn,
    [property: Description("Om det är fattat."), Koder("forslag", "fattat", "atertaget")] string Status,
    [property: Description("Utfallet, eller det föreslagna."), Koder(typeof(Beslutsutfall))] string Utfall,
    [property: Description("null när ingen omfattning söktes.")] Omfattning? Sokt,
    [property: Description("null när ingen omfattning beviljas.")] Omfattning? Beviljat,
    [property: Description("Första dagen. null när inget beviljas.")] DateOnly? From,
    [property: Description("Sista dagen. null för tills vidare.")] DateOnly? Tom,
    [property: Description("Varför, så att personen förstår (32 § förvaltningslagen).")] string? Motivering,
    [property: Description("Vad insatsen ska leda till.")] string? Mal,
    [property: Description("Lagrummet som det står i beslutet. null tills det är fattat.")] string? Lagrum,
    [property: Description("Hur beslutet överklagas. null tills det är fattat."), Koder(typeof(Overklagandeform))] string? Overklagande,
    [property: Description("Varför en pågående insats får ändras till personens nackdel."), Koder(typeof(Andringsgrund))] string? Andringsgrund,
    [property: Description("Sista dagen för en pågående insats som inte beviljas igen.")] DateOnly? Upphor,
    [property: Description("null tills det är fattat.")] Anvandare? Beslutsfattare,
    [property: Description("Dagen beslutet fattades.")] DateOnly? Beslutsdag,
    [property: Description("Punkten i delegationsordningen som gav rätten.")] string? Delegationspunkt,
    [property: Description("Dagen personen tog del av beslutet.")] DateOnly? Delgivet,
    [property: Description("Sista dagen ett överklagande får komma in.")] DateOnly? OverklagasSenast);

internal sealed record Insatslista([property: Description("Insatserna i den ordning de beviljades.")] IReadOnlyList<Insats> Data);

internal sealed record Insats(
    [property: Description("Insatsens nyckel, siffror.")] string Id,
    [property: Description("Nyckeln för beslutet som gav den.")] string Beslut,
    [property: Description("Insatstypens kod.")] string Insatstyp,
    [property: Description("Insatstypens namn.")] string Namn,
    [property: Description("null när ingen omfattning är beslutad.")] Omfattning? Omfattning,
    [property: Description("Första dagen enligt beslutet.")] DateOnly From,
    [property: Description("Sista dagen enligt beslutet. null för tills vidare.")] DateOnly? Tom,
    [property: Description("Var insatsen är."), Koder(typeof(Insatsstatus))] string Status,
    [property: Description("Dagen beslutet fattades.")] DateOnly Beslutsdag,
    [property: Description("null tills den är beställd.")] string? Utforare,
    [property: Description("Dagen den började.")] DateOnly? Start,
    [property: Description("Dagen den ska följas upp.")] DateOnly? Uppfoljning,
    [property: Description("null medan den inte är avslutad.")] Avslut? Avslut,
    [property: Description("Tre månader har gått från beslutet och den har inte börjat (34 kap. 1 § socialtjänstlagen).")] bool EjVerkstallt);

internal sealed record Avslut(
    [property: Description("Sista dagen.")] DateOnly Dag,
    [property: Description("Varför."), Koder(
        Avslutsorsak.Avliden, Avslutsorsak.Flyttat, Avslutsorsak.EgenBegaran, Avslutsorsak.NyttBeslut, Avslutsorsak.TidenUte, Avslutsorsak.BehovetUpphort,
        Avslutsorsak.Annat)] string Orsak);
