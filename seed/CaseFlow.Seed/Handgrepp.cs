using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using MediatR;

namespace CaseFlow.Seed;

/// <summary>One use case to be sent by someone.</summary>
internal sealed class Handgrepp
{
    private readonly Func<IAnropare, CancellationToken, Task<(Error? Fel, Action? Svar)>> _sand;

    private Handgrepp(string namn, Func<IAnropare, CancellationToken, Task<(Error? Fel, Action? Svar)>> sand) => (Namn, _sand) = (namn, sand);

    public string Namn { get; }

    /// <param name="svar">Given the answer, on whatever thread it came.</param>
    public static Handgrepp Av<T>(IRequest<Result<T>> anrop, Aktor aktor, Action<T>? svar = null) => new(anrop.GetType().Name, async (anropare, ct) =>
    {
        var resultat = await anropare.Sand(anrop, aktor, null, ct);
        return resultat.Failed ? (resultat.Error, null) : (null, svar is null ? null : () => svar(resultat.Value));
    });

    /// <summary>The answer is handed over by the sender once the round is over, one at a time and in order.</summary>
    public Task<(Error? Fel, Action? Svar)> Sand(IAnropare anropare, CancellationToken ct) => _sand(anropare, ct);
}

/// <summary>Sends what a round holds. On SQLite the writers stand in a queue that keeps their order, so the round is sent at once and is
/// committed together; elsewhere one at a time, so that the order, and with it the demo, is the same every time.</summary>
internal sealed class Avsandare(IAnropare anropare, Demoklocka klocka, Demoids ids, bool medKo)
{
    private static readonly TimeSpan Langsta = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Runda = TimeSpan.FromMinutes(75);

    public int Skickade { get; private set; }

    /// <exception cref="InvalidOperationException">A use case was refused: the demo asks for something the product does not allow.</exception>
    public Task Sand(IReadOnlyList<Handgrepp> handgrepp, DateTimeOffset fran, CancellationToken ct)
    {
        ids.Ga(fran);
        return Sand(handgrepp, fran, handgrepp.Count > 0 && Runda / handgrepp.Count < Langsta ? Runda / handgrepp.Count : Langsta, ct);
    }

    /// <summary>All at the moment where the clock stands.</summary>
    /// <exception cref="InvalidOperationException">A use case was refused.</exception>
    public Task SandNu(IReadOnlyList<Handgrepp> handgrepp, CancellationToken ct) => Sand(handgrepp, klocka.GetUtcNow(), TimeSpan.Zero, ct);

    private async Task Sand(IReadOnlyList<Handgrepp> handgrepp, DateTimeOffset fran, TimeSpan steg, CancellationToken ct)
    {
        var pagaende = new List<Task<(Error? Fel, Action? Svar)>>(handgrepp.Count);
        for (var i = 0; i < handgrepp.Count; i++)
        {
            // Tiden läses när anropet börjar, nycklarna när det utförs: därför har de var sin klocka.
            klocka.Ga(fran + steg * i);
            var svar = handgrepp[i].Sand(anropare, ct);
            if (!medKo) await svar;
            pagaende.Add(svar);
        }
        var svaren = await Task.WhenAll(pagaende);
        Skickade += handgrepp.Count;
        for (var i = 0; i < svaren.Length; i++)
        {
            svaren[i].Svar?.Invoke();
            if (svaren[i].Fel is { } nekat)
                throw new InvalidOperationException($"{handgrepp[i].Namn} nekades {klocka.GetUtcNow():O}: {nekat.Code} {nekat.Text} {string.Join("; ", nekat.Fields)}");
        }
    }
}
