using System.Collections.Frozen;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Every function of the language by name.</summary>
internal static class Builtins
{
    private static readonly FrozenDictionary<string, Builtin> All = new IEnumerable<Builtin>[]
    {
        ConversionFunctions.All, StringFunctions.All, NumberFunctions.All, ListFunctions.All, AggregateFunctions.All, ContextFunctions.All,
        TemporalFunctions.All, RangeFunctions.All, WorkdayFunctions.All,
    }.SelectMany(room => room).ToFrozenDictionary(builtin => builtin.Name, StringComparer.Ordinal);

    public static Builtin? Find(string name) => All.GetValueOrDefault(name);
}
