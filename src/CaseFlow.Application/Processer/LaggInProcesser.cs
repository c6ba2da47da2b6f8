using System.Text.Json;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Processer;

/// <summary>Deploys what stands in the process folders: a folder whose content is new becomes a new version, and running instances stay on
/// theirs. One broken folder refuses all of it.</summary>
[Kraver(Behorighet.KoraProcess)]
public sealed record LaggInProcesser : ICommand<InlagdaProcesser>;

/// <param name="Nya">Keys that got a new version.</param>
public sealed record InlagdaProcesser(int Antal, IReadOnlyList<string> Nya);

/// <summary>A process got a new version.</summary>
public sealed record ProcessInlagd(string Nyckel, int Nummer, string Hash) : IHandelse;

internal sealed class LaggInProcesserHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids, Processkatalog katalog)
    : ICommandHandler<LaggInProcesser, InlagdaProcesser>
{
    public async Task<Result<InlagdaProcesser>> Handle(LaggInProcesser request, CancellationToken cancellationToken)
    {
        var mappar = katalog.LasMapp();
        if (mappar.Count == 0) return Error.Rule("PROCESSER_SAKNAS", "Mappen workflows hittas inte eller är tom.");
        var fel = mappar.SelectMany(m => Processpaketlasare.Las(m.Nyckel, m.Filer).Fel.Select(f => $"{m.Nyckel}: {f}")).ToList();
        if (fel.Count > 0) return Error.Rule("PROCESS_NEKAD", string.Join(Environment.NewLine, fel));

        var senaste = await db.Definitioner.GroupBy(d => d.Nyckel)
            .Select(g => g.OrderByDescending(d => d.VersionNr).Select(d => new { d.Nyckel, d.VersionNr, d.Sha256 }).First())
            .ToDictionaryAsync(d => d.Nyckel, StringComparer.Ordinal, cancellationToken);
        var nya = new List<string>();
        foreach (var mapp in mappar)
        {
            var finns = senaste.GetValueOrDefault(mapp.Nyckel);
            if (finns?.Sha256 == mapp.Sha256) continue;
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
        return new InlagdaProcesser(mappar.Count, nya);
    }

    private static string Urval(Processfiler mapp, string andelse) => JsonSerializer.Serialize(
        mapp.Filer.Where(f => f.Key.EndsWith(andelse, StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal));
}
