using CaseFlow.Engine.Bpmn;

namespace CaseFlow.Application.Processer;

/// <summary>Whether the processes that are put in together fit together: what they call is there, and what they wait for is said by someone.</summary>
public static class Processamband
{
    /// <returns>What is wrong, each with its process and element; empty when nothing is.</returns>
    public static IReadOnlyList<string> Fel(IReadOnlyCollection<ProcessDefinition> processer)
    {
        ArgumentNullException.ThrowIfNull(processer);
        var nycklar = processer.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var noder = processer.SelectMany(p => p.Nodes.Select(n => (Process: p.Key, Nod: n))).ToList();
        var sagda = Namn(noder.Where(n => Sander(n.Nod)), Meddelande).Concat(Processord.Meddelanden).ToHashSet(StringComparer.Ordinal);
        var vantade = Namn(noder.Where(n => !Sander(n.Nod)), Meddelande).ToHashSet(StringComparer.Ordinal);
        var (kastade, horda) = (Namn(noder.Where(n => Sander(n.Nod)), Signal).ToHashSet(StringComparer.Ordinal), Namn(noder.Where(n => !Sander(n.Nod)), Signal).ToHashSet(StringComparer.Ordinal));
        var fel = new List<string>();
        foreach (var (process, nod) in noder)
        {
            if (nod.Call is { Called: { Expression: null, Text: var anropad } } && !nycklar.Contains(anropad))
                fel.Add($"{process}: {nod.Id}: processen {anropad} finns inte.");
            if (Meddelande(nod.Trigger) is { } meddelande)
            {
                if (Sander(nod) && !vantade.Contains(meddelande)) fel.Add($"{process}: {nod.Id}: ingen process tar emot meddelandet {meddelande}.");
                if (!Sander(nod) && !sagda.Contains(meddelande))
                    fel.Add($"{process}: {nod.Id}: ingen sänder meddelandet {meddelande}. Det här systemet sänder {Processord.Lista(Processord.Meddelanden)}; andra sänds av en process.");
            }
            if (Signal(nod.Trigger) is not { } signal) continue;
            if (Sander(nod) && !horda.Contains(signal)) fel.Add($"{process}: {nod.Id}: ingen process lyssnar på signalen {signal}.");
            if (!Sander(nod) && !kastade.Contains(signal)) fel.Add($"{process}: {nod.Id}: ingen process ger signalen {signal}.");
        }
        if (CallGraph.Cycle(processer) is { } runt) fel.Add($"{runt[0]}: processerna anropar varandra runt: {string.Join(" → ", runt)}. Det som görs om ritas som en slinga i en process.");
        return fel;
    }

    private static IEnumerable<string> Namn(IEnumerable<(string Process, Node Nod)> noder, Func<Trigger, string?> av) => noder.Select(n => av(n.Nod.Trigger)).OfType<string>();

    private static bool Sander(Node nod) => nod.Kind is NodeKind.EndEvent or NodeKind.IntermediateThrowEvent or NodeKind.SendTask;

    private static string? Meddelande(Trigger trigger) => (trigger as MessageTrigger)?.Name;

    private static string? Signal(Trigger trigger) => (trigger as SignalTrigger)?.Name;
}
