using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>The person of an ärende has become protected, or is so no longer. Holds at once in all her ärenden, also from a closed one. The reason is kept in the ärende.</summary>
/// <param name="Version">Of the person, as it was read.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record AndraSkydd(string Nummer, int Version, Skydd? Skydd, string? Skal) : ICommand<Done>
{
    public override string ToString() => $"AndraSkydd {Nummer}";
}

/// <summary>What the actor may change the protection to.</summary>
/// <param name="Version">Of the person: sent back with the change, so that a stale copy is refused.</param>
/// <param name="Nu">How it is today, in words.</param>
public sealed record SkyddsvalVy(int Version, string Nu, IReadOnlyList<(string Kod, string Namn)> Val)
{
    /// <returns>Null when there is nothing that the actor may choose.</returns>
    internal static SkyddsvalVy? For(PersonVy person, bool chef)
    {
        var val = Enum.GetValues<Skydd>().Where(s => Skyddsregel.Hinder(person.Skydd, s, chef) is null).Select(s => (s.Kod(), Skyddstext.Av(s))).ToList();
        return val.Count == 0 ? null : new(person.Version, Skyddstext.Av(person.Skydd), val);
    }
}

internal sealed class AndraSkyddHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Personregister personer) : ICommandHandler<AndraSkydd, Done>
{
    public async Task<Result<Done>> Handle(AndraSkydd request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaAvenAvslutat(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        var person = await db.Personer.SingleAsync(p => p.Id == arende.PersonId, cancellationToken);
        if (person.Version != request.Version) return Inaktuell.Kopia;
        if (request.Skydd is not { } skydd || !Enum.IsDefined(skydd)) return Error.Invalid(new FieldError("skydd", "Välj vilket skydd personen har."));
        if (Skyddsregel.Hinder(person.Skydd, skydd, anrop.Aktor.ChefFor.Contains(arende.EnhetId)) is { } nekat) return nekat;
        var skal = Omfordelning.MotiveraSkydd(arende.Id, request.Skal, anrop.Nu);
        if (skal.Failed) return skal.Error;

        db.Omfordelningar.Add(skal.Value);
        await personer.Skydda(person, skydd, cancellationToken);
        return Result.Done;
    }
}
