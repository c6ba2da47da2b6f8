using System.Collections.Frozen;
using System.Reflection;
using CaseFlow.Application.Uppgiftsformular;

namespace CaseFlow.Application.Uppgifter;

/// <summary>A field of the form that a handling reads. The form is asked for it when the process is put in.</summary>
/// <param name="typ">The type it must have; <see cref="Falttyp.Text"/> takes a long one too.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class LaserAttribute(string falt, Falttyp typ, params string[] varden) : Attribute
{
    public string Falt { get; } = falt;

    public Falttyp Typ { get; } = typ;

    /// <summary>The codes it knows; empty for any. A form may offer fewer, never others.</summary>
    public IReadOnlyList<string> Varden { get; } = varden;

    /// <summary>The catalogue whose codes it knows.</summary>
    public string? Katalog { get; init; }

    /// <summary>It goes on without: the form need not ask for it.</summary>
    public bool Valfritt { get; init; }

    internal IReadOnlyList<string> Koder => Katalog is null ? Varden : [.. Kataloger.Finn(Katalog)!.Alternativ.Select(a => a.Varde)];

    internal bool Passar(Falttyp typ) => typ == Typ || (Typ, typ) is (Falttyp.Text, Falttyp.Langtext) or (Falttyp.Langtext, Falttyp.Text) or (Falttyp.Val, Falttyp.JaNej) or (Falttyp.Utforare, Falttyp.Text);
}

/// <summary>A variable that a handling gives the process besides the answers, as an example of it.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class GerAttribute(string variabel, string exempel) : Attribute
{
    public string Variabel { get; } = variabel;

    public string Exempel { get; } = exempel;
}

/// <summary>What the handling of a task reads and gives, known without making one.</summary>
internal static class Handlingsfalt
{
    private static readonly FrozenDictionary<string, Type> EfterNod = typeof(Handlingsfalt).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, IsNested: false } && t.IsAssignableTo(typeof(IUppgiftshandling))).ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    /// <param name="nod">The BPMN element; its handling is the class of the same name.</param>
    public static IReadOnlyList<LaserAttribute> Laser(string nod) => EfterNod.TryGetValue(nod, out var typ) ? [.. typ.GetCustomAttributes<LaserAttribute>()] : [];

    public static IReadOnlyList<GerAttribute> Ger(string nod) => EfterNod.TryGetValue(nod, out var typ) ? [.. typ.GetCustomAttributes<GerAttribute>()] : [];
}
