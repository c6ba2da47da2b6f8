using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;

namespace CaseFlow.Application.Arenden;

/// <summary>Opens an unassigned ärende of one's own unit after giving a reason. The reason is kept and shown to the chef, access ends by itself.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record OppnaMedSkal(string Nummer, string Skal) : ICommand<Done>;

/// <summary>Shows a protected person's data to a named officer for five minutes.</summary>
[Kraver(Behorighet.LasaArende)]
public sealed record VisaSkyddadeUppgifter(string Nummer, string Skal) : ICommand<Done>;

/// <summary>The applicant takes the ansökan back: the process ends and the ärende closes.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record AtertaAnsokan(string Nummer, int Version, string Hur) : ICommand<Done>;

/// <summary>The person has died: every ärende and insats of the person ends.</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record RegistreraDodsfall(string Nummer, int Version, DateOnly Datum) : ICommand<Done>;

/// <summary>The person has moved: opens a task, never ends the ärende by itself (SoL (2025:400) 29 kap. 2 och 10 §§).</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record RegistreraFlytt(string Nummer, int Version, DateOnly Datum) : ICommand<Done>;

/// <summary>Another day of arrival than the rule gives, with a reason (FL (2017:900) 22 §).</summary>
[Kraver(Behorighet.HandlaggaArende)]
public sealed record AndraAnkomstdag(string Nummer, int Version, DateOnly Ankomstdag, string Skal) : ICommand<Done>;

/// <summary>The chef moves an ärende to another handläggare.</summary>
[Kraver(Behorighet.FordelaArende)]
public sealed record Omfordela(string Nummer, int Version, Guid Handlaggare, string Skal) : ICommand<Done>;
