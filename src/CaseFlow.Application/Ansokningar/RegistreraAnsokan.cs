using CaseFlow.Application.Pipeline;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Ansokningar;

/// <summary>Takes in an ansökan and starts its process. The same body from the page, the API and the import (docs/api/ansokningar.md).</summary>
/// <param name="Ankomstdag">Another day than the rule gives (needs <paramref name="AnkomstdagSkal"/>); null follows FL 22 §.</param>
[Kraver(Behorighet.RegistreraAnsokan)]
public sealed record RegistreraAnsokan(
    AnsokanInnehall Innehall, DateOnly? Ankomstdag = null, string? AnkomstdagSkal = null) : ICommand<Registrering>;

/// <summary>The answer to an intake. A refusal is an <c>Error</c> with one of the contract's codes; a duplicate is an answer, not an error.</summary>
public sealed record Registrering(RegistreringUtfall Utfall, string Arendenummer, Guid ArendeId);

public enum RegistreringUtfall { Registrerad, Dubblett }

/// <summary>Contract of the intake, one line of a file or one body. Names are the JSON keys in camelCase.</summary>
public sealed record AnsokanInnehall(
    string? ExternId, string Kanal, DateTimeOffset Ankom, SokandeInnehall Sokande, IReadOnlyList<InsatsInnehall> Insatser,
    bool BarnIHemmet, string SkyddadeUppgifter, OmbudInnehall? Ombud);

public sealed record SokandeInnehall(
    string? Personnummer, DateOnly? Fodelsedatum, string? Kon, string Fornamn, string Efternamn, AdressInnehall? Adress, string? Telefon,
    string? Sprak, bool Tolkbehov);

public sealed record AdressInnehall(string? Gata, string? Postnummer, string? Ort);

public sealed record InsatsInnehall(string Insatstyp, string? Onskemal, decimal? Omfattning = null, string? Enhet = null);

public sealed record OmbudInnehall(string Namn, string Roll, string? Telefon, IReadOnlyList<string>? Omfattning);
