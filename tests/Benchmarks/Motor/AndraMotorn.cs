using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using CaseFlow.Testing;

namespace CaseFlow.Benchmarks.Motor;

/// <summary>npm's bpmn-engine in a process of its own, asked over its pipes (<c>matning.mjs</c>). It runs on one thread, as node does. Thread safe.</summary>
internal sealed class AndraMotorn : IAsyncDisposable
{
    private static readonly string Mapp = Path.Combine(Kalltrad.Rot, "tests", "Engine.Tests", "SecondOpinion");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Process _node;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<Svar>> _vantar = new();
    private readonly Lock _las = new();
    private readonly Task _lasare;
    private int _nr;

    private AndraMotorn()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Mapp, "matning.mjs")]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        _node = Process.Start(start)!;
        _lasare = Task.Run(Las);
    }

    /// <param name="Klar">The process has ended.</param>
    public sealed record Svar(int Nr, string? Tillstand, bool Klar, int Steg, double Ms, string? Fel);

    public const string Saknas = "Den andra motorn hoppas över: kör npm ci i tests/Engine.Tests/SecondOpinion.";

    /// <returns>Null when it is not installed.</returns>
    public static async Task<AndraMotorn?> Starta(string xml)
    {
        if (!Directory.Exists(Path.Combine(Mapp, "node_modules", "bpmn-engine"))) return null;
        var motor = new AndraMotorn();
        await motor.Fraga(new { Gor = "las", Xml = xml });
        return motor;
    }

    public Task<Svar> Borja() => Fraga(new { Gor = "starta" });

    /// <param name="id">A task, or a message.</param>
    public Task<Svar> Signalera(string tillstand, string id) => Fraga(new { Gor = "signalera", Tillstand = tillstand, Id = id });

    /// <summary>Whole processes without a database: these tasks are done in order.</summary>
    public Task<Svar> Steg(IReadOnlyList<string> uppgifter, int antal, bool json) => Fraga(new { Gor = "steg", Uppgifter = uppgifter, Antal = antal, Json = json });

    public async ValueTask DisposeAsync()
    {
        _node.StandardInput.Close();
        await _lasare;
        await _node.WaitForExitAsync();
        _node.Dispose();
    }

    private async Task<Svar> Fraga(object fraga)
    {
        var (nr, svar) = (Interlocked.Increment(ref _nr), new TaskCompletionSource<Svar>(TaskCreationOptions.RunContinuationsAsynchronously));
        _vantar[nr] = svar;
        var rad = JsonSerializer.SerializeToNode(fraga, Json)!.AsObject();
        rad["nr"] = nr;
        var text = rad.ToJsonString(Json);
        lock (_las)
        {
            _node.StandardInput.WriteLine(text);
            _node.StandardInput.Flush();
        }

        var klart = await svar.Task;
        return klart.Fel is null ? klart : throw new InvalidOperationException(klart.Fel);
    }

    private async Task Las()
    {
        while (await _node.StandardOutput.ReadLineAsync() is { } rad)
        {
            var svar = JsonSerializer.Deserialize<Svar>(rad, Json)!;
            if (_vantar.TryRemove(svar.Nr, out var vantande)) vantande.SetResult(svar);
        }

        foreach (var vantande in _vantar.Values) vantande.TrySetException(new InvalidOperationException("Den andra motorn slutade svara."));
    }
}
