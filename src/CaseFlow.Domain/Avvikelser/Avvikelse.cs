using System.Globalization;

namespace CaseFlow.Domain.Avvikelser;

// Rummet Avvikelser: den korta rapporten om något som inte blev rätt - vad, när och var,
// vad som gjordes - och chefens mottagande. Utredning och kodning görs senare av den som
// utreder; lex Sarah är ett eget rum.

/// <summary>A report that something went wrong. Three fields, so that it gets written.</summary>
public sealed class Avvikelse
{
    private Avvikelse()
    {
    }

    public AvvikelseId Id { get; private set; }

    public Guid PublikId { get; private set; }

    /// <summary>The number people use, e.g. <c>A-2026-0012</c>.</summary>
    public string Nummer { get; private set; } = "";

    public EnhetId EnhetId { get; private set; }

    public AnvandareId RapportorId { get; private set; }

    public DateTimeOffset Tid { get; private set; }

    /// <summary>What happened.</summary>
    public string Vad { get; private set; } = "";

    /// <summary>When and where.</summary>
    public string NarVar { get; private set; } = "";

    /// <summary>What was done about it at once; may be that nothing was.</summary>
    public string Atgard { get; private set; } = "";

    public AvvikelseStatus Status { get; private set; }

    public AnvandareId? MottagareId { get; private set; }

    public DateTimeOffset? Mottagen { get; private set; }

    public int Version { get; private set; }

    /// <summary>Reports an avvikelse.</summary>
    /// <returns>The report and its event, faults by field (<c>OGILTIGT</c>), or <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<RapporteradAvvikelse> Rapportera(
        AvvikelseId id, Guid publikId, string nummer, EnhetId enhet, AnvandareId rapportor, string? vad, string? narVar, string? atgard, DateTimeOffset now)
    {
        var fel = Tomma((nameof(Vad), vad, "Skriv vad som hände."), (nameof(NarVar), narVar, "Skriv när och var det hände."),
            (nameof(Atgard), atgard, "Skriv vad som gjordes, eller att inget gjordes."));
        if (fel.Count > 0) return Error.Invalid(fel);
        if (Textlangd.ArForLang(vad) || Textlangd.ArForLang(narVar) || Textlangd.ArForLang(atgard)) return Textlangd.ForLang;
        var avvikelse = new Avvikelse
        {
            Id = id,
            PublikId = publikId,
            Nummer = nummer,
            EnhetId = enhet,
            RapportorId = rapportor,
            Tid = now.ToUniversalTime(),
            Vad = vad!.Trim(),
            NarVar = narVar!.Trim(),
            Atgard = atgard!.Trim(),
            Status = AvvikelseStatus.Ny,
        };
        return new RapporteradAvvikelse(avvikelse, new(id, enhet));
    }

    /// <summary>The chef has read it and takes it from here.</summary>
    public Result<AvvikelseMottagen> TaEmot(AnvandareId chef, DateTimeOffset now)
    {
        if (Status != AvvikelseStatus.Ny) return Error.Conflict("AVVIKELSE_REDAN_MOTTAGEN", "Avvikelsen är redan mottagen.");
        (Status, MottagareId, Mottagen) = (AvvikelseStatus.Mottagen, chef, now.ToUniversalTime());
        return new AvvikelseMottagen(Id, EnhetId, chef);
    }

    private static List<FieldError> Tomma(params IEnumerable<(string Falt, string? Text, string Fel)> falt) =>
        [.. falt.Where(f => string.IsNullOrWhiteSpace(f.Text)).Select(f => new FieldError(f.Falt, f.Fel))];
}

public enum AvvikelseStatus { Ny, Mottagen }

/// <summary>The number of a report: A, the year and a running number.</summary>
public static class Avvikelsenummer
{
    public static string Formatera(int ar, long lopnummer) => string.Create(CultureInfo.InvariantCulture, $"A-{ar:0000}-{lopnummer:0000}");
}

public sealed record RapporteradAvvikelse(Avvikelse Avvikelse, AvvikelseRapporterad Handelse);

public sealed record AvvikelseRapporterad(AvvikelseId Avvikelse, EnhetId Enhet) : IHandelse;

public sealed record AvvikelseMottagen(AvvikelseId Avvikelse, EnhetId Enhet, AnvandareId Mottagare) : IHandelse;
