using System.Security.Cryptography;

namespace CaseFlow.Data.Grund;

/// <summary>A secret key of the installation's own, 32 random bytes in a file that only its owner may read.</summary>
public static class Nyckelfil
{
    private const int Langd = 32;

    /// <summary>Reads the key, or makes it at first use. Of two that make it at once the first wins, and both read that one.</summary>
    /// <exception cref="InstallningException">The file is broken.</exception>
    public static byte[] LasEllerSkapa(string fil)
    {
        if (!File.Exists(fil))
        {
            Datamapp.Skapa(Path.GetDirectoryName(Path.GetFullPath(fil))!);
            var ny = fil + "." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
            using (var strom = new FileStream(ny, Datamapp.NyFil())) strom.Write(RandomNumberGenerator.GetBytes(Langd));
            try
            {
                File.Move(ny, fil, overwrite: false);
            }
            catch (IOException) when (File.Exists(fil))
            {
                File.Delete(ny);
            }
        }
        return Las(fil);
    }

    /// <exception cref="InstallningException">The file is missing or broken.</exception>
    public static byte[] Las(string fil)
    {
        if (!File.Exists(fil)) throw new InstallningException($"Nyckelfilen {fil} finns inte. Läs tillbaka den från en säkerhetskopia.");
        var nyckel = File.ReadAllBytes(fil);
        return nyckel.Length == Langd ? nyckel : throw new InstallningException($"Nyckelfilen {fil} är trasig. Läs tillbaka den från en säkerhetskopia.");
    }
}
