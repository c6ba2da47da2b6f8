using System.ComponentModel;

namespace CaseFlow.Web.Api.v1.Kontrakt;

// Kontraktet: det som går över tråden, med svenska beskrivningar som blir API:ets egna. Ett fält som tas bort eller byter
// betydelse kräver en ny version (v2); ett nytt fält gör det inte.

/// <summary>The codes that a text may be, for the description.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KoderAttribute : Attribute
{
    public KoderAttribute(params string[] koder) => Koder = koder;

    public KoderAttribute(Type uppraknad) => Koder = [.. Enum.GetValues(uppraknad).Cast<Enum>().Select(Kod.Av)];

    public IReadOnlyList<string> Koder { get; }
}

internal sealed record Person(
    [property: Description("Personens nyckel i API:et. Aldrig ett personnummer.")] Guid Id,
    [property: Description("För- och efternamn. \"Skyddade uppgifter\" när personen har skydd.")] string Namn,
    [property: Description("ÅÅÅÅMMDD-NNNN, eller ett temporärt nummer. null när personen har skydd.")] string? Personnummer,
    [property: Description("Hela år i dag. null när personen har skydd.")] int? Alder,
    [property: Description("Behöver tolk.")] bool Tolk,
    [property: Description("Språket på svenska när det inte är svenska, eller när tolk behövs.")] string? Sprak,
    [property: Description("Personen har sekretessmarkering eller skyddad folkbokföring. API:et visar aldrig uppgifterna; det gör en sida, med skäl.")] bool SkyddadeUppgifter,
    [property: Description("Personen har avlidit.")] bool Avliden);

internal sealed record Anvandare(
    [property: Description("Användarens nyckel, siffror.")] string Id,
    [property: Description("För- och efternamn.")] string Namn);

internal sealed record Omfattning(
    [property: Description("Hur mycket, i enheten.")] decimal Antal,
    [property: Description("Vad det räknas i, till exempel \"timmar per vecka\".")] string Enhet);

internal sealed record Vantan(
    [property: Description("Kod för vad som väntas på, till exempel komplettering.")] string Orsak,
    [property: Description("Dagen då det kommer upp igen.")] DateOnly? Vaknar);

/// <summary>Where in a list the answer stands (REST API-profilen: limit, page from 1).</summary>
internal sealed record Sidning(
    [property: Description("Rader per sida.")] int Limit,
    [property: Description("Sidans nummer, från 1. null när listan lästes med efter.")] int? Page,
    [property: Description("Rader i hela listan, räknade till högst 1 000.")] int Total,
    [property: Description("total är 1 000 och listan kan vara längre.")] bool TotalBegransad,
    [property: Description("Skicka som efter för nästa sida. null på den sista, och där listan inte bläddras så.")] string? Nasta);

/// <summary>What a refusal looks like (RFC 9457).</summary>
internal sealed record Problemsvar(
    [property: Description("Felets slag, en URN som slutar på koden.")] string Type,
    [property: Description("Vad som är fel, i en mening att visa.")] string Title,
    [property: Description("HTTP-status.")] int Status,
    [property: Description("Detsamma som title, med det som behövs för att rätta.")] string Detail,
    [property: Description("Just den här gången, en URN som slutar på traceId.")] string Instance,
    [property: Description("Stabil kod att handla efter.")] string Kod,
    [property: Description("Fel per fält eller parameter. Tom när det inte är något av dem.")] IReadOnlyList<Faltfel> Errors,
    [property: Description("Nämn det när ni hör av er om felet.")] string TraceId);

internal sealed record Faltfel(
    [property: Description("Fältets eller parameterns namn.")] string Field,
    [property: Description("Vad som är fel, i en mening att visa.")] string Detail);

/// <summary>The resource that the REST API-profil asks for (VER.06).</summary>
internal sealed record Apiinfo(
    [property: Description("API:ets namn.")] string ApiName,
    [property: Description("Version enligt SemVer.")] string ApiVersion,
    [property: Description("Dagen då versionen släpptes.")] DateOnly ApiReleased,
    [property: Description("Var beskrivningen finns.")] string ApiDocumentation,
    [property: Description("Var API:et är i sin livscykel."), Koder("alpha", "beta", "active", "deprecated", "retired")] string ApiStatus);
