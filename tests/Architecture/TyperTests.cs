using System.Text;

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

    [Fact]
    public void Regeln_ser_en_oppen_klass()
    {
        Assert.True(ArOppen(typeof(OppenKlass)));
        Assert.False(ArOppen(typeof(TyperTests)));
    }

    private const System.Reflection.BindingFlags Alla = System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic
        | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.DeclaredOnly;

    private static bool ArOppen(Type t) => t is { IsClass: true, IsAbstract: false, IsSealed: false } && !Baser(t).Any(OppnaBaser.Contains);

    private static IEnumerable<string?> Baser(Type t)
    {
        for (var b = t.BaseType; b is not null; b = b.BaseType) yield return b.FullName;
    }

#pragma warning disable CA1852, S3260 // Exemplet ska vara öppet: det är det regeln ska se.
    private class OppenKlass;
#pragma warning restore CA1852, S3260
}
