using System.Text;
using CaseFlow.Cli;
using Microsoft.Extensions.Configuration;

if (!Console.IsOutputRedirected) Console.OutputEncoding = Encoding.UTF8;
return await Kommandorad.Kor(args, Console.Out, Console.Error, new ConfigurationBuilder().AddEnvironmentVariables().Build());
