using System.Globalization;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Insatser;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Uppgifter;

/// <summary>The choices of a form that only the unit's own data knows. The other choices stand in the form itself.</summary>
public sealed class Formularval(CaseFlowDb db, Handlaggarval handlaggare)
{
    internal async Task<Formulardefinition> Fyll(Formulardefinition formular, Arende arende, CancellationToken ct)
    {
        if (formular.Falt.Any(f => f.Typ == Falttyp.Anvandare)) formular = Med(formular, Falttyp.Anvandare, await handlaggare.Alternativ(arende, ct));
        if (formular.Falt.Any(f => f.Typ == Falttyp.Insats)) formular = Med(formular, Falttyp.Insats, await Insatser(arende, ct));
        return formular;
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
