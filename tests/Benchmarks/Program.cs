namespace CaseFlow.Benchmarks;

/// <summary>A class by another name than the web app's <c>Program</c>, which is measured here.</summary>
internal static class Ingang
{
    private static Task<int> Main(string[] args) => Korning.Kor(args);
}
