using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Domain;

namespace CaseFlow.Web.Auth;

/// <summary>How many rows the trail gets of what is turned away from strangers: the first at once, the rest as a count when the minute is over. Whoever
/// sends a million fills neither the log nor the memory.</summary>
internal sealed class Avvisningstak(TimeProvider tid)
{
    /// <summary>Addresses that are told apart within a minute; those beyond are counted together.</summary>
    public const int FlestAdresser = 100;

    public static readonly TimeSpan Fonster = TimeSpan.FromMinutes(1);

    private const int Ipv6Natet = 8;

    private readonly Lock _las = new();
    private readonly Dictionary<Avvisad, (DateTimeOffset Borjade, int Fler)> _oppna = [];

    /// <summary>Counts one.</summary>
    /// <returns>What to write now; null when it waits for the minute to end.</returns>
    public (Avvisad Vad, int Antal)? Notera(Avvisning slag, IPAddress? adress, AnvandareId? anvandare, AvvisadNyckel? nyckel = null)
    {
        var nu = tid.GetUtcNow();
        lock (_las)
        {
            var vad = new Avvisad(slag, Adress(adress), anvandare, nyckel);
            if (!_oppna.ContainsKey(vad) && _oppna.Count >= FlestAdresser) vad = new(slag, null, null, null);
            ref var fonster = ref CollectionsMarshal.GetValueRefOrAddDefault(_oppna, vad, out var finns);
            if (finns && nu - fonster.Borjade < Fonster)
            {
                fonster.Fler++;
                return null;
            }
            var antal = fonster.Fler + 1;
            fonster = (nu, 0);
            return (vad, antal);
        }
    }

    /// <summary>What was counted in minutes that are over, and forgets them.</summary>
    /// <param name="alla">Those that are not over too: the app is about to stop.</param>
    public IReadOnlyList<(Avvisad Vad, int Antal)> Avsluta(bool alla = false)
    {
        var nu = tid.GetUtcNow();
        lock (_las)
        {
            var slut = _oppna.Where(f => alla || nu - f.Value.Borjade >= Fonster).ToList();
            foreach (var (vad, _) in slut) _oppna.Remove(vad);
            return [.. slut.Where(f => f.Value.Fler > 0).Select(f => (f.Key, f.Value.Fler))];
        }
    }

    /// <summary>One subscriber has a whole IPv6 network (/64): it counts as one address.</summary>
    private static string Adress(IPAddress? adress)
    {
        if (adress is null) return "";
        if (adress.IsIPv4MappedToIPv6) return adress.MapToIPv4().ToString();
        if (adress.AddressFamily is not AddressFamily.InterNetworkV6) return adress.ToString();
        var byte16 = adress.GetAddressBytes();
        Array.Clear(byte16, Ipv6Natet, byte16.Length - Ipv6Natet);
        return new IPAddress(byte16) + "/64";
    }
}

/// <param name="Adress">Null for several addresses taken together.</param>
internal readonly record struct Avvisad(Avvisning Slag, string? Adress, AnvandareId? Anvandare, AvvisadNyckel? Nyckel);
