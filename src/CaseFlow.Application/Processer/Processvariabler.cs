using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Processer;

/// <summary>The variables a process can have, and where each comes from.</summary>
internal sealed class Processvariabler
{
    private readonly Dictionary<string, Variabel> _variabler = new(StringComparer.Ordinal);

    public Processvariabler(Processpaket paket)
    {
        if (Processord.Startvariabler.TryGetValue(paket.Definition.Key, out var start))
        {
            foreach (var (namn, exempel) in start) Lagg(namn, exempel, null, null);
        }
        else
        {
            StartOkand = true;
        }
        foreach (var nod in paket.Definition.Nodes) Lagg(nod, paket);
    }

    /// <summary>No use case starts the process yet, so what it begins with is not known.</summary>
    public bool StartOkand { get; }

    public Variabel? Finn(string namn) => _variabler.GetValueOrDefault(namn);

    public IReadOnlyDictionary<string, FeelValue> Exempel => _variabler.ToDictionary(v => v.Key, v => v.Value.Exempel, StringComparer.Ordinal);

    private void Lagg(Node nod, Processpaket paket)
    {
        if (nod.ResultVariable is { } svar) Lagg(svar, FeelValue.Null, nod, null);
        if (nod.Operation is { } operation && Processord.Operationsvariabler.TryGetValue(operation, out var ger)) Alla(ger, nod);
        if (nod.Trigger is MessageTrigger meddelande && Processord.Meddelandevariabler.TryGetValue(meddelande.Name, out var bar)) Alla(bar, nod);
        foreach (var ut in nod.Call?.Out ?? []) Lagg(ut.Target, FeelValue.Null, nod, null);
        if (nod.Loop is { } ganger)
        {
            Lagg("loopCounter", 1, nod, null);
            foreach (var egen in new[] { ganger.Item, ganger.Output, ganger.Result }.OfType<string>()) Lagg(egen, FeelValue.Null, nod, null);
        }
        if (nod.UserTask?.Form is not { } form) return;
        if (Processord.Sidvariabler.TryGetValue(form, out var sidans)) Alla(sidans, nod);
        foreach (var falt in (paket.Formular(form)?.Falt ?? []).Where(f => f.Typ.BlirVariabel())) Lagg(falt.Namn, SomVariabel(falt), nod, falt);
        foreach (var ger2 in Handlingsfalt.Ger(nod.Id)) Lagg(ger2.Variabel, ger2.Exempel, nod, null);
    }

    private void Alla(IReadOnlyDictionary<string, FeelValue> variabler, Node nod)
    {
        foreach (var (namn, exempel) in variabler) Lagg(namn, exempel, nod, null);
    }

    private void Lagg(string namn, FeelValue exempel, Node? nod, Faltdefinition? falt)
    {
        if (!_variabler.TryGetValue(namn, out var variabel)) _variabler[namn] = variabel = new(namn, exempel);
        if (nod is not null) variabel.Noder.Add(nod.Id);
        variabel.FranStart |= nod is null;
        variabel.Lagg(falt);
    }

    /// <summary>A process keeps a day as its text.</summary>
    private static FeelValue SomVariabel(Faltdefinition falt) => Falttyper.Exempel(falt, 0, new DateOnly(2026, 3, 2)) switch
    {
        FeelDate d => d.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        FeelTime t => t.Value.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        var annat => annat,
    };
}

/// <param name="Exempel">A value of its type; <see cref="FeelValue.Null"/> when the type is not known.</param>
internal sealed record Variabel(string Namn, FeelValue Exempel)
{
    private bool _alltFranVal = true;

    /// <summary>The elements that give it.</summary>
    public HashSet<string> Noder { get; } = new(StringComparer.Ordinal);

    public bool FranStart { get; set; }

    private HashSet<string> Val { get; } = new(StringComparer.Ordinal);

    /// <summary>Every value it can have, when all that give it are choices in forms; else null.</summary>
    public IReadOnlySet<string>? Varden => _alltFranVal ? Val : null;

    public void Lagg(Faltdefinition? falt)
    {
        IReadOnlyList<string> svar = falt is null ? [] : Formulargranskning.Svar(falt);
        _alltFranVal &= svar.Count > 0;
        Val.UnionWith(svar);
    }
}
