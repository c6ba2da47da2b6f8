using System.Buffers.Text;
using System.Security.Cryptography;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Behorigheter;

public readonly record struct ApiNyckelId(long Value) : IId;

/// <summary>A key by which another system calls us: as itself, or as the person whose key it is. The key is shown once and never kept; we know
/// its hash.</summary>
public sealed class ApiNyckel
{
    /// <summary>The longest that a personal key is made for, in days.</summary>
    public const int LangstDagar = 365;

    private readonly List<string> _behorigheter = [];

    private ApiNyckel()
    {
    }

    public ApiNyckelId Id { get; private set; }

    public string Namn { get; private set; } = "";

    /// <summary>SHA-256 of the key, 64 hexadecimal digits (<see cref="ApiNyckelhash"/>).</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The contract's codes, e.g. <c>ansokan.registrera</c>.</summary>
    public IReadOnlyList<string> Behorigheter => _behorigheter;

    /// <summary>The unit the key works for.</summary>
    public EnhetId EnhetId { get; private set; }

    /// <summary>Whose key it is: what is done with it she does. Null for a key that belongs to a system.</summary>
    public AnvandareId? AnvandareId { get; private set; }

    public DateTimeOffset Skapad { get; private set; }

    /// <summary>The last day (Europe/Stockholm) that the key opens. Null for a system's, which opens until it is blocked.</summary>
    public DateOnly? GallerTom { get; private set; }

    public DateTimeOffset? Sparrad { get; private set; }

    public int Version { get; private set; }

    /// <summary>Makes a key from 32 random bytes that the caller took from a safe source.</summary>
    /// <param name="anvandare">Whose key it is; null for a system's own.</param>
    /// <param name="gallerTom">The last day of a personal key, a year away at most. A system's has none.</param>
    /// <returns>The key and its only clear text, <c>NAMN_SAKNAS</c>, <c>BEHORIGHET_OKAND</c> for a code outside the contract,
    /// <c>BEHORIGHET_KRAVER_ANVANDARE</c> for one that only a person can have, or <c>NYCKELTID_OGILTIG</c>.</returns>
    public static Result<SkapadApiNyckel> Skapa(
        ApiNyckelId id, string? namn, IReadOnlyCollection<string> behorigheter, EnhetId enhet, ReadOnlySpan<byte> slump, DateTimeOffset now,
        AnvandareId? anvandare = null, DateOnly? gallerTom = null)
    {
        if (string.IsNullOrWhiteSpace(namn)) return Error.Invalid("NAMN_SAKNAS", "Nyckeln behöver ett namn.");
        if (behorigheter.Count == 0 || behorigheter.Any(b => Kontraktsbehorighet.Tolka(b).Count == 0))
            return Error.Invalid("BEHORIGHET_OKAND", $"Behörigheten finns inte. Kända: {string.Join(", ", Kontraktsbehorighet.Alla)}.");
        if (anvandare is null && behorigheter.FirstOrDefault(b => !Kontraktsbehorighet.FarSystem(b)) is { } personlig)
            return Error.Invalid("BEHORIGHET_KRAVER_ANVANDARE", $"{personlig} ges bara i en personlig nyckel. Ange vems den är.");
        var idag = SvenskTid.Dag(now);
        if (anvandare is null != gallerTom is null || gallerTom is { } tom && (tom < idag || tom > idag.AddDays(LangstDagar)))
            return Error.Invalid("NYCKELTID_OGILTIG", "En personlig nyckel har en sista dag, från i dag till högst ett år fram. Ett systems nyckel har ingen.");
        var klartext = ApiNyckelhash.Klartext(slump);
        var nyckel = new ApiNyckel
        {
            Id = id,
            Namn = namn.Trim(),
            Hash = ApiNyckelhash.Av(klartext),
            EnhetId = enhet,
            AnvandareId = anvandare,
            Skapad = now.ToUniversalTime(),
            GallerTom = gallerTom,
        };
        nyckel._behorigheter.AddRange(behorigheter.Distinct(StringComparer.Ordinal));
        return new SkapadApiNyckel(nyckel, klartext, new(id, enhet, anvandare, [.. nyckel._behorigheter], gallerTom));
    }

    /// <summary>Opens that day: not blocked, and its last day has not passed.</summary>
    public bool Galler(DateOnly idag) => Sparrad is null && (GallerTom is null || GallerTom >= idag);

    /// <summary>The capabilities the key carries; none once it opens no longer. Those of a personal key hold only as far as the person's own.</summary>
    public IReadOnlySet<Behorighet> Rattigheter(DateOnly idag) => Galler(idag)
        ? _behorigheter.Where(b => AnvandareId is not null || Kontraktsbehorighet.FarSystem(b)).SelectMany(Kontraktsbehorighet.Tolka).ToHashSet()
        : new HashSet<Behorighet>();

    public Result<ApiNyckelSparrad> Sparra(DateTimeOffset now)
    {
        if (Sparrad is not null) return Error.Rule("NYCKEL_SPARRAD", "Nyckeln är redan spärrad.");
        Sparrad = now.ToUniversalTime();
        return new ApiNyckelSparrad(Id);
    }
}

/// <summary>The key's clear text and its hash. A plain SHA-256 is enough: there is nothing to guess in 256 random bits.</summary>
public static class ApiNyckelhash
{
    public const int Slumplangd = 32;
    public const string Inledning = "cfk_";

    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static string Klartext(ReadOnlySpan<byte> slump) => slump.Length == Slumplangd
        ? Inledning + Base64Url.EncodeToString(slump)
        : throw new ArgumentException("En nyckel görs av 32 slumpade byte.", nameof(slump));

    /// <summary>The hash to look the key up by. Any text gives one; only a real key's is known.</summary>
    public static string Av(string klartext) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(klartext)));
}

/// <summary>The codes of capabilities that a contract can name, and what each lets its bearer do.</summary>
public static class Kontraktsbehorighet
{
    public const string RegistreraAnsokan = "ansokan.registrera";

    /// <summary>To read the ärenden one has, the unit's for its chef, and their tasks, beslut and insatser.</summary>
    public const string LasaArende = "arende.lasa";

    /// <summary>To take a task, and to complete one.</summary>
    public const string SlutforaUppgift = "uppgift.slutfora";

    public const string SokaPerson = "person.soka";

    public static IReadOnlyList<string> Alla { get; } = [RegistreraAnsokan, LasaArende, SlutforaUppgift, SokaPerson];

    /// <returns>Empty for a code outside the contract.</returns>
    public static IReadOnlyList<Behorighet> Tolka(string? kod) => kod switch
    {
        RegistreraAnsokan => [Behorighet.RegistreraAnsokan],
        LasaArende => [Behorighet.LasaArende, Behorighet.SeEnheten],
        SlutforaUppgift => [Behorighet.HandlaggaArende, Behorighet.FordelaArende],
        SokaPerson => [Behorighet.SokaPersoner],
        _ => [],
    };

    /// <summary>The codes that would open anything for someone with these capabilities.</summary>
    public static IReadOnlyList<string> Som(IReadOnlySet<Behorighet> far) => [.. Alla.Where(kod => Tolka(kod).Any(far.Contains))];

    /// <summary>Whether a system that is no person may have it. What is about a person's ärende asks who reads it, and on what ground.</summary>
    // Lag (2001:454) om behandling av personuppgifter inom socialtjänsten, 10 §: behörighet efter behov, åtkomsten dokumenteras
    public static bool FarSystem(string kod) => kod == RegistreraAnsokan;
}

/// <param name="Klartext">Shown once to the one who ordered the key, then forgotten.</param>
public sealed record SkapadApiNyckel(ApiNyckel Nyckel, string Klartext, ApiNyckelSkapad Handelse)
{
    public override string ToString() => $"SkapadApiNyckel {Nyckel.Id.Value}";
}

public sealed record ApiNyckelSkapad(ApiNyckelId Nyckel, EnhetId Enhet, AnvandareId? Anvandare, IReadOnlyList<string> Behorigheter, DateOnly? GallerTom = null) : IHandelse;

public sealed record ApiNyckelSparrad(ApiNyckelId Nyckel) : IHandelse;
