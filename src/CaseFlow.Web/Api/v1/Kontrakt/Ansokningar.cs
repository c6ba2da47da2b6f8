using System.ComponentModel;

namespace CaseFlow.Web.Api.v1.Kontrakt;

// Ansökan läses fält för fält (Ansokningsinnehall), med kontroller i en bestämd ordning. De här typerna beskriver kroppen för den som ska skicka den;
// ett prov skickar beskrivningens eget exempel.

internal sealed record Ansokan(
    [property: Description("Avsändarens egen nyckel, 1 till 200 synliga ASCII-tecken. Aldrig ett personnummer.")] string ExternId,
    [property: Description("Hur ansökan kom in."), Koder("besok", "telefon", "e-post", "e-tjanst", "brev", "aldre-direkt")] string Kanal,
    [property: Description("När den kom in, med Z eller en avvikelse.")] DateTime Ankom,
    [property: Description("Den som söker.")] Sokande Sokande,
    [property: Description("Det som söks, 1 till 50.")] IReadOnlyList<SoktInsats> Insatser,
    [property: Description("Barn bor i hemmet.")] bool? BarnIHemmet = null,
    [property: Description("Personens skydd."), Koder("ingen", "sekretessmarkering", "skyddad-folkbokforing")] string? SkyddadeUppgifter = null,
    [property: Description("Den som för personens talan.")] Ombud? Ombud = null);

internal sealed record Sokande(
    [property: Description("ÅÅÅÅMMDD-NNNN, eller null när det saknas.")] string? Personnummer,
    [property: Description("Förnamn.")] string Fornamn,
    [property: Description("Efternamn.")] string Efternamn,
    [property: Description("När personnummer är null.")] DateOnly? Fodelsedatum = null,
    [property: Description("När personnummer är null."), Koder("kvinna", "man")] string? Kon = null,
    [property: Description("Var personen bor.")] Adress? Adress = null,
    [property: Description("Telefonnummer.")] string? Telefon = null,
    [property: Description("Språkkod, till exempel sv, fi eller rmf.")] string? Sprak = null,
    [property: Description("Behöver tolk.")] bool? Tolkbehov = null);

internal sealed record Adress(
    [property: Description("Gata och nummer.")] string Gata,
    [property: Description("Postnummer.")] string Postnummer,
    [property: Description("Ort.")] string Ort);

internal sealed record SoktInsats(
    [property: Description("Insatstypens kod.")] string Insatstyp,
    [property: Description("Personens egna ord.")] string Onskemal,
    [property: Description("Hur mycket, i katalogens enhet eller i soktEnhet.")] decimal? SoktOmfattning = null,
    [property: Description("En annan enhet än katalogens.")] string? SoktEnhet = null);

internal sealed record Ombud(
    [property: Description("Namn.")] string Namn,
    [property: Description("På vilken grund."), Koder("god-man", "forvaltare", "framtidsfullmakt", "fullmakt")] string Roll,
    [property: Description("Telefonnummer.")] string? Telefon = null,
    [property: Description("sorja-for-person, forvalta-egendom, bevaka-ratt; vid fullmakt fri text.")] IReadOnlyList<string>? Omfattning = null);

internal sealed record RegistreradAnsokan(
    [property: Description("Avsändarens nyckel.")] string ExternId,
    [property: Description("registrerad, eller dubblett när samma ansökan redan fanns."), Koder("registrerad", "dubblett")] string Utfall,
    [property: Description("EXTERNID_FINNS för en dubblett, annars null.")] string? Kod,
    [property: Description("Ärendets nummer.")] string Arendenummer,
    [property: Description("Ärendets nyckel.")] Guid ArendeId);
