using System.Buffers.Binary;
using System.Globalization;

namespace CaseFlow.Seed.Massa;

/// <summary>One copy of a template: whose it is, where it stands and how far back it is moved.</summary>
/// <remarks>A key is the moment in milliseconds and 22 bits below it, as the product's own. In a copy those bits are its place among the
/// copies of its template and the key's place among the template's, and the lowest bits of the milliseconds are the template's number: no two copies
/// can meet, and the keys of one stand in the order they stood.</remarks>
/// <param name="Nummer">Which of all copies, from 1.</param>
/// <param name="Plats">Which of its template's, from <see cref="Mallbok.ForstaPlats"/>.</param>
/// <param name="Vridning">How many places the handläggare are moved.</param>
internal sealed record Kopia(
    Mall Mall, int Nummer, int Plats, int Dagar, Enhetskopia Enhet, int Vridning, int ForstaArende, string Identitet, string Fornamn, string Efternamn)
{
    public const int Lagbitar = 22;
    public const long Lagmask = (1L << Lagbitar) - 1;
    public const int Ordningsbitar = 9;
    public const int FlestNycklar = 1 << Ordningsbitar;
    public const int FlestPlatser = 1 << (Lagbitar - Ordningsbitar);
    public const int FlestMallar = 256;

    private static readonly long Epok = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public long Nyckel(long millisekund, int ordning) =>
        (Egen(millisekund) << Lagbitar) | ((long)Plats << Ordningsbitar) | (uint)ordning;

    public Guid Publik(Guid mallens, int ordning)
    {
        Span<byte> b = stackalloc byte[16];
        mallens.TryWriteBytes(b, bigEndian: true, out _);
        var ms = Egen(((long)BinaryPrimitives.ReadInt16BigEndian(b) << 32 | BinaryPrimitives.ReadUInt32BigEndian(b[2..])) - Epok) + Epok;
        BinaryPrimitives.WriteInt16BigEndian(b, (short)(ms >> 32));
        BinaryPrimitives.WriteInt32BigEndian(b[2..], (int)ms);
        // Kopians och nyckelns nummer, blandade så att inga två blir lika.
        var tal = Blanda((ulong)Nummer << Ordningsbitar | (uint)ordning);
        BinaryPrimitives.WriteUInt16BigEndian(b[6..], (ushort)(0x7000 | (tal >> 52)));
        BinaryPrimitives.WriteUInt64BigEndian(b[8..], 0x8000_0000_0000_0000 | (tal & 0xF_FFFF_FFFF_FFFF));
        return new Guid(b, bigEndian: true);
    }

    public long Personal(bool handlaggare, int plats) =>
        handlaggare ? Enhet.Handlaggare[(plats + Vridning) % Enhet.Handlaggare.Count].Value : Enhet.Ovriga[plats].Value;

    /// <summary>Of the same year, and above every number that the year's series has come to.</summary>
    public string Arendenummer(string mallens, int plats) =>
        Domain.Arenden.Arendenummer.Formatera(int.Parse(mallens.AsSpan(0, 4), CultureInfo.InvariantCulture), ForstaArende + plats);

    private long Egen(long millisekund) => ((millisekund - Dagar * TimeSpan.MillisecondsPerDay) & ~(FlestMallar - 1L)) | (uint)Mall.Nummer;

    /// <summary>One to one on 64 bits.</summary>
    private static ulong Blanda(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
