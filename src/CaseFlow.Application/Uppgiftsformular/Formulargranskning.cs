using System.Text.RegularExpressions;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Application.Uppgiftsformular;

/// <summary>Whether a form that can be read also means something: asked when it is put in, so that nobody meets a question that never shows or a
/// rule that never holds. A form that is already in use is not asked again.</summary>
public static partial class Formulargranskning
{
    private const int Exempel = 5;

    // En vanlig dag: uttrycken provas på den när formuläret läggs in.
    private static readonly DateTimeOffset Nu = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));

    /// <param name="process">The variables of the process with an example of each, or <see cref="FeelValue.Null"/> where none is known; null when the
    /// process is not known.</param>
    /// <returns>A sentence for each fault, with its field and what to do.</returns>
    public static IReadOnlyList<string> Fel(Formulardefinition formular, IReadOnlyDictionary<string, FeelValue>? process) =>
        [.. new Granskning(formular, process).Funna().Distinct(StringComparer.Ordinal)];

    private sealed class Granskning(Formulardefinition formular, IReadOnlyDictionary<string, FeelValue>? process)
    {
        private readonly ILookup<string, Faltdefinition> _falt = formular.Falt.ToLookup(f => f.Namn, StringComparer.Ordinal);

        public IEnumerable<string> Funna() =>
        [
            .. formular.Falt.SelectMany(f => Falt(f).Select(fel => $"fältet {f.Namn}: {fel}")),
            .. formular.Sektioner.Index().SelectMany(s => Villkor("visasNar", s.Item.VisasNar, s.Item.VisasText).Select(fel => $"avsnitt {s.Index + 1}: {fel}")),
            .. Krets(Formularordning.Kretsar(formular), "visasNar"),
            .. Krets(Formularordning.Forifyllning(formular).Kvar, "forifyll"),
        ];

        private IEnumerable<string> Falt(Faltdefinition f)
        {
            if (!Faltnamn().IsMatch(f.Namn)) yield return "namn börjar med liten bokstav och har bara bokstäver a–z och siffror, så här: svarSenast.";
            else if (f.Namn == "version" || Faktakatalog.Rum.Contains(f.Namn) || FeelNames.IsOwn(f.Namn)) yield return $"namnet {f.Namn} betyder något annat i ett uttryck. Välj ett annat namn.";
            if (_falt[f.Namn].Count() > 1) yield return "namnet finns två gånger i formuläret. Varje fält har sitt eget namn.";
            foreach (var fel in Val(f)) yield return fel;
            if (f.Minst > f.Hogst) yield return "minst är större än hogst.";
            if (f is { Typ: Falttyp.Upplysning, Varde: null, Hjalp: null }) yield return "en upplysning behöver varde (FEEL) eller hjalp (text).";
            if (f is { Kravs: true, KravsNar: not null }) yield return "ange antingen kravs eller kravsNar.";

            foreach (var fel in Villkor("visasNar", f.VisasNar, f.VisasText)) yield return fel;
            foreach (var fel in Villkor("kravsNar", f.KravsNar, f.KravsText)) yield return fel;
            foreach (var (i, villkor) in f.Villkor.Index())
            {
                foreach (var fel in Uttryck($"villkor {i + 1}", villkor.Galler, JaEllerNej)) yield return fel;
                foreach (var fel in villkor.Text.Uttryck.SelectMany(u => Uttryck($"villkor {i + 1}, text", u, v => Textmall.Visa(v) is null ? "ger inget att visa." : null))) yield return fel;
            }
            foreach (var fel in Uttryck("forifyll", f.Forifyll, v => Passar(f, v))) yield return fel;
            foreach (var fel in Uttryck("varde", f.Varde, v => Textmall.Visa(v) is null ? "ger inget att visa." : null)) yield return fel;
            if (f.Varde?.Uses.References.Any(r => _falt.Contains(r.Name)) == true) yield return "varde: en upplysning visar det som redan är känt och räknas inte ur svaren.";
        }

        private static IEnumerable<string> Val(Faltdefinition f)
        {
            var katalog = Kataloger.Finn(f.Katalog);
            if (f.Katalog is not null && (katalog is null || katalog.Forslag != (f.Typ is Falttyp.Text)))
                yield return $"katalogen {Jsonobjekt.Kort(f.Katalog)} finns inte för typen {f.Typ.Namn()}. Välj bland {string.Join(", ", Kataloger.Alla.Where(k => k.Forslag == (f.Typ is Falttyp.Text)).Select(k => k.Namn))}.";
            foreach (var dubbel in f.Alternativ.GroupBy(a => a.Varde, StringComparer.Ordinal).Where(g => g.Count() > 1))
                yield return $"alternativet {dubbel.Key} finns två gånger.";
            if (f.Typ is Falttyp.Skala && f.Alternativ.Any(a => !a.Varde.All(char.IsAsciiDigit)))
                yield return "stegen i en skala är tal: 0, 1, 2.";
        }

        /// <summary>A condition for showing or demanding: also someone without script must be able to know when it holds.</summary>
        private IEnumerable<string> Villkor(string egenskap, FeelExpression? villkor, string? iOrd)
        {
            foreach (var fel in Uttryck(egenskap, villkor, JaEllerNej)) yield return fel;
            var text = egenskap.Replace("Nar", "Text", StringComparison.Ordinal);
            if (villkor is null && iOrd is not null) yield return $"{text} säger när {egenskap} gäller, men {egenskap} saknas.";
            if (villkor is not null && iOrd is null && Visningsvillkor.Fran(villkor.Source) is null && villkor.Uses.References.Any(r => _falt.Contains(r.Name)))
                yield return $"{egenskap} går inte att säga i ord av sig självt. Skriv det i {text}, till exempel ”Fyll i om personen vill ha mer tid.”";
        }

        private IEnumerable<string> Uttryck(string egenskap, FeelExpression? uttryck, Func<FeelValue, string?> duger)
        {
            if (uttryck is null) yield break;
            var fel = uttryck.Uses.References.Select(Namn).Concat(uttryck.Uses.TextTests.Select(Alternativ)).OfType<string>().ToList();
            if (fel.Count == 0 && Prova(uttryck, duger) is { } provat) fel.Add(provat);
            foreach (var ett in fel) yield return $"{egenskap}: {ett}";
        }

        private string? Namn(FeelReference referens)
        {
            if (_falt[referens.Name].FirstOrDefault() is { } falt)
                return falt.ArFraga ? null : $"{referens.Name} är en upplysning och har inget svar att fråga efter.";
            if (Faktakatalog.Finns(referens)) return null;
            if (referens.Name == Faktakatalog.Process && referens.Path.Length > 1)
                return process is null || process.ContainsKey(referens.Path[1]) ? null : $"processen har ingen variabel {referens.Path[1]}. Välj bland {Lista(process.Keys)}.";
            if (process?.ContainsKey(referens.Name) == true) return $"{referens.Name} är ingen fråga i formuläret. Menar du process.{referens.Name}?";
            return $"{referens} finns inte. Välj en fråga i formuläret ({Lista(formular.Falt.Where(f => f.ArFraga).Select(f => f.Namn))}), process.X eller något av {Lista(Faktakatalog.Namnen.Select(n => n.Namn))}.";
        }

        private string? Alternativ(FeelTextTest prov) =>
            prov.Reference.Path.Length == 1 && _falt[prov.Reference.Name].FirstOrDefault() is { } falt && Svar(falt) is { Count: > 0 } svar && !svar.Contains(prov.Text, StringComparer.Ordinal)
                ? $"”{Jsonobjekt.Kort(prov.Text)}” är inget svar på {falt.Namn}. Välj bland {Lista(svar)}." : null;

        /// <summary>Tries it on answers of the right types: what goes wrong there goes wrong always.</summary>
        private string? Prova(FeelExpression uttryck, Func<FeelValue, string?> duger)
        {
            var okand = uttryck.Uses.References.Any(r => r.Name == Faktakatalog.Process && r.Path.Length > 1 && (process?.GetValueOrDefault(r.Path[1]) ?? FeelValue.Null) is FeelNull);
            var kanda = FeelContext.Of((process ?? new Dictionary<string, FeelValue>(StringComparer.Ordinal)).Select(p => (p.Key, p.Value)));
            var tomt = formular.Falt.Aggregate(Faktakatalog.Exempel(kanda), (c, f) => c.With(f.Namn, FeelValue.Null));
            try
            {
                Rakna(uttryck, tomt);
                for (var i = 0; i < Exempel && !okand; i++)
                {
                    var svar = Rakna(uttryck, formular.Falt.Aggregate(tomt, (c, f) => c.With(f.Namn, Falttyper.Exempel(f, i, FeelClock.DateOf(Nu)))));
                    if (svar.Warnings.Length > 0) return Datumtext.MedLitenBokstav(svar.Warnings[0]);
                    if (duger(svar.Value) is { } fel) return fel;
                }
            }
            catch (FeelBudgetException e)
            {
                return Datumtext.MedLitenBokstav(e.Message);
            }
            return null;
        }

        private static FeelOutcome Rakna(FeelExpression uttryck, FeelContext varden) => uttryck.Evaluate(varden, new FeelEnvironment(Nu, Formulargranser.Budget));

        private static string? JaEllerNej(FeelValue varde) => varde is FeelBoolean ? null : "ger inte sant eller falskt. Jämför med något, till exempel svar = \"ja\" eller dag <= today().";

        private static string? Passar(Faltdefinition falt, FeelValue varde)
        {
            if (varde is FeelNull) return null;
            var texter = Forifyllning.Texter(varde, falt.Typ);
            if (falt.Typ is Falttyp.Anvandare or Falttyp.Insats or Falttyp.Ombud or Falttyp.Utforare) return null;
            return Svarstolkning.Av(falt, new Dictionary<string, string[]>(StringComparer.Ordinal) { [falt.Namn] = texter }) is { Varde: FeelNull }
                ? $"ger ”{Jsonobjekt.Kort(string.Join(", ", texter))}”, som inte går att svara i ett fält av typen {falt.Typ.Namn()}." : null;
        }

        private static IEnumerable<string> Krets(IReadOnlyList<string> falt, string egenskap) =>
            falt.Count == 0 ? [] : [$"{egenskap} går i en ring: {string.Join(", ", falt)} väntar på varandra. Låt något av dem inte bero på de andra."];

        private static string Lista(IEnumerable<string> namn) => string.Join(", ", namn.Take(20));
    }

    /// <summary>The answers a field of choices can have; empty for the others.</summary>
    internal static IReadOnlyList<string> Svar(Faltdefinition falt) => falt.Typ switch
    {
        Falttyp.JaNej => ["ja", "nej"],
        Falttyp.Val or Falttyp.Flerval => [.. falt.Alternativ.Select(a => a.Varde)],
        _ => [],
    };

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Faltnamn();
}
