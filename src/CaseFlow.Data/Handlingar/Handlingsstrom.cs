using System.Security.Cryptography;

namespace CaseFlow.Data.Handlingar;

/// <summary>The content of a stored file, decrypted a piece at a time; reads from any place.</summary>
internal sealed class Handlingsstrom : Stream
{
    private readonly FileStream _fil;
    private readonly AesGcm _nyckel;
    private readonly long _bitar;
    private readonly byte[] _kryptat = new byte[Handlingskryptering.Bit + Handlingskryptering.Tagg];
    private readonly byte[] _klartext = new byte[Handlingskryptering.Bit];
    private long _bit = -1;
    private int _i;

    /// <exception cref="InvalidDataException">The file is none of ours, or has been changed.</exception>
    public Handlingsstrom(FileStream fil, byte[] nyckel, string namn)
    {
        _fil = fil;
        _nyckel = Handlingskryptering.Las(fil, nyckel, namn);
        (_bitar, Length) = (Handlingskryptering.Bitar(fil.Length), Handlingskryptering.Innehall(fil.Length));
        if (Length < 0) throw new InvalidDataException("Filen är avkortad.");
        // Är nyckeln en annan ska det märkas innan något har lämnats ut.
        Hamta(0);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.IsEmpty) return 0;
        Hamta(Position / Handlingskryptering.Bit);
        var fran = (int)(Position % Handlingskryptering.Bit);
        var antal = Math.Min(buffer.Length, _i - fran);
        _klartext.AsSpan(fran, antal).CopyTo(buffer);
        Position += antal;
        return antal;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        SeekOrigin.End => Length + offset,
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    public override void Flush()
    {
        // Inget skrivs.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _fil.Dispose();
            _nyckel.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Hamta(long bit)
    {
        if (bit == _bit) return;
        _fil.Position = Handlingskryptering.Huvud + bit * _kryptat.Length;
        var antal = _fil.ReadAtLeast(_kryptat, _kryptat.Length, throwOnEndOfStream: false);
        if (antal < Handlingskryptering.Tagg) throw new InvalidDataException("Filen är avkortad.");
        try
        {
            Handlingskryptering.Dekryptera(_nyckel, bit, bit == _bitar - 1, _kryptat.AsSpan(0, antal), _klartext.AsSpan(0, antal - Handlingskryptering.Tagg));
        }
        catch (CryptographicException fel)
        {
            throw new InvalidDataException("Filen är ändrad, eller krypterad med en annan nyckel.", fel);
        }
        (_bit, _i) = (bit, antal - Handlingskryptering.Tagg);
    }
}
