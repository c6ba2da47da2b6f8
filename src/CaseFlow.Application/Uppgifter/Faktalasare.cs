using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using CaseFlow.Domain.Kalender;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter;

/// <summary>Reads what a form's expressions ask for (<see cref="Faktakatalog"/>), and nothing else: a form that asks for nothing costs no query.</summary>
public sealed class Faktalasare(CaseFlowDb db)
{
    internal async Task<FeelContext> Las(Uppgiftslage lage, Formulardefinition formular, CancellationToken ct)
    {
        var fragar = formular.Uttryck.SelectMany(u => u.Uses.References).Where(r => r.Path.Length > 1).Select(r => $"{r.Path[0]}.{r.Path[1]}").ToHashSet(StringComparer.Ordinal);
        bool Om(string rum) => fragar.Any(f => f.StartsWith(rum + ".", StringComparison.Ordinal));
        return FeelContext.Of(
            (Faktakatalog.Process, Om(Faktakatalog.Process) ? Processen(lage, fragar) : FeelContext.Empty),
            (Faktakatalog.Uppgift, FeelContext.Of(("skapad", SvenskTid.Dag(lage.Uppgift.Skapad)))),
            (Faktakatalog.Arende, await Arendet(lage, fragar, ct)),
            (Faktakatalog.Insats, Om(Faktakatalog.Insats) ? await Insatsen(lage, ct) : FeelContext.Empty));
    }

    /// <summary>What is asked for is there, if only as null: a variable that has not been given yet is unknown, not an error.</summary>
    private static FeelContext Processen(Uppgiftslage lage, IEnumerable<string> fragar) => fragar
        .Where(f => f.StartsWith(Faktakatalog.Process + ".", StringComparison.Ordinal)).Select(f => f[(Faktakatalog.Process.Length + 1)..])
        .Aggregate(lage.Variabler(), (c, namn) => c.Contains(namn) ? c : c.With(namn, FeelValue.Null));

    private async Task<FeelContext> Arendet(Uppgiftslage lage, HashSet<string> fragar, CancellationToken ct)
    {
        var arende = lage.Arende.Id;
        DateOnly? inkom = fragar.Contains("arende.inkom")
            ? await db.Ansokningar.Where(a => a.ArendeId == arende).OrderBy(a => a.Id).Select(a => (DateOnly?)a.Ankomstdag).FirstOrDefaultAsync(ct) : null;
        DateOnly? beslutsdag = fragar.Contains("arende.beslutsdag")
            ? await db.BeslutI(arende).Where(b => b.Status == Beslutsstatus.Fattat).MaxAsync(b => b.Beslutsdag, ct) : null;
        return FeelContext.Of(("inkom", Dag(inkom)), ("beslutsdag", Dag(beslutsdag)));
    }

    private async Task<FeelContext> Insatsen(Uppgiftslage lage, CancellationToken ct)
    {
        var insats = lage.Uppgift.InsatsId is { } id ? await db.Insatser.FindAsync([id], ct) : null;
        return FeelContext.Of(
            ("typ", insats?.Insatstyp), ("beslutsdag", Dag(insats?.Beslutsdag)), ("from", Dag(insats?.From)), ("tom", Dag(insats?.Tom)), ("start", Dag(insats?.StartDatum)));
    }

    private static FeelValue Dag(DateOnly? dag) => dag is { } d ? d : FeelValue.Null;
}

internal static class Uppgiftens
{
    /// <summary>The insats that the task is about, read once in a call.</summary>
    public static async Task<Insats> Insatsen(this CaseFlowDb db, Uppgiftslage lage, CancellationToken ct) =>
        await db.Insatser.FindAsync([lage.Uppgift.InsatsId!.Value], ct) ?? throw new InvalidOperationException($"Uppgift {lage.Uppgift.Id} gäller ingen insats.");
}
