using System.Text.Json;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Processer;

/// <summary>Deploys what stands in the process folders: a folder whose content is new becomes a new version, and running instances stay on
/// theirs. One broken folder refuses all of it.</summary>
/// <param name="Aterga">Lets a folder whose content has been replaced by something newer become the newest again. Without it that is let be:
/// a node that starts with an old folder must not bring back a delegationsordning that the nämnd has withdrawn.</param>
[Kraver(Behorighet.KoraProcess)]
public sealed record LaggInProcesser(bool Aterga = false) : ICommand<InlagdaProcesser>;

/// <param name="Nya">Keys that got a new version.</param>
/// <param name="Aldre">Keys whose folder holds an older version than the one that applies.</param>
/// <param name="Varningar">What the new versions' decision tables leave unanswered; sentences.</param>
public sealed record InlagdaProcesser(int Antal, IReadOnlyList<string> Nya, IReadOnlyList<string> Aldre, IReadOnlyList<string> Varningar);

/// <summary>A process got a new version.</summary>
public sealed record ProcessInlagd(string Nyckel, int Nummer, string Hash) : IHandelse;

internal sealed class LaggInProcesserHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids, Processkatalog katalog)
    : ICommandHandler<LaggInProcesser, InlagdaProcesser>
{
    public async Task<Result<InlagdaProcesser>> Handle(LaggInProcesser request, CancellationToken cancellationToken)
    {
        var mappar = katalog.LasMapp();
        if (mappar.Count == 0) return Error.Rule("PROCESSER_SAKNAS", "Mappen workflows hittas inte eller är tom.");
        var granskade = mappar.ToDictionary(m => m.Nyckel, m => Processpaketlasare.Granska(m.Nyckel, m.Filer), StringComparer.Ordinal);
        var fel = mappar.SelectMany(m => granskade[m.Nyckel].Fel.Select(f => $"{m.Nyckel}: {f}")).ToList();
        // Hur de hänger ihop går att säga först när var och en går att läsa.
        if (fel.Count == 0) fel.AddRange(Processamband.Fel([.. granskade.Values.Select(g => g.Paket!.Definition)]));
        if (fel.Count > 0) return Error.Rule("PROCESS_NEKAD", string.Join(Environment.NewLine, fel));

        var inlagda = (await db.Definitioner.Select(d => new { d.Nyckel, d.VersionNr, d.Sha256 }).ToListAsync(cancellationToken))
            .ToLookup(d => d.Nyckel, StringComparer.Ordinal);
        var (nya, aldre) = (new List<string>(), new List<string>());
        foreach (var mapp in mappar)
        {
            var finns = inlagda[mapp.Nyckel].MaxBy(d => d.VersionNr);
            if (finns?.Sha256 == mapp.Sha256) continue;
            if (!request.Aterga && inlagda[mapp.Nyckel].Any(d => d.Sha256 == mapp.Sha256))
            {
                aldre.Add(mapp.Nyckel);
                continue;
            }
            var nummer = (finns?.VersionNr ?? 0) + 1;
            db.Definitioner.Add(new Processdefinition
            {
                Id = ids.Next(),
                Nyckel = mapp.Nyckel,
                VersionNr = nummer,
                Sha256 = mapp.Sha256,
                Xml = mapp.Filer[$"{mapp.Nyckel}.bpmn"],
                Beslutstabeller = Urval(mapp, ".dmn"),
                Formular = Urval(mapp, ".json"),
                Inlagd = anrop.Nu,
            });
            anrop.Handelse(new ProcessInlagd(mapp.Nyckel, nummer, mapp.Sha256));
            nya.Add(mapp.Nyckel);
        }
        var varningar = nya.SelectMany(nyckel => granskade[nyckel].Paket!.Tabellbrister().Select(b => $"{nyckel}: {b.Text}")).ToList();
        return new InlagdaProcesser(mappar.Count, nya, aldre, varningar);
    }

    private static string Urval(Processfiler mapp, string andelse) => JsonSerializer.Serialize(
        mapp.Filer.Where(f => f.Key.EndsWith(andelse, StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal));
}
