using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>The order fields are counted in: each after those that its condition asks of.</summary>
internal static class Formularordning
{
    /// <summary>Fields whose conditions go round in a circle come last, as they stand: such a form is refused before it is used.</summary>
    public static IReadOnlyList<(Sektion Sektion, Faltdefinition Falt)> For(Formulardefinition formular) => Ordna(formular, Visning).Ordning;

    /// <summary>The fields whose conditions wait for each other.</summary>
    public static IReadOnlyList<string> Kretsar(Formulardefinition formular) => Ordna(formular, Visning).Kvar;

    /// <summary>The fields to fill in, each after those its value is counted from.</summary>
    public static (IReadOnlyList<(Sektion Sektion, Faltdefinition Falt)> Ordning, IReadOnlyList<string> Kvar) Forifyllning(Formulardefinition formular) =>
        Ordna(formular, (_, f) => [f.Forifyll]);

    private static FeelExpression?[] Visning(Sektion sektion, Faltdefinition falt) => [sektion.VisasNar, falt.VisasNar];

    private static (List<(Sektion, Faltdefinition)> Ordning, List<string> Kvar) Ordna(Formulardefinition formular, Func<Sektion, Faltdefinition, FeelExpression?[]> beror)
    {
        var namn = formular.Falt.Select(f => f.Namn).ToHashSet(StringComparer.Ordinal);
        var vantar = formular.Sektioner.SelectMany(s => s.Falt.Select(f => (Sektion: s, Falt: f,
            Pa: beror(s, f).OfType<FeelExpression>().SelectMany(u => u.Uses.References).Select(r => r.Name).Where(namn.Contains).ToHashSet(StringComparer.Ordinal)))).ToList();
        var klara = new HashSet<string>(StringComparer.Ordinal);
        var ordning = new List<(Sektion, Faltdefinition)>();
        while (vantar.FindIndex(v => v.Pa.IsSubsetOf(klara)) is var nasta and >= 0)
        {
            ordning.Add((vantar[nasta].Sektion, vantar[nasta].Falt));
            klara.Add(vantar[nasta].Falt.Namn);
            vantar.RemoveAt(nasta);
        }
        return ([.. ordning, .. vantar.Select(v => (v.Sektion, v.Falt))], [.. vantar.Select(v => v.Falt.Namn)]);
    }
}
