using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Journal;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Journal;

// Rummet Journal: att skriva, rätta, stryka, läsa och söka anteckningar. Den som får handlägga ärendet skriver, också sedan det är
// avslutat (vad som då går att anteckna säger domänen). Den som släppts in med ett skäl läser.

/// <summary>A note that was written: its number in the ärende.</summary>
public sealed record SkrivenNr(int Nr);

/// <summary>Opens an ärende's journal for one more note.</summary>
public sealed class Journalbok(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst)
{
    /// <summary>Writes what <paramref name="skriv"/> makes of the ärende and the next number. Two at once get two numbers: the second begins anew.</summary>
    internal async Task<Result<SkrivenNr>> Skriv(string nummer, Func<Arende, int, Task<Result<SkrivenAnteckning>>> skriv, CancellationToken ct)
    {
        var oppnat = await atkomst.OppnaAvenAvslutat(nummer, ct);
        if (oppnat.Failed) return oppnat.Error;
        var arende = oppnat.Value;
        var nr = (await db.Anteckningar.Where(a => a.ArendeId == arende.Id).MaxAsync(a => (int?)a.Nr, ct) ?? 0) + 1;
        var skriven = await skriv(arende, nr);
        if (skriven.Failed) return skriven.Error;
        db.Anteckningar.Add(skriven.Value.Anteckning);
        anrop.Handelse(skriven.Value.Handelse, arende.Id);
        return new SkrivenNr(nr);
    }

    /// <summary>A note of the ärende, by its number.</summary>
    internal Task<Anteckning?> Finn(ArendeId arende, int nr, CancellationToken ct) =>
        db.Anteckningar.SingleOrDefaultAsync(a => a.ArendeId == arende && a.Nr == nr, ct);
}
