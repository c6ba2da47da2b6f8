using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Personer;

/// <summary>Changes how the person of an ärende is reached. A protected person's only while the actor is shown it.</summary>
/// <param name="Version">Of the person, as it was read.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record AndraKontakt(
    string Nummer, int Version, string? Gata, string? Postnummer, string? Ort, string? Telefon, string? Sprak, bool Tolkbehov) : ICommand<Done>
{
    public override string ToString() => $"AndraKontakt {Nummer}";
}

internal sealed class AndraKontaktHandler(CaseFlowDb db, Anrop anrop, Arendeatkomst atkomst) : ICommandHandler<AndraKontakt, Done>
{
    public static Error Dolt { get; } = Error.Rule("SKYDD_DOLT", "Visa de skyddade uppgifterna på ärendets sida innan du ändrar dem.");

    public async Task<Result<Done>> Handle(AndraKontakt request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaForSkrivning(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (await db.SomVisas(anrop).AnyAsync(p => p.Id == oppnat.Value.PersonId && p.Dold, cancellationToken)) return Dolt;
        var person = await db.Personer.SingleAsync(p => p.Id == oppnat.Value.PersonId, cancellationToken);
        if (person.Version != request.Version) return Inaktuell.Kopia;
        if (Fel(request, person.Sprak) is { } fel) return fel;
        var adress = Finns(request.Gata) ? new Adress(request.Gata!.Trim(), request.Postnummer!.Trim(), request.Ort!.Trim()) : null;
        var forut = new Kontaktlydelse(person.Id, person.Version, Lydelsefalt.SomJson(Kontaktandringar.Falt(person)), anrop.Aktor.Id, anrop.Nu);
        if (person.AndraKontakt(adress, request.Telefon, request.Sprak, request.Tolkbehov) is not { } andrad) return Result.Done;
        db.Kontaktlydelser.Add(forut);
        anrop.Handelse(andrad);
        return Result.Done;
    }

    /// <summary>An address is whole or not there, and the language is one we know by name.</summary>
    private static Error? Fel(AndraKontakt request, string sprak)
    {
        (string Falt, string Namn, string? Text)[] adress =
            [("gata", "gatuadress", request.Gata), ("postnummer", "postnummer", request.Postnummer), ("ort", "ort", request.Ort)];
        var fel = adress.Any(d => Finns(d.Text))
            ? adress.Where(d => !Finns(d.Text)).Select(d => new FieldError(d.Falt, $"Skriv {d.Namn}, eller lämna hela adressen tom.")).ToList()
            : [];
        if (request.Sprak != sprak && Spraknamn.Alla.All(s => s.Kod != request.Sprak)) fel.Add(new("sprak", "Välj ett språk."));
        if (fel.Count > 0) return Error.Invalid([.. fel]);
        return adress.Select(d => d.Text).Append(request.Telefon).Any(Textlangd.ArForLang) ? Textlangd.ForLang : null;
    }

    private static bool Finns(string? text) => !string.IsNullOrWhiteSpace(text);
}
