namespace CaseFlow.Architecture;

internal static class Brott
{
    /// <summary>Fails with one line per breach, so that the reader sees all of them at once.</summary>
    public static void Inga(string regel, IEnumerable<string> brott)
    {
        var lista = brott.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(lista.Count == 0, $"{regel}{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", lista)}");
    }
}
