using CaseFlow.Domain;

namespace CaseFlow.Application.Pipeline;

/// <summary>Lets a part of a change fail without taking the rest with it and without leaving anything of its own: the whole change is
/// rolled back and run again, and this time the part is not tried but answers with its error.</summary>
/// <remarks>Parts are known by the order they come in, which is the same each time on the same data. On other data everything is tried anew.</remarks>
public sealed class Delfel
{
    private readonly SortedDictionary<int, Error> _fel = [];
    private int _antal;

    /// <exception cref="DelMisslyckadesException">The part failed for the first time: <see cref="Transaktion{TRequest,T}"/> begins anew.</exception>
    public async Task<Result<T>> Prova<T>(Func<Task<Result<T>>> del)
    {
        var nummer = _antal++;
        if (_fel.TryGetValue(nummer, out var kant)) return kant;
        var svar = await del();
        return svar.Failed ? throw new DelMisslyckadesException(nummer, svar.Error) : svar;
    }

    /// <summary>The next try meets this error instead of the part. What came after it, or stood within it, is tried anew.</summary>
    public void Minns(DelMisslyckadesException fel)
    {
        _antal = 0;
        foreach (var senare in _fel.Keys.Where(n => n > fel.Nummer).ToList()) _fel.Remove(senare);
        _fel[fel.Nummer] = fel.Fel;
    }

    /// <summary>The data is another: nothing that was learned holds.</summary>
    public void Glom()
    {
        _antal = 0;
        _fel.Clear();
    }
}

public sealed class DelMisslyckadesException(int nummer, Error fel) : Exception(fel.Code)
{
    public int Nummer { get; } = nummer;

    public Error Fel { get; } = fel;
}
