using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain.Arenden;
using CaseFlow.Engine.Bpmn;
using CaseFlow.Engine.Dmn;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Processer;

/// <summary>Reads a process's files into a package, or says everything that is wrong with them.</summary>
public static class Processpaketlasare
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads what is in use already.</summary>
    /// <param name="filer">Text by file name relative to the process's folder: <c>bistand.bpmn</c>, <c>delegation.dmn</c>, <c>forms/x.json</c>, <c>process.json</c>.</param>
    public static (Processpaket? Paket, IReadOnlyList<string> Fel) Las(string nyckel, IReadOnlyDictionary<string, string> filer) => Las(nyckel, filer, granska: false);

    /// <summary>Reads what is to be put in, and asks also whether forms, drawing and handlings fit together. What is in use is not asked, so that a
    /// new check never stops an ärende that runs.</summary>
    public static (Processpaket? Paket, IReadOnlyList<string> Fel) Granska(string nyckel, IReadOnlyDictionary<string, string> filer) => Las(nyckel, filer, granska: true);

    private static (Processpaket? Paket, IReadOnlyList<string> Fel) Las(string nyckel, IReadOnlyDictionary<string, string> filer, bool granska)
    {
        var fel = new List<string>();
        if (!filer.TryGetValue($"{nyckel}.bpmn", out var xml)) return (null, [$"{nyckel}.bpmn saknas."]);
        var last = BpmnReader.Read(xml);
        if (last.FileProblem is { } filfel) fel.Add($"{nyckel}.bpmn: {filfel}");
        fel.AddRange(last.Problems.Select(p => $"{nyckel}.bpmn rad {p.Line}, {p.ElementId}: {p.Reason}"));

        var beslut = LasBeslut(filer, fel);
        var (formular, olasta) = LasFormular(filer, fel);
        var uppgifter = filer.TryGetValue("process.json", out var installning) ? LasInstallningar(installning, fel) : [];
        if (last.Definition is not { } definition) return (null, fel);
        if (!string.Equals(definition.Key, nyckel, StringComparison.Ordinal)) fel.Add($"Processens id är {definition.Key}, mappen heter {nyckel}.");

        // Det som gick att läsa prövas också när något annat inte gick: alla fel på en gång.
        var paket = new Processpaket(definition, beslut, formular, uppgifter);
        fel.AddRange(Sammanhang(paket, uppgifter.Keys, olasta));
        if (granska) fel.AddRange(Processgranskning.Fel(paket, helt: fel.Count == 0));
        return fel.Count > 0 ? (null, fel) : (paket, fel);
    }

    private static List<DmnModel> LasBeslut(IReadOnlyDictionary<string, string> filer, List<string> fel)
    {
        var modeller = new List<DmnModel>();
        foreach (var (namn, text) in filer.Where(f => f.Key.EndsWith(".dmn", StringComparison.Ordinal)))
        {
            var last = DmnModel.Load(text);
            if (last.Model is { } modell) modeller.Add(modell);
            else fel.AddRange(last.Problems.Select(p => $"{namn} rad {p.Line}, {p.ElementId}: {p.Message}"));
        }
        fel.AddRange(modeller.SelectMany(m => m.Decisions).GroupBy(d => d.Id, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => $"Beslutet {g.Key} finns i två beslutstabeller."));
        return modeller;
    }

    private static (List<Formulardefinition> Formular, HashSet<string> Olasta) LasFormular(IReadOnlyDictionary<string, string> filer, List<string> fel)
    {
        var (formular, olasta) = (new List<Formulardefinition>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (namn, text) in filer.Where(f => f.Key.StartsWith("forms/", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var (last, problem) = Formularlasare.Las(text);
            if (last is not null && namn.Equals($"forms/{last.Nyckel}.json", StringComparison.Ordinal))
            {
                formular.Add(last);
                continue;
            }
            fel.AddRange(last is null ? problem.Select(p => $"{namn}: {p}") : [$"{namn}: formulärets nyckel är {last.Nyckel}. Den ska vara filens namn."]);
            olasta.Add(Path.GetFileNameWithoutExtension(namn));
        }
        return (formular, olasta);
    }

    private static Dictionary<string, Uppgiftsinstallning> LasInstallningar(string text, List<string> fel)
    {
        var svar = new Dictionary<string, Uppgiftsinstallning>(StringComparer.Ordinal);
        try
        {
            var fil = JsonSerializer.Deserialize<Installningsfil>(text, Json);
            if (fil is null) fel.Add("process.json är tom.");
            foreach (var (nod, rad) in fil?.Uppgifter ?? [])
            {
                if (rad is null) fel.Add($"process.json, {nod}: inställningen är null.");
                else svar[nod] = Installning(nod, rad, fel);
            }
        }
        catch (JsonException e)
        {
            fel.Add($"process.json går inte att läsa: {e.Message}");
        }
        return svar;
    }

    private static Uppgiftsinstallning Installning(string nod, Uppgiftsrad rad, List<string> fel)
    {
        var steg = Enum.GetValues<Steg>().Where(s => s.ToString().Equals(rad.Steg, StringComparison.OrdinalIgnoreCase)).Select(s => (Steg?)s).FirstOrDefault();
        if (rad.Steg is not null && steg is null) fel.Add($"process.json, {nod}: steget {rad.Steg} finns inte.");
        if (rad.Vantar is { } vantan && !Processord.Vantorsaker.Contains(vantan.Orsak))
            fel.Add($"process.json, {nod}: väntar på {vantan.Orsak}, som inte är någon av {Processord.Lista(Processord.Vantorsaker)}.");
        var vaknar = Uttryck(rad.Vantar?.Vaknar, $"process.json, {nod}, vaknar", fel);
        return new(steg, Uttryck(rad.Regel, $"process.json, {nod}, regel", fel), vaknar is null ? null : new Vantan(rad.Vantar!.Orsak, vaknar));
    }

    private static FeelExpression? Uttryck(string? text, string var, List<string> fel)
    {
        if (text is null) return null;
        if (FeelExpression.TryParse(text, out var uttryck, out var problem)) return uttryck;
        fel.Add($"{var}: {problem?.Message}");
        return null;
    }

    /// <summary>What each file says alone may still not fit together.</summary>
    private static IEnumerable<string> Sammanhang(Processpaket paket, IEnumerable<string> installda, HashSet<string> olasta)
    {
        foreach (var nod in paket.Definition.Nodes)
        {
            if (nod.Kind == NodeKind.BusinessRuleTask && !paket.HarBeslut(nod.Decision ?? ""))
                yield return $"{nod.Id}: beslutstabellen {nod.Decision} saknas.";
            if (nod.Operation is { } operation && !Processord.Operationer.Contains(operation))
                yield return $"{nod.Id}: cf:operation {nod.Operation} finns inte. Välj någon av {Processord.Lista(Processord.Operationer)}.";
            // En process hör alltid till ett ärende, och klockan vet inget ärende.
            if (nod is { Trigger: TimerTrigger, Kind: NodeKind.StartEvent } && nod.ScopeId == paket.Definition.Key)
                yield return $"{nod.Id}: en process startar i ett ärende och inte på en tid. Låt den starta av ärendets process och vänta på tiden i en mellanhändelse.";
            if (nod.UserTask is null) continue;
            foreach (var fel in Uppgiften(nod, paket, olasta)) yield return fel;
        }
        foreach (var nod in installda.Where(n => paket.Definition.FindNode(n)?.UserTask is null))
            yield return $"process.json: uppgiften {nod} finns inte i processen.";
    }

    private static IEnumerable<string> Uppgiften(Node nod, Processpaket paket, HashSet<string> olasta)
    {
        var form = nod.UserTask?.Form;
        if (form is null) yield return $"{nod.Id}: cf:form saknas.";
        else if (Processord.ArSida(form) && !Processord.Sidor.Contains(form))
            yield return $"{nod.Id}: sidan {form} finns inte. Välj någon av {Processord.Lista(Processord.Sidor)}, eller ett formulär i forms/.";
        else if (!Processord.ArSida(form) && paket.Formular(form) is null && !olasta.Contains(form))
            yield return $"{nod.Id}: formuläret forms/{form}.json saknas.";
        if (nod.UserTask?.Group is { Expression: null } grupp && !Processord.Grupper.Contains(grupp.Text))
            yield return $"{nod.Id}: cf:group {grupp.Text} finns inte. Välj någon av {Processord.Lista(Processord.Grupper)}.";
        if (nod.UserTask?.Assignee is not null)
            yield return $"{nod.Id}: cf:assignee stöds inte. Uppgiften går till ärendets handläggare, eller till gruppen i cf:group.";
    }

    private sealed record Installningsfil(Dictionary<string, Uppgiftsrad?> Uppgifter);

    private sealed record Uppgiftsrad(string? Steg = null, string? Regel = null, Vantansrad? Vantar = null);

    private sealed record Vantansrad(string Orsak, string Vaknar);
}
