using System.Reflection;
using CaseFlow.Application.Arbetsfordelning;
using CaseFlow.Application.Ansokningar;
using CaseFlow.Application.Arenden;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Application.Audit;
using CaseFlow.Application.Insatser;
using CaseFlow.Application.Journal;
using CaseFlow.Application.Personer;
using CaseFlow.Application.Pipeline;
using CaseFlow.Application.Processer;
using CaseFlow.Application.Uppgifter;
using CaseFlow.Application.Utredningar;
using CaseFlow.Domain;
using CaseFlow.Domain.Arbetsfordelning;
using CaseFlow.Domain.Arenden;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Application;

public static class Applikationsregistrering
{
    /// <summary>Outermost first. Idempotens stands inside the transaction: its row is saved with the change.</summary>
    private static readonly Type[] Kommandots =
        [typeof(Granskning<,>), typeof(Behorighetsprov<,>), typeof(Validering<,>), typeof(Transaktion<,>), typeof(Idempotens<,>), typeof(Utkaststadning<,>)];

    private static readonly Type[] Fragans = [typeof(Granskning<,>), typeof(Behorighetsprov<,>), typeof(Validering<,>), typeof(Lasning<,>)];

    /// <summary>The use cases, their validators and the pipeline around them.</summary>
    /// <param name="fler">More assemblies with use cases (tests).</param>
    /// <exception cref="InvalidOperationException">A request that is neither a command nor a query.</exception>
    public static IServiceCollection AddCaseFlowApplication(this IServiceCollection services, params Assembly[] fler)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Nodoppningsregel.Vanlig);
        services.TryAddSingleton(Skaloppningsregel.Vanlig);
        services.TryAddSingleton(Utkastregel.Vanlig);
        services.AddLogging();
        services.AddScoped<Anrop>();
        services.AddScoped<Delfel>();
        services.AddScoped<Granskningslogg>();
        services.AddSingleton<IAnropare, Anropare>();
        services.AddScoped<Arendeatkomst>();
        services.AddScoped<Arendehuvuden>();
        services.AddScoped<Personlage>();
        services.AddScoped<Utkastdorr>();
        services.AddScoped<Utkastskrivning>();
        services.AddScoped<Delskrivare>();
        services.AddScoped<Svarslasare>();
        services.AddScoped<Journalbok>();
        services.AddScoped<Anteckningslasare>();
        services.AddScoped<Ombudsregister>();
        services.AddScoped<Persondorr>();
        services.AddScoped<Personregister>();
        services.AddScoped<Registreringsfragor>();
        services.AddScoped<Sparregister>();
        services.AddScoped<Nyckelmakare>();
        services.AddScoped<Frantagande>();
        services.AddScoped<Osparat>();
        services.AddScoped<Granskningslista>();
        services.AddScoped<Lasspar>();
        services.AddScoped<Javsanmalan>();
        services.AddScoped<Processmotor>();
        services.AddScoped<Processlage>();
        services.AddScoped<Ansokansaterkallelse>();
        services.AddScoped<ErsattInsats>();
        services.TryAddSingleton(Bordevikter.Utgangslage);
        services.TryAddSingleton(Uppgifter.Utforarregister.Tomt);
        services.AddScoped<Flyttplanerare>();
        services.AddScoped<Flyttare>();
        services.AddScoped<TidigareUppfoljning>();
        services.TryAddSingleton(_ => Processmapp.Sok());
        services.AddSingleton<Processkatalog>();
        services.AddUppgifter();
        services.AddTransient<IMediator>(s => new Mediator(s.GetService));
        foreach (var typ in fler.Prepend(typeof(Applikationsregistrering).Assembly).Distinct().SelectMany(a => a.DefinedTypes))
        {
            if (typ.IsAbstract || typ.IsGenericTypeDefinition) continue;
            if (typ.IsAssignableTo(typeof(ITjansteoperation))) services.AddScoped(typeof(ITjansteoperation), typ);
            if (typ.IsAssignableTo(typeof(IHandelseprojektion))) services.AddScoped(typeof(IHandelseprojektion), typ);
            foreach (var granssnitt in typ.ImplementedInterfaces.Where(g => g.IsGenericType))
                Registrera(services, typ, granssnitt);
        }

        return services;
    }

    private static void Registrera(IServiceCollection services, Type typ, Type granssnitt)
    {
        var slag = granssnitt.GetGenericTypeDefinition();
        if (slag == typeof(IValidator<>)) services.AddSingleton(granssnitt, typ);
        if (slag != typeof(IRequestHandler<,>)) return;

        services.AddTransient(granssnitt, typ);
        var (request, svar) = (granssnitt.GenericTypeArguments[0], granssnitt.GenericTypeArguments[1]);
        var t = svar.IsGenericType && svar.GetGenericTypeDefinition() == typeof(Result<>) ? svar.GenericTypeArguments[0] : null;
        var led = t is null ? null
            : typeof(ICommand<>).MakeGenericType(t).IsAssignableFrom(request) ? Kommandots
            : typeof(IQuery<>).MakeGenericType(t).IsAssignableFrom(request) ? Fragans
            : null;
        foreach (var ett in led ?? throw new InvalidOperationException($"{request.Name} är varken ICommand<T> eller IQuery<T>."))
            services.AddTransient(typeof(IPipelineBehavior<,>).MakeGenericType(request, svar), ett.MakeGenericType(request, t!));
    }
}
