using System.Buffers.Binary;
using CaseFlow.Domain;

namespace CaseFlow.Seed;

/// <summary>A clock that stands still until it is moved, and never goes back.</summary>
internal sealed class Demoklocka(DateTimeOffset start) : TimeProvider
{
    private long _tick = start.UtcTicks;

    public void Ga(DateTimeOffset till)
    {
        if (till.UtcTicks > Interlocked.Read(ref _tick)) Interlocked.Exchange(ref _tick, till.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _tick), TimeSpan.Zero);
}

/// <summary>Keys in the same shape as the product's own, from a time that is set between rounds and a count instead of chance. The clock
/// itself is not asked: it moves on while a round is still being carried out.</summary>
internal sealed class Demoids(int fro, DateTimeOffset start) : IIdKalla
{
    private const int Raknarbitar = 22;
    private static readonly long Epok = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private readonly Lock _las = new();
    private readonly Bogus.Randomizer _slump = new(fro);
    private long _millisekund = start.ToUnixTimeMilliseconds();
    private long _senast;

    public void Ga(DateTimeOffset till)
    {
        lock (_las) _millisekund = Math.Max(_millisekund, till.ToUnixTimeMilliseconds());
    }

    public long Next()
    {
        lock (_las) return _senast = Math.Max(_senast + 1, (_millisekund - Epok) << Raknarbitar);
    }

    public void GaForbi(long senast)
    {
        lock (_las) _senast = Math.Max(_senast, senast);
    }

    public Guid NextPublic()
    {
        lock (_las)
        {
            Span<byte> b = stackalloc byte[16];
            _slump.Bytes(10).CopyTo(b[6..]);
            BinaryPrimitives.WriteInt16BigEndian(b, (short)(_millisekund >> 32));
            BinaryPrimitives.WriteInt32BigEndian(b[2..], (int)_millisekund);
            b[6] = (byte)(0x70 | (b[6] & 0x0F));
            b[8] = (byte)(0x80 | (b[8] & 0x3F));
            return new Guid(b, bigEndian: true);
        }
    }
}
