using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Uppgifter;

/// <summary>Which questions of an open task apply with what is answered so far, while one answers. Saves nothing; the same as is asked when it is saved.</summary>
[Kraver(Behorighet.HandlaggaArende, Behorighet.FordelaArende)]
public sealed record ProvaFormular(Guid Uppgift, IReadOnlyDictionary<string, string[]> Varden) : IQuery<ProvatFormular>;

/// <param name="Formular">As it is asked in this ärende.</param>
public sealed record ProvatFormular(Formulardefinition Formular, IReadOnlyDictionary<string, Faltlage> Lagen);

internal sealed class ProvaFormularHandler(Anrop anrop, Uppgiftsatkomst uppgifter, Formularoppning oppning) : IQueryHandler<ProvaFormular, ProvatFormular>
{
    public async Task<Result<ProvatFormular>> Handle(ProvaFormular request, CancellationToken cancellationToken)
    {
        var oppnad = await uppgifter.Oppna(request.Uppgift, cancellationToken);
        if (oppnad.Failed) return oppnad.Error;
        if (oppnad.Value.Formular is not { } formular) return SlutforUppgiftHandler.FelSida;
        var oppnat = await oppning.Oppna(oppnad.Value, formular, cancellationToken);
        var bild = oppnat.Bild(request.Varden, anrop.Nu);
        return new ProvatFormular(bild.Avgjord(oppnat.Formular), bild.Lagen);
    }
}
