using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Arenden;

/// <summary>Keeps what is being typed in a place of the ärende, so that it is there again whatever happens to the browser or the session. Sent again and
/// again while one types: the last one counts.</summary>
/// <param name="Plats">Code of a <see cref="Utkastplats"/>.</param>
/// <param name="Falt">What the fields hold, by name.</param>
/// <param name="Blankett">The idempotency key of the shown form: what has been sent under it is no draft any more. Null when it has none.</param>
[Fortlopande]
[Kraver(Behorighet.HandlaggaArende, Behorighet.FordelaArende, Behorighet.FattaBeslut)]
public sealed record SparaUtkast(string Nummer, string Plats, IReadOnlyDictionary<string, string[]> Falt, string? Blankett = null) : ICommand<SparatUtkast>
{
    public override string ToString() => $"SparaUtkast {Nummer}";
}

public sealed record SparatUtkast(DateTimeOffset Tid);

internal sealed class SparaUtkastHandler(Utkastdorr dorr, Utkastskrivning skrivning) : ICommandHandler<SparaUtkast, SparatUtkast>
{
    public async Task<Result<SparatUtkast>> Handle(SparaUtkast request, CancellationToken cancellationToken)
    {
        var oppnad = await dorr.Oppna(request.Nummer, request.Plats, cancellationToken);
        return oppnad.Failed
            ? oppnad.Error : await skrivning.Spara(oppnad.Value.Arende.Id, oppnad.Value.Plats, request.Falt, request.Blankett, cancellationToken);
    }
}
