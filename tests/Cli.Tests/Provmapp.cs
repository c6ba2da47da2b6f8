using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Cli.Tests;

/// <summary>What a command answered.</summary>
public sealed record Svar(int Slutkod, string Ut, string Fel)
{
    public string[] Rader => Ut.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A data folder of its own, with a SQLite database where a test asks for one.</summary>
public sealed class Provmapp : IDisposable
{
    private static readonly SemaphoreSlim Las = new(1, 1);
    private static string? _mall;

    private Provmapp()
    {
    }

    public string Mapp { get; } = Directory.CreateTempSubdirectory("caseflow-cli-").FullName;

    /// <summary>The repository's root.</summary>
    public static string Rot { get; } = SokRot();

    public static Provmapp Tom() => new();

    /// <summary>As after <c>caseflow migrate</c>. Migrated once; every test has its copy.</summary>
    public static async Task<Provmapp> Migrerad()
    {
        await Las.WaitAsync();
        try
        {
            _mall ??= await Mall();
        }
        finally
        {
            Las.Release();
        }
        var mapp = new Provmapp();
        foreach (var fil in Directory.GetFiles(_mall)) File.Copy(fil, mapp.Fil(Path.GetFileName(fil)));
        return mapp;
    }

    public static string Data(string fil) => Path.Combine(Rot, "tests", "Data", fil);

    public string Fil(string namn) => Path.Combine(Mapp, namn);

    public string Skriv(string namn, params string[] rader)
    {
        File.WriteAllText(Fil(namn), string.Concat(rader.Select(r => r + "\n")));
        return Fil(namn);
    }

    /// <summary>Runs a command in this process.</summary>
    public Task<Svar> Kor(params string[] ord) => Kor(new Dictionary<string, string?>(StringComparer.Ordinal) { ["CASEFLOW_DATA"] = Mapp }, ord);

    /// <summary>Runs a command in this process until it is stopped.</summary>
    public Task<Svar> Kor(CancellationToken ct, params string[] ord) =>
        Kor(new Dictionary<string, string?>(StringComparer.Ordinal) { ["CASEFLOW_DATA"] = Mapp }, ord, ct);

    public static Task<Svar> Kor(Dictionary<string, string?> installningar, params string[] ord) => Kor(installningar, ord, CancellationToken.None);

    private static async Task<Svar> Kor(Dictionary<string, string?> installningar, string[] ord, CancellationToken ct)
    {
        using var ut = new StringWriter { NewLine = "\n" };
        using var fel = new StringWriter { NewLine = "\n" };
        var kod = await Kommandorad.Kor(ord, ut, fel, new ConfigurationBuilder().AddInMemoryCollection(installningar).Build(), ct: ct);
        return new(kod, ut.ToString(), fel.ToString());
    }

    /// <summary>Runs a command in this process, with something on stdin.</summary>
    public async Task<Svar> KorMed(string inkommande, params string[] ord)
    {
        using var ut = new StringWriter { NewLine = "\n" };
        using var fel = new StringWriter { NewLine = "\n" };
        var installningar = new ConfigurationBuilder().AddInMemoryCollection([new("CASEFLOW_DATA", Mapp)]).Build();
        var kod = await Kommandorad.Kor(ord, ut, fel, installningar, inkommande: new StringReader(inkommande));
        return new(kod, ut.ToString(), fel.ToString());
    }

    /// <summary>Runs a command as a process of its own.</summary>
    public async Task<Svar> Process(params string[] ord)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "caseflow.dll"), .. ord])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Mapp,
        };
        info.Environment["CASEFLOW_DATA"] = Mapp;
        info.Environment.Remove("CASEFLOW_DB");
        info.Environment.Remove("ConnectionStrings__CaseFlow");
        using var process = System.Diagnostics.Process.Start(info)!;
        var (ut, fel) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await ut, await fel);
    }

    /// <summary>Asks the database beside the product.</summary>
    public long Rakna(string sql)
    {
        using var anslutning = Oppna();
        using var fraga = anslutning.CreateCommand();
        fraga.CommandText = sql;
        return (long)fraga.ExecuteScalar()!;
    }

    public void Andra(string sql)
    {
        using var anslutning = Oppna();
        using var fraga = anslutning.CreateCommand();
        fraga.CommandText = sql;
        Assert.NotEqual(0, fraga.ExecuteNonQuery());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Mapp, recursive: true);
    }

    private SqliteConnection Oppna()
    {
        var anslutning = new SqliteConnection($"Data Source={Fil("caseflow.db")};Pooling=False");
        anslutning.Open();
        return anslutning;
    }

    private static async Task<string> Mall()
    {
        var mall = new Provmapp();
        var svar = await mall.Kor("migrate");
        Assert.Equal((0, ""), (svar.Slutkod, svar.Fel));
        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(mall.Mapp, recursive: true);
        return mall.Mapp;
    }

    private static string SokRot()
    {
        var mapp = new DirectoryInfo(AppContext.BaseDirectory);
        while (mapp is not null && !File.Exists(Path.Combine(mapp.FullName, "CaseFlow.sln"))) mapp = mapp.Parent;
        return mapp?.FullName ?? throw new InvalidOperationException("CaseFlow.sln finns inte ovanför provet.");
    }
}
