using System.Text.Json;
using CaseFlow.Application.Audit;
using CaseFlow.Domain;
using CaseFlow.Domain.Indikatorer;
using CaseFlow.Domain.Personer;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Indikatorer;

// Rummet Indikatorer: varje siffra är en summa av rader, och varje rad är en händelse i granskningsloggen.
// Raderna skrivs när händelsen skrivs (Indikatorprojektion) och kan byggas om ur loggen (ByggOmIndikatorer).

/// <summary>Writes the indicator's row beside the event it is made of.</summary>
internal sealed class Indikatorprojektion(CaseFlowDb db) : IHandelseprojektion
{
    public async Task Folj(AuditHandelse handelse, CancellationToken ct)
    {
        if (!Indikatorhandelse.Raknas(handelse) || handelse.ArendeId is not { } arende) return;
        var enhet = db.Arenden.Local.FirstOrDefault(a => a.Id == arende)?.EnhetId
            ?? await db.Arenden.Where(a => a.Id == arende).Select(a => a.EnhetId).SingleAsync(ct);
        db.IndikatorRader.Add(Indikatorhandelse.Rad(handelse, enhet));
    }
}

/// <summary>What an indicator reads of an event.</summary>
internal static class Indikatorhandelse
{
    public const string Typ = nameof(UtredningAvslutad);

    public static bool Raknas(AuditHandelse handelse) => handelse is { Typ: Typ, Utfall: Auditutfall.Ok };

    /// <param name="enhet">The ärende's unit: the actor's may be another.</param>
    public static IndikatorRad Rad(AuditHandelse handelse, EnhetId enhet)
    {
        var (ansokta, beskrivna, kon) = Las(handelse.Data);
        return IndikatorRad.AvUtredning(handelse.Id, enhet, handelse.ArendeId!.Value, handelse.Tid, ansokta, beskrivna, kon);
    }

    /// <summary>The counts of <see cref="UtredningAvslutad"/>. A sex that is missing or not known is <see cref="Kon.Okant"/>.</summary>
    public static (int Ansokta, int Beskrivna, Kon Kon) Las(string data)
    {
        using var json = JsonDocument.Parse(data);
        var rot = json.RootElement;
        return (
            rot.GetProperty(nameof(UtredningAvslutad.Ansokta)).GetInt32(), rot.GetProperty(nameof(UtredningAvslutad.Beskrivna)).GetInt32(),
            rot.TryGetProperty(nameof(UtredningAvslutad.Kon), out var kon) ? Konkoder.Tolka(kon.GetString()) ?? Kon.Okant : Kon.Okant);
    }
}
