using System.Collections.Frozen;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain.Arenden;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Dmn;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Processer;

/// <summary>A process as it was deployed: the definition with its decision tables, forms and task settings. Immutable and shared.</summary>
public sealed class Processpaket : IDecisionTables
{
    private readonly FrozenDictionary<string, DmnModel> _beslut;
    private readonly FrozenDictionary<string, Formulardefinition> _formular;
    private readonly FrozenDictionary<string, Uppgiftsinstallning> _uppgifter;

    internal Processpaket(
        ProcessDefinition definition, IEnumerable<DmnModel> beslut, IEnumerable<Formulardefinition> formular,
        IReadOnlyDictionary<string, Uppgiftsinstallning> uppgifter)
    {
        Definition = definition;
        _beslut = beslut.SelectMany(m => m.Decisions.Select(d => (d.Id, m))).DistinctBy(p => p.Id, StringComparer.Ordinal).ToFrozenDictionary(p => p.Id, p => p.m, StringComparer.Ordinal);
        _formular = formular.ToFrozenDictionary(f => f.Nyckel, StringComparer.Ordinal);
        _uppgifter = uppgifter.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public ProcessDefinition Definition { get; }

    public IEnumerable<Formulardefinition> Formularen => _formular.Values.OrderBy(f => f.Nyckel, StringComparer.Ordinal);

    /// <summary>The form of a key, or null when the task has a page of its own (<c>sida:</c>).</summary>
    public Formulardefinition? Formular(string? nyckel) => nyckel is null ? null : _formular.GetValueOrDefault(nyckel);

    public Uppgiftsinstallning Uppgift(string nod) => _uppgifter.GetValueOrDefault(nod) ?? Uppgiftsinstallning.Ingen;

    public bool HarBeslut(string id) => _beslut.ContainsKey(id);

    /// <summary>Evaluates a decision of the package, e.g. <c>delegation</c>.</summary>
    public DmnResult Avgor(string beslut, FeelContext variabler, DateTimeOffset nu) =>
        _beslut.TryGetValue(beslut, out var modell)
            ? modell.Evaluate(beslut, variabler, new FeelEnvironment(nu))
            : throw new InvalidOperationException($"Beslutstabellen {beslut} saknas i processen {Definition.Key}.");

    /// <summary>The rows of a decision's table as they are written; empty when the package has no such table.</summary>
    public IReadOnlyList<DmnWrittenRow> Rader(string beslut) =>
        _beslut.TryGetValue(beslut, out var modell) ? modell.Written(beslut, new FeelEnvironment(DateTimeOffset.UnixEpoch)) : [];

    /// <summary>What the package's tables leave unanswered or answer twice; what only could not be analysed is not among it.</summary>
    /// <returns>A Swedish sentence with the table's name, and whether some input makes the table fail.</returns>
    public IEnumerable<(string Text, bool ArFel)> Tabellbrister() =>
        from modell in _beslut.OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => b.Value).Distinct()
        from tabell in modell.Analyse()
        from fynd in tabell.Findings
        where fynd.Severity != DmnSeverity.Note
        select ($"beslutstabellen {tabell.DecisionId}: {fynd.Text}", fynd.Severity == DmnSeverity.Error);

    DecisionAnswer IDecisionTables.Evaluate(string decisionId, FeelContext variables, FeelEnvironment environment)
    {
        var svar = Avgor(decisionId, variables, environment.Now);
        return new(svar.Value, svar.MatchedRules, svar.Warnings, svar.Error);
    }
}

/// <summary>What <c>process.json</c> says about a task besides the BPMN: its stage, the rule behind its date, and what it waits for.</summary>
/// <param name="Regel">FEEL over the instance's variables, giving a short text.</param>
public sealed record Uppgiftsinstallning(Steg? Steg, FeelExpression? Regel, Vantan? Vantar)
{
    internal static Uppgiftsinstallning Ingen { get; } = new(null, null, null);
}

/// <param name="Orsak">Code of the reason.</param>
/// <param name="Vaknar">FEEL giving the day it comes up again.</param>
public sealed record Vantan(string Orsak, FeelExpression Vaknar);
