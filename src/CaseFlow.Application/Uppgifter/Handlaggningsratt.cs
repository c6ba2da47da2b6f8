using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;

namespace CaseFlow.Application.Uppgifter;

/// <summary>Who may work in an ärende that is open to them. A reason lets a colleague read, not write.</summary>
internal static class Handlaggningsratt
{
    private static Error InteDitt { get; } = Error.Forbidden("INTE_DITT_ARENDE", "Ärendet handläggs av någon annan. Du kan läsa det men inte ändra i det.");

    /// <summary>The refusal for someone who was let in by a reason only, or null.</summary>
    public static Error? Hinder(Anrop anrop) => anrop.Grund == Atkomstbeslut.Skal.Grund() ? InteDitt : BaraLasning(anrop);

    /// <summary>The refusal for someone who opened it in an emergency, whatever else she is, or null.</summary>
    public static Error? BaraLasning(Anrop anrop) => anrop.Grund == Atkomstbeslut.Nodoppning.Grund() ? InteDitt : null;

    /// <summary>The refusal for someone whose task it is not: a chef's task is done by the unit's chef, the others by the assigned, a deputy
    /// or the chef. Who may decide is asked of the delegationsordning instead, which can say why.</summary>
    public static Error? Hinder(Anrop anrop, Uppgift uppgift, Arende arende)
    {
        if (uppgift.Grupp == Grupper.Chef && uppgift.Nod != Noder.FattaBeslut && !anrop.Aktor.ChefFor.Contains(arende.EnhetId))
            return Error.Forbidden("INTE_DIN_UPPGIFT", "Uppgiften är enhetschefens.");
        return Hinder(anrop) is null ? null : Error.Forbidden("INTE_DIN_UPPGIFT", "Uppgiften är någon annans. Du kan läsa ärendet men inte göra uppgiften.");
    }
}
