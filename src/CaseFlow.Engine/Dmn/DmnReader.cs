using System.Collections.Immutable;
using System.Globalization;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Xml;

namespace CaseFlow.Engine.Dmn;

/// <summary>Reads and checks a file. Whatever is wrong becomes a problem; with one problem or more the result must not be used.</summary>
internal sealed partial class DmnReader
{
    private const int MaxProblems = 100;

    private readonly XmlElementNode _root;
    private readonly TypeTable _types;
    private readonly string[] _names;

    public DmnReader(XmlElementNode root)
    {
        _root = root;
        _types = new(this, root);
        _names = [.. root.DescendantsAndSelf().Select(e => e.Attribute("name")).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    public List<DmnProblem> Problems { get; } = [];

    public DmnDefinitions Read()
    {
        if (_root.Name != "definitions" || !_root.NamespaceUri.Contains("DMN", StringComparison.Ordinal))
        {
            Refuse("DMN_FEL_ROT", _root, $"Filen börjar med '{_root.Name}'; en DMN-fil börjar med 'definitions'.");
            return new([], [], []);
        }

        CheckIds();
        foreach (var import in _root.Elements("import")) Refuse("DMN_IMPORT", import, "Import av andra filer stöds inte; lägg allt i en fil.");
        _types.ResolveAll();
        var definitions = new DmnDefinitions(
            [.. _root.Elements("inputData").Select(e => new InputData(Id(e), VariableName(e), e.Line, VariableType(e)))],
            [.. _root.Elements("decision").Select(Decision)],
            [.. _root.Elements("businessKnowledgeModel").Select(KnowledgeModel)]);
        CheckRequirements(definitions);
        return definitions;
    }

    public void Refuse(string code, XmlElementNode at, string message)
    {
        if (Problems.Count >= MaxProblems) return;
        var id = at.Attribute("id") ?? at.Attribute("name") ?? string.Empty;
        Problems.Add(new(code, id, at.Line, string.Create(CultureInfo.InvariantCulture, $"Rad {at.Line}, {at.Name}{(id.Length > 0 ? $" '{id}'" : string.Empty)}: {message}")));
    }

    private void CheckIds()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in _root.DescendantsAndSelf())
        {
            if (element.Attribute("id") is not { } id || seen.TryAdd(id, element.Line)) continue;
            Refuse("DMN_ID_DUBBLETT", element, string.Create(CultureInfo.InvariantCulture, $"Id '{id}' finns redan på rad {seen[id]}."));
        }
    }

    private void CheckRequirements(DmnDefinitions definitions)
    {
        List<DrgElement> all = [.. definitions.Inputs, .. definitions.Decisions, .. definitions.KnowledgeModels];
        foreach (var element in Requirements.Cycles(all.Where(e => e.Requires.All(id => all.Exists(known => known.Id == id)))))
            Problems.Add(new("DMN_CIRKEL", element.Id, element.Line, string.Create(CultureInfo.InvariantCulture, $"Rad {element.Line}, '{element.Id}': '{element.Name}' kräver sig själv genom andra.")));
        var ids = all.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var reference in _root.Children.SelectMany(e => e.DescendantsAndSelf()).Where(IsRequirement))
        {
            if (!ids.Contains(Target(reference)))
                Refuse("DMN_KRAV_OKANT", reference, $"'{reference.Attribute("href")}' finns inte i filen.");
        }

        foreach (var twins in definitions.Decisions.GroupBy(d => d.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            Problems.Add(new("DMN_NAMN_DUBBLETT", twins.Last().Id, twins.Last().Line, $"Två beslut heter '{twins.Key}'."));
    }

    private static bool IsRequirement(XmlElementNode element) => element.Name is "requiredInput" or "requiredDecision" or "requiredKnowledge";

    private static string Target(XmlElementNode reference)
    {
        var href = reference.Attribute("href") ?? string.Empty;
        return href[(href.IndexOf('#', StringComparison.Ordinal) + 1)..];
    }

    private static ImmutableArray<string> Requires(XmlElementNode element) =>
        [.. element.Children.SelectMany(c => c.Children).Where(IsRequirement).Select(Target).Distinct(StringComparer.Ordinal)];

    private string Id(XmlElementNode element)
    {
        var id = element.Attribute("id") ?? element.Attribute("name");
        if (string.IsNullOrEmpty(id)) Refuse("DMN_ID_SAKNAS", element, "Elementet har varken id eller namn.");
        return id ?? string.Empty;
    }

    /// <summary>The name that expressions use: the variable's, or the element's own.</summary>
    private static string VariableName(XmlElementNode element)
    {
        var name = element.Element("variable")?.Attribute("name") ?? element.Attribute("name") ?? element.Attribute("id") ?? string.Empty;
        return string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private FeelType VariableType(XmlElementNode element) =>
        element.Element("variable") is { } variable ? _types.Resolve(variable.Attribute("typeRef"), variable) : FeelType.Any;

    private Decision Decision(XmlElementNode element)
    {
        var logic = element.Children.FirstOrDefault(IsLogic);
        if (logic is null) Refuse("DMN_LOGIK_SAKNAS", element, "Beslutet har ingen logik (tabell eller uttryck).");
        return new(Id(element), VariableName(element), element.Line, Requires(element), VariableType(element), logic is null ? Nothing : Logic(logic));
    }

    private KnowledgeModel KnowledgeModel(XmlElementNode element)
    {
        var function = element.Element("encapsulatedLogic");
        if (function is null) Refuse("DMN_LOGIK_SAKNAS", element, "Kunskapsmodellen har ingen logik.");
        var variable = element.Element("variable");
        var type = variable is not null ? _types.Resolve(variable.Attribute("typeRef"), variable) : FeelType.Any;
        return new(Id(element), VariableName(element), element.Line, Requires(element), type, function is null ? new([], Nothing) : Function(function));
    }
}
