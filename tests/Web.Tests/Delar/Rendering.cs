using CaseFlow.Data.Grund;
using CaseFlow.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CaseFlow.Web.Tests.Delar;

/// <summary>Renders a component to HTML as the server does, without a host.</summary>
internal static class Rendering
{
    public static async Task<string> Av<TDel>(params (string Namn, object? Varde)[] parametrar) where TDel : IComponent
    {
        await using var tjanster = new ServiceCollection().AddSingleton<AntiforgeryStateProvider, Provtoken>()
            .AddSingleton<IIdKalla>(new IdKalla(TimeProvider.System)).BuildServiceProvider();
        await using var renderare = new HtmlRenderer(tjanster, NullLoggerFactory.Instance);
        return await renderare.Dispatcher.InvokeAsync(async () =>
        {
            var vy = ParameterView.FromDictionary(parametrar.ToDictionary(p => p.Namn, p => p.Varde, StringComparer.Ordinal));
            return (await renderare.RenderComponentAsync<TDel>(vy)).ToHtmlString();
        });
    }

    /// <summary>Already rendered HTML as the content of another component.</summary>
    public static RenderFragment Som(params string[] html) => b => b.AddMarkupContent(0, string.Concat(html));

    private sealed class Provtoken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("prov", "__formular");
    }
}
