namespace CaseFlow.Application;

/// <summary>Numbers that people read. Unique always; a rolled back use case gives its number back.
/// Call it inside a command: the number is drawn in the command's own transaction.</summary>
public interface INummerserie
{
    /// <summary>The next ärendenummer of a year, e.g. <c>2026-0419</c>.</summary>
    Task<string> Nasta(int ar, CancellationToken ct);

    /// <summary>The next running number, from 1, of a named series (temporary person numbers: one series a birth date).</summary>
    /// <param name="serie">ASCII, at most 40 characters.</param>
    Task<long> Lopnummer(string serie, CancellationToken ct);
}
