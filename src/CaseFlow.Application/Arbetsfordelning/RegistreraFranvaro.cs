using CaseFlow.Application.Pipeline;
using CaseFlow.Domain;
using CaseFlow.Domain.Arbetsfordelning;
using CaseFlow.Domain.Behorigheter;
using CaseFlow.Domain.Kalender;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Application.Arbetsfordelning;

/// <summary>Someone is to be away: she gets no new ärenden, and the deputy has hers meanwhile. Said by herself, or by her chef.</summary>
/// <param name="Anvandare">Who is away; null for oneself.</param>
/// <param name="Tom">The last day; null until it is known.</param>
/// <param name="Ersattare">Who stands in; null when nobody does.</param>
[Kraver(Behorighet.HandlaggaArende, Behorighet.FordelaArende)]
public sealed record RegistreraFranvaro(long? Anvandare, DateOnly? From, DateOnly? Tom, long? Ersattare) : ICommand<Done>;

internal sealed class RegistreraFranvaroValidator : AbstractValidator<RegistreraFranvaro>
{
    public RegistreraFranvaroValidator()
    {
        RuleFor(f => f.From).NotNull().WithMessage("Skriv första dagen.");
        RuleFor(f => f.Tom).Must((f, tom) => tom is null || f.From is null || tom >= f.From).WithMessage("Sista dagen ligger före den första.");
    }
}

internal sealed class RegistreraFranvaroHandler(CaseFlowDb db, Anrop anrop, IIdKalla ids) : ICommandHandler<RegistreraFranvaro, Done>
{
    /// <summary>Someone who fell ill is registered when somebody has time for it.</summary>
    private const int LangstTillbaka = 31;

    public async Task<Result<Done>> Handle(RegistreraFranvaro request, CancellationToken cancellationToken)
    {
        var vem = request.Anvandare is { } annan ? new AnvandareId(annan) : anrop.Aktor.Id;
        var enheter = await EnheterFor(vem, cancellationToken);
        // Den som inte arbetar i någon av chefens enheter finns inte för chefen.
        if (vem != anrop.Aktor.Id && !enheter.Intersect(anrop.Aktor.ChefFor).Any()) return Error.Invalid(new FieldError("Anvandare", "Välj någon i enheten."));
        var (from, tom) = (request.From!.Value, request.Tom);
        if (from < anrop.Idag.AddDays(-LangstTillbaka) || tom < anrop.Idag)
            return Error.Invalid(new FieldError(tom < anrop.Idag ? "Tom" : "From", "Dagarna har redan varit. Ett ombyte bakåt i tiden ändrar ingenting."));
        if (from > anrop.Idag.AddYears(1)) return Error.Invalid(new FieldError("From", "Dagen ligger mer än ett år fram. Kontrollera årtalet."));
        if (await db.BortaNagonDag(vem, from, tom).AnyAsync(cancellationToken))
            return Error.Conflict("FRANVARO_FINNS", "Det finns redan en frånvaro de dagarna. Avsluta den först.");

        AnvandareId? ersattare = request.Ersattare is { } e ? new AnvandareId(e) : null;
        if (ersattare is { } vald && await Ersattarhinder(vald, enheter, from, tom, cancellationToken) is { } hinder) return hinder;
        var registrerad = Franvaro.Registrera(new(ids.Next()), vem, new Period(from, tom), ersattare, anrop.Aktor.Id, anrop.Nu);
        if (registrerad.Failed) return registrerad.Error;
        db.Franvaro.Add(registrerad.Value.Franvaro);
        anrop.Handelse(registrerad.Value.Handelse);
        if (ersattare is { } den) await Ersatt(vem, den, new Period(from, tom), cancellationToken);
        return Result.Done;
    }

    /// <summary>The units where she is handläggare.</summary>
    private async Task<List<EnhetId>> EnheterFor(AnvandareId vem, CancellationToken ct)
    {
        var idag = anrop.Idag;
        return await db.Uppdrag.Where(u => u.AnvandareId == vem && (u.Roll == Roll.Handlaggare || u.Roll == Roll.Fardtjansthandlaggare) && (u.Tom == null || u.Tom >= idag)).Select(u => u.EnhetId).Distinct().ToListAsync(ct);
    }

    private async Task<Error?> Ersattarhinder(AnvandareId ersattare, List<EnhetId> enheter, DateOnly from, DateOnly? tom, CancellationToken ct)
    {
        var iTjanst = await db.Handlaggare(enheter, from).AnyAsync(a => a.Id == ersattare, ct);
        if (!iTjanst) return Error.Invalid(new FieldError("Ersattare", "Välj en handläggare i samma enhet."));
        var borta = await db.BortaNagonDag(ersattare, from, tom).AnyAsync(ct);
        return borta ? Error.Invalid(new FieldError("Ersattare", "Ersättaren är själv borta någon av dagarna. Välj någon annan.")) : null;
    }

    private async Task Ersatt(AnvandareId vem, AnvandareId ersattare, Period period, CancellationToken ct)
    {
        // Samma par från samma dag, som avbröts och nu blir av: det är samma rad.
        if (await db.Stallforetradare.FindAsync([vem, ersattare, period.From], ct) is { } forra) forra.GallerTill(period.Tom);
        else db.Stallforetradare.Add(Stallforetradare.Utse(vem, ersattare, period).Value);
    }
}
