using System.Numerics;

namespace CaseFlow.Engine.Dmn.Analysis;

/// <summary>A set of small numbers: rules of a table, or regions of a column. Sets that meet are equally long.</summary>
internal sealed class Bits : IEquatable<Bits>
{
    private const int Word = 64;

    private readonly ulong[] _words;

    public Bits(int length) => _words = new ulong[(length + Word - 1) / Word];

    private Bits(ulong[] words) => _words = words;

    public static Bits All(int length)
    {
        var all = new Bits(length);
        for (var i = 0; i < length; i++) all.Add(i);
        return all;
    }

    /// <summary>What one operation on the set costs.</summary>
    public int Cost => _words.Length + 1;

    public bool IsEmpty => Array.TrueForAll(_words, word => word == 0);

    public void Add(int index) => _words[index / Word] |= 1UL << (index % Word);

    public bool Contains(int index) => (_words[index / Word] & (1UL << (index % Word))) != 0;

    public bool Contains(Bits other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if ((other._words[i] & ~_words[i]) != 0) return false;
        }

        return true;
    }

    public bool Overlaps(Bits other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if ((other._words[i] & _words[i]) != 0) return true;
        }

        return false;
    }

    public Bits And(Bits other)
    {
        var words = new ulong[_words.Length];
        for (var i = 0; i < words.Length; i++) words[i] = _words[i] & other._words[i];
        return new(words);
    }

    public Bits Or(Bits other)
    {
        var words = new ulong[_words.Length];
        for (var i = 0; i < words.Length; i++) words[i] = _words[i] | other._words[i];
        return new(words);
    }

    /// <summary>The smallest member, or -1.</summary>
    public int First
    {
        get
        {
            for (var i = 0; i < _words.Length; i++)
            {
                if (_words[i] != 0) return (i * Word) + BitOperations.TrailingZeroCount(_words[i]);
            }

            return -1;
        }
    }

    public bool Equals(Bits? other) => other is not null && _words.AsSpan().SequenceEqual(other._words);

    public override bool Equals(object? obj) => Equals(obj as Bits);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var word in _words) hash.Add(word);
        return hash.ToHashCode();
    }
}
