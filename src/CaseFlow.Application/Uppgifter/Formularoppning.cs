using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgifter;

/// <summary>A task's form as it is asked in this ärende, with what its expressions may know.</summary>
internal sealed record OppnatFormular(Formulardefinition Formular, FeelContext Fakta)
{
    public Result<FeelContext> Prova(IReadOnlyDictionary<string, string[]> svar, DateTimeOffset nu) => Formularprovning.Prova(Formular, svar, Fakta, nu);

    public Formularbild Bild(IReadOnlyDictionary<string, string[]> svar, DateTimeOffset nu) => Formularbild.Av(Formular, svar, Fakta, nu);

    public IReadOnlyDictionary<string, string[]> Forifyll(IReadOnlyDictionary<string, string[]> redan, DateTimeOffset nu) => Forifyllning.Av(Formular, redan, Fakta, nu);
}

/// <summary>Opens a task's form the same way for the page, the live check and the saving.</summary>
public sealed class Formularoppning(Handlingskatalog handlingar, Formularval val, Faktalasare fakta)
{
    internal async Task<OppnatFormular> Oppna(Uppgiftslage lage, Formulardefinition formular, CancellationToken ct)
    {
        var anpassat = await val.Fyll(await handlingar.For(lage.Uppgift.Nod).Anpassa(lage, formular, ct), lage.Arende, lage.Uppgift.InsatsId, ct);
        return new(anpassat, await fakta.Las(lage, anpassat, ct));
    }
}
