using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Kalender;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>Says which day the person received the beslut, when it was not known at the underrättelse. An ärende that is closed takes it
/// too: the time to appeal runs all the same.</summary>
// FL (2017:900) 44 §: tre veckor från den dag då den som överklagar fick del av beslutet
[Kraver(Behorighet.HandlaggaArende)]
public sealed record RegistreraDelgivning(string Nummer, DateOnly Delgiven) : ICommand<Done>;

internal sealed class RegistreraDelgivningHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : ICommandHandler<RegistreraDelgivning, Done>
{
    public async Task<Result<Done>> Handle(RegistreraDelgivning request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaAvenAvslutat(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var id = oppnat.Value.Id;
        var underrattelse = await db.Underrattelser.Where(u => u.ArendeId == id).OrderByDescending(u => u.Id).FirstOrDefaultAsync(cancellationToken);
        if (underrattelse is null) return Delgivning.IngenUnderrattelse;
        if (underrattelse.DelgivenDag is not null) return Error.Conflict("DELGIVNING_REGISTRERAD", "Det är redan noterat när personen tog del av beslutet. Är dagen fel ändrar enhetens chef den.");
        var beslut = await db.BeslutI(id).ToListAsync(cancellationToken);
        return Delgivning.Registrera(anrop, underrattelse, beslut, request.Delgiven) is { } fel ? fel : Result.Done;
    }
}

/// <summary>The person has received the beslut: the time to appeal begins, for each of them.</summary>
internal static class Delgivning
{
    public static Error IngenUnderrattelse { get; } = Error.Rule("UNDERRATTELSE_SAKNAS", "Personen är inte underrättad om något beslut än.");

    public static Error IFramtiden(string falt) => Error.Invalid(new FieldError(falt, "Personen kan inte ha tagit del av beslutet en dag som inte har varit."));

    public static Error? Registrera(Anrop anrop, Underrattelse underrattelse, IReadOnlyList<Beslut> beslut, DateOnly delgiven)
    {
        if (delgiven > anrop.Idag) return IFramtiden("delgivenDag");
        var mottagen = underrattelse.RegistreraDelgivning(delgiven);
        if (mottagen.Failed) return mottagen.Error;
        foreach (var ett in beslut)
        {
            var delgivet = ett.RegistreraDelgivning(delgiven, Arbetsdagar.ArArbetsdag);
            if (delgivet.Failed) return delgivet.Error;
            anrop.Handelse(delgivet.Value);
        }
        return null;
    }
}
