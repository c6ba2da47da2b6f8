using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Architecture;

/// <summary>Classes are sealed until something inherits them on purpose, and names are ASCII.</summary>
public sealed class TyperTests
{
    // Genererade mallar och migreringar får vara öppna.
    private static readonly string[] OppnaBaser = ["Microsoft.AspNetCore.Components.ComponentBase", "Microsoft.EntityFrameworkCore.Migrations.Migration",
        "Microsoft.EntityFrameworkCore.Infrastructure.ModelSnapshot"];

    [Fact]
    public void Klasser_ar_slutna() => Brott.Inga("Klasser som varken är sealed, abstract eller static:", Repo.Assemblies.SelectMany(Repo.Typer)
        .Where(ArOppen).Select(t => t.FullName!));

    [Fact]
    public void Namn_i_det_kompilerade_ar_ascii() => Brott.Inga("Namn med andra tecken än ASCII:", Repo.Assemblies.SelectMany(a => a.GetTypes())
        .SelectMany(t => t.GetMembers(Alla).Select(m => $"{t.FullName}.{m.Name}").Append(t.FullName!)).Where(n => !Ascii.IsValid(n)));

    // Ett tal eller en dag som inte går att läsa blir ett fel i programmet, och det skrivna hamnar i driftloggen. Sidan läser själv.
    [Fact]
    public void Det_som_star_i_adressen_tas_emot_som_text() => Brott.Inga("[SupplyParameterFromQuery] som inte är string?:", Repo.Assemblies
        .SelectMany(a => a.GetTypes()).SelectMany(UrAdressen).Where(p => !ArText(p)).Select(p => $"{p.DeclaringType!.FullName}.{p.Name}"));

    [Fact]
    public void Regeln_ser_det_som_star_i_adressen()
    {
        Assert.Contains(Repo.Assemblies.SelectMany(a => a.GetTypes()), t => UrAdressen(t).Any());
        Assert.Equal([true, false], UrAdressen(typeof(Exempelsida)).Select(ArText));
    }

    [Fact]
    public void Regeln_ser_en_oppen_klass()
    {
        Assert.True(ArOppen(typeof(OppenKlass)));
        Assert.False(ArOppen(typeof(TyperTests)));
    }

    private const BindingFlags Alla = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static IEnumerable<PropertyInfo> UrAdressen(Type t) => t.GetProperties(Alla).Where(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null);

    private static bool ArText(PropertyInfo p) => p.PropertyType == typeof(string) && new NullabilityInfoContext().Create(p).WriteState == NullabilityState.Nullable;

    private static bool ArOppen(Type t) => t is { IsClass: true, IsAbstract: false, IsSealed: false } && !Baser(t).Any(OppnaBaser.Contains);

    private static IEnumerable<string?> Baser(Type t)
    {
        for (var b = t.BaseType; b is not null; b = b.BaseType) yield return b.FullName;
    }

#pragma warning disable CA1852, S3260 // Exemplet ska vara öppet: det är det regeln ska se.
    private class OppenKlass;
#pragma warning restore CA1852, S3260

    private sealed class Exempelsida
    {
        [SupplyParameterFromQuery] public string? Text { get; set; }

        [SupplyParameterFromQuery] public long? Tal { get; set; }
    }
}
