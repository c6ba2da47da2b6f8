using System.Buffers.Binary;
using System.Security.Cryptography;
using CaseFlow.Domain;

namespace CaseFlow.Data.Grund;

/// <summary>Keys that grow with time: milliseconds since 2020 in the upper 41 bits, 22 bits below that start at random in each
/// millisecond and count up. 63 bits, unique over processes but for a chance of about one in two million for each pair of keys begun in the
/// same millisecond.</summary>
/// <remarks>Thread safe. A clock that goes backwards does not make keys go backwards. Time and chance are given, so that demo data
/// can be laid the same way twice.</remarks>
public sealed class IdKalla : IIdKalla
{
    private const int Slumpbitar = 22;
    private const long Slumpmask = (1L << Slumpbitar) - 1;

    /// <summary>Room left above the random start, for keys of the same millisecond.</summary>
    private const int Startbitar = 21;

    private static readonly long Epok = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private readonly TimeProvider _tid;
    private readonly Slump _slump;
    private readonly Lock _las = new();
    private long _senast;

    /// <summary>Fills a buffer with random bytes.</summary>
    public delegate void Slump(Span<byte> till);

    public IdKalla(TimeProvider tid, Slump? slump = null) => (_tid, _slump) = (tid, slump ?? RandomNumberGenerator.Fill);

    /// <summary>The lowest key of a moment's millisecond.</summary>
    public static long Lagsta(DateTimeOffset tid) => (tid.ToUnixTimeMilliseconds() - Epok) << Slumpbitar;

    public void GaForbi(long senast)
    {
        // En millisekunds nycklar till: det som drogs sist i samma åtgärd kan ha kommit efter den som skrevs.
        lock (_las) _senast = Math.Max(_senast, senast + Slumpmask + 1);
    }

    public long Next()
    {
        var nu = (_tid.GetUtcNow().ToUnixTimeMilliseconds() - Epok) << Slumpbitar;
        lock (_las)
        {
            if ((_senast | Slumpmask) < nu)
            {
                Span<byte> slump = stackalloc byte[sizeof(int)];
                _slump(slump);
                _senast = nu | (BinaryPrimitives.ReadUInt32LittleEndian(slump) & ((1L << Startbitar) - 1));
            }
            else
            {
                _senast++;
            }

            return _senast;
        }
    }

    public Guid NextPublic()
    {
        Span<byte> b = stackalloc byte[16];
        lock (_las) _slump(b[6..]);
        var ms = _tid.GetUtcNow().ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteInt16BigEndian(b, (short)(ms >> 32));
        BinaryPrimitives.WriteInt32BigEndian(b[2..], (int)ms);
        b[6] = (byte)(0x70 | (b[6] & 0x0F));
        b[8] = (byte)(0x80 | (b[8] & 0x3F));
        return new Guid(b, bigEndian: true);
    }
}
