using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arenden;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Personer;

namespace CaseFlow.Application.Utredningar;

/// <summary>Describes several ansökta insatser in one save: all of them or none, so that no text is lost when one of them is refused.</summary>
/// <param name="Rader">Those that were changed, each as <see cref="BeskrivInsats"/> writes it and for the ärende <paramref name="Nummer"/>.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record BeskrivInsatser(string Nummer, IReadOnlyList<BeskrivInsats> Rader) : ICommand<Sparat>, IBlirAvUtkast
{
    Utkastplats IBlirAvUtkast.Plats => Utkastplats.Insatser;
}

internal sealed class BeskrivInsatserHandler(Anrop anrop, Insatsbeskrivare beskrivare) : ICommandHandler<BeskrivInsatser, Sparat>
{
    public async Task<Result<Sparat>> Handle(BeskrivInsatser request, CancellationToken cancellationToken)
    {
        var (fel, notiser) = (new List<FieldError>(), new List<string>());
        foreach (var rad in request.Rader)
        {
            var beskriven = await beskrivare.Beskriv(rad with { Nummer = request.Nummer }, cancellationToken);
            if (!beskriven.Failed)
            {
                if (beskriven.Value.Notis is { } notis) notiser.Add(notis);
                continue;
            }
            if (Vid(rad, beskriven.Error) is not { Count: > 0 } egna) return beskriven.Error;
            fel.AddRange(egna);
        }
        return fel.Count > 0 ? Error.Invalid([.. fel]) : new Sparat(anrop.Nu, 0, Notis: notiser.Count == 0 ? null : string.Join(" ", notiser));
    }

    /// <summary>The fault at the field of its own insats: <c>omfattning-42</c>; none when it is about the whole utredning.</summary>
    private static List<FieldError> Vid(BeskrivInsats rad, Error fel) => fel switch
    {
        { Fields.Count: > 0 } => [.. fel.Fields.Select(f => new FieldError($"{f.Field}-{rad.AnsoktInsats}", f.Text))],
        { Code: "OMFATTNING_OGILTIG" or "YRKANDE_SANKT" or "YRKANDE_UTAN_UPPGIFT" } => [new($"omfattning-{rad.AnsoktInsats}", fel.Text)],
        { Code: var kod } when Ombudsregel.Koder.Contains(kod, StringComparer.Ordinal) => [new($"andratAv-{rad.AnsoktInsats}", fel.Text)],
        { Code: "TEXT_FOR_LANG" } => [new($"text-{rad.AnsoktInsats}", fel.Text)],
        _ => [],
    };
}
