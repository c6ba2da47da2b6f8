using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter;

// Rummet Uppgifter: det som en människa ska göra i processen. En uppgift öppnas, besvaras med sitt formulär, ändrar domänen
// genom sin handling och släpper processen vidare, allt i en transaktion. Utredning och beslut har egna sidor och egna rum.

/// <summary>What completing a form task means in the domain: one class for each BPMN task, named as it. A task without one only
/// hands its answers to the process.</summary>
public interface IUppgiftshandling
{
    /// <summary>The BPMN element, e.g. <c>BegarKomplettering</c>.</summary>
    string Nod { get; }

    /// <summary>Changes the domain, before the process moves on.</summary>
    /// <param name="svar">The form's values, checked by <see cref="Formularprovning"/>.</param>
    /// <returns>The variables that go to the process, or a refusal: then nothing is saved.</returns>
    Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct);

    /// <summary>What is left to do when the process has moved on.</summary>
    Task<Result<Done>> Efter(Uppgiftslage lage, FeelContext svar, CancellationToken ct) => Task.FromResult(Result.Done);

    /// <summary>The form as it reads in this ärende: without what does not apply to it.</summary>
    Task<Formulardefinition> Anpassa(Uppgiftslage lage, Formulardefinition formular, CancellationToken ct) => Task.FromResult(formular);

    /// <summary>What the ärende already knows of the answers, by field name.</summary>
    Task<IReadOnlyDictionary<string, string[]>> Forifyll(Uppgiftslage lage, CancellationToken ct) => Task.FromResult(Svarsvarden.Inga);

    /// <summary>What was done and what happens next, in a sentence or two.</summary>
    string Kvittens(FeelContext svar);
}

/// <summary>A task opened for its use case, with what its handling may need.</summary>
public sealed record Uppgiftslage(Uppgift Uppgift, Arende Arende, Processinstans Instans, Processpaket Paket)
{
    /// <summary>Null when the task has a page of its own.</summary>
    public Formulardefinition? Formular => Paket.Formular(Uppgift.Formular);

    /// <summary>The process's variables as they were when the task was opened for this call.</summary>
    public FeelContext Variabler()
    {
        if (Instans.Tillstand.Length == 0) return FeelContext.Empty;
        var tillstand = InstanceState.FromJson(Instans.Tillstand);
        return tillstand.Tasks.FirstOrDefault(t => t.Id == Uppgift.MotorId) is { } oppen ? tillstand.VariablesAt(oppen.TokenId) : tillstand.Variables;
    }

    /// <summary>The unit's number of days for something, from <c>frister.dmn</c>; null when the process has none.</summary>
    public int? Dagar(string frist) => Variabler()["frister"] is FeelContext f && f[frist] is FeelNumber { Value: var dagar } ? (int)dagar : null;
}
