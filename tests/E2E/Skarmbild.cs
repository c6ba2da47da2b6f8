using Microsoft.Playwright;

namespace CaseFlow.E2E;

/// <summary>Pictures of the pages, wide and narrow, for people to look at. Taken when <c>CASEFLOW_TEST_BILDER</c> names a folder.</summary>
internal static class Skarmbild
{
    private static readonly string? Mapp = Environment.GetEnvironmentVariable("CASEFLOW_TEST_BILDER") is { Length: > 0 } mapp ? mapp : null;

    public static Func<string, Task> Av(Besokare vem) => async namn =>
    {
        if (Mapp is null) return;
        foreach (var bredd in new[] { Besokare.Smal, Besokare.Bred })
        {
            await vem.Bredd(bredd);
            await vem.Sida.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Mapp, $"{namn}-{bredd}.png"), FullPage = true });
        }
    };
}
