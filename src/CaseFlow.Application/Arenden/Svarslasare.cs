using System.Text.Json;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Answered forms with their questions, from the version of the form that was answered.</summary>
public sealed class Svarslasare(CaseFlowDb db, Processkatalog katalog)
{
    /// <summary>The answers with the tasks they were given in, the latest first.</summary>
    internal Task<List<Svarsrad>> Hamta(IQueryable<Formularsvar> svar, CancellationToken ct) => svar
        .Join(db.Uppgifter, f => f.UppgiftId, u => u.Id, (f, u) => new { f, u })
        .Join(db.Instanser, r => r.u.InstansId, i => i.Id, (r, i) => new { r.f, r.u, i.DefinitionId })
        .OrderByDescending(r => r.f.Tid)
        .Select(r => new Svarsrad(r.u.Titel, r.u.InsatsId, r.u.Formular, r.DefinitionId, r.f.Tid, r.f.Av, r.f.Varden)).ToListAsync(ct);

    /// <param name="insatsnamn">The name of an insats that a task was about; without it the answers do not say.</param>
    internal async Task<IReadOnlyList<SvarVy>> Las(
        IReadOnlyList<Svarsrad> svar, IReadOnlyDictionary<AnvandareId, string> namn, CancellationToken ct, Func<InsatsId?, string?>? insatsnamn = null)
    {
        var vyer = new List<SvarVy>();
        foreach (var s in svar)
        {
            var formular = (await katalog.Paket(db, s.Definition, ct)).Formular(s.Formular);
            if (formular is not null) vyer.Add(new(s.Titel, s.Tid, namn.GetValueOrDefault(s.Av) ?? "Systemet", Rader(formular, s.Varden), insatsnamn?.Invoke(s.Insats)));
        }
        return vyer;
    }

    private static List<ForklaringVy> Rader(Formulardefinition formular, string varden)
    {
        var svar = JsonSerializer.Deserialize<Dictionary<string, string[]>>(varden) ?? [];
        // Den som är vald står med nyckel: namnet finns på ett annat ställe.
        return [.. formular.Falt.Where(f => f.Typ is not (Falttyp.Anvandare or Falttyp.Insats) && svar.GetValueOrDefault(f.Namn) is { Length: > 0 })
            .Select(f => new ForklaringVy(f.Etikett, string.Join(", ", svar[f.Namn].Select(v => Svarstext.For(f, v)))))];
    }
}

/// <summary>An answered form and the task it was.</summary>
/// <param name="Varden">As JSON, by field.</param>
internal sealed record Svarsrad(string Titel, InsatsId? Insats, string? Formular, long Definition, DateTimeOffset Tid, AnvandareId Av, string Varden);
