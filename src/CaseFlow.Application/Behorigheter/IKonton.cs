using CaseFlow.Domain;

namespace CaseFlow.Application.Behorigheter;

/// <summary>The built-in accounts: how someone signs in when no identity provider is connected.</summary>
public interface IKonton
{
    /// <summary>Adds an account to the use case at hand; it is saved with the rest.</summary>
    /// <param name="anvandarnamn">Unique without regard to case.</param>
    void Skapa(AnvandareId anvandare, string anvandarnamn, string losenord);

    /// <summary>Whether the username is taken, without regard to case.</summary>
    Task<bool> Finns(string anvandarnamn, CancellationToken ct);

    /// <summary>The user that an account belongs to; null when there is no such account.</summary>
    Task<AnvandareId?> Innehavare(string anvandarnamn, CancellationToken ct);

    /// <summary>Turns two-step sign-in on or off. Off forgets the app's key. Every session of the account ends.</summary>
    /// <returns>False when the user has no account.</returns>
    Task<bool> SattTvasteg(AnvandareId anvandare, bool pa, CancellationToken ct);

    /// <summary>Ends every session of the user's account, if she has one.</summary>
    Task AvslutaSessioner(AnvandareId anvandare, CancellationToken ct);
}

/// <summary>Turns what must not stand in the trail into a code that is the same each time in this installation and says nothing outside it.</summary>
public interface IPseudonymer
{
    /// <summary>At most 64 characters that may stand in an event.</summary>
    string Av(string text);
}
