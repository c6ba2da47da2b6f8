using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using MediatR;

namespace CaseFlow.Application.Pipeline;

/// <summary>Something a user asks the system to change. Runs in one transaction with its audit event.</summary>
public interface ICommand<T> : IRequest<Result<T>>;

/// <summary>Something a user asks to see. Changes nothing but the audit trail.</summary>
public interface IQuery<T> : IRequest<Result<T>>;

public interface ICommandHandler<in TCommand, T> : IRequestHandler<TCommand, Result<T>>
    where TCommand : ICommand<T>;

public interface IQueryHandler<in TQuery, T> : IRequestHandler<TQuery, Result<T>>
    where TQuery : IQuery<T>;

/// <summary>Says who may send a request: anyone with at least one of the capabilities. A request without it fails a test and is refused.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KraverAttribute(params Behorighet[] behorigheter) : Attribute
{
    public IReadOnlyList<Behorighet> Behorigheter { get; } = behorigheter;
}

/// <summary>The call at hand: who, when, and what happened during it. One per request, given to handlers by injection.</summary>
public sealed class Anrop
{
    private readonly List<Handelserad> _handelser = [];

    /// <summary>Who acts. Set by the host at the edge.</summary>
    public Aktor Aktor { get; private set; } = Ingen;

    /// <summary>The moment of the call (UTC), the same throughout it.</summary>
    public DateTimeOffset Nu { get; private set; }

    /// <summary>The day of the call in Europe/Stockholm.</summary>
    public DateOnly Idag { get; private set; }

    /// <summary>Key that makes a change safe to send twice; null when the sender gave none.</summary>
    public string? Idempotensnyckel { get; set; }

    /// <summary>The ärende the call is about, which decides the audit chain; null for lists and searches.</summary>
    public ArendeId? Arende { get; private set; }

    /// <summary>Ids shown by a list read, kept in its audit event.</summary>
    public IReadOnlyList<long> Visade { get; private set; } = [];

    /// <summary>Why the actor was let in: relation, reason given, chef, named.</summary>
    public string? Grund { get; private set; }

    /// <summary>What happened, in order; an event that named no ärende belongs to the call's, also when that was bound later.</summary>
    public IReadOnlyList<Handelserad> Handelser => [.. _handelser.Select(h => h with { Arende = h.Arende ?? Arende })];

    /// <summary>True when the answer was found under the idempotency key: nothing was done again.</summary>
    public bool Upprepad { get; internal set; }

    private static Aktor Ingen { get; } = new(AktorSlag.System, default, "ingen", new HashSet<Behorighet>(), [], [], Delegatniva.Ingen);

    public void Borja(Aktor aktor, DateTimeOffset nu)
    {
        Aktor = aktor;
        Nu = nu.ToUniversalTime();
        Idag = SvenskTid.Dag(nu);
        Arende = null;
        Grund = null;
        Visade = [];
        Upprepad = false;
        _handelser.Clear();
    }

    /// <summary>Binds the call to an ärende and says on what ground the actor may see it.</summary>
    public void Galler(ArendeId arende, string grund) => (Arende, Grund) = (arende, grund);

    public void Visar(IEnumerable<long> ids) => Visade = [.. ids];

    /// <summary>Records that something happened; it becomes an audit event in the same commit.</summary>
    public void Handelse(IHandelse handelse, ArendeId? arende = null) => _handelser.Add(new(handelse, arende));

    /// <summary>Forgets what was recorded: the work is rolled back or tried again.</summary>
    public void Angra()
    {
        Upprepad = false;
        _handelser.Clear();
    }
}

public sealed record Handelserad(IHandelse Handelse, ArendeId? Arende);

