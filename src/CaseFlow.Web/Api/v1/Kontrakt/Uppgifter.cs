using System.ComponentModel;
using System.Text.Json.Serialization;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgiftsformular;

namespace CaseFlow.Web.Api.v1.Kontrakt;

internal sealed record Uppgiftslista(
    [property: Description("Uppgifterna, den närmaste dagen först.")] IReadOnlyList<Uppgiftsrad> Data,
    [property: Description("Var i listan svaret står.")] Sidning Paginering);

internal sealed record Uppgiftsrad(
    [property: Description("Uppgiftens nyckel.")] Guid Id,
    [property: Description("Ärendet den hör till.")] string Arendenummer,
    [property: Description("Personen, maskerad när hon har skydd.")] Person Person,
    [property: Description("Uppgiftens namn i processen, till exempel GranskaAnsokan.")] string Nod,
    [property: Description("Vad som ska göras.")] string Titel,
    [property: Description("Vems den är: handläggarens, eller enhetens chefers."), Koder(Grupper.Handlaggare, Grupper.Chef)] string Grupp,
    [property: Description("Om den är öppen."), Koder(typeof(Uppgiftsstatus))] string Status,
    [property: Description("Vem som har den. null för en av chefernas som ingen har tagit.")] Anvandare? Tilldelad,
    [property: Description("När den öppnades.")] DateTime Skapad,
    [property: Description("Sista dag. null utan frist.")] DateOnly? Forfaller,
    [property: Description("Regeln bakom dagen, kort.")] string? Forfalloregel,
    [property: Description("Vad den väntar på. null när det är vår tur.")] Vantan? Vantar,
    [property: Description("Kod för den insats den gäller, när den gäller en.")] string? Insatstyp,
    [property: Description("När den blev klar eller avbröts.")] DateTime? Slutford);

internal sealed record Uppgift(
    [property: Description("Uppgiften som i listan.")] Uppgiftsrad Data,
    [property: Description("Ni får slutföra den nu, och det görs med svar på formuläret. Annars är den någon annans, klar, eller har en egen sida.")] bool KanSlutforas,
    [property: Description("Frågorna. null när uppgiften har en egen sida, som utredningen och beslutet.")] Formular? Formular,
    [property: Description("Per fält: det som ärendet redan vet, eller det som svarades när den är klar.")] IReadOnlyDictionary<string, IReadOnlyList<string>> Svar,
    [property: Description("Per fält: om det gäller och krävs med det som står i svar. Tomt när uppgiften är klar.")] IReadOnlyDictionary<string, Faltlage> Lage);

internal sealed record Faltlage(
    [property: Description("Frågan gäller. Svar på en som inte gör det sparas inte.")] bool Visas,
    [property: Description("Den måste besvaras.")] bool Kravs,
    [property: Description("Det som en upplysning säger i det här ärendet.")] string? Upplysning);

internal sealed record Formular(
    [property: Description("Formulärets nyckel.")] string Nyckel,
    [property: Description("Rubriken.")] string Rubrik,
    [property: Description("Det som står före frågorna.")] string? Ingress,
    [property: Description("Frågorna, i avsnitt.")] IReadOnlyList<Avsnitt> Sektioner);

internal sealed record Avsnitt(
    [property: Description("Avsnittets rubrik.")] string? Rubrik,
    [property: Description("En mening om hela avsnittet.")] string? Hjalp,
    [property: Description("Villkor i FEEL för alla frågor i avsnittet.")] string? VisasNar,
    [property: Description("Frågorna i ordning.")] IReadOnlyList<Falt> Falt);

internal sealed record Falt(
    [property: Description("Namnet i svar.")] string Namn,
    [property: Description("Frågan.")] string Etikett,
    [property: Description("Vad svaret är. upplysning är ingen fråga."), Koder(typeof(Falttyp))] string Typ,
    [property: Description("Måste besvaras när frågan gäller.")] bool Kravs,
    [property: Description("Måste också besvaras när detta är sant, i FEEL.")] string? KravsNar,
    [property: Description("Hjälp vid frågan.")] string? Hjalp,
    [property: Description("Längsta texten i tecken. null är 500 för text och 10 000 för langtext.")] int? Max,
    [property: Description("Minsta talet.")] decimal? Minst,
    [property: Description("Högsta talet.")] decimal? Hogst,
    [property: Description("Flest decimaler. null när svaret inte är ett tal.")] int? Decimaler,
    [property: Description("Det som talet räknas i.")] string? Enhet,
    [property: Description("Det som går att välja. För en text: förslag, och svaret får vara ett annat.")] IReadOnlyList<Alternativ> Alternativ,
    [property: Description("Villkor i FEEL över formulärets egna svar, och ibland över det som är känt om ärendet. En fråga som inte gäller varken krävs eller sparas.")] string? VisasNar);

internal sealed record Alternativ(
    [property: Description("Det som skickas.")] string Varde,
    [property: Description("Det som visas.")] string Text);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Slutforande(
    [property: Description("Svar per fält, alltid en lista: ett datum skrivs ÅÅÅÅ-MM-DD, ja och nej skrivs ja och nej.")] IReadOnlyDictionary<string, IReadOnlyList<string>> Svar);

internal sealed record Slutford(
    [property: Description("Ärendet.")] string Arendenummer,
    [property: Description("Vad som blev gjort och vad som händer nu, att visa.")] string Kvittens,
    [property: Description("Nästa uppgift i ärendet när den är er. Annars null.")] Guid? NastaUppgift);

internal sealed record Tagen(
    [property: Description("Uppgiften.")] Guid Uppgift,
    [property: Description("Ärendet.")] string Arendenummer);
