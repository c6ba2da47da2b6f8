using System.Security.Cryptography;

namespace CaseFlow.Web.Pages.Arenden;

/// <summary>What someone searched for, for a while: in this process's memory alone, under a random id that stands in the address instead of it, and for the
/// session that wrote it only. So that Back comes to the search again without a personnummer in an address or a log. Another node, or a restart, knows
/// nothing of it: then it is asked for once more.</summary>
public sealed class Sokminne(TimeProvider tid)
{
    public static readonly TimeSpan Minnestid = TimeSpan.FromMinutes(30);

    private const int FlestPerSession = 20;
    private const int Flest = 20_000;
    private const int Idlangd = 16;

    private readonly Lock _las = new();
    private readonly Dictionary<string, Sokning> _sokningar = new(StringComparer.Ordinal);

    /// <returns>The id under which it is kept.</returns>
    public string Lagg(Guid session, string text)
    {
        var (id, nu) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Idlangd)), tid.GetUtcNow());
        lock (_las)
        {
            Glom(s => s.Till <= nu, 0);
            Glom(s => s.Session == session, FlestPerSession - 1);
            Glom(_ => true, Flest - 1);
            _sokningar[id] = new(session, text, nu + Minnestid);
        }
        return id;
    }

    /// <returns>What was searched for; null when it is another's, too old or never was.</returns>
    public string? Finn(Guid session, string id)
    {
        lock (_las) return _sokningar.TryGetValue(id, out var sokning) && sokning.Session == session && sokning.Till > tid.GetUtcNow() ? sokning.Text : null;
    }

    /// <summary>Leaves the latest of those that are meant.</summary>
    private void Glom(Func<Sokning, bool> vilka, int kvar)
    {
        var finns = _sokningar.Where(s => vilka(s.Value)).ToList();
        foreach (var gammal in finns.OrderByDescending(s => s.Value.Till).Skip(kvar)) _sokningar.Remove(gammal.Key);
    }

    /// <summary>Its text is never written anywhere.</summary>
    private sealed class Sokning(Guid session, string text, DateTimeOffset till)
    {
        public Guid Session => session;

        public string Text => text;

        public DateTimeOffset Till => till;
    }
}
