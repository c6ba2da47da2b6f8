using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Calls from an address were turned away before anyone knew what they were about: a form that is not ours, or an API key that does not exist. Sent
/// by the system, once a minute at most for each address and kind: <paramref name="Antal"/> says how many they were.</summary>
/// <param name="Adress">Where they came from; null for several addresses taken together. The trail gets a pseudonym only, and never the key.</param>
/// <param name="Anvandare">Whose session they came with; null when nobody was signed in.</param>
[Kraver(Behorighet.KoraProcess)]
public sealed record NoteraAvvisade(Avvisning Slag, string? Adress, AnvandareId? Anvandare, int Antal) : ICommand<Done>
{
    public override string ToString() => $"NoteraAvvisade {Slag}";
}

/// <summary>Why: the form had no valid token of ours (another site may have sent it), nobody has such a key, or the key no longer opens (which key is said
/// by <see cref="AvvisaApiAnrop"/>, unless there were too many to tell apart).</summary>
public enum Avvisning { FormularUtanKvitto, OkandNyckel, AvvisadNyckel }

/// <param name="AdressKod">Pseudonym of the address (<see cref="IPseudonymer"/>): the same address shows as the same. Null for several.</param>
/// <param name="Antal">Since the last row of the same kind and address.</param>
public sealed record AnropAvvisade(Avvisning Slag, string? AdressKod, AnvandareId? Anvandare, int Antal) : IHandelse;

internal sealed class NoteraAvvisadeHandler(Anrop anrop, IPseudonymer pseudonymer) : ICommandHandler<NoteraAvvisade, Done>
{
    public Task<Result<Done>> Handle(NoteraAvvisade request, CancellationToken cancellationToken)
    {
        anrop.Handelse(new AnropAvvisade(request.Slag, request.Adress is { } adress ? pseudonymer.Av(adress) : null, request.Anvandare, request.Antal));
        return Task.FromResult(Result.Done);
    }
}
