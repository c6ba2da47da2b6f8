using System.Collections.Immutable;

namespace CaseFlow.Engine.Feel;

/// <summary>A variable that an expression reads, with the entries it asks of it: <c>insats.from</c> is ["insats", "from"].</summary>
/// <param name="Position">0-based character position in the source.</param>
public sealed record FeelReference(ImmutableArray<string> Path, int Position)
{
    public string Name => Path[0];

    public override string ToString() => string.Join('.', Path);
}

/// <summary>A variable compared with a text that stands in the expression: <c>komplett = "nej"</c>.</summary>
public sealed record FeelTextTest(FeelReference Reference, string Text);

/// <summary>What an expression asks of its variables, known without evaluating it.</summary>
/// <param name="References">Each place a variable is read, in the order of the source. Names that the expression binds itself and the language's own
/// functions are not among them. Inside a filter the entries of the filtered items are: only there can a reference be none.</param>
public sealed record FeelUse(ImmutableArray<FeelReference> References, ImmutableArray<FeelTextTest> TextTests);
