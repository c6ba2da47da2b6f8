namespace CaseFlow.Domain;

/// <summary>A field that both have changed, to different values.</summary>
/// <param name="Bas">What it was when the page was opened.</param>
public sealed record Faltkonflikt(string Falt, string? Bas, string? Mitt, string? Deras);

/// <summary>Two who wrote the same form, field by field. An empty field is null, and a field that someone lacks is empty.</summary>
/// <param name="Varden">What it becomes: mine where only I or both changed it, theirs where only they did. Every field that anyone had.</param>
/// <param name="AvDem">The fields that only they changed.</param>
public sealed record Sammanfogning(IReadOnlyDictionary<string, string?> Varden, IReadOnlyList<string> AvDem, IReadOnlyList<Faltkonflikt> Konflikter)
{
    /// <summary>Nobody has to choose.</summary>
    public bool Entydig => Konflikter.Count == 0;

    /// <summary>Three-way merge: what each changed is told by the copy that both began from.</summary>
    /// <param name="bas">When my page was opened.</param>
    /// <param name="deras">As it is saved now.</param>
    public static Sammanfogning Av(IReadOnlyDictionary<string, string?> bas, IReadOnlyDictionary<string, string?> mina, IReadOnlyDictionary<string, string?> deras)
    {
        var (varden, avDem, konflikter) = (new Dictionary<string, string?>(StringComparer.Ordinal), new List<string>(), new List<Faltkonflikt>());
        foreach (var falt in bas.Keys.Concat(mina.Keys).Concat(deras.Keys).Distinct(StringComparer.Ordinal))
        {
            var (b, m, d) = (bas.GetValueOrDefault(falt), mina.GetValueOrDefault(falt), deras.GetValueOrDefault(falt));
            var (jag, de) = (m != b, d != b && d != m);
            varden[falt] = jag ? m : d;
            if (de && !jag) avDem.Add(falt);
            else if (de) konflikter.Add(new(falt, b, m, d));
        }
        return new(varden, avDem, konflikter);
    }
}
