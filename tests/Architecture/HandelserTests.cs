using CaseFlow.Domain;

namespace CaseFlow.Architecture;

/// <summary>Events become links in the audit chain, which is never gallrad: they carry no personal text (docs/adr/0005).</summary>
public sealed class HandelserTests
{
    // Egenskaper som är strängar får bara bära koder ur en sluten mängd. Namnet säger vilken.
    private static readonly string[] Kodnamn = ["Kod", "Nod", "Nyckel", "Punkt", "Lagrum", "Typ"];

    private static readonly HashSet<Type> Varden = [typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(long), typeof(decimal), typeof(DateOnly),
        typeof(DateTimeOffset), typeof(TimeSpan)];

    [Fact]
    public void Handelser_bar_bara_nycklar_koder_tal_och_datum() => Brott.Inga("Händelser som kan bära persontext:", Repo.Assemblies.SelectMany(Repo.Typer)
        .Where(t => typeof(IHandelse).IsAssignableFrom(t) && t is { IsAbstract: false, IsInterface: false }).SelectMany(Otillatna));

    [Fact]
    public void Regeln_ser_fritext_och_namn()
    {
        Assert.Equal("Exempel.Motivering: String, Exempel.Namn: Object", string.Join(", ", Otillatna(typeof(Exempel))));
    }

    private static IEnumerable<string> Otillatna(Type t) => t.GetProperties().Where(p => p.Name != "EqualityContract" && !Tillaten(p.Name, p.PropertyType))
        .Select(p => $"{t.Name}.{p.Name}: {p.PropertyType.Name}");

    private static bool Tillaten(string namn, Type t)
    {
        t = Nullable.GetUnderlyingType(t) ?? t;
        if (t.IsEnum || Varden.Contains(t) || (t.IsValueType && typeof(IId).IsAssignableFrom(t))) return true;
        if (t == typeof(string)) return Kodnamn.Any(k => namn.EndsWith(k, StringComparison.OrdinalIgnoreCase) || namn.EndsWith(k + "er", StringComparison.OrdinalIgnoreCase));
        return t != typeof(object) && Element(t) is { } element && Tillaten(namn, element);
    }

    private static Type? Element(Type t) => t.IsArray ? t.GetElementType()
        : t.GetInterfaces().Append(t).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private sealed record Exempel(ArendeId Arende, string Felkod, IReadOnlyList<InsatsId> Insatser, DateOnly? Dag, ErrorKind Slag, string Motivering, object Namn) : IHandelse;
}
