using CaseFlow.Domain;

namespace CaseFlow.Architecture;

/// <summary>Events become links in the audit chain, which is never gallrad: they carry no personal text (docs/adr/0005).</summary>
public sealed class HandelserTests
{
    // Strängar får bara bära koder ur en sluten mängd. Ett namn som slutar så här säger att det är en kod.
    private static readonly string[] Kodnamn = ["Kod", "Koder", "Nod", "Punkt", "Insatstyp", "Insatstyper"];

    // Övriga strängar, en för en, med mängden som koden är hämtad ur. Fritext får aldrig stå här.
    private static readonly Dictionary<string, string> Koder = new(StringComparer.Ordinal)
    {
        ["ProcessInlagd.Hash"] = "Processfiler",
        ["ProcessInlagd.Nyckel"] = "Processfiler",
        ["ApiNyckelSkapad.Behorigheter"] = "Kontraktsbehorighet",
        ["AktUtskriven.Delar"] = "Aktdel",
        ["ArendePausat.Orsak"] = "PausOrsaker",
        ["UppgiftLagdIVantan.Orsak"] = "PausOrsaker",
        ["ArendeAterupptaget.Orsak"] = "PausOrsaker",
        ["InsatsAvslutad.Orsak"] = "Avslutsorsak",
        ["UppfoljningGenomford.Maluppfyllelse"] = "Maluppfyllelse",
        ["UppfoljningGenomford.Utgang"] = "Uppfoljningsutgang",
        ["ForslagSkrivet.Utfall"] = "Beslutsutfall",
        ["BeslutForeslaget.Utfall"] = "Beslutsutfall",
        ["BeslutFattat.Utfall"] = "Beslutsutfall",
        ["KommuniceringSkickad.Satt"] = "Kommuniceringssatt",
        ["UnderrattelseSkickad.Satt"] = "Underrattelsesatt",
        ["OmradeBeskrivet.Omrade"] = "Livsomrade",
        ["OmradeBeskrivet.Status"] = "Omradesstatus",
        ["ValdsfragaBesvarad.Utfall"] = "Valdsfrageutfall",
        ["UtredningAvslutad.Kon"] = "Konkoder",
    };

    private static readonly HashSet<Type> Varden = [typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(long), typeof(decimal), typeof(DateOnly),
        typeof(DateTimeOffset), typeof(TimeSpan)];

    private static IReadOnlyList<Type> Handelser { get; } = [.. Repo.Assemblies.SelectMany(Repo.Typer)
        .Where(t => typeof(IHandelse).IsAssignableFrom(t) && t is { IsAbstract: false, IsInterface: false })];

    [Fact]
    public void Handelser_bar_bara_nycklar_koder_tal_och_datum() => Brott.Inga("Händelser som kan bära persontext. Är det en kod: använd en enum, eller skriv egenskapen och kodens mängd i HandelserTests.Koder:", Handelser.SelectMany(Otillatna));

    [Fact]
    public void Kodernas_mangder_finns() => Assert.All(Koder, k =>
    {
        Assert.Contains(Handelser, h => h.GetProperty(k.Key.Split('.')[1]) is not null && h.Name == k.Key.Split('.')[0]);
        Assert.Contains(Repo.Assemblies.SelectMany(Repo.Typer), t => t.Name == k.Value);
    });

    [Fact]
    public void Regeln_ser_fritext_och_namn()
    {
        Assert.Equal("Exempel.Motivering: String, Exempel.Namn: Object", string.Join(", ", Otillatna(typeof(Exempel))));
    }

    private static IEnumerable<string> Otillatna(Type t) => t.GetProperties().Where(p => p.Name != "EqualityContract" && !Tillaten($"{t.Name}.{p.Name}", p.PropertyType))
        .Select(p => $"{t.Name}.{p.Name}: {p.PropertyType.Name}");

    private static bool Tillaten(string namn, Type t)
    {
        t = Nullable.GetUnderlyingType(t) ?? t;
        if (t.IsEnum || Varden.Contains(t) || (t.IsValueType && typeof(IId).IsAssignableFrom(t))) return true;
        if (t == typeof(string)) return Koder.ContainsKey(namn) || Kodnamn.Any(k => namn.EndsWith(k, StringComparison.OrdinalIgnoreCase));
        return t != typeof(object) && Element(t) is { } element && Tillaten(namn, element);
    }

    private static Type? Element(Type t) => t.IsArray ? t.GetElementType()
        : t.GetInterfaces().Append(t).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private sealed record Exempel(ArendeId Arende, string Felkod, IReadOnlyList<InsatsId> Insatser, DateOnly? Dag, ErrorKind Slag, string Motivering, object Namn) : IHandelse;
}
