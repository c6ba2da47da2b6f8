using System.Text.Json.Serialization;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Gives the user herself a new password, once the one she had was right. Every session of hers ends; the host opens a new one for the browser
/// she did it in. Account and event in one commit.</summary>
/// <param name="TaBortNycklar">Her passkeys and her own API keys go as well: who changes it because someone else knew it does not know what that one made.</param>
[Kraver(Behorighet.Inloggad)]
public sealed record BytLosenord([property: JsonIgnore] string Nytt, bool TaBortNycklar = false) : ICommand<Done>
{
    public override string ToString() => "BytLosenord";
}

public sealed record LosenordBytt(AnvandareId Anvandare) : IHandelse;

internal sealed class BytLosenordHandler(CaseFlowDb db, Anrop anrop, IKonton konton) : ICommandHandler<BytLosenord, Done>
{
    public async Task<Result<Done>> Handle(BytLosenord request, CancellationToken cancellationToken)
    {
        if (Kontouppgifter.ProvaLosenord(request.Nytt) is { } fel) return fel;
        if (!await konton.SattLosenord(anrop.Aktor.Id, request.Nytt, tillfalligt: false, av: null, cancellationToken)) return Error.NotFound();
        anrop.Handelse(new LosenordBytt(anrop.Aktor.Id));
        return request.TaBortNycklar ? await TaBortNycklar(anrop.Aktor.Id, cancellationToken) : Result.Done;
    }

    private async Task<Result<Done>> TaBortNycklar(AnvandareId jag, CancellationToken ct)
    {
        for (var kvar = await konton.TaBortPasskeys(jag, ct); kvar > 0; kvar--) anrop.Handelse(new PasskeyBorttagen(jag));
        foreach (var nyckel in await db.ApiNycklar.Where(n => n.AnvandareId == jag && n.Sparrad == null).OrderBy(n => n.Id).ToListAsync(ct))
        {
            var sparrad = nyckel.Sparra(anrop.Nu);
            if (sparrad.Failed) return sparrad.Error;
            anrop.Handelse(sparrad.Value);
        }
        return Result.Done;
    }
}
