using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CaseFlow.Testing;

/// <summary>A PostgreSQL to test against: the one that <c>CASEFLOW_TEST_POSTGRES</c> points at, else a server of our own in a temporary
/// folder on a free loopback port, started once for the test process and stopped with it.</summary>
public static class Postgresserver
{
    private static readonly Lazy<string?> Binarer = new(SokBinarer);
    private static readonly Lazy<string> Server = new(Starta);
    private static int _databaser;

    private const string Vakt = "mapp=$1; shift; \"$@\" </dev/null & barn=$!; cat >/dev/null; kill -QUIT $barn; wait $barn; rm -rf \"$mapp\"";

    private static string? Angiven => Environment.GetEnvironmentVariable("CASEFLOW_TEST_POSTGRES") is { Length: > 0 } a ? a : null;

    public static bool Finns => Angiven is not null || Binarer.Value is not null;

    /// <summary>Whether our own server writes to disk before it says that a commit is done. Tests do not; set it before the first database.</summary>
    public static bool Hallbar { get; set; }

    /// <summary>A connection string to a new database: empty, or a copy of one that is <see cref="Forslut"/>.</summary>
    public static async Task<string> NyDatabas(string? mall = null)
    {
        var namn = string.Create(CultureInfo.InvariantCulture, $"caseflow_{Environment.ProcessId}_{Interlocked.Increment(ref _databaser)}");
        await Kor($"DROP DATABASE IF EXISTS {namn}", $"CREATE DATABASE {namn}{(mall is null ? null : $" TEMPLATE {Namn(mall)}")}");
        return new NpgsqlConnectionStringBuilder(Server.Value) { Database = namn }.ToString();
    }

    /// <summary>Closes a database for good, so that it can be copied.</summary>
    public static Task Forslut(string anslutningstext) => Kor(
        $"ALTER DATABASE {Namn(anslutningstext)} WITH ALLOW_CONNECTIONS false",
        $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Namn(anslutningstext)}'");

    /// <summary>Removes a database again; the server itself goes when the test process does.</summary>
    public static Task TaBort(string anslutningstext) => Kor($"DROP DATABASE IF EXISTS {Namn(anslutningstext)} WITH (FORCE)");

    /// <summary>Removes a database from a server that goes on without us; our own takes everything with it.</summary>
    internal static void TaBortKvar(string anslutningstext)
    {
        if (Angiven is not null) TaBort(anslutningstext).GetAwaiter().GetResult();
    }

    private static string? Namn(string anslutningstext) => new NpgsqlConnectionStringBuilder(anslutningstext).Database;

    private static async Task Kor(params string[] satser)
    {
        await using var anslutning = new NpgsqlConnection(Server.Value);
        await anslutning.OpenAsync();
        await using var kommando = anslutning.CreateCommand();
        foreach (var sats in satser)
        {
            kommando.CommandText = sats;
            await kommando.ExecuteNonQueryAsync();
        }
    }

    private static string? SokBinarer()
    {
        var mappar = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).AsEnumerable();
        const string debian = "/usr/lib/postgresql";
        if (Directory.Exists(debian))
            mappar = mappar.Concat(Directory.GetDirectories(debian).OrderDescending(StringComparer.Ordinal).Select(m => Path.Combine(m, "bin")));
        return mappar.FirstOrDefault(m => File.Exists(Path.Combine(m, "initdb")) && File.Exists(Path.Combine(m, "postgres")));
    }

    private static string Starta()
    {
        if (Angiven is { } angiven) return angiven;
        var binarer = Binarer.Value ?? throw new InvalidOperationException("PostgreSQL hittades inte (initdb, postgres).");
        var mapp = Directory.CreateTempSubdirectory("caseflow-pg-").FullName;
        var port = LedigPort();
        // PostgreSQL vägrar köra som root.
        if (Environment.UserName == "root") Starta("chown", "postgres", mapp);
        StartaSomPostgres(Path.Combine(binarer, "initdb"), "-D", mapp, "-U", "caseflow", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        // Skalet väntar på att vår ände av röret stängs, hur provprocessen än dör, och städar då efter sig.
        var info = SomPostgres("/bin/sh", "-c", Vakt, "vakt", mapp, Path.Combine(binarer, "postgres"), "-D", mapp,
            "-p", port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
            "-c", "max_connections=200", "-c", Hallbar ? "fsync=on" : "fsync=off", "-c", "log_min_messages=fatal");
        info.RedirectStandardInput = true;
        var vakt = Process.Start(info)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => vakt.StandardInput.Close();
        var text = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = port, Username = "caseflow", Database = "postgres", IncludeErrorDetail = true,
        }.ToString();
        Vanta(text);
        return text;
    }

    private static void Vanta(string text)
    {
        for (var forsok = 0; forsok < 150; forsok++)
        {
            try
            {
                using var anslutning = new NpgsqlConnection(text);
                anslutning.Open();
                return;
            }
            catch (NpgsqlException)
            {
                Thread.Sleep(200);
            }
        }

        throw new InvalidOperationException("PostgreSQL startade inte.");
    }

    private static int LedigPort()
    {
        using var lyssnare = new TcpListener(IPAddress.Loopback, 0);
        lyssnare.Start();
        return ((IPEndPoint)lyssnare.LocalEndpoint).Port;
    }

    private static ProcessStartInfo SomPostgres(string program, params string[] argument) => Environment.UserName == "root"
        ? new("runuser", ["-u", "postgres", "--", program, .. argument]) { WorkingDirectory = "/" }
        : new(program, argument);

    private static void StartaSomPostgres(string program, params string[] argument) => Starta(SomPostgres(program, argument));

    private static void Starta(string program, params string[] argument) => Starta(new ProcessStartInfo(program, argument));

    private static void Starta(ProcessStartInfo info)
    {
        info.RedirectStandardOutput = true;
        info.RedirectStandardError = true;
        using var process = Process.Start(info)!;
        var fel = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{info.FileName}: {fel.GetAwaiter().GetResult()}");
    }
}
