using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Personer;

/// <summary>Notes a consent that the person, or an ombud whose authority is for it, has given. Refused as <see cref="Samtycke.Notera"/> and
/// <see cref="Ombudsregel.Hinder"/> refuse.</summary>
/// <param name="Ombud">Who gave it in the person's place; null when she did.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record NoteraSamtycke(
    string Nummer, Samtyckesandamal? Andamal, string? Mottagare, string? Upplysning, Samtyckessatt? Satt, DateOnly? Dag, DateOnly? Tom, Guid? Ombud = null) : ICommand<AntecknatSamtycke>
{
    public override string ToString() => $"NoteraSamtycke {Nummer}";
}

public sealed record AntecknatSamtycke(Guid Id);

internal sealed class NoteraSamtyckeHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids, Arendeatkomst atkomst, Ombudsregister ombud) : ICommandHandler<NoteraSamtycke, AntecknatSamtycke>
{
    public async Task<Result<AntecknatSamtycke>> Handle(NoteraSamtycke request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        if (request.Dag is not { } dag) return Error.Invalid(new FieldError("dag", "Skriv vilken dag samtycket gavs."));
        var provat = await ombud.Prova(request.Ombud, arende, Ombudshandling.Samtycka, dag, cancellationToken);
        if (provat.Fel is { } hinder) return hinder;
        var noterat = Samtycke.Notera(
            new(ids.Next()), ids.NextPublic(), arende.PersonId, arende.Id,
            new(request.Andamal ?? default, request.Mottagare, request.Upplysning, request.Satt ?? default, dag, request.Tom), provat.Ombud, anrop.Aktor.Id, anrop.Nu);
        if (noterat.Failed) return noterat.Error;
        db.Samtycken.Add(noterat.Value.Samtycke);
        anrop.Handelse(noterat.Value.Handelse);
        return new AntecknatSamtycke(noterat.Value.Samtycke.PublikId);
    }
}
