using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Domain.Kalender;

namespace CaseFlow.Seed;

/// <summary>One of the last ansökningar, meant for Karin's desk. Days are counted back from the demo's last day.</summary>
/// <param name="Ankom">When it comes in, by the e-tjänst: that is there at once, weekends too.</param>
/// <param name="UtredningKlar">When its utredning is closed.</param>
/// <param name="SaknarNagot">It lacks something that does not come, and waits.</param>
internal sealed record Bordsplan(int Ankom, int? UtredningKlar = null, bool SaknarNagot = false);

/// <summary>Karin's desk the morning the demo ends: something late, something due that day, something for the week, something new and something that
/// waits, whatever weekday it is. Nothing is done but what her colleagues do; a few of her tasks are left lying.</summary>
internal sealed class Bord(DateOnly slut)
{
    private const int FlestAvEttSlag = 2;

    /// <summary>The most needed first: a smaller demo takes fewer.</summary>
    private static readonly Bordsplan[] Planer =
    [
        new(2), new(3), new(1), new(10, SaknarNagot: true), new(0), new(26, UtredningKlar: 5), new(33, UtredningKlar: 8), new(4), new(24, UtredningKlar: 4),
        new(12, SaknarNagot: true), new(28, UtredningKlar: 6), new(30, UtredningKlar: 7), new(9, SaknarNagot: true), new(16),
    ];

    /// <summary>Days before the last when a follow-up of Karin's falls: it is due fourteen days later.</summary>
    private static readonly int[] Uppfoljningar = [0, 14, 1, 12, 15, 0, 13];

    private readonly Dictionary<UppgiftId, bool> _ligger = [];
    private readonly Dictionary<(int Band, string Nod), int> _antal = [];
    private int _uppfoljningar;

    public static IReadOnlyList<Bordsplan> For(int personer) => Planer[..Math.Min(Planer.Length, personer / 10)];

    /// <summary>Whether one of Karin's tasks is left lying until the demo ends: decided the first time it is seen.</summary>
    public bool Ligger(Uppgiftsrad uppgift)
    {
        if (_ligger.TryGetValue(uppgift.Id, out var ligger)) return ligger;
        if (uppgift.Status is not Uppgiftsstatus.Oppen) return false; // inte avgjort än: den väntar på någon annan
        var dag = SvenskTid.Dag(uppgift.Forfaller).DayNumber - slut.DayNumber;
        var (band, flest) = dag switch { -2 or -1 => (0, 3), 0 => (1, 4), > 0 and <= 6 => (2, 5), _ => (3, 0) };
        ligger = _antal.Where(a => a.Key.Band == band).Sum(a => a.Value) < flest && _antal.GetValueOrDefault((band, uppgift.Nod)) < FlestAvEttSlag;
        if (ligger) _antal[(band, uppgift.Nod)] = _antal.GetValueOrDefault((band, uppgift.Nod)) + 1;
        return _ligger[uppgift.Id] = ligger;
    }

    /// <summary>The next follow-up, or null when there are enough or the start is too near or too far.</summary>
    public DateOnly? Uppfoljning(DateOnly start)
    {
        if (_uppfoljningar == Uppfoljningar.Length || slut.DayNumber - start.DayNumber is < 30 or > 150) return null;
        return slut.AddDays(-Uppfoljningar[_uppfoljningar++]);
    }
}
