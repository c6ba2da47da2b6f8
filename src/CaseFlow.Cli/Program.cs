using CaseFlow.Cli;
using Microsoft.Extensions.Configuration;

return await Kommandorad.Kor(args, Console.Out, Console.Error, new ConfigurationBuilder().AddEnvironmentVariables().Build());
