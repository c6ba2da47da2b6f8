using System.Diagnostics.CodeAnalysis;

namespace CaseFlow.Domain;

/// <summary>A value, or the reason why there is none.</summary>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Result.Ok and Result.Fail are the named alternates.")]
public sealed class Result<T>
{
    private readonly T? _value;

    internal Result(T? value, Error? error) => (_value, Error) = (value, error);

    /// <summary>The refusal, or null when it went well.</summary>
    public Error? Error { get; }

    [MemberNotNullWhen(true, nameof(Error))]
    public bool Failed => Error is not null;

    /// <exception cref="InvalidOperationException">The result is a refusal; ask <see cref="Failed"/> first.</exception>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"Inget värde: {Error.Code}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);
}

public static class Result
{
    public static Result<T> Ok<T>(T value) => new(value, null);

    public static Result<T> Fail<T>(Error error) => new(default, error);

    /// <summary>The answer of a step that gives nothing but its success.</summary>
    public static Result<Done> Done { get; } = new(default, null);
}

/// <summary>Nothing more to say than that it is done.</summary>
public readonly record struct Done;
