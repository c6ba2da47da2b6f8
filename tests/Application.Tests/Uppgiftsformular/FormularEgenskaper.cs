using System.Text.Json;
using CaseFlow.Application.Uppgiftsformular;
using CaseFlow.Engine.Feel;
using FsCheck;
using FsCheck.Fluent;
using static CaseFlow.Application.Tests.Uppgiftsformular.Formulartext;

namespace CaseFlow.Application.Tests.Uppgiftsformular;

/// <summary>What holds for every form and every answer, against a plain reading of the same rules.</summary>
public sealed class FormularEgenskaper
{
    private static readonly string[] Namn = ["fa", "fb", "fc", "fd", "fe"];

    private static readonly string[] Svaren =
        ["ja", "nej", "brev", "besok", "x", "", " ", "0", "3", "-7", "12,5", "1000000000", "2026-11-23", "2026-02-30", "2027-06-01", "09:30", "25:00", "åäö\r\nrad", "🙂", "{a}", "<script>"];

    private static readonly string[] Typer = [.. Falttyper.Namnen];

    private static readonly FeelContext Fakta = FeelContext.Of(
        ("process", FeelContext.Of(("slag", "ansokan"))), ("insats", FeelContext.Of(("tom", new DateOnly(2026, 12, 31)), ("start", FeelValue.Null))),
        ("arende", FeelContext.Of(("inkom", new DateOnly(2026, 11, 1)))), ("uppgift", FeelContext.Of(("skapad", new DateOnly(2026, 11, 20)))));

    private static Gen<string> Villkor => Gen.Elements(Namn).Zip(Gen.Elements(Namn)).Zip(Gen.Choose(0, 11)).Select(v => (a: v.Item1.Item1, b: v.Item1.Item2, n: v.Item2)).Select(v => v.n switch
    {
        0 => $"{v.a} = \"ja\"",
        1 => $"{v.a} != \"ja\"",
        2 => $"not({v.a} = \"ja\")",
        3 => $"{v.a} in (\"ja\", \"nej\")",
        4 => $"{v.a} != null",
        5 => $"{v.a} = null and {v.b} != null",
        6 => $"{v.a} = {v.b}",
        7 => "process.slag = \"ansokan\"",
        8 => "insats.tom > today()",
        9 => $"string length(string({v.a})) < 4",
        10 => $"{v.a} > 2",
        _ => $"count(for i in 1..{v.a} return i) > 1",
    });

    private static Gen<string> Falt(string namn) => Gen.Elements(Typer).Zip(Gen.Choose(0, 63)).Zip(Villkor.Zip(Villkor.Zip(Villkor))).Select(v =>
    {
        var ((typ, val), (visas, (kravs, galler))) = (v.Item1, v.Item2);
        var mer = new List<string>();
        if ((val & 1) > 0) mer.Add($"\"visasNar\": {JsonSerializer.Serialize(visas)}, \"visasText\": \"Fyll i ibland.\"");
        if (typ == "upplysning") mer.Add("\"hjalp\": \"Läs.\"");
        else if ((val & 2) > 0) mer.Add($"\"kravsNar\": {JsonSerializer.Serialize(kravs)}, \"kravsText\": \"Krävs ibland.\"");
        else if ((val & 4) > 0) mer.Add("\"kravs\": true");
        if (typ != "upplysning" && (val & 8) > 0) mer.Add($"\"villkor\": [{{ \"galler\": {JsonSerializer.Serialize(galler)}, \"text\": \"Fel på {{{namn}}}.\" }}]");
        if (typ is "val" or "flerval") mer.Add((val & 16) > 0 ? "\"katalog\": \"kanaler\"" : "\"alternativ\": [{ \"varde\": \"ja\", \"text\": \"Ja\" }, { \"varde\": \"nej\", \"text\": \"Nej\" }]");
        if (typ == "skala") mer.Add("\"katalog\": \"behovsskala\"");
        if (typ is "heltal" or "tal" && (val & 32) > 0) mer.Add("\"minst\": -5, \"hogst\": 500000");
        return Fraga(namn, typ, string.Join(", ", mer));
    });

    private static Gen<string> Formular => Gen.CollectToList(Namn, Falt).Select(falt => Med([.. falt]));

    private static Gen<Dictionary<string, string[]>> Svar => Gen.Elements(Svaren).ArrayOf(2).ArrayOf(6).Zip(Gen.Choose(0, 511)).Select(v => v.Item1.Index()
        .Where(s => s.Index < Namn.Length ? (v.Item2 >> s.Index & 1) > 0 : v.Item2 > 480).ToDictionary(s => s.Index < Namn.Length ? Namn[s.Index] : "okand", s => s.Item[0] == s.Item[1] ? s.Item : s.Item[..1], StringComparer.Ordinal));

    [Fact]
    public void Servern_godtar_aldrig_ett_svar_som_bryter_en_visad_regel_och_kraver_aldrig_ett_dolt_falt()
    {
        var (provade, godtagna, nekade) = (0, 0, 0);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Formular.Zip(Svar).ToArbitrary(), fall =>
        {
            var (formular, _) = Formularlasare.Las(fall.Item1);
            if (formular is null || Formularordning.Kretsar(formular).Count > 0) return;
            provade++;
            var provat = Formularprovning.Prova(formular, fall.Item2, Fakta, Nu);
            var facit = new Facit(formular, fall.Item2);

            var fel = provat.Failed ? provat.Error.Fields.Select(f => f.Field).ToHashSet(StringComparer.Ordinal) : [];
            foreach (var falt in formular.Falt.Where(f => f.ArFraga))
            {
                var vantat = facit.Visas(falt) && (facit.Tolkning(falt).Fel is not null || (facit.ArTomt(falt) ? facit.Kravs(falt) : facit.Bryter(falt)));
                Assert.Equal(vantat, fel.Contains(falt.Namn));
                if (!provat.Failed) Assert.Equal(facit.Visas(falt) && !facit.ArTomt(falt), provat.Value.Contains(falt.Namn));
            }
            Assert.Equal(fall.Item2.Keys.Any(k => !formular.Falt.Any(f => f.ArFraga && f.Namn == k)), fel.Any(k => !formular.Falt.Any(f => f.ArFraga && f.Namn == k)));
            if (provat.Failed) nekade++;
            else godtagna++;
        }));

        Assert.True(provade > 500 && godtagna > 25 && nekade > 250, $"{provade} provade, {godtagna} godtagna, {nekade} nekade");
    }

    [Fact]
    public void En_ring_av_villkor_nekas_alltid_och_bara_den() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Formular.ToArbitrary(), text =>
    {
        var (formular, fel) = Formularlasare.Las(text);
        Assert.Empty(fel);

        Assert.Equal(HarRing(formular!), Formulargranskning.Fel(formular!, null).Any(f => f.StartsWith("visasNar går i en ring", StringComparison.Ordinal)));
        Formularprovning.Prova(formular!, new Dictionary<string, string[]>(), Fakta, Nu); // också då faller inget omkull
    }));

    [Fact]
    public void Faltens_ordning_andrar_inte_vad_som_galler() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Formular.Zip(Svar).ToArbitrary(), fall =>
    {
        var formular = Formularlasare.Las(fall.Item1).Formular!;
        if (HarRing(formular)) return;
        var omvand = formular with { Sektioner = [new(null, [.. formular.Falt.Reverse()])] };

        Assert.Equal(
            Formularprovning.Lagen(formular, fall.Item2, Fakta, Nu).OrderBy(l => l.Key, StringComparer.Ordinal), Formularprovning.Lagen(omvand, fall.Item2, Fakta, Nu).OrderBy(l => l.Key, StringComparer.Ordinal));
    }));

    [Fact]
    public void Ett_godtaget_formular_ar_forenligt_med_det_som_visas_av_det() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Formular.Zip(Svar).ToArbitrary(), fall =>
    {
        var formular = Formularlasare.Las(fall.Item1).Formular!;
        if (HarRing(formular)) return;
        var bild = Formularbild.Av(formular, fall.Item2, Fakta, Nu);
        var avgjord = bild.Avgjord(formular);

        // Det som är avgjort av fakta ändrar inget: samma svar prövas likadant mot det formulär som visas.
        var lagen = Formularprovning.Lagen(avgjord, fall.Item2, Fakta, Nu);
        Assert.All(formular.Falt, f => Assert.Equal(bild.Lagen[f.Namn].Visas, lagen.TryGetValue(f.Namn, out var lage) && lage.Visas));
        Assert.All(avgjord.Falt, f => Assert.Equal(bild.Lagen[f.Namn].Kravs, lagen[f.Namn].Kravs));
    }));

    [Fact]
    public void En_fil_som_ar_trasig_pa_nagot_satt_ger_fel_i_ord_och_inget_undantag()
    {
        var byten = Gen.Elements("", "null", "1", "[]", "{}", "\"\"", "true", "\"(\"", "1e400", "\"\\u0000\"", "[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]");
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Formular.Zip(Gen.Choose(0, 10_000)).Zip(byten.Zip(Gen.Choose(0, 40))).ToArbitrary(), fall =>
        {
            var ((text, plats), (byte_, langd)) = fall;
            var fran = plats % text.Length;
            var trasig = string.Concat(text.AsSpan(0, fran), byte_, text.AsSpan(Math.Min(text.Length, fran + langd)));

            var (formular, fel) = Formularlasare.Las(trasig);

            Assert.Equal(formular is null, fel.Count > 0);
            Assert.All(fel, f => Assert.True(f.Length is > 10 and < 1000, f));
            if (formular is not null) _ = Formulargranskning.Fel(formular, null);
        }));
    }

    private static bool HarRing(Formulardefinition formular)
    {
        var pa = formular.Falt.ToDictionary(f => f.Namn, f => (f.VisasNar?.Uses.References.Select(r => r.Name) ?? []).Where(Namn.Contains).ToList(), StringComparer.Ordinal);
        bool Nar(string fran, string till, HashSet<string> sedda) => pa[fran].Any(n => n == till || (sedda.Add(n) && Nar(n, till, sedda)));
        return Namn.Any(n => Nar(n, n, []));
    }

    /// <summary>The rules read the plain way: a field asks those it depends on, over and over.</summary>
    private sealed class Facit(Formulardefinition formular, Dictionary<string, string[]> svar)
    {
        public Svarstolkning Tolkning(Faltdefinition falt) => Svarstolkning.Av(falt, svar);

        public bool ArTomt(Faltdefinition falt) => Tolkning(falt).Varde is FeelNull;

        public bool Visas(Faltdefinition falt) => Sant(falt.VisasNar, falt.VisasNar?.Uses.References.Select(r => r.Name)) != false;

        public bool Kravs(Faltdefinition falt) => falt.Kravs || (falt.KravsNar is not null && Sant(falt.KravsNar, Namn) != false);

        public bool Bryter(Faltdefinition falt) => falt.Villkor.Any(v => Rakna(v.Galler, Namn) is null or FeelBoolean { Value: false });

        /// <returns>Null when there is no condition, or it could not be counted to the end.</returns>
        private bool? Sant(FeelExpression? uttryck, IEnumerable<string>? lasta) => uttryck is null ? null : Rakna(uttryck, lasta!) is { } varde ? varde is FeelBoolean { Value: true } : null;

        private FeelValue? Rakna(FeelExpression uttryck, IEnumerable<string> lasta)
        {
            var varden = formular.Falt.Aggregate(Fakta, (c, f) => c.With(f.Namn, lasta.Contains(f.Namn) && Visas(f) ? Tolkning(f).Varde : FeelValue.Null));
            try
            {
                return uttryck.Evaluate(varden, new FeelEnvironment(Nu, Formulargranser.Budget)).Value;
            }
            catch (FeelBudgetException)
            {
                return null;
            }
        }
    }
}
