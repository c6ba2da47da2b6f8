using System.Security.Cryptography;
using System.Text;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Data.Grund;

namespace CaseFlow.Data.Identitet;

/// <summary>HMAC with a key of the installation's own, kept in its data folder: without the key nobody can try names against the trail.</summary>
internal sealed class Pseudonymer(Databasval val) : IPseudonymer
{
    private const int Nyckellangd = 32;
    private const int Tecken = 32;

    private readonly Lazy<byte[]> _nyckel = new(() => Nyckel(Path.Combine(val.Mapp, "pseudonym.nyckel")));

    public string Av(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_nyckel.Value, Encoding.UTF8.GetBytes(text)))[..Tecken];

    /// <summary>Reads the key, or makes it at first use. Of two that make it at once the first wins, and both read that one.</summary>
    private static byte[] Nyckel(string fil)
    {
        if (!File.Exists(fil))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(fil)!);
            var ny = fil + "." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
            var val = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) val.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var strom = new FileStream(ny, val)) strom.Write(RandomNumberGenerator.GetBytes(Nyckellangd));
            try
            {
                File.Move(ny, fil, overwrite: false);
            }
            catch (IOException) when (File.Exists(fil))
            {
                File.Delete(ny);
            }
        }
        var nyckel = File.ReadAllBytes(fil);
        return nyckel.Length == Nyckellangd ? nyckel : throw new InstallningException($"Nyckelfilen {fil} är trasig. Läs tillbaka den från en säkerhetskopia.");
    }
}
