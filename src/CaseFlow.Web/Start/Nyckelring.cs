using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CaseFlow.Data.Grund;
using Microsoft.AspNetCore.DataProtection;

namespace CaseFlow.Web.Start;

/// <summary>The keys that protect cookies, forms and the apps' secrets: in <c>nycklar/</c> of the data folder, encrypted with a certificate
/// when one is given.</summary>
internal static class Nyckelring
{
    private const string Programnamn = "CaseFlow";
    private const string Cert = "CASEFLOW_NYCKELCERT";

    /// <exception cref="InstallningException">The certificate cannot be read.</exception>
    public static void AddNyckelring(this IServiceCollection services, IConfiguration installningar)
    {
        var mapp = Path.Combine(Databasval.Las(installningar).Mapp, "nycklar");
        Datamapp.Skapa(Path.GetDirectoryName(mapp)!);
        Datamapp.Skapa(mapp);
        var ring = services.AddDataProtection().SetApplicationName(Programnamn).PersistKeysToFileSystem(new DirectoryInfo(mapp));
        if (Certifikat(installningar) is { } certifikat)
        {
            ring.ProtectKeysWithCertificate(certifikat);
            return;
        }
        // Ramverkets egen varning sägs i stället med Varning, en gång och på svenska.
        services.AddLogging(logg => logg.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
    }

    /// <summary>What the one who starts the web should know about the keys; null when they are encrypted.</summary>
    public static string? Varning(IConfiguration installningar) => installningar[Cert] is { Length: > 0 }
        ? null
        : $"Nycklarna i {Path.Combine(Databasval.Las(installningar).Mapp, "nycklar")} ligger i klartext. Ange ett certifikat med {Cert} (docs/drift, Nycklar).";

    private static X509Certificate2? Certifikat(IConfiguration installningar)
    {
        if (installningar[Cert] is not { Length: > 0 } fil) return null;
        try
        {
            var certifikat = X509CertificateLoader.LoadPkcs12FromFile(fil, installningar[Cert + "_LOSEN"]);
            return certifikat.HasPrivateKey ? certifikat : throw new InstallningException($"{Cert}: {fil} saknar privat nyckel.");
        }
        catch (Exception fel) when (fel is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InstallningException($"{Cert}: {fil} går inte att läsa, eller lösenordet i {Cert}_LOSEN stämmer inte.", fel);
        }
    }
}
