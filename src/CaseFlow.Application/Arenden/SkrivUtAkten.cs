using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Behorigheter;
using FluentValidation;

namespace CaseFlow.Application.Arenden;

/// <summary>Says that the akt, or parts of it, is put on paper: what leaves the system that way no rule reaches any more. Nothing else is changed; what is
/// printed is read by its own use cases. Who may read may print, but a protected person's only while she is shown (<c>SKYDD_DOLT</c>).</summary>
/// <param name="Delar">Codes of <see cref="Aktdel"/>.</param>
// Lag (2001:454) 10 §: åtkomsten dokumenteras; OSL (2009:400) 26 kap. 1 §
[Kraver(Behorighet.LasaArende)]
public sealed record SkrivUtAkten(string Nummer, IReadOnlyList<string> Delar) : ICommand<Done>;

/// <summary>The parts that an akt is printed in, by their codes.</summary>
public static class Aktdel
{
    public const string Ansokan = "ansokan";
    public const string Utredning = "utredning";
    public const string Beslut = "beslut";
    public const string Brev = "brev";
    public const string Insatser = "insatser";
    public const string Svar = "svar";
    public const string Anteckningar = "anteckningar";
    public const string Handlingar = "handlingar";
    public const string Personen = "personen";
    public const string Handelser = "handelser";

    /// <summary>In the order they are printed, with their names.</summary>
    public static IReadOnlyList<(string Kod, string Namn)> Alla { get; } =
    [
        (Ansokan, "Ansökan"), (Utredning, "Utredning"), (Beslut, "Beslut"), (Brev, "Beslutsbrev"), (Insatser, "Insatser"), (Svar, "Gjort i ärendet"), (Anteckningar, "Anteckningar"),
        (Handlingar, "Förteckning över handlingar"), (Personen, "Ombud, samtycken och närstående"), (Handelser, "Händelser"),
    ];
}

/// <summary>The akt was put on paper: which parts of it.</summary>
public sealed record AktUtskriven(ArendeId Arende, IReadOnlyList<string> Delar) : IHandelse;

internal sealed class SkrivUtAktenValidator : AbstractValidator<SkrivUtAkten>
{
    public SkrivUtAktenValidator() => RuleFor(r => r.Delar)
        .Must(delar => delar.Count > 0 && delar.All(d => Aktdel.Alla.Any(a => a.Kod == d))).OverridePropertyName("del").WithMessage("Välj vad som ska skrivas ut.");
}

internal sealed class SkrivUtAktenHandler(Anrop anrop, Arendeatkomst atkomst, Personer.Persondorr personen) : ICommandHandler<SkrivUtAkten, Done>
{
    public async Task<Result<Done>> Handle(SkrivUtAkten request, CancellationToken cancellationToken)
    {
        var oppnat = await atkomst.Oppna(request.Nummer, cancellationToken);
        if (oppnat.Failed) return oppnat.Error;
        if (await personen.ArDold(oppnat.Value, cancellationToken)) return Personer.AndraKontaktHandler.Dolt;
        anrop.Handelse(new AktUtskriven(oppnat.Value.Id, [.. Aktdel.Alla.Select(a => a.Kod).Where(kod => request.Delar.Contains(kod, StringComparer.Ordinal))]));
        return Result.Done;
    }
}
