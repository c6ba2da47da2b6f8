using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CaseFlow.E2E;

/// <summary>A page by axe, WCAG 2.2 AA, wide and narrow; nothing may run out of a narrow screen sideways.</summary>
internal sealed class Axeprov
{
    /// <summary>What was tried and held is not described, element by element.</summary>
    private static readonly HashSet<ResultType> BaraBrister = [ResultType.Violations];

    private static readonly AxeRunOptions Regler = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] }, ResultTypes = BaraBrister,
    };

    /// <summary>The only rule that asks for colours: what the others say is the same in the light and in the dark.</summary>
    private static readonly AxeRunOptions Fargregler = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] }, ResultTypes = BaraBrister };

    private readonly List<string> _brister = [];

    public void UtanBrister() => Assert.True(_brister.Count == 0, string.Join('\n', _brister));

    public void Brist(string text) => _brister.Add(text);

    /// <summary>Gathers what is wrong, so that one run tells it all.</summary>
    public Task Prova(Besokare vem, string namn) => Prova(vem, namn, Regler);

    /// <summary>The page's colours in the dark, after all else has been tried in the light.</summary>
    public async Task ProvaMork(Besokare vem, string namn)
    {
        await vem.Sida.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Prova(vem, $"{namn}, mörk", Fargregler);
        await vem.Sida.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private async Task Prova(Besokare vem, string namn, AxeRunOptions regler)
    {
        foreach (var bredd in new[] { Besokare.Smal, Besokare.Bred })
        {
            await vem.Bredd(bredd);
            var svar = await vem.Sida.RunAxe(regler);
            _brister.AddRange(svar.Violations.SelectMany(v => v.Nodes.Select(n => $"{namn}, {bredd}: {v.Id}: {n.Target} {n.Html}")));
            if (await vem.Sida.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
                _brister.Add($"{namn}, {bredd}: sidan går {over} px utanför skärmen åt sidan");
        }
    }
}
