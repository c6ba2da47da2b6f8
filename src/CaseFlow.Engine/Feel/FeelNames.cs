using CaseFlow.Engine.Feel.Functions;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Feel;

/// <summary>What a variable may be called without being mistaken for something else.</summary>
public static class FeelNames
{
    /// <summary>A word of the language itself: a keyword or one of its functions.</summary>
    public static bool IsOwn(string name) => Parser.IsReserved(name) || Builtins.Find(name) is not null;
}
