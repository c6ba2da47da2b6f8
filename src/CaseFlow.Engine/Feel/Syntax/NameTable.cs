namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>The known names that a single word cannot show: those with spaces, operators or keywords in them.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, List<(string Name, string[] Pieces)>> _byFirstPiece = new(StringComparer.Ordinal);

    /// <summary>True when the parser finds the name without help: words that are no keywords, with one space between.</summary>
    public static bool IsPlain(string name)
    {
        foreach (var c in name)
        {
            if (!Lexer.IsNamePart(c)) return false;
        }

        return name.Length > 0 && Lexer.IsNameStart(name[0]) && !Parser.IsReserved(name);
    }

    public void Add(string name)
    {
        if (IsPlain(name)) return;
        var pieces = Split(name);
        if (pieces.Length == 0) return;
        if (!_byFirstPiece.TryGetValue(pieces[0], out var list)) _byFirstPiece[pieces[0]] = list = [];
        if (!list.Exists(known => known.Name == name)) list.Add((name, pieces));
    }

    /// <summary>The longest known name that stands at a position, and where it ends; end is -1 when there is none.</summary>
    public (string Name, int End) Match(string source, Lexer lexer, int start)
    {
        var best = (Name: string.Empty, End: -1);
        var first = start < source.Length && Lexer.IsNamePart(source[start]) ? source[start..lexer.WordEnd(start)] : string.Empty;
        if (!_byFirstPiece.TryGetValue(first, out var candidates)) return best;
        foreach (var (name, pieces) in candidates)
        {
            var end = MatchPieces(source, lexer, start, pieces);
            if (end > best.End) best = (name, end);
        }

        return best;
    }

    private static int MatchPieces(string source, Lexer lexer, int start, string[] pieces)
    {
        var at = start;
        for (var i = 0; i < pieces.Length; i++)
        {
            var isWord = Lexer.IsNamePart(pieces[i][0]);
            if (i > 0)
            {
                var blank = at;
                while (blank < source.Length && char.IsWhiteSpace(source[blank])) blank++;
                if (isWord && Lexer.IsNamePart(pieces[i - 1][0]) && blank == at) return -1;
                at = blank;
            }

            if (string.CompareOrdinal(source, at, pieces[i], 0, pieces[i].Length) != 0) return -1;
            at += pieces[i].Length;
            if (isWord && lexer.WordEnd(at) != at) return -1;
        }

        return at;
    }

    private static string[] Split(string name)
    {
        var pieces = new List<string>();
        for (var i = 0; i < name.Length;)
        {
            var end = i;
            while (end < name.Length && Lexer.IsNamePart(name[end])) end++;
            if (end == i) end++;
            if (!char.IsWhiteSpace(name[i])) pieces.Add(name[i..end]);
            i = end;
        }

        return [.. pieces];
    }
}
