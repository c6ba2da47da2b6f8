using System.Buffers.Text;
using System.Security.Cryptography;

namespace CaseFlow.Domain.Behorigheter;

public readonly record struct ApiNyckelId(long Value) : IId;

/// <summary>A key by which another system calls us. The key itself is shown once and never kept; we know its hash.</summary>
public sealed class ApiNyckel
{
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

    public DateTimeOffset Skapad { get; private set; }

    public DateTimeOffset? Sparrad { get; private set; }

    public int Version { get; private set; }

    public bool Galler => Sparrad is null;

    /// <summary>Makes a key from 32 random bytes that the caller took from a safe source.</summary>
    /// <returns>The key and its only clear text, <c>NAMN_SAKNAS</c>, or <c>BEHORIGHET_OKAND</c> for a code outside the contract.</returns>
    public static Result<SkapadApiNyckel> Skapa(
        ApiNyckelId id, string? namn, IReadOnlyCollection<string> behorigheter, EnhetId enhet, ReadOnlySpan<byte> slump, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(namn)) return Error.Invalid("NAMN_SAKNAS", "Nyckeln behöver ett namn.");
        if (behorigheter.Count == 0 || behorigheter.Any(b => Kontraktsbehorighet.Tolka(b) is null))
            return Error.Invalid("BEHORIGHET_OKAND", "Behörigheten finns inte. Känd: ansokan.registrera.");
        var klartext = ApiNyckelhash.Klartext(slump);
        var nyckel = new ApiNyckel
        {
            Id = id,
            Namn = namn.Trim(),
            Hash = ApiNyckelhash.Av(klartext),
            EnhetId = enhet,
            Skapad = now.ToUniversalTime(),
        };
        nyckel._behorigheter.AddRange(behorigheter.Distinct(StringComparer.Ordinal));
        return new SkapadApiNyckel(nyckel, klartext, new(id, enhet, [.. nyckel._behorigheter]));
    }

    /// <summary>The capabilities the key carries; none once it is blocked.</summary>
    public IReadOnlySet<Behorighet> Rattigheter() => Galler
        ? _behorigheter.Select(Kontraktsbehorighet.Tolka).OfType<Behorighet>().ToHashSet()
        : new HashSet<Behorighet>();

    public Result<ApiNyckelSparrad> Sparra(DateTimeOffset now)
    {
        if (!Galler) return Error.Rule("NYCKEL_SPARRAD", "Nyckeln är redan spärrad.");
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

/// <summary>The codes of capabilities that a contract with another system can name.</summary>
public static class Kontraktsbehorighet
{
    public const string RegistreraAnsokan = "ansokan.registrera";

    public static Behorighet? Tolka(string? kod) => kod switch
    {
        RegistreraAnsokan => Behorighet.RegistreraAnsokan,
        _ => null,
    };
}

/// <param name="Klartext">Shown once to the one who ordered the key, then forgotten.</param>
public sealed record SkapadApiNyckel(ApiNyckel Nyckel, string Klartext, ApiNyckelSkapad Handelse)
{
    public override string ToString() => $"SkapadApiNyckel {Nyckel.Id.Value}";
}

public sealed record ApiNyckelSkapad(ApiNyckelId Nyckel, EnhetId Enhet, IReadOnlyList<string> Behorigheter) : IHandelse;

public sealed record ApiNyckelSparrad(ApiNyckelId Nyckel) : IHandelse;
