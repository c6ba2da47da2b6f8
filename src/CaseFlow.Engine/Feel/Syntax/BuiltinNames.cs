namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>The names of the language itself that have a keyword inside, which words side by side would not find.</summary>
internal static class BuiltinNames
{
    public static readonly string[] WithKeywords =
        ["date and time", "years and months duration", "days and time duration"];
}
