using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Uppgifter;

/// <summary>A task with its form, filled in as far as the ärende knows the answers.</summary>
[Kraver(Behorighet.HandlaggaArende, Behorighet.FordelaArende)]
public sealed record HamtaUppgift(Guid Uppgift) : IQuery<UppgiftSvar>;

/// <param name="Formular">Null when the task has a page of its own (<see cref="UppgiftVy.Lank"/>).</param>
/// <param name="Brev">The letter that belongs to the task, when there is one.</param>
public sealed record UppgiftSvar(
    ArendeHuvud Huvud, UppgiftVy Uppgift, Formulardefinition? Formular, IReadOnlyDictionary<string, string[]> Varden, int Version,
    bool Oppen, Beslutsfattande.BrevVy? Brev);

/// <summary>Completes a task that is answered by a form. Values by field name as typed; checked against the form on the server.</summary>
[Kraver(Behorighet.HandlaggaArende, Behorighet.FordelaArende)]
public sealed record SlutforUppgift(Guid Uppgift, int Version, IReadOnlyDictionary<string, string[]> Varden) : ICommand<SlutfordUppgift>;

/// <param name="Nasta">Where to go next: the next task of the same ärende when it is the actor's, else the ärende.</param>
public sealed record SlutfordUppgift(string Arendenummer, string Kvittens, string Nasta);
