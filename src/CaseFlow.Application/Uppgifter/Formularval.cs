using System.Globalization;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter;

/// <summary>The choices of a form that only the unit's own data knows. The other choices stand in the form itself.</summary>
public sealed class Formularval(CaseFlowDb db, Handlaggarval handlaggare, Ombudsregister ombud)
{
    /// <summary>Orders to look back on, and suggestions to show.</summary>
    private const int Senaste = 500, Flest = 20;

    internal async Task<Formulardefinition> Fyll(Formulardefinition formular, Arende arende, CancellationToken ct)
    {
        if (formular.Falt.Any(f => f.Typ == Falttyp.Anvandare)) formular = Med(formular, Falttyp.Anvandare, await handlaggare.Alternativ(arende, ct));
        if (formular.Falt.Any(f => f.Typ == Falttyp.Insats)) formular = Med(formular, Falttyp.Insats, await Insatser(arende, ct));
        if (formular.Falt.Any(f => f.Typ == Falttyp.Ombud))
        {
            var ombuden = await ombud.Val(arende, ct);
            // Bara personen kan ha svarat: då frågas det inte.
            if (ombuden.Count == 0) return formular.Med(f => f.Typ == Falttyp.Ombud ? null : f);
            formular = Med(formular, Falttyp.Ombud, [Svarstext.PersonenSjalv, .. ombuden.Select(o => new Alternativ(o.Id.ToString(), o.Text))]);
        }
        return formular;
    }

    /// <summary>What to suggest in a text: the answer may be another.</summary>
    internal async Task<Formulardefinition> Foresla(Formulardefinition formular, Arende arende, CancellationToken ct)
    {
        if (!formular.Falt.Any(f => f.Katalog == Kataloger.Utforare)) return formular;
        var utforare = await Utforare(arende.EnhetId, ct);
        return formular.Med(f => f.Katalog == Kataloger.Utforare ? f with { Alternativ = utforare } : f);
    }

    /// <summary>Those that the unit has ordered from lately, the most used first. Read by the orders' own key, a bounded number of them.</summary>
    private async Task<IReadOnlyList<Alternativ>> Utforare(EnhetId enhet, CancellationToken ct)
    {
        var namn = await db.Bestallningar.OrderByDescending(b => b.Id).Take(Senaste)
            .Join(db.Insatser.Where(i => i.EnhetId == enhet), b => b.InsatsId, i => i.Id, (b, _) => b.Utforare)
            .GroupBy(u => u).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(Flest).ToListAsync(ct);
        return [.. namn.Select(n => new Alternativ(n, n))];
    }

    private async Task<IReadOnlyList<Alternativ>> Insatser(Arende arende, CancellationToken ct)
    {
        var rader = await db.Insatser.Where(i => i.ArendeId == arende.Id).OrderBy(i => i.Id)
            .Select(i => new { i.Id, i.Insatstyp, i.Omfattning, i.OmfattningEnhet }).ToListAsync(ct);
        return [.. rader.Select(i => new Alternativ(
            i.Id.Value.ToString(CultureInfo.InvariantCulture),
            string.Join(", ", new[] { Insatskatalog.Namn(i.Insatstyp), Omfattningstext.Av(i.Omfattning, i.OmfattningEnhet) }.OfType<string>())))];
    }

    private static Formulardefinition Med(Formulardefinition formular, Falttyp typ, IReadOnlyList<Alternativ> val) =>
        formular.Med(f => f.Typ == typ ? f with { Alternativ = val } : f);
}
