using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>How one field stands with what has been answered so far.</summary>
/// <param name="Upplysning">What an upplysning shows.</param>
public sealed record Faltlage(bool Visas, bool Kravs, string? Upplysning = null);

/// <summary>A form as it stands with some answers and some facts. The same for the page, for the live check and for the saving, so that none of
/// them can say anything the others do not.</summary>
internal sealed class Formularbild
{
    private readonly Dictionary<string, Svarstolkning> _svar;
    private readonly Dictionary<string, Faltlage> _lagen = new(StringComparer.Ordinal);
    private readonly FeelEnvironment _nu;
    private readonly FeelContext _varden;

    private Formularbild(Formulardefinition formular, IReadOnlyDictionary<string, string[]> svar, FeelContext fakta, DateTimeOffset nu)
    {
        _nu = new(nu, Formulargranser.Budget);
        _svar = formular.Falt.ToDictionary(f => f.Namn, f => Svarstolkning.Av(f, svar), StringComparer.Ordinal);
        // Allt är obesvarat tills det visas: ett fält som är dolt läses som null, vad som än skickades i det.
        _varden = formular.Falt.Aggregate(fakta, (c, f) => c.With(f.Namn, FeelValue.Null));
        foreach (var (sektion, falt) in Formularordning.For(formular))
        {
            var visas = Galler(sektion.VisasNar) && Galler(falt.VisasNar);
            _lagen[falt.Namn] = new(visas, false);
            if (visas) _varden = _varden.With(falt.Namn, _svar[falt.Namn].Varde);
        }
        foreach (var falt in formular.Falt)
        {
            var lage = _lagen[falt.Namn];
            var upplysning = falt.Varde is { } varde ? Textmall.Visa(Rakna(varde)) : null;
            var finns = falt.Varde is null || upplysning is not null;
            _lagen[falt.Namn] = new(lage.Visas && finns, lage.Visas && falt.ArFraga && (falt.Kravs || (falt.KravsNar is not null && Galler(falt.KravsNar))), upplysning);
        }
    }

    public IReadOnlyDictionary<string, Faltlage> Lagen => _lagen;

    public static Formularbild Av(Formulardefinition formular, IReadOnlyDictionary<string, string[]> svar, FeelContext fakta, DateTimeOffset nu) =>
        new(formular, svar, fakta, nu);

    /// <summary>The form as it is asked here: what the facts alone decide is decided, and what they rule out is gone.</summary>
    public Formulardefinition Avgjord(Formulardefinition formular) => (formular with
    {
        Sektioner = [.. formular.Sektioner.Where(s => Moter(s.VisasNar)).Select(s => s with { VisasNar = Kvar(s.VisasNar) })],
    }).Med(f => !Moter(f.VisasNar) || (f.Varde is not null && _lagen[f.Namn].Upplysning is null) ? null : f with
    {
        VisasNar = Kvar(f.VisasNar),
        KravsNar = Kvar(f.KravsNar),
        Kravs = f.Kravs || (f.KravsNar is not null && Kvar(f.KravsNar) is null && Galler(f.KravsNar)),
    });

    /// <summary>The condition when an answer can change it; null when it holds whatever is answered.</summary>
    private FeelExpression? Kvar(FeelExpression? villkor) => villkor is not null && BerorPaSvar(villkor) ? villkor : null;

    private bool Moter(FeelExpression? villkor) => villkor is null || BerorPaSvar(villkor) || Galler(villkor);

    private bool BerorPaSvar(FeelExpression villkor) => villkor.Uses.References.Any(r => _svar.ContainsKey(r.Name));

    public Svarstolkning Svar(Faltdefinition falt) => _svar[falt.Namn];

    /// <summary>The text of the first rule that the answer breaks; null when it breaks none. A rule that cannot be counted to the end is broken.</summary>
    public string? Brott(Faltdefinition falt) => falt.Villkor
        .FirstOrDefault(v => Prova(v.Galler) is null or FeelBoolean { Value: false })?.Text.Skriv(Rakna);

    /// <summary>A condition for what is shown or demanded; what cannot be counted to the end is shown and demanded.</summary>
    private bool Galler(FeelExpression? villkor) => villkor is null || Prova(villkor) is null or FeelBoolean { Value: true };

    private FeelValue Rakna(FeelExpression uttryck) => Prova(uttryck) ?? FeelValue.Null;

    /// <returns>Null when the budget ran out.</returns>
    private FeelValue? Prova(FeelExpression uttryck)
    {
        try
        {
            return uttryck.Evaluate(_varden, _nu).Value;
        }
        catch (FeelBudgetException)
        {
            return null;
        }
    }
}
