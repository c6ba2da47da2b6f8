using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Personer;

/// <summary>Keeps someone who works here out of all that concerns a person close to her, whether the person is known here or not: the answer never
/// says which.</summary>
/// <param name="Anvandare">Whom, when the chef registers for someone of her unit; null for oneself.</param>
[Kraver(Behorighet.LasaArende)]
public sealed record RegistreraSparr(string? Personnummer, long? Anvandare, string? Skal) : ICommand<Done>
{
    public override string ToString() => "RegistreraSparr";
}

/// <summary>The same against the person of an ärende that the actor may see.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record SparraFranPerson(string Nummer, long? Anvandare, string? Skal) : ICommand<Done>
{
    public override string ToString() => $"SparraFranPerson {Nummer}";
}

internal sealed class RegistreraSparrHandler(Anrop anrop, Sparregister sparrar) : ICommandHandler<RegistreraSparr, Done>
{
    public async Task<Result<Done>> Handle(RegistreraSparr request, CancellationToken cancellationToken)
    {
        var identitet = Personidentitet.Tolka(request.Personnummer, anrop.Idag);
        if (identitet.Failed) return Error.Invalid(new FieldError("personnummer", identitet.Error.Text));
        var vem = await sparrar.For(request.Anvandare, cancellationToken);
        return vem.Failed ? vem.Error : await sparrar.Registrera(vem.Value, identitet.Value, request.Skal, cancellationToken);
    }
}

internal sealed class SparraFranPersonHandler(Anrop anrop, Arendeatkomst atkomst, Sparregister sparrar) : ICommandHandler<SparraFranPerson, Done>
{
    public async Task<Result<Done>> Handle(SparraFranPerson request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var vem = await sparrar.For(request.Anvandare, cancellationToken);
        if (vem.Failed) return vem.Error;
        // För någon annan bara i de ärenden man är chef för.
        if (vem.Value != anrop.Aktor.Id && !anrop.Aktor.ChefFor.Contains(oppnat.Value.EnhetId))
            return Error.Forbidden(Felkoder.BehorighetSaknas, "Det är enhetens chef som avgör det.");
        return await sparrar.Registrera(vem.Value, oppnat.Value.PersonId, request.Skal, cancellationToken);
    }
}
