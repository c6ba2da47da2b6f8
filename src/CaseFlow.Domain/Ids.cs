namespace CaseFlow.Domain;

/// <summary>An internal key: a 63-bit number allocated by the application, never shown to a person or put in a URL.</summary>
public interface IId
{
    long Value { get; }
}

// De nycklar som listor bläddrar efter går att jämföra; det översätts till SQL.
public readonly record struct PersonId(long Value) : IId;

public readonly record struct ArendeId(long Value) : IId, IComparable<ArendeId>
{
    public static bool operator <(ArendeId a, ArendeId b) => a.Value < b.Value;

    public static bool operator >(ArendeId a, ArendeId b) => a.Value > b.Value;

    public static bool operator <=(ArendeId a, ArendeId b) => a.Value <= b.Value;

    public static bool operator >=(ArendeId a, ArendeId b) => a.Value >= b.Value;

    public int CompareTo(ArendeId other) => Value.CompareTo(other.Value);
}

public readonly record struct AnsokanId(long Value) : IId;
public readonly record struct AnsoktInsatsId(long Value) : IId;
public readonly record struct UtredningId(long Value) : IId;
public readonly record struct BeslutId(long Value) : IId;
public readonly record struct InsatsId(long Value) : IId;
public readonly record struct BestallningId(long Value) : IId;
public readonly record struct UppfoljningId(long Value) : IId;

public readonly record struct AvvikelseId(long Value) : IId, IComparable<AvvikelseId>
{
    public static bool operator <(AvvikelseId a, AvvikelseId b) => a.Value < b.Value;

    public static bool operator >(AvvikelseId a, AvvikelseId b) => a.Value > b.Value;

    public static bool operator <=(AvvikelseId a, AvvikelseId b) => a.Value <= b.Value;

    public static bool operator >=(AvvikelseId a, AvvikelseId b) => a.Value >= b.Value;

    public int CompareTo(AvvikelseId other) => Value.CompareTo(other.Value);
}

public readonly record struct AnvandareId(long Value) : IId;
public readonly record struct EnhetId(long Value) : IId;

public readonly record struct UppgiftId(long Value) : IId, IComparable<UppgiftId>
{
    public static bool operator <(UppgiftId a, UppgiftId b) => a.Value < b.Value;

    public static bool operator >(UppgiftId a, UppgiftId b) => a.Value > b.Value;

    public static bool operator <=(UppgiftId a, UppgiftId b) => a.Value <= b.Value;

    public static bool operator >=(UppgiftId a, UppgiftId b) => a.Value >= b.Value;

    public int CompareTo(UppgiftId other) => Value.CompareTo(other.Value);
}

public readonly record struct InstansId(long Value) : IId, IComparable<InstansId>
{
    public static bool operator <(InstansId a, InstansId b) => a.Value < b.Value;

    public static bool operator >(InstansId a, InstansId b) => a.Value > b.Value;

    public static bool operator <=(InstansId a, InstansId b) => a.Value <= b.Value;

    public static bool operator >=(InstansId a, InstansId b) => a.Value >= b.Value;

    public int CompareTo(InstansId other) => Value.CompareTo(other.Value);
}

public readonly record struct FlyttId(long Value) : IId;
public readonly record struct FranvaroId(long Value) : IId;
public readonly record struct VyId(long Value) : IId;
public readonly record struct UtkastId(long Value) : IId;

public readonly record struct HandelseId(long Value) : IId, IComparable<HandelseId>
{
    public static bool operator <(HandelseId a, HandelseId b) => a.Value < b.Value;

    public static bool operator >(HandelseId a, HandelseId b) => a.Value > b.Value;

    public static bool operator <=(HandelseId a, HandelseId b) => a.Value <= b.Value;

    public static bool operator >=(HandelseId a, HandelseId b) => a.Value >= b.Value;

    public int CompareTo(HandelseId other) => Value.CompareTo(other.Value);
}

/// <summary>Where new keys come from. Keys are increasing in time, so that indices grow at their end.</summary>
public interface IIdKalla
{
    /// <summary>A new internal key.</summary>
    long Next();

    /// <summary>From now on every internal key is greater than this one, whatever the clock says.</summary>
    void GaForbi(long senast);

    /// <summary>A new public key (Guid v7), the one that URLs and contracts carry.</summary>
    Guid NextPublic();
}
