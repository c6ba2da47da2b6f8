namespace CaseFlow.Application;

public interface IDatabas
{
    /// <summary>Creates or updates the database. Safe to repeat, and for two processes at once.</summary>
    Task Migrera(CancellationToken ct);

    /// <summary>Whether the database answers and has every migration.</summary>
    Task<bool> Redo(CancellationToken ct);
}
