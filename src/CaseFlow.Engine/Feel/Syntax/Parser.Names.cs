using System.Text;

namespace CaseFlow.Engine.Feel.Syntax;

internal sealed partial class Parser
{
    /// <summary>Reads a name at the current token: the longer of the longest known name and the words that stand side by side.</summary>
    private string Name()
    {
        var known = _names.Match(_source, _lexer, _token.Start);
        if (_token.Kind != TokenKind.Word && known.End < 0) throw Unexpected("Här väntades ett namn");

        // Two words side by side are never valid FEEL unless one is a keyword, so they are one name with a space in it.
        var words = new StringBuilder(_token.Text);
        var end = _token.End;
        for (var next = Peek(end); IsJoinable(next); next = Peek(end))
        {
            words.Append(' ').Append(next.Text);
            end = next.End;
        }

        var isKnown = known.End >= end;
        MoveTo(isKnown ? known.End : end);
        return isKnown ? known.Name : words.ToString();
    }

    /// <summary>The next token, when it is a word; anything else (also an error, which is met later) ends a name.</summary>
    private Token Peek(int position)
    {
        var start = _lexer.SkipBlank(position);
        return start < _source.Length && (Lexer.IsNameStart(_source[start]) || char.IsAsciiDigit(_source[start]))
            ? new(TokenKind.Word, _source[start.._lexer.WordEnd(start)], start, _lexer.WordEnd(start))
            : default;
    }

    private bool IsJoinable(Token token) =>
        token.Kind == TokenKind.Word && !IsReserved(token.Text)
        && !(token.Text == "instance" && Peek(token.End).IsWord("of"));

    /// <summary>A context's key: a string, or everything up to the colon.</summary>
    private string Key()
    {
        if (_token.Kind == TokenKind.String)
        {
            var text = _token.Text;
            Next();
            return text;
        }

        var start = _token.Start;
        var colon = _source.IndexOf(':', start);
        if (colon < 0 || !(Lexer.IsNameStart(_source[start]))) throw Unexpected("Här väntades ett namn följt av kolon");
        var raw = _source[start..colon];
        foreach (var c in raw)
        {
            if (!(Lexer.IsNamePart(c) || char.IsWhiteSpace(c) || c is '.' or '/' or '-' or '+' or '*'))
                throw new FeelSyntaxException($"Namnet '{raw.Trim()}' får inte innehålla '{c}'.", start);
        }

        MoveTo(colon);
        return string.Join(' ', raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
