using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Journal;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Journal;

/// <summary>A note as the pages show it.</summary>
/// <param name="Slag">Code: telefonsamtal, hembesok, mote, brev, ovrigt.</param>
/// <param name="Nar">"16 september 2026 kl. 09.30": when it happened.</param>
/// <param name="Galler">The number of the note that this one corrects or says something against; null for one that stands by itself.</param>
/// <param name="ArInvandning">It says what the person holds against <paramref name="Galler"/>, or without one against something else in the akt; else it corrects it.</param>
/// <param name="RattadAv">The number of the note that corrects this one.</param>
/// <param name="Invandningar">The numbers of those that say what the person holds against this one.</param>
/// <param name="FarStrykas">The actor may strike it.</param>
/// <param name="Undandragen">Struck, and the reader is neither the one who wrote or struck it nor a chef: what it says is withheld.</param>
/// <param name="Dold">A protected person's, who is not shown to the actor now: what it says is withheld, and it is neither corrected nor struck.</param>
public sealed record AnteckningVy(
    int Nr, string Slag, string Slagtext, DateOnly Dag, TimeOnly? Klockslag, string Nar, string? Med, string Text, string SkrivenAv, DateTimeOffset Skriven,
    int? Galler, bool ArInvandning, int? RattadAv, IReadOnlyList<int> Invandningar, StrykningVy? Struken, int Version, bool FarRattas, bool FarStrykas,
    bool Dold = false, bool Undandragen = false);

public sealed record StrykningVy(string Av, DateTimeOffset Tid, string Skal);

/// <summary>Notes with the names of who wrote them and the numbers that they point at and are pointed at by, read for all of them at once.</summary>
public sealed class Anteckningslasare(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst, Arendehuvuden huvuden)
{
    /// <param name="dolda">The person is protected and not shown to the actor now.</param>
    internal async Task<IReadOnlyList<AnteckningVy>> Las(IReadOnlyList<Anteckning> anteckningar, bool chef, bool dolda, CancellationToken ct)
    {
        var (ids, gallda) = (anteckningar.Select(a => (AnteckningId?)a.Id).ToList(), anteckningar.Select(a => a.GallerId).OfType<AnteckningId>().ToList());
        // Det som hör ihop står i samma ärende, och genom ärendet finns ett index.
        var arenden = anteckningar.Select(a => a.ArendeId).Distinct().ToList();
        var kopplade = ids.Count == 0 ? [] : await db.Anteckningar.Where(a => arenden.Contains(a.ArendeId) && (ids.Contains(a.GallerId) || gallda.Contains(a.Id)))
            .OrderBy(a => a.Nr).Select(a => new Kopplad(a.Id, a.Nr, a.GallerId, a.Koppling)).ToListAsync(ct);
        var namn = await huvuden.Namn(anteckningar.SelectMany(a => a.StrukenAv is { } s ? new[] { a.SkrivenAv, s } : [a.SkrivenAv]), ct);
        return [.. anteckningar.Select(a =>
        {
            var vy = Vy(a, kopplade, namn, chef);
            return dolda ? Utan(vy) : a.ArStruken && !chef && a.SkrivenAv != anrop.Aktor.Id && a.StrukenAv != anrop.Aktor.Id ? UtanText(vy) : vy;
        })];
    }

    // OSL (2009:400) 21 kap. 3 §, 26 kap. 1 §: det som är skrivet säger ofta var hon finns och vem hon umgås med
    private static AnteckningVy Utan(AnteckningVy a) => a with
    {
        Med = null, Text = "", Struken = a.Struken is { } s ? s with { Skal = "" } : null, FarRattas = false, FarStrykas = false, Dold = true,
    };

    // OSL (2009:400) 26 kap. 1 §: det som ströks hörde ofta till någon annan. Det står kvar i akten, för den som skrev det och för chefen
    private static AnteckningVy UtanText(AnteckningVy a) => a with { Med = null, Text = "", Undandragen = true };

    private AnteckningVy Vy(Anteckning a, List<Kopplad> kopplade, IReadOnlyDictionary<AnvandareId, string> namn, bool chef)
    {
        var om = kopplade.Where(k => k.Galler == a.Id).ToList();
        var rattad = om.Find(k => k.Koppling == Anteckningskoppling.Rattelse)?.Nr;
        return new(
            a.Nr, a.Slag.Kod(), Anteckningsvyer.Slagtext(a.Slag), a.Dag, a.Klockslag, Anteckningsvyer.Nar(a.Dag, a.Klockslag), a.Med, a.Text,
            namn.GetValueOrDefault(a.SkrivenAv) ?? "Systemet", a.Skriven, kopplade.Find(k => k.Id == a.GallerId)?.Nr, a.Koppling is Anteckningskoppling.Invandning, rattad,
            [.. om.Where(k => k.Koppling == Anteckningskoppling.Invandning).Select(k => k.Nr)],
            a is { Struken: { } tid, StrukenAv: { } av, StrukenSkal: { } skal } ? new(namn.GetValueOrDefault(av) ?? "", tid, skal) : null, a.Version,
            FarRattas: atkomst.FarSkriva && !a.ArStruken && rattad is null, FarStrykas: atkomst.FarSkriva && !a.ArStruken && (chef || a.SkrivenAv == anrop.Aktor.Id));
    }

    private sealed record Kopplad(AnteckningId Id, int Nr, AnteckningId? Galler, Anteckningskoppling? Koppling);
}

internal static class Anteckningsvyer
{
    public static Error DagSaknas { get; } = Error.Invalid(new FieldError("dag", "Skriv vilken dag det hände."));

    /// <summary>The choices of a form.</summary>
    public static IReadOnlyList<(string Kod, string Namn)> Slagen { get; } = [.. Enum.GetValues<Anteckningsslag>().Select(s => (s.Kod(), Slagtext(s)))];

    public static string Slagtext(Anteckningsslag slag) => slag switch
    {
        Anteckningsslag.Telefonsamtal => "Telefonsamtal",
        Anteckningsslag.Hembesok => "Hembesök",
        Anteckningsslag.Mote => "Möte",
        Anteckningsslag.Brev => "E-post eller brev",
        Anteckningsslag.Ovrigt => "Övrigt",
    };

    public static string Nar(DateOnly dag, TimeOnly? klockslag) =>
        klockslag is { } kl ? $"{Datumtext.Lang(dag)} kl. {kl.ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture)}" : Datumtext.Lang(dag);
}
