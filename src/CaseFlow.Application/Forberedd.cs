using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Application;

/// <summary>A query on the hot path, understood once instead of at every call. EF Core binds it to one model and to how rows are
/// followed, so one is kept for each: two databases may be open at once.</summary>
/// <typeparam name="T">What <c>EF.CompileAsyncQuery</c> gives.</typeparam>
internal sealed class Forberedd<T>(Func<T> kompilera)
    where T : Delegate
{
    private readonly ConditionalWeakTable<IModel, T> _foljer = [];
    private readonly ConditionalWeakTable<IModel, T> _laser = [];

    public T For(CaseFlowDb db) => (db.ChangeTracker.QueryTrackingBehavior == QueryTrackingBehavior.TrackAll ? _foljer : _laser)
        .GetValue(db.Model, _ => kompilera());
}
