using CaseFlow.Application.Arenden;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Beslutsfattande;
using CaseFlow.Domain.Insatser;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Beslutsfattande;

/// <summary>Writes the letter about the beslut of an ärende, from förslag until it is sent.</summary>
public sealed class Brevskrivare(CaseFlowDb db, Anrop anrop, Overklagandeadress avsandare)
{
    public async Task<BrevVy> Skriv(Arende arende, CancellationToken ct)
    {
        var beslut = await db.BeslutI(arende.Id).ToListAsync(ct);
        var person = (await db.SomVisas(anrop).SingleAsync(p => p.Id == arende.PersonId, ct)).SomVy(anrop.Idag);
        var enhet = await db.Enheter.Where(e => e.Id == arende.EnhetId).Select(e => e.Namn).SingleOrDefaultAsync(ct);
        var namn = await Namn(beslut, ct);
        var fattat = beslut.Count > 0 && beslut.TrueForAll(b => b.Status is Beslutsstatus.Fattat);
        return new(
            avsandare.Namnd, enhet ?? "", Rubrik(beslut, fattat), arende.Nummer,
            Datumtext.Lang(beslut.Max(b => b.Beslutsdag) ?? anrop.Idag), Mottagare(person),
            [.. beslut.Select(Brevtext.Rad)],
            Brevtext.Avsnitt(beslut, avsandare, anrop.Idag, namn),
            fattat && beslut[^1].BeslutsfattareId is { } vem ? namn.GetValueOrDefault(vem, "") : "", Utskick(person));
    }

    /// <summary>The letter as running text, kept with the underrättelse as it was sent.</summary>
    public static string SomText(BrevVy brev) => string.Join("\n\n", (string[])
    [
        $"{brev.Avsandare}\n{brev.Enhet}\nÄrende {brev.Arendenummer}\n{brev.DatumText}",
        string.Join('\n', brev.Mottagare),
        brev.Rubrik,
        .. brev.Rader.Select(r => $"{r.Insats}: {r.Utfall} {r.Text}"),
        .. brev.Avsnitt.Select(a => string.Join("\n\n", a.Stycken.Prepend(a.Rubrik))),
        brev.Underskrift,
    ]);

    /// <summary>"Anna Lind, biträdande enhetschef", for those who prepared and those who decided.</summary>
    private async Task<Dictionary<AnvandareId, string>> Namn(List<Beslut> beslut, CancellationToken ct)
    {
        var sokta = beslut.Select(b => b.Foredragande).Concat(beslut.Select(b => b.BeslutsfattareId).OfType<AnvandareId>()).Distinct().ToList();
        return await db.Anvandare.Where(a => sokta.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => $"{a.Namn}, {a.Titel.ToLowerInvariant()}", ct);
    }

    // OSL (2009:400) 21 kap. 3 §, 22 kap. 1 §: adressen visas inte. Att brevet går genom Skatteverket är inte bekräftat [overifierat].
    public static string? Utskick(PersonVy person) =>
        person.Skyddad ? "Adressen är skyddad och står inte i brevet. Skicka det genom Skatteverkets förmedling." : null;

    // Personnumret säger vem beslutet gäller; för den som är skyddad utelämnas det.
    private static IReadOnlyList<string> Mottagare(PersonVy person) => person.Skyddad
        ? [person.Namn]
        : [person.Namn, .. person.Adress?.Split(", ") ?? [], .. person.Personnummer is { } nummer ? [Nummerrad(nummer)] : (string[])[]];

    /// <summary>A temporary number is the unit's own and says nothing to the person: the day of birth does.</summary>
    private static string Nummerrad(string nummer) =>
        nummer.Contains('T', StringComparison.Ordinal) ? $"Född {nummer[..4]}-{nummer[4..6]}-{nummer[6..8]}" : $"Personnummer {nummer}";

    private static string Rubrik(List<Beslut> beslut, bool fattat)
    {
        var vad = beslut.Count == 0 ? "" : $" om {Brevtext.Uppraknat([.. beslut.Select(b => Brevtext.Insatsnamn(b.Insatstyp)).Distinct(StringComparer.Ordinal)])}";
        return fattat ? $"Beslut{vad}" : $"Förslag till beslut{vad}";
    }
}
