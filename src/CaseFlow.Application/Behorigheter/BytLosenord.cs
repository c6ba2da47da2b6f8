using System.Text.Json.Serialization;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Gives the user herself a new password, once the one she had was right. Every session of hers ends; the host opens a new one for the browser
/// she did it in. Account and event in one commit.</summary>
[Kraver(Behorighet.Inloggad)]
public sealed record BytLosenord([property: JsonIgnore] string Nytt) : ICommand<Done>
{
    public override string ToString() => "BytLosenord";
}

public sealed record LosenordBytt(AnvandareId Anvandare) : IHandelse;

internal sealed class BytLosenordHandler(Anrop anrop, IKonton konton) : ICommandHandler<BytLosenord, Done>
{
    public async Task<Result<Done>> Handle(BytLosenord request, CancellationToken cancellationToken)
    {
        if (Kontouppgifter.ProvaLosenord(request.Nytt) is { } fel) return fel;
        if (!await konton.SattLosenord(anrop.Aktor.Id, request.Nytt, cancellationToken)) return Error.NotFound();
        anrop.Handelse(new LosenordBytt(anrop.Aktor.Id));
        return Result.Done;
    }
}
