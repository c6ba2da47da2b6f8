using FsCheck;
using FsCheck.Fluent;

namespace CaseFlow.Domain.Tests;

/// <summary>Whoever writes second loses nothing, and takes nothing from the first.</summary>
public sealed class SammanfogningTests
{
    private static readonly string[] Namn = ["egnaOrd", "beskrivning", "mal", "kalla"];
    private static readonly string?[] Ord = [null, "a", "b", "c"];

    private static readonly Gen<Dictionary<string, string?>> Formular =
        from falt in Gen.SubListOf(Namn)
        from ord in Gen.ArrayOf(Gen.Elements(Ord), Namn.Length)
        select falt.Select((namn, i) => (namn, ord[i])).ToDictionary(f => f.namn, f => f.Item2, StringComparer.Ordinal);

    [Fact]
    public void Har_ingen_annan_andrat_blir_det_mitt() => Prova((bas, mina, _) =>
    {
        var blev = Sammanfogning.Av(bas, mina, bas);
        return blev.Entydig && blev.AvDem.Count == 0 && Lika(blev.Varden, mina);
    });

    [Fact]
    public void Har_bara_de_andrat_blir_det_deras() => Prova((bas, _, deras) =>
    {
        var blev = Sammanfogning.Av(bas, bas, deras);
        return blev.Entydig && Lika(blev.Varden, deras) && blev.AvDem.ToHashSet().SetEquals(Namn.Where(n => Andrat(bas, deras, n)));
    });

    [Fact]
    public void Inget_falt_forsvinner() => Prova((bas, mina, deras) =>
        Sammanfogning.Av(bas, mina, deras).Varden.Keys.ToHashSet().SetEquals(bas.Keys.Concat(mina.Keys).Concat(deras.Keys)));

    [Fact]
    public void Det_ar_en_konflikt_precis_nar_bada_andrat_till_olika() => Prova((bas, mina, deras) =>
        Sammanfogning.Av(bas, mina, deras).Konflikter.Select(k => k.Falt).ToHashSet().SetEquals(
            Namn.Where(n => Andrat(bas, mina, n) && Andrat(bas, deras, n) && Andrat(mina, deras, n))));

    [Fact]
    public void Den_som_sparar_sist_spelar_bara_roll_i_en_konflikt() => Prova((bas, mina, deras) =>
    {
        var (ena, andra) = (Sammanfogning.Av(bas, mina, deras), Sammanfogning.Av(bas, deras, mina));
        var omtvistade = ena.Konflikter.Select(k => k.Falt).ToHashSet();
        return omtvistade.SetEquals(andra.Konflikter.Select(k => k.Falt))
            && Namn.Where(n => !omtvistade.Contains(n)).All(n => ena.Varden.GetValueOrDefault(n) == andra.Varden.GetValueOrDefault(n))
            && ena.Konflikter.All(k => ena.Varden[k.Falt] == k.Mitt && andra.Varden[k.Falt] == k.Deras);
    });

    [Fact]
    public void Varje_falt_blir_nagons_och_aldrig_det_gamla_nar_nagon_har_andrat_det() => Prova((bas, mina, deras) => Sammanfogning.Av(bas, mina, deras).Varden.All(v =>
        (v.Value == mina.GetValueOrDefault(v.Key) || v.Value == deras.GetValueOrDefault(v.Key))
        && ((!Andrat(bas, mina, v.Key) && !Andrat(bas, deras, v.Key)) || Andrat(bas, mina, v.Key) || v.Value == deras.GetValueOrDefault(v.Key))));

    [Fact]
    public void Exempel_en_fran_var_och_en_och_en_som_bada_skrev()
    {
        var blev = Sammanfogning.Av(
            new Dictionary<string, string?> { ["egnaOrd"] = "Jag orkar", ["beskrivning"] = "Klarar det mesta", ["mal"] = "Bo kvar" },
            new Dictionary<string, string?> { ["egnaOrd"] = "Jag orkar inte", ["beskrivning"] = "Behöver stöd", ["mal"] = "Bo kvar" },
            new Dictionary<string, string?> { ["egnaOrd"] = "Jag orkar", ["beskrivning"] = "Behöver mycket stöd", ["mal"] = "Bo kvar hemma" });

        Assert.Equal(("Jag orkar inte", "Bo kvar hemma"), (blev.Varden["egnaOrd"], blev.Varden["mal"]));
        Assert.Equal(["mal"], blev.AvDem);
        Assert.Equal([new("beskrivning", "Klarar det mesta", "Behöver stöd", "Behöver mycket stöd")], blev.Konflikter);
    }

    private static bool Andrat(Dictionary<string, string?> fran, Dictionary<string, string?> till, string falt) => fran.GetValueOrDefault(falt) != till.GetValueOrDefault(falt);

    private static bool Lika(IReadOnlyDictionary<string, string?> ena, Dictionary<string, string?> andra) => Namn.All(n => ena.GetValueOrDefault(n) == andra.GetValueOrDefault(n));

    private static void Prova(Func<Dictionary<string, string?>, Dictionary<string, string?>, Dictionary<string, string?>, bool> regel) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll((from bas in Formular from mina in Formular from deras in Formular select (bas, mina, deras)).ToArbitrary(), f => regel(f.bas, f.mina, f.deras)));
}
