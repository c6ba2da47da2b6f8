using Microsoft.Extensions.Configuration;

namespace CaseFlow.Data.Grund;

/// <summary>An embedded database that does not exist yet is laid in a file beside its place, and becomes the database by being renamed when it is
/// whole: what is interrupted leaves nothing, and a database that exists is never touched.</summary>
public static class Bredvid
{
    /// <param name="installningar">Those of the host.</param>
    /// <param name="fil">Where the database is to be. Nothing is there.</param>
    /// <param name="arbete">Lays it with the settings it is given (and <c>bredvid</c> to <see cref="Dataregistrering.AddCaseFlowData"/>); its answer says whether
    /// it shall be kept.</param>
    /// <exception cref="InstallningException">Someone else is laying the same database right now.</exception>
    public static async Task Lagg(IConfiguration installningar, string fil, Func<IConfiguration, Task<bool>> arbete)
    {
        var mapp = Path.GetDirectoryName(fil)!;
        Datamapp.Skapa(mapp);
        using var las = Las(fil + ".lagger");
        var bredvid = fil + ".demo";
        TaBort();
        var egna = new ConfigurationBuilder().AddConfiguration(installningar)
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:CaseFlow"] = $"Data Source={bredvid}" }).Build();
        var klar = false;
        try
        {
            klar = await arbete(egna);
        }
        finally
        {
            Databasval.Las(egna).Slapp();
            if (!klar) TaBort();
        }
        if (!klar) return;
        // Ingenting väntade på disken medan den lades: först nu måste den ligga där.
        using (var hel = File.OpenHandle(bredvid, FileMode.Open, FileAccess.ReadWrite)) RandomAccess.FlushToDisk(hel);
        File.Move(bredvid, fil);

        void TaBort()
        {
            foreach (var rest in Directory.EnumerateFiles(mapp, Path.GetFileName(bredvid) + "*")) File.Delete(rest);
        }
    }

    private static FileStream Las(string fil)
    {
        try
        {
            return new FileStream(fil, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException fel)
        {
            throw new InstallningException("CaseFlow startas redan på en annan plats och lägger demot just nu. Vänta tills den starten är klar.", fel);
        }
    }
}
