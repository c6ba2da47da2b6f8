using System.Globalization;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter;

/// <summary>The choices of a form that only the unit's own data knows. The other choices stand in the form itself.</summary>
public sealed class Formularval(CaseFlowDb db, Handlaggarval handlaggare, Ombudsregister ombud, Utforarval utforare)
{
    /// <param name="insats">The insats that the task is about; null for one about none.</param>
    internal async Task<Formulardefinition> Fyll(Formulardefinition formular, Arende arende, InsatsId? insats, CancellationToken ct)
    {
        if (formular.Falt.Any(f => f.Typ == Falttyp.Anvandare)) formular = Med(formular, Falttyp.Anvandare, await handlaggare.Alternativ(arende, ct));
        if (formular.Falt.Any(f => f.Typ == Falttyp.Insats)) formular = Med(formular, Falttyp.Insats, await Insatser(arende, ct));
        if (formular.Falt.Any(f => f.Typ == Falttyp.Utforare)) formular = Med(formular, Falttyp.Utforare, await utforare.Alternativ(insats, arende.EnhetId, ct));
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
        var namn = await utforare.Bestallda(null, arende.EnhetId, ct);
        return formular.Med(f => f.Katalog == Kataloger.Utforare ? f with { Alternativ = [.. namn.Select(n => new Alternativ(n, n))] } : f);
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
