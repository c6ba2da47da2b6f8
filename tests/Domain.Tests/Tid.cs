using System.Globalization;

namespace CaseFlow.Domain.Tests;

/// <summary>Moments and days written as text in a test.</summary>
internal static class Tid
{
    public static DateTimeOffset Vid(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public static DateOnly Dag(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static int Tal(ReadOnlySpan<char> text) => int.Parse(text, CultureInfo.InvariantCulture);
}
