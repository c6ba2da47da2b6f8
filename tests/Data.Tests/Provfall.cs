using CaseFlow.Application;
using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Data.Tests;

// Små användningsfall som prövar pipelinen: de gör det minsta som går att se i databasen.

[Kraver(Behorighet.ForvaltaBehorigheter)]
public sealed record LaggUppEnhet(string Namn, bool Neka = false, bool Krascha = false, int Krockar = 0) : ICommand<EnhetId>;

public sealed record EnhetUpplagd(EnhetId Enhet) : IHandelse;

public sealed class LaggUppEnhetRegler : AbstractValidator<LaggUppEnhet>
{
    public LaggUppEnhetRegler() => RuleFor(e => e.Namn).NotEmpty().WithMessage("Skriv ett namn.");
}

internal sealed class LaggUppEnhetHandler(CaseFlowDb db, IIdKalla ids, Anrop anrop, Krockraknare krockar) : ICommandHandler<LaggUppEnhet, EnhetId>
{
    public Task<Result<EnhetId>> Handle(LaggUppEnhet request, CancellationToken cancellationToken)
    {
        var enhet = Enhet.Skapa(new(ids.Next()), request.Namn, ["128"]);
        db.Enheter.Add(enhet);
        anrop.Handelse(new EnhetUpplagd(enhet.Id));
        if (krockar.Antal++ < request.Krockar) throw new DbUpdateConcurrencyException("prov");
        if (request.Krascha) throw new InvalidOperationException("prov");
        return Task.FromResult<Result<EnhetId>>(request.Neka ? Error.Rule("PROV_NEKAD", "Nej.") : enhet.Id);
    }
}

/// <summary>How many times the handler ran.</summary>
public sealed class Krockraknare
{
    public int Antal { get; set; }
}

[Kraver(Behorighet.ForvaltaBehorigheter)]
public sealed record AndraOmrade(EnhetId Enhet, string Omrade) : ICommand<Done>;

internal sealed class AndraOmradeHandler(CaseFlowDb db) : ICommandHandler<AndraOmrade, Done>
{
    public async Task<Result<Done>> Handle(AndraOmrade request, CancellationToken cancellationToken)
    {
        var enhet = await db.Enheter.SingleAsync(e => e.Id == request.Enhet, cancellationToken);
        enhet.AndraOmrade([.. enhet.Omrade, request.Omrade]);
        return Result.Done;
    }
}

[Kraver(Behorighet.ForvaltaBehorigheter)]
public sealed record HamtaEnheter : IQuery<int>;

internal sealed class HamtaEnheterHandler(CaseFlowDb db, Anrop anrop) : IQueryHandler<HamtaEnheter, int>
{
    public async Task<Result<int>> Handle(HamtaEnheter request, CancellationToken cancellationToken)
    {
        var enheter = await db.Enheter.ToListAsync(cancellationToken);
        anrop.Visar(enheter.Select(e => e.Id.Value));
        return db.ChangeTracker.Entries().Any() ? throw new InvalidOperationException("En fråga spårar.") : enheter.Count;
    }
}

public sealed record UtanBehorighet : IQuery<int>;

internal sealed class UtanBehorighetHandler : IQueryHandler<UtanBehorighet, int>
{
    public Task<Result<int>> Handle(UtanBehorighet request, CancellationToken cancellationToken) => Task.FromResult<Result<int>>(1);
}
