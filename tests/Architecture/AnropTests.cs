using System.Reflection;
using CaseFlow.Application.Pipeline;
using MediatR;

namespace CaseFlow.Architecture;

/// <summary>Every use case says who may, stands alone and has one handler (docs/arkitektur.md, "Ledningen").</summary>
public sealed class AnropTests
{
    private static readonly string[] FarInteTas = ["IMediator", "ISender", "IPublisher", "IAnropare", "IServiceProvider", "IServiceScopeFactory"];

    private static IReadOnlyList<Type> Anrop { get; } = [.. Repo.Assemblies.SelectMany(Repo.Typer).Where(ArAnrop)];

    private static IReadOnlyList<Type> Hanterare { get; } = [.. Repo.Assemblies.SelectMany(Repo.Typer)
        .Where(t => t is { IsClass: true, IsAbstract: false } && HanterarTyper(t).Any())];

    [Fact]
    public void Det_finns_anrop() => Assert.NotEmpty(Anrop);

    [Fact]
    public void Varje_anrop_sager_vem_som_far() => Brott.Inga("Anrop utan [Kraver(...)]:", Anrop.Where(SaknarKrav).Select(t => t.FullName!));

    [Fact]
    public void Varje_anrop_ar_ett_slutet_kommando_eller_en_slutet_fraga() =>
        Brott.Inga("Anrop som inte är sealed, eller varken ICommand<T> eller IQuery<T>:", Anrop.Where(t => !t.IsSealed || !ArKommandoEllerFraga(t)).Select(t => t.FullName!));

    [Fact]
    public void Varje_anrop_har_en_hanterare() => Brott.Inga("Anrop utan hanterare:", Anrop.Except(Hanterare.SelectMany(HanterarTyper)).Select(t => t.FullName!));

    [Fact]
    public void Inget_anrop_har_flera_hanterare()
    {
        var antal = Hanterare.SelectMany(HanterarTyper).GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count());
        Brott.Inga("Anrop med flera hanterare:", Anrop.Where(t => antal.GetValueOrDefault(t) > 1)
            .Select(t => $"{t.FullName}: {antal.GetValueOrDefault(t)} hanterare"));
    }

    [Fact]
    public void Hanterare_skickar_inga_egna_anrop() => Brott.Inga("Hanterare som kan skicka andra anrop eller hämta vad som helst:", Hanterare
        .SelectMany(t => OtillatnaBeroenden(t).Select(b => $"{t.FullName} tar {b}")));

    [Fact]
    public void Reglerna_ser_brott()
    {
        Assert.True(ArAnrop(typeof(UtanKrav)) && SaknarKrav(typeof(UtanKrav)));
        Assert.False(ArKommandoEllerFraga(typeof(UtanKrav)));
        Assert.Equal("IMediator", Assert.Single(OtillatnaBeroenden(typeof(Vidarebefordrare))));
        Assert.Equal(["IRequestHandler`2", "Vidarebefordrare"], OtillatnaBeroenden(typeof(Anropande)));
    }

    private static bool ArAnrop(Type t) => t is { IsAbstract: false, IsInterface: false } && typeof(IBaseRequest).IsAssignableFrom(t);

    private static bool SaknarKrav(Type t) => t.GetCustomAttribute<KraverAttribute>() is not { Behorigheter.Count: > 0 };

    private static bool ArKommandoEllerFraga(Type t) => t.GetInterfaces().Any(i => i.IsGenericType
        && (i.GetGenericTypeDefinition() == typeof(ICommand<>) || i.GetGenericTypeDefinition() == typeof(IQuery<>)));

    private static IEnumerable<Type> HanterarTyper(Type t) => t.GetInterfaces()
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)).Select(i => i.GetGenericArguments()[0])
        .Where(t => !t.IsGenericParameter);

    private static IEnumerable<string> OtillatnaBeroenden(Type t) => t.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .SelectMany(k => k.GetParameters()).Select(p => p.ParameterType).Where(FarEjTas).Select(p => p.Name);

    private static bool FarEjTas(Type t) => FarInteTas.Contains(t.Name, StringComparer.Ordinal)
        || t.GetInterfaces().Append(t).Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>));

    private sealed record UtanKrav : IRequest<int>;

    private sealed class Vidarebefordrare(IMediator mediator) : IRequestHandler<UtanKrav, int>
    {
        public Task<int> Handle(UtanKrav request, CancellationToken cancellationToken) => mediator.Send(request, cancellationToken);
    }

    private sealed class Anropande(IRequestHandler<UtanKrav, int> enskild, Vidarebefordrare annan) : IRequestHandler<UtanKrav, int>
    {
        public async Task<int> Handle(UtanKrav request, CancellationToken cancellationToken) =>
            await enskild.Handle(request, cancellationToken) + await annan.Handle(request, cancellationToken);
    }
}
