using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CaseFlow.Data.Providers;

/// <summary>Rows made on one thread and laid on another: making them takes as long as laying them.</summary>
internal static class Radflode
{
    private const int Bunt = 2000;
    private const int FlestBuntar = 8;

    public static async IAsyncEnumerable<IReadOnlyList<object?[]>> Buntar(IEnumerable<object?[]> rader, [EnumeratorCancellation] CancellationToken ct)
    {
        var kanal = Channel.CreateBounded<IReadOnlyList<object?[]>>(new BoundedChannelOptions(FlestBuntar) { SingleReader = true, SingleWriter = true });
        using var slut = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var gorande = Task.Run(() => Gor(rader, kanal.Writer, slut.Token), CancellationToken.None);
        try
        {
            await foreach (var bunt in kanal.Reader.ReadAllAsync(ct)) yield return bunt;
        }
        finally
        {
            // Slutar den som lägger raderna ska ingen stå kvar och göra fler.
            await slut.CancelAsync();
            await gorande;
        }
    }

    /// <summary>What goes wrong is told to the one who reads.</summary>
    private static async Task Gor(IEnumerable<object?[]> rader, ChannelWriter<IReadOnlyList<object?[]>> till, CancellationToken ct)
    {
        try
        {
            foreach (var bunt in rader.Chunk(Bunt)) await till.WriteAsync(bunt, ct);
            till.Complete();
        }
        catch (Exception fel)
        {
            till.TryComplete(fel);
        }
    }
}
