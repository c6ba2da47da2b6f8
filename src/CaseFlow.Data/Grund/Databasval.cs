using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace CaseFlow.Data.Grund;

public enum Databasslag { Sqlite, Postgres, SqlServer }

/// <summary>Which database, and where the product keeps its files.</summary>
/// <param name="Mapp">Folder for the SQLite file and other data of the installation.</param>
public sealed record Databasval(Databasslag Slag, string Anslutning, string Mapp)
{
    private const string Losning = "CaseFlow.sln";
    private const int Forberedda = 100;

    /// <summary>The embedded database's file, absolute; null for a server's.</summary>
    public string? Fil => Slag == Databasslag.Sqlite ? Path.GetFullPath(new SqliteConnectionStringBuilder(Anslutning).DataSource) : null;

    /// <summary>Closes pooled connections to the embedded databases, so that their files can be moved.</summary>
    public void Slapp()
    {
        if (Slag == Databasslag.Sqlite) SqliteConnection.ClearAllPools();
    }

    /// <summary>Reads <c>CASEFLOW_DATA</c>, <c>CASEFLOW_DB</c> and <c>ConnectionStrings:CaseFlow</c>.</summary>
    /// <exception cref="InstallningException">A setting is missing or not understood.</exception>
    public static Databasval Las(IConfiguration installningar)
    {
        var mapp = Mappen(installningar["CASEFLOW_DATA"]);
        var anslutning = installningar.GetConnectionString("CaseFlow");
        var slag = installningar["CASEFLOW_DB"]?.Trim().ToLowerInvariant() switch
        {
            null or "" or "sqlite" => Databasslag.Sqlite,
            "postgres" => Databasslag.Postgres,
            "sqlserver" => Databasslag.SqlServer,
            var annat => throw new InstallningException($"CASEFLOW_DB är \"{annat}\". Välj sqlite, postgres eller sqlserver."),
        };
        if (slag != Databasslag.Sqlite && string.IsNullOrWhiteSpace(anslutning))
            throw new InstallningException($"CASEFLOW_DB är {slag}, och då måste ConnectionStrings__CaseFlow anges.");
        try
        {
            return new(slag, slag switch
            {
                Databasslag.Sqlite => Sqlite(anslutning, mapp),
                Databasslag.Postgres => Postgres(anslutning!),
                Databasslag.SqlServer => anslutning!,
            }, mapp);
        }
        catch (ArgumentException fel)
        {
            throw new InstallningException($"ConnectionStrings__CaseFlow går inte att tolka för {slag}.", fel);
        }
    }

    private static string Mappen(string? angiven)
    {
        if (string.IsNullOrWhiteSpace(angiven)) return Path.Combine(Losningsmapp() ?? Directory.GetCurrentDirectory(), ".data");
        try
        {
            return Path.GetFullPath(angiven);
        }
        catch (Exception fel) when (fel is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw new InstallningException("CASEFLOW_DATA är inte en giltig sökväg till en mapp.", fel);
        }
    }

    private static string? Losningsmapp()
    {
        var mapp = new DirectoryInfo(AppContext.BaseDirectory);
        while (mapp is not null && !File.Exists(Path.Combine(mapp.FullName, Losning))) mapp = mapp.Parent;
        return mapp?.FullName;
    }

    private static string Sqlite(string? anslutning, string mapp)
    {
        var bygg = new SqliteConnectionStringBuilder(anslutning ?? "");
        if (bygg.DataSource.Length == 0) bygg.DataSource = Path.Combine(mapp, "caseflow.db");
        return bygg.ToString();
    }

    private static string Postgres(string anslutning)
    {
        var bygg = new NpgsqlConnectionStringBuilder(anslutning);
        if (bygg.MaxAutoPrepare == 0) bygg.MaxAutoPrepare = Forberedda;
        // Produkten lämnar inget efter sig i anslutningen (migreringens lås släpps av den som tog det); annars städas den med sju satser före varje kommando.
        bygg.NoResetOnClose = true;
        return bygg.ToString();
    }
}

/// <summary>The installation is wrong; the text is for the one who runs it.</summary>
public sealed class InstallningException(string text, Exception? orsak = null) : Exception(text, orsak);
