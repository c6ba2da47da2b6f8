using System.Text.Json.Serialization;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Handlingar;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Handlingar;

// Rummet Handlingar: att lägga in, läsa, hämta och makulera handlingar. Filen är redan mottagen och ligger i lagret när raden sparas; blir det inget
// av raden är filen lös och städas bort.

/// <summary>Registers a document whose file the store has received. Also in a closed ärende. Refused with a fault at <c>fil</c> when the file is not what
/// its name says (<see cref="Filgranskning"/>), with <c>HANDLING_FINNS</c> when the ärende already has the same content, and as
/// <see cref="Handling.Registrera"/> refuses.</summary>
/// <param name="Filnamn">As it was sent.</param>
/// <param name="Fil">What the store answered; null when no file was sent.</param>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record LaggInHandling(string Nummer, Handlingsslag? Slag, DateOnly? Dag, string? Part, string? Titel, string? Filnamn, Lagdfil? Fil) : ICommand<InlagdHandling>
{
    public override string ToString() => $"LaggInHandling {Nummer}";
}

/// <summary>A received file. Sent twice it lies under two names, but it is the same file.</summary>
public sealed record Lagdfil([property: JsonIgnore] string Namn, long Langd, string Sha256);

/// <param name="Fil">The file of the row: when another was sent it is not kept.</param>
public sealed record InlagdHandling(int Nr, string Fil);

/// <summary>Looks at the file before the transaction is opened: unpacking a document takes time that nobody else should wait for.</summary>
internal sealed class LaggInHandlingRegler : AbstractValidator<LaggInHandling>
{
    public LaggInHandlingRegler(IHandlingslager lager) => RuleFor(r => r).Custom((request, prov) =>
    {
        if (Prova(request, lager) is { } fel) prov.AddFailure("fil", fel);
    });

    private static string? Prova(LaggInHandling request, IHandlingslager lager)
    {
        if (request.Fil is not { } fil) return "Välj en fil.";
        var namn = Handlingsnamn.Tolka(request.Filnamn);
        if (namn.Failed) return namn.Error.Fields[0].Text;
        using var innehall = lager.Oppna(fil.Namn);
        if (Filgranskning.Prova(innehall, namn.Value.Typ) is { } fel) return fel;
        // Det som kom in tas emot som det är (TF 2 kap.): det är den andras text. Det vi själva har skrivit ska inte bära något som är taget bort.
        return request.Slag is Handlingsslag.Upprattad or Handlingsslag.Utgaende && Andringsspar.Finns(innehall, namn.Value.Typ) ? Andringsspar.Text : null;
    }
}

internal sealed class LaggInHandlingHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids, Arendeatkomst atkomst, Uppgiftsatkomst uppgifter) : ICommandHandler<LaggInHandling, InlagdHandling>
{
    public async Task<Result<InlagdHandling>> Handle(LaggInHandling request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.OppnaAvenAvslutat(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        var (arende, fil) = (oppnat.Value, request.Fil!);
        if (request.Dag is not { } dag) return Error.Invalid(new FieldError("dag", "Skriv vilken dag handlingen kom in, upprättades eller skickades."));
        var namn = Handlingsnamn.Tolka(request.Filnamn).Value;
        var redan = await db.Handlingar.Where(h => h.ArendeId == arende.Id).GroupBy(h => h.ArendeId)
            .Select(g => new { Antal = g.Count(), Langd = g.Sum(h => h.Langd), Sist = g.Max(h => h.Nr), Samma = g.Max(h => h.Sha256 == fil.Sha256 && h.Makulerad == null ? h.Nr : 0) })
            .SingleOrDefaultAsync(cancellationToken);
        if (redan is { Samma: > 0 and var samma })
            return Error.Rule("HANDLING_FINNS", $"Filen finns redan i ärendet, som handling {samma}.");

        var registrerad = Handling.Registrera(
            new(ids.Next()), ids.NextPublic(), arende, (redan?.Sist ?? 0) + 1, new(request.Slag ?? default, dag, request.Part, request.Titel),
            new(namn.Namn, namn.Typ, fil.Langd, fil.Sha256, fil.Namn), new(redan?.Antal ?? 0, redan?.Langd ?? 0), anrop.Aktor.Id, anrop.Nu);
        if (registrerad.Failed) return registrerad.Error;
        db.Handlingar.Add(registrerad.Value.Handling);
        anrop.Handelse(registrerad.Value.Handelse);
        // Ingen kommunicerar eller beslutar från en sida där det som kom in inte stod.
        if (registrerad.Value.Handling.Slag is Handlingsslag.Inkommen) await uppgifter.MasteLasasOm(arende.Id, Noder.MedForslag, cancellationToken);
        return new InlagdHandling(registrerad.Value.Handling.Nr, fil.Namn);
    }
}
