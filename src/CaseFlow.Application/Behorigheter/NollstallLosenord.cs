using System.Text.Json.Serialization;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Behorigheter;

/// <summary>Gives an account whose owner has forgotten her password a temporary one, to be told to her. She chooses her own at the next sign-in and
/// reaches nothing before that; the second step is asked for as always.</summary>
/// <param name="Anvandarnamn">From the command line; the page says who by <paramref name="Anvandare"/>.</param>
[Kraver(Behorighet.ForvaltaBehorigheter, Behorighet.KoraProcess)]
public sealed record NollstallLosenord(string? Anvandarnamn, [property: JsonIgnore] string Losenord, long? Anvandare = null) : ICommand<Done>
{
    public override string ToString() => "NollstallLosenord";
}

public sealed record LosenordNollstallt(AnvandareId Anvandare) : IHandelse;

internal sealed class NollstallLosenordHandler(Anrop anrop, IKonton konton) : ICommandHandler<NollstallLosenord, Done>
{
    public async Task<Result<Done>> Handle(NollstallLosenord request, CancellationToken cancellationToken)
    {
        if (await konton.Vem(request.Anvandarnamn, request.Anvandare, cancellationToken) is not { } anvandare) return Error.NotFound();
        if (anvandare == anrop.Aktor.Id && anrop.Aktor.Slag == AktorSlag.Person)
            return Error.Rule("EGET_KONTO", "Byt ditt eget lösenord under Mitt konto. Har du glömt det: be en annan förvaltare.");
        if (Kontouppgifter.ProvaLosenord(request.Losenord) is { } fel) return fel;
        if ((await konton.Lagen([anvandare], cancellationToken)).GetValueOrDefault(anvandare) is not { } lage) return Error.NotFound();
        if (Tvapersonersregel.Prova(anrop.Aktor, lage.TvastegAv) is { } andra) return andra;
        await konton.SattLosenord(anvandare, request.Losenord, tillfalligt: true, Tvapersonersregel.Av(anrop.Aktor), cancellationToken);
        anrop.Handelse(new LosenordNollstallt(anvandare));
        return Result.Done;
    }
}
