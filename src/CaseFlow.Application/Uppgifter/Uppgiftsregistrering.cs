using System.Reflection;
using CaseFlow.Application.Beslutsfattande;
using CaseFlow.Application.Utredningar;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application.Uppgifter;

/// <summary>The services of the rooms Uppgifter, Utredningar and Beslutsfattande. A task's handling is found by itself.</summary>
internal static class Uppgiftsregistrering
{
    public static IServiceCollection AddUppgifter(this IServiceCollection services)
    {
        foreach (var typ in Assembly.GetExecutingAssembly().DefinedTypes.Where(t => !t.IsAbstract && !t.IsNested && t.IsAssignableTo(typeof(IUppgiftshandling))))
            services.AddScoped(typeof(IUppgiftshandling), typ);
        services.AddScoped<Handlingskatalog>();
        services.AddScoped<Handlingar.Avstaende>();
        services.AddScoped<Insatser.Verkstallighetsanmalan>();
        services.AddScoped<Uppgiftsatkomst>();
        services.AddScoped<Arbetsfordelning.Handlaggarlage>();
        services.AddScoped<Handlaggarval>();
        services.AddScoped<Utforarval>();
        services.AddScoped<Formularval>();
        services.AddScoped<Faktalasare>();
        services.AddScoped<Formularoppning>();
        services.AddScoped<Underlagslasare>();
        services.AddScoped<Uppgiftsrader>();
        services.AddScoped<Vagvisare>();
        services.AddScoped<Utredningsbok>();
        services.AddScoped<Insatsbeskrivare>();
        services.AddScoped<Beslutsakter>();
        services.AddScoped<Delegationsordningar>();
        services.AddScoped<Brevskrivare>();
        return services;
    }
}
