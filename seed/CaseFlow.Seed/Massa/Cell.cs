using System.Globalization;
using System.Text;

namespace CaseFlow.Seed.Massa;

/// <summary>One value of a template's row, and what it becomes in a copy.</summary>
internal interface ICell
{
    object? Av(Kopia kopia);
}

/// <summary>The same in every copy.</summary>
internal sealed class Fast(object? varde) : ICell
{
    public static Fast Tom { get; } = new(null);

    public object? Av(Kopia kopia) => varde;
}

/// <summary>A key of the template's own: the copy's at the same place.</summary>
/// <param name="millisekund">The time in it.</param>
/// <param name="ordning">Which among the template's keys.</param>
internal sealed class Nyckelcell(long millisekund, int ordning) : ICell
{
    public object? Av(Kopia kopia) => kopia.Nyckel(millisekund, ordning);
}

internal sealed class Personalcell(bool handlaggare, int plats) : ICell
{
    public object? Av(Kopia kopia) => kopia.Personal(handlaggare, plats);
}

internal sealed class Enhetscell : ICell
{
    public object? Av(Kopia kopia) => kopia.Enhet.Id.Value;
}

internal sealed class Tidcell(long mikro) : ICell
{
    public object? Av(Kopia kopia) => mikro - kopia.Dagar * TimeSpan.MicrosecondsPerDay;
}

internal sealed class Dagcell(DateOnly dag) : ICell
{
    public object? Av(Kopia kopia) => dag.AddDays(-kopia.Dagar);
}

/// <summary>A public key, Guid v7: the time in it moves, the rest is the copy's own.</summary>
internal sealed class Publikcell(Guid mallens, int ordning) : ICell
{
    public object? Av(Kopia kopia) => kopia.Publik(mallens, ordning);
}

internal sealed class Egencell(Func<Kopia, object?> varde) : ICell
{
    public object? Av(Kopia kopia) => varde(kopia);
}

/// <summary>A text with something in it that is another in the copy.</summary>
internal sealed class Textcell(IReadOnlyList<ICell> delar) : ICell
{
    public object? Av(Kopia kopia)
    {
        var text = new StringBuilder();
        foreach (var del in delar)
        {
            text.Append(del.Av(kopia) switch
            {
                string s => s,
                long tal => tal.ToString(CultureInfo.InvariantCulture),
                DateOnly dag => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Guid publik => publik.ToString(),
                var annat => throw new InvalidOperationException($"{annat} i en text."),
            });
        }
        return text.ToString();
    }
}
