using CaseFlow.Domain;

namespace CaseFlow.Application.Handlingar;

/// <summary>Where the files of documents lie: outside the database, encrypted, under random names. A file is written whole before its row is saved, and
/// never changed; one without a row is swept away (<see cref="StadaHandlingar"/>).</summary>
public interface IHandlingslager
{
    /// <summary>Writes a new file and waits until it is on the disk.</summary>
    /// <param name="storst">Bytes; what comes after is read past and nothing is kept.</param>
    /// <returns>The file; <c>FIL_FOR_STOR</c>, <c>FIL_TOM</c>, or <c>LAGER_OTILLGANGLIGT</c> (Unavailable) when it could not be written. Nothing is left
    /// behind by a refusal.</returns>
    Task<Result<LagradFil>> TaEmot(Stream innehall, long storst, CancellationToken ct);

    /// <summary>The content, to be read from any place.</summary>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file has been changed, or the key is another.</exception>
    Stream Oppna(string namn);

    /// <summary>Removes a file; one that does not exist is passed by.</summary>
    void Kasta(string namn);

    /// <summary>The names of the files written before a moment.</summary>
    IEnumerable<string> SkrivnaFore(DateTimeOffset tid);

    /// <summary>What stops the store from being used: the key is gone while there are files. Null when nothing does.</summary>
    string? Hinder();
}

/// <param name="Namn">Random; what <see cref="IHandlingslager.Oppna"/> takes.</param>
/// <param name="Langd">Bytes of the content.</param>
/// <param name="Sha256">Of the content, in lower case hexadecimal.</param>
public sealed record LagradFil(string Namn, long Langd, string Sha256);
