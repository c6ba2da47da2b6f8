using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Utredningar;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Utredningar;

/// <summary>What to write in a part: mine, or mine and theirs together.</summary>
/// <param name="Rev">The copy it is written on.</param>
/// <param name="Notis">What someone else changed meanwhile, in words; null when nobody did.</param>
internal sealed record Delskrivning(IReadOnlyDictionary<string, string?> Falt, int Rev, string? Notis);

/// <summary>A field that someone else changed after the page was opened.</summary>
/// <param name="Deras">What it is now.</param>
/// <param name="Vem">Null where names are not known.</param>
/// <param name="Jag">The reader herself, in another tab.</param>
public sealed record Faltandring(string Falt, string Etikett, string? Deras, string? Vem, DateTimeOffset? Nar, bool Jag);

/// <summary>Two who write in the same part of the utredning: what only one of them changed is kept, and what was there before is kept to be read.</summary>
internal sealed class Delskrivare(CaseFlowDb db, Anrop anrop, Arendehuvuden huvuden)
{
    /// <summary>Prepares a write that was typed on the copy <paramref name="rev"/>, and keeps the words it replaces.</summary>
    /// <returns>INAKTUELL_KOPIA when both changed the same field, or when the copy is not known any more.</returns>
    public async Task<Result<Delskrivning>> Forbered(Utredning utredning, Utredningsdel nu, int rev, IReadOnlyDictionary<string, string?> mina, CancellationToken ct)
    {
        var skrivning = new Delskrivning(mina, nu.Rev, null);
        if (rev != nu.Rev)
        {
            if (await Lydelser(utredning, nu, rev, ct) is not { } lydelser) return Inaktuell.Kopia;
            var samman = Sammanfogning.Av(lydelser[0].Falt, mina, nu.Falt);
            if (!samman.Entydig) return Inaktuell.Kopia;
            skrivning = new(samman.Varden, nu.Rev, Notis(await Andringar(samman.AvDem, lydelser, ct)));
        }
        db.Utredningslydelser.Add(new(utredning.Id, nu.Kod, nu.Rev, Lydelsefalt.SomJson(nu.Falt), anrop.Aktor.Id, anrop.Nu));
        return skrivning;
    }

    /// <summary>The words of a part from a revision until now, the oldest first, each with who wrote what came after it.</summary>
    /// <returns>Null when the revision is none that the part has had, or older than what is kept.</returns>
    public async Task<IReadOnlyList<Lydelserad>?> Lydelser(Utredning utredning, Utredningsdel nu, int rev, CancellationToken ct)
    {
        if (rev < 0 || rev >= nu.Rev) return null;
        var (id, del) = (utredning.Id, nu.Kod);
        var rader = await db.Utredningslydelser.AsNoTracking().Where(l => l.UtredningId == id && l.Del == del && l.Rev >= rev).OrderBy(l => l.Rev).ToListAsync(ct);
        var kanda = rader.ConvertAll(l => new Lydelserad(l.Rev, Lydelsefalt.FranJson(l.Falt), l.ErsattAv, l.Ersatt));
        // Det som ingen har skrivit var tomt, också innan lydelserna sparades.
        if (rev == 0 && (kanda.Count == 0 || kanda[0].Rev > 0)) kanda.Insert(0, new(0, new Dictionary<string, string?>(StringComparer.Ordinal), null, null));
        return kanda.Count > 0 && kanda[0].Rev == rev ? [.. kanda, new(nu.Rev, nu.Falt, null, null)] : null;
    }

    /// <summary>Who changed each field last.</summary>
    public async Task<IReadOnlyList<Faltandring>> Andringar(IEnumerable<string> falt, IReadOnlyList<Lydelserad> lydelser, CancellationToken ct)
    {
        var senast = falt.Select(f => (Falt: f, Rad: Enumerable.Range(0, lydelser.Count - 1).Last(i =>
            lydelser[i].Falt.GetValueOrDefault(f) != lydelser[i + 1].Falt.GetValueOrDefault(f)))).Select(f => (f.Falt, Rad: lydelser[f.Rad])).ToList();
        var namn = await huvuden.Namn([.. senast.Select(s => s.Rad.ErsattAv).OfType<AnvandareId>().Distinct()], ct);
        return [.. senast.Select(s => new Faltandring(
            s.Falt, Utredningsdelar.Etikett(s.Falt), lydelser[^1].Falt.GetValueOrDefault(s.Falt), s.Rad.ErsattAv is { } av ? namn.GetValueOrDefault(av) : null, s.Rad.Ersatt,
            s.Rad.ErsattAv == anrop.Aktor.Id))];
    }

    /// <summary>"Anders Ek ändrade Mål och Källa kl. 14.30. Det är med."</summary>
    private static string? Notis(IReadOnlyList<Faltandring> andringar) => andringar.Count == 0 ? null
        : string.Join(" ", andringar.GroupBy(a => (a.Vem, a.Jag, Kl: a.Nar is { } nar ? $" kl. {Datumtext.Klocka(nar)}" : "")).Select(g =>
            $"{(g.Key.Jag ? "Du" : g.Key.Vem ?? "Någon annan")} ändrade {Beslutsfattande.Brevtext.Uppraknat([.. g.Select(a => a.Etikett.ToLowerInvariant())])}{g.Key.Kl}{(g.Key.Jag ? " i en annan flik" : ", medan du skrev")}. Det är med."));
}

/// <param name="ErsattAv">Who wrote what came after; null for what stands now.</param>
internal sealed record Lydelserad(int Rev, IReadOnlyDictionary<string, string?> Falt, AnvandareId? ErsattAv, DateTimeOffset? Ersatt);
