using System.Reflection;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Testing;
using MediatR;

namespace CaseFlow.Application.Tests.Pipeline;

/// <summary>A use case to send.</summary>
/// <param name="Arende">Every event belongs to it; null for lists and what is about no ärende.</param>
internal sealed record Begaran(Func<Aktor, Task<Error?>> Sand, Aktor Aktor, long? Arende, bool FarGallaArende, string Dagkedja, HashSet<long> Fore);

/// <summary>Every use case there is, ready to be sent: what it takes before it, who may, and where its trail belongs.</summary>
internal sealed partial class Spartabell(Provenhet enhet)
{
    private readonly Dictionary<Type, Func<Task<Begaran>>> _rader = [];

    public IReadOnlyDictionary<Type, Func<Task<Begaran>>> Alla()
    {
        Enheten();
        Konton();
        Arendet();
        Akten();
        Processen();
        return _rader;
    }

    private void Rad<TRequest>(Aktor aktor, Func<TRequest> request)
        where TRequest : class => Lagg(typeof(TRequest), aktor, () => Task.FromResult<(object, long?)>((request(), null)), galler: false);

    private void RadEfter<TRequest>(Aktor aktor, Func<Task<TRequest>> request, bool galler = false)
        where TRequest : class => Lagg(typeof(TRequest), aktor, async () => (await request(), null), galler);

    private void Om<TRequest>(Aktor aktor, Func<Provarendebygge, Provarendebygge> bygg, Func<Provarende, TRequest> request)
        where TRequest : class => OmMed(aktor, bygg, a => Task.FromResult(request(a)));

    private void OmMed<TRequest>(Aktor aktor, Func<Provarendebygge, Provarendebygge> bygg, Func<Provarende, Task<TRequest>> request)
        where TRequest : class => Lagg(typeof(TRequest), aktor, async () =>
        {
            var arende = await bygg(enhet.EttArende()).Bygg();
            return (await request(arende), (await arende.Las()).Id.Value);
        }, galler: true);

    private void Lagg(Type typ, Aktor aktor, Func<Task<(object Request, long? Arende)>> forbered, bool galler) => _rader.Add(typ, async () =>
    {
        var (request, arende) = await forbered();
        var fore = await SparTests.Ids(enhet);
        return new(a => Sand(enhet, request, a), aktor, arende, galler, $"enhet:{aktor.Hemenhet.Value}:{enhet.Idag:yyyy-MM-dd}", fore);
    });

    private static Task<Error?> Sand(Provenhet enhet, object request, Aktor aktor)
    {
        var svar = request.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GenericTypeArguments[0];
        var sand = typeof(Spartabell).GetMethod(nameof(SandSom), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(svar.GenericTypeArguments[0]);
        return (Task<Error?>)sand.Invoke(null, [enhet, request, aktor])!;
    }

    private static async Task<Error?> SandSom<T>(Provenhet enhet, IRequest<Result<T>> request, Aktor aktor) => (await enhet.Vard.Sand(request, aktor)).Error;
}
