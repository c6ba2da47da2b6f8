using System.Globalization;
using System.Text.Json;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arenden;

/// <summary>Answered forms with their questions, from the version of the form that was answered.</summary>
public sealed class Svarslasare(CaseFlowDb db, Processkatalog katalog)
{
    internal async Task<IReadOnlyList<SvarVy>> Las(IReadOnlyList<Formularsvar> svar, IReadOnlyDictionary<AnvandareId, string> namn, CancellationToken ct)
    {
        var ids = svar.Select(s => s.UppgiftId).ToList();
        var uppgifter = await db.Uppgifter.Where(u => ids.Contains(u.Id))
            .Join(db.Instanser, u => u.InstansId, i => i.Id, (u, i) => new { u.Id, u.Titel, u.Formular, i.DefinitionId }).ToDictionaryAsync(u => u.Id, ct);
        var vyer = new List<SvarVy>();
        foreach (var s in svar)
        {
            var uppgift = uppgifter[s.UppgiftId];
            var formular = (await katalog.Paket(db, uppgift.DefinitionId, ct)).Formular(uppgift.Formular);
            if (formular is not null) vyer.Add(new(uppgift.Titel, s.Tid, namn.GetValueOrDefault(s.Av) ?? "Systemet", Rader(formular, s.Varden)));
        }
        return vyer;
    }

    private static List<ForklaringVy> Rader(Formulardefinition formular, string varden)
    {
        var svar = JsonSerializer.Deserialize<Dictionary<string, string[]>>(varden) ?? [];
        return [.. formular.Falt.Where(f => f.Typ != Falttyp.Anvandare && svar.GetValueOrDefault(f.Namn) is { Length: > 0 })
            .Select(f => new ForklaringVy(f.Etikett, string.Join(", ", svar[f.Namn].Select(v => Text(f, v)))))];
    }

    private static string Text(Faltdefinition falt, string varde) => falt.Typ switch
    {
        Falttyp.JaNej => Datumtext.MedStorBokstav(varde),
        Falttyp.Datum when DateOnly.TryParseExact(varde, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) => Datumtext.Lang(dag),
        _ => falt.Alternativ.FirstOrDefault(a => a.Varde == varde)?.Text ?? varde,
    };
}
