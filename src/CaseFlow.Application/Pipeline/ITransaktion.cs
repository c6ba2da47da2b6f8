namespace CaseFlow.Application.Pipeline;

/// <summary>Runs work in one transaction on the scope's <see cref="CaseFlowDb"/>. On SQLite the work waits its turn in the writer
/// queue and is committed together with its neighbours; when the call returns, the work is durable or undone.</summary>
public interface ITransaktion
{
    /// <param name="arbete">Saves by itself; its answer says whether to commit. May be run on another thread.</param>
    /// <exception cref="Exception">Whatever the work threw, or why the commit failed; nothing of the work is kept.</exception>
    Task<T> Kor<T>(Func<CancellationToken, Task<Arbetsutfall<T>>> arbete, CancellationToken ct);
}

/// <param name="Spara">False rolls the work back.</param>
public readonly record struct Arbetsutfall<T>(T Svar, bool Spara);

/// <summary>Reads the database's own errors.</summary>
public interface IDatabasfel
{
    /// <summary>Someone else was before: a stale version, a unique key taken, a deadlock. Worth another try.</summary>
    bool ArKrock(Exception fel);
}
