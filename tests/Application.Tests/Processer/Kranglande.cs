using CaseFlow.Application.Insatser;
using CaseFlow.Application.Processer;
using CaseFlow.Domain;
using CaseFlow.Engine.Feel;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Tests.Processer;

/// <summary>The real <c>insats.starta</c>, which fails after its work for as long as a test says so.</summary>
internal sealed class Kranglande(StartaInsatser inre, Kranglande.Krangel krangel) : ITjansteoperation
{
    public string Namn => inre.Namn;

    public static Action<IServiceCollection> I(Krangel krangel) => tjanster =>
    {
        tjanster.Remove(tjanster.Single(t => t.ServiceType == typeof(ITjansteoperation) && t.ImplementationType == typeof(StartaInsatser)));
        tjanster.AddSingleton(krangel).AddScoped<StartaInsatser>().AddScoped<ITjansteoperation, Kranglande>();
    };

    public async Task<Result<FeelContext>> Utfor(Tjansteanrop tjanst, CancellationToken ct)
    {
        var svar = await inre.Utfor(tjanst, ct);
        return krangel.Kod is { } kod ? Error.Rule(kod, $"{kod} är trasigt.") : svar;
    }

    public sealed class Krangel
    {
        /// <summary>Null when nothing is wrong.</summary>
        public string? Kod { get; set; }
    }
}
