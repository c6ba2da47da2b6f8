namespace CaseFlow.Domain.Behorigheter;

/// <summary>Who acts: a person, an API key or the system itself (timers), with the rights valid at this moment.</summary>
/// <param name="Id">Stable id in the audit trail: the user's, the key's, or 0 for the system.</param>
/// <param name="Behorigheter">The union over the units: what the actor may do in some unit.</param>
/// <param name="Enheter">Units the actor works in. What may be done in one of them is <see cref="EnheterMed"/>'s to say.</param>
/// <param name="ChefFor">Units the actor leads (chef or biträdande chef).</param>
/// <param name="Delegater">The level the actor decides at, in each unit.</param>
/// <param name="Rattigheter">The capabilities in each unit.</param>
public sealed record Aktor(
    AktorSlag Slag, AnvandareId Id, string Namn, IReadOnlySet<Behorighet> Behorigheter,
    IReadOnlyList<EnhetId> Enheter, IReadOnlyList<EnhetId> ChefFor, IReadOnlyDictionary<EnhetId, Delegatniva> Delegater,
    IReadOnlyDictionary<EnhetId, IReadOnlySet<Behorighet>> Rattigheter)
{
    /// <summary>One who may do the same, and decides at the same level, in every unit they work in.</summary>
    public Aktor(
        AktorSlag slag, AnvandareId id, string namn, IReadOnlySet<Behorighet> behorigheter,
        IReadOnlyList<EnhetId> enheter, IReadOnlyList<EnhetId> chefFor, Delegatniva delegat)
        : this(slag, id, namn, behorigheter, enheter, chefFor, enheter.ToDictionary(e => e, _ => delegat), enheter.ToDictionary(e => e, _ => behorigheter))
    {
    }

    /// <summary>The personal key that the call came with; null for whoever signed in, and for another system's own key.</summary>
    public ApiNyckelId? Nyckel { get; private init; }

    /// <summary>The account of the machine that runs the command line, as a pseudonym: what was really signed in, whoever the command says it is. Null elsewhere.</summary>
    public string? Maskinkonto { get; init; }

    /// <summary>What she may do herself, whatever the key carries.</summary>
    private IReadOnlySet<Behorighet>? Egna { get; init; }

    /// <summary>The same person as she acts through a key: no more than both of them may.</summary>
    public Aktor Genom(ApiNyckelId nyckel, IReadOnlySet<Behorighet> far) => this with
    {
        Nyckel = nyckel,
        Egna = Behorigheter,
        Behorigheter = Bada(Behorigheter, far),
        Rattigheter = Rattigheter.ToDictionary(r => r.Key, r => (IReadOnlySet<Behorighet>)Bada(r.Value, far)),
    };

    public bool Har(Behorighet behorighet) => Behorigheter.Contains(behorighet);

    /// <summary>The capability is the person's, also when she acts through a key that does not carry it.</summary>
    public bool HarSjalv(Behorighet behorighet) => (Egna ?? Behorigheter).Contains(behorighet);

    /// <summary>The units where the actor has the capability: a role in one says nothing about another.</summary>
    public IReadOnlyList<EnhetId> EnheterMed(Behorighet behorighet) => [.. Enheter.Where(e => Rattigheter.TryGetValue(e, out var har) && har.Contains(behorighet))];

    /// <summary>The level in a unit: what is delegated in one says nothing about another.</summary>
    public Delegatniva DelegatI(EnhetId enhet) => Delegater.GetValueOrDefault(enhet);

    /// <summary>The unit whose day chain takes events that belong to no ärende.</summary>
    public EnhetId Hemenhet => Enheter.Count > 0 ? Enheter[0] : default;

    private static HashSet<Behorighet> Bada(IReadOnlySet<Behorighet> har, IReadOnlySet<Behorighet> far) =>
        [.. har.Where(b => b == Behorighet.Inloggad || far.Contains(b))];
}

public enum AktorSlag { System, Person, ApiNyckel }

/// <summary>Levels of the delegationsordning, in rising order.</summary>
public enum Delegatniva { Ingen = 0, Handlaggare = 1, BitradandeChef = 2, Chef = 3, Namnd = 4 }
