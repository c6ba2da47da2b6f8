using CaseFlow.Domain;

namespace CaseFlow.Application.Behorigheter;

/// <summary>The built-in accounts: how someone signs in when no identity provider is connected.</summary>
public interface IKonton
{
    /// <summary>Adds an account to the use case at hand; it is saved with the rest.</summary>
    /// <param name="anvandarnamn">Unique without regard to case.</param>
    /// <param name="tillfalligt">Somebody else knows the password: nothing is reached until she has chosen her own.</param>
    void Skapa(AnvandareId anvandare, string anvandarnamn, string losenord, bool tillfalligt);

    /// <summary>Whether the username is taken, without regard to case.</summary>
    Task<bool> Finns(string anvandarnamn, CancellationToken ct);

    /// <summary>The user that an account belongs to; null when there is no such account.</summary>
    Task<AnvandareId?> Innehavare(string anvandarnamn, CancellationToken ct);

    /// <summary>As <see cref="Innehavare"/>, but null also when the account could not sign in now: it is locked, or its user is closed.</summary>
    Task<AnvandareId?> Inloggningsbar(string anvandarnamn, DateTimeOffset nu, CancellationToken ct);

    /// <summary>Turns two-step sign-in on or off. Off forgets the app's key. Every session of the account ends.</summary>
    /// <param name="av">Who took it from her; null when she did it herself, and from the command line.</param>
    /// <returns>False when the user has no account.</returns>
    Task<bool> SattTvasteg(AnvandareId anvandare, bool pa, AnvandareId? av, CancellationToken ct);

    /// <summary>Gives the account a new password, the same as at <see cref="Skapa"/>. Every session of the account ends, and a lock for wrong ones.</summary>
    /// <param name="tillfalligt">As for <see cref="Skapa"/>.</param>
    /// <param name="av">Who chose it for her; null when she did it herself, and from the command line.</param>
    /// <returns>False when the user has no account.</returns>
    Task<bool> SattLosenord(AnvandareId anvandare, string losenord, bool tillfalligt, AnvandareId? av, CancellationToken ct);

    /// <summary>The accounts of users, by user; those without one are not there.</summary>
    Task<IReadOnlyDictionary<AnvandareId, Kontolage>> Lagen(IReadOnlyCollection<AnvandareId> anvandare, CancellationToken ct);

    /// <summary>A session that the account has opened.</summary>
    /// <param name="webblasare">What the browser says it is.</param>
    /// <returns>False when the user has no account.</returns>
    Task<bool> OppnaSession(AnvandareId anvandare, Guid session, string webblasare, DateTimeOffset nu, CancellationToken ct);

    /// <summary>Ends one session of the user's.</summary>
    /// <returns>False when she has no such session open.</returns>
    Task<bool> AvslutaSession(AnvandareId anvandare, Guid session, DateTimeOffset nu, CancellationToken ct);

    /// <summary>The sessions that are open and began after a moment, the latest first.</summary>
    Task<IReadOnlyList<Kontosessionsvy>> Sessioner(AnvandareId anvandare, DateTimeOffset efter, CancellationToken ct);

    /// <summary>Forgets the sessions that began before a moment.</summary>
    Task<int> GlomSessioner(DateTimeOffset fore, CancellationToken ct);

    /// <summary>The account's passkeys, the oldest first.</summary>
    Task<IReadOnlyList<Passkeyvy>> Passkeys(AnvandareId anvandare, CancellationToken ct);

    /// <summary>Adds a passkey that the host has checked.</summary>
    /// <returns>False when the user has no account.</returns>
    Task<bool> LaggPasskey(AnvandareId anvandare, Passkeyuppgifter passkey, CancellationToken ct);

    /// <returns>False when she has no such passkey.</returns>
    Task<bool> NamngePasskey(AnvandareId anvandare, string id, string namn, CancellationToken ct);

    /// <summary>Takes a passkey away. Every session of the account ends.</summary>
    /// <returns>False when she has no such passkey.</returns>
    Task<bool> TaBortPasskey(AnvandareId anvandare, string id, CancellationToken ct);

    /// <summary>Takes all the account's passkeys away. Every session of it ends, when it had any.</summary>
    /// <returns>How many there were.</returns>
    Task<int> TaBortPasskeys(AnvandareId anvandare, CancellationToken ct);

    /// <summary>Ends every session of the user's account, if she has one.</summary>
    Task AvslutaSessioner(AnvandareId anvandare, CancellationToken ct);
}

/// <param name="Webblasare">What the browser said it was.</param>
public sealed record Kontosessionsvy(Guid Id, DateTimeOffset Borjan, string Webblasare);

/// <param name="Id">Base64url of the credential's id.</param>
/// <param name="Synkad">It is backed up by its maker and may be on several devices.</param>
public sealed record Passkeyvy(string Id, string Namn, DateTimeOffset Skapad, bool Synkad);

/// <summary>A passkey as WebAuthn gave it and the host checked it. Nothing in it is secret.</summary>
public sealed record Passkeyuppgifter(
    byte[] Id, byte[] PublikNyckel, string Namn, DateTimeOffset Skapad, uint Raknare, IReadOnlyList<string> Transporter, bool Verifierad, bool KanSynkas, bool Synkad,
    byte[] Intyg, byte[] Klientdata);

/// <param name="Anvandarnamn">What she signs in with.</param>
/// <param name="LastTill">When too many faults locked it, until when.</param>
/// <param name="Nycklar">How many passkeys it has.</param>
/// <param name="LosenordAv">Who gave it the temporary password that she has not exchanged yet.</param>
/// <param name="TvastegAv">Who took her second step, which she has not set up anew yet.</param>
public sealed record Kontolage(string Anvandarnamn, bool Tvasteg, DateTimeOffset? LastTill, int Nycklar, AnvandareId? LosenordAv, AnvandareId? TvastegAv);

public static class Kontosokning
{
    /// <summary>The user that a page names by id, or the command line by username.</summary>
    public static async Task<AnvandareId?> Vem(this IKonton konton, string? anvandarnamn, long? id, CancellationToken ct) =>
        id is { } tal ? new AnvandareId(tal) : anvandarnamn is { } namn ? await konton.Innehavare(namn.Trim(), ct) : null;
}

/// <summary>Turns what must not stand in the trail into a code that is the same each time in this installation and says nothing outside it.</summary>
public interface IPseudonymer
{
    /// <summary>At most 64 characters that may stand in an event.</summary>
    string Av(string text);
}
