using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Feel.Syntax;

internal enum TokenKind { End, Number, String, Temporal, Word, Symbol }

/// <summary>One token. <paramref name="Text"/> is the unescaped content for strings, the source text for the rest.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;
}

/// <summary>A text that is not FEEL; never leaves the room, <see cref="FeelExpression"/> turns it into a <see cref="FeelError"/>.</summary>
internal sealed class FeelSyntaxException(string message, int position) : Exception(message)
{
    public int Position { get; } = position;
}

/// <summary>Cuts the source into tokens, one at a time, since what a name is depends on where the parser stands.</summary>
internal sealed class Lexer(string source)
{
    private static readonly string[] Symbols = ["**", "..", "!=", "<=", ">=", "->", "=="];
    private const string SingleSymbols = "*+-/()[]{},:.=<>?@";

    public Token Read(int position)
    {
        var start = SkipBlank(position);
        if (start >= source.Length) return new(TokenKind.End, string.Empty, source.Length, source.Length);
        var c = source[start];
        if (c == '"') return String(start, start, TokenKind.String);
        if (c == '@')
        {
            var quote = SkipBlank(start + 1);
            return quote < source.Length && source[quote] == '"'
                ? String(start, quote, TokenKind.Temporal)
                : throw new FeelSyntaxException("Efter @ ska en text inom citattecken stå, t.ex. @\"2026-01-31\".", start);
        }

        if (char.IsAsciiDigit(c) || (c == '.' && start + 1 < source.Length && char.IsAsciiDigit(source[start + 1]))) return Number(start);
        if (IsNameStart(c))
        {
            var end = WordEnd(start);
            return new(TokenKind.Word, source[start..end], start, end);
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(source, start, symbol, 0, 2) == 0) return new(TokenKind.Symbol, symbol, start, start + 2);
        }

        return SingleSymbols.Contains(c, StringComparison.Ordinal)
            ? new(TokenKind.Symbol, c.ToString(), start, start + 1)
            : throw new FeelSyntaxException($"Tecknet '{c}' hör inte hemma här.", start);
    }

    public int SkipBlank(int position)
    {
        while (position < source.Length)
        {
            if (char.IsWhiteSpace(source[position]) || source[position] == '\uFEFF') position++;
            else if (string.CompareOrdinal(source, position, "//", 0, 2) == 0)
            {
                while (position < source.Length && source[position] is not ('\n' or '\r')) position++;
            }
            else if (string.CompareOrdinal(source, position, "/*", 0, 2) == 0)
            {
                var end = source.IndexOf("*/", position + 2, StringComparison.Ordinal);
                position = end >= 0 ? end + 2 : throw new FeelSyntaxException("Kommentaren saknar sitt slut */.", position);
            }
            else break;
        }

        return position;
    }

    public int WordEnd(int start)
    {
        var end = start;
        while (end < source.Length && IsNamePart(source[end])) end++;
        return end;
    }

    public static bool IsNameStart(char c) => char.IsLetter(c) || c == '_' || char.IsSurrogate(c);

    public static bool IsNamePart(char c) =>
        IsNameStart(c) || char.IsDigit(c) || c is '\'' or '’' or '\u00B7' or '\u200D' or '\uFE0F'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private Token Number(int start)
    {
        var end = start;
        Digits();
        if (end + 1 < source.Length && source[end] == '.' && char.IsAsciiDigit(source[end + 1]))
        {
            end++;
            Digits();
        }

        if (end < source.Length && source[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            if (exponent < source.Length && source[exponent] is '+' or '-') exponent++;
            if (exponent < source.Length && char.IsAsciiDigit(source[exponent]))
            {
                end = exponent;
                Digits();
            }
        }

        return new(TokenKind.Number, source[start..end], start, end);

        void Digits()
        {
            while (end < source.Length && char.IsAsciiDigit(source[end])) end++;
        }
    }

    private Token String(int start, int quote, TokenKind kind)
    {
        var text = new StringBuilder();
        for (var i = quote + 1; i < source.Length; i++)
        {
            if (source[i] == '"') return new(kind, text.ToString(), start, i + 1);
            if (source[i] != '\\') text.Append(source[i]);
            else i = Escape(text, i + 1);
        }

        throw new FeelSyntaxException("Texten saknar sitt avslutande citattecken.", start);
    }

    /// <summary>Reads what follows a backslash and gives the position of its last character.</summary>
    private int Escape(StringBuilder text, int at)
    {
        var c = at < source.Length ? source[at] : ' ';
        switch (c)
        {
            case 'n': text.Append('\n'); return at;
            case 't': text.Append('\t'); return at;
            case 'r': text.Append('\r'); return at;
            case '"' or '\\' or '\'' or '/': text.Append(c); return at;
            case 'u' or 'U':
                var length = c == 'u' ? 4 : 6;
                if (at + length < source.Length
                    && int.TryParse(source.AsSpan(at + 1, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                    && code <= 0x10FFFF)
                {
                    if (code > 0xFFFF) text.Append(char.ConvertFromUtf32(code));
                    else text.Append((char)code);
                    return at + length;
                }

                break;
        }

        // DMN 1.5 leaves other escapes open (the regular expressions of matches and replace use \d, \s): the backslash stays.
        text.Append('\\').Append(at < source.Length ? source[at] : string.Empty);
        return at;
    }
}
