using CaseFlow.Domain;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter;

/// <summary>The handling of each task.</summary>
public sealed class Handlingskatalog(IEnumerable<IUppgiftshandling> handlingar)
{
    /// <summary>The task's own handling, or the plain one: a process may have tasks that need no C#.</summary>
    public IUppgiftshandling For(string nod) => handlingar.SingleOrDefault(h => h.Nod == nod) ?? new Standardhandling(nod);

    private sealed class Standardhandling(string nod) : IUppgiftshandling
    {
        public string Nod => nod;

        public Task<Result<FeelContext>> Utfor(Uppgiftslage lage, FeelContext svar, CancellationToken ct) =>
            Task.FromResult(Result.Ok(svar.Korta(lage.Formular!)));

        public string Kvittens(FeelContext svar) => "Uppgiften är klar.";
    }
}
