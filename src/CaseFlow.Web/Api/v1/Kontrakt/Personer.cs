using System.ComponentModel;
using System.Text.Json.Serialization;
using CaseFlow.Domain.Arenden;

namespace CaseFlow.Web.Api.v1.Kontrakt;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Personsok(
    [property: Description("Början av ett eller flera av namnen, i vilken ordning som helst. Stora och små bokstäver är desamma; å, ä och ö är egna bokstäver.")] string? Namn = null,
    [property: Description("Hela personnumret eller samordningsnumret, så som det skrivs.")] string? Personnummer = null,
    [property: Description("Rader per sida, 1 till 200. 20 när det inte sägs.")] int? Limit = null,
    [property: Description("Sidans nummer, från 1.")] int? Page = null);

internal sealed record Personlista(
    [property: Description("Personerna efter efternamn.")] IReadOnlyList<Persontraff> Data,
    [property: Description("Var i listan svaret står.")] Sidning Paginering);

internal sealed record Persontraff(
    [property: Description("Personen, maskerad när hon har skydd.")] Person Person,
    [property: Description("De av hennes ärenden som ni får veta om, det senaste först, högst 20.")] IReadOnlyList<Personarende> Arenden);

internal sealed record Personarende(
    [property: Description("År och löpnummer.")] string Arendenummer,
    [property: Description("Var ärendet är."), Koder(typeof(Steg))] string Steg,
    [property: Description("Går att öppna direkt. Annars skrivs ett skäl först, på ärendets sida.")] bool Oppen);
