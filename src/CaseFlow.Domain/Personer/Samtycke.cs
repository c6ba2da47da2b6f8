using CaseFlow.Domain.Kalender;

namespace CaseFlow.Domain.Personer;

/// <summary>What a person agrees to.</summary>
public enum Samtyckesandamal
{
    /// <summary>That we ask health care about her.</summary>
    HalsoOchSjukvard = 1,

    /// <summary>A plan made together with health care, SoL (2025:400) 10 kap. 8 §.</summary>
    Sip = 2,

    /// <summary>That we speak with someone near to her.</summary>
    KontaktNarstaende = 3,

    /// <summary>That she is pictured.</summary>
    Bild = 4,

    /// <summary>That data goes to another unit or authority.</summary>
    AnnanEnhet = 5,

    Annat = 6,
}

public enum Samtyckessatt { Skriftligt = 1, Muntligt = 2, Digitalt = 3 }

/// <summary>A consent: to what, given by whom, how and when, towards whom and until when. Never changed; it is withdrawn, or runs out.</summary>
// OSL (2009:400) 10 kap. 1 § och 12 kap. 2 § [overifierat]: den enskilde kan helt eller delvis häva sekretess till skydd för henne själv
public sealed class Samtycke
{
    private static readonly string[] Allomfattande = ["allt", "alla uppgifter", "alla kontakter", "generellt"];

    /// <summary>Words that take someone out of what a text covers: then no one is read out of it as covered.</summary>
    private static readonly string[] Undantagande = ["utom", "förutom", "inte", "ej", "aldrig", "undantag", "undantaget", "ingen", "dock"];

    private static readonly string[] Skiljetecken = [",", ";", "/", " och ", " samt "];

    private Samtycke()
    {
    }

    public SamtyckeId Id { get; private set; }

    public Guid PublikId { get; private set; }

    public PersonId PersonId { get; private set; }

    /// <summary>Where it was noted.</summary>
    public ArendeId ArendeId { get; private set; }

    public Samtyckesandamal Andamal { get; private set; }

    /// <summary>To whom data may be given, or from whom it is asked for.</summary>
    public string Mottagare { get; private set; } = "";

    /// <summary>What it covers, when that needs to be said.</summary>
    public string? Upplysning { get; private set; }

    /// <summary>The ombud who gave it; null when the person did.</summary>
    public PersonombudId? GivetAvOmbud { get; private set; }

    public Samtyckessatt Satt { get; private set; }

    public DateOnly Dag { get; private set; }

    /// <summary>The last day it holds; null when it holds until it is withdrawn.</summary>
    public DateOnly? Tom { get; private set; }

    public AnvandareId NoteratAv { get; private set; }

    public DateTimeOffset Noterat { get; private set; }

    /// <summary>The day it was withdrawn: it does not hold on that day.</summary>
    public DateOnly? Aterkallat { get; private set; }

    public string? AterkallatHur { get; private set; }

    public AnvandareId? AterkallatNoteratAv { get; private set; }

    public int Version { get; private set; }

    /// <summary>Notes a consent that was given.</summary>
    /// <param name="ombud">Has been tried by <see cref="Ombudsregel"/>; null when the person herself gave it.</param>
    /// <returns>The consent and its event; faults by field (<c>OGILTIGT</c>); <c>TEXT_FOR_LANG</c>.</returns>
    public static Result<NoteratSamtycke> Notera(
        SamtyckeId id, Guid publikId, PersonId person, ArendeId arende, Samtyckesinnehall innehall, PersonombudId? ombud, AnvandareId av, DateTimeOffset now)
    {
        var fel = new List<FieldError>();
        if (!Enum.IsDefined(innehall.Andamal)) fel.Add(new("andamal", "Välj vad personen samtycker till."));
        if (Texter.Stada(innehall.Mottagare) is null) fel.Add(new("mottagare", "Skriv till eller från vem uppgifter får lämnas."));
        if (innehall.Andamal is Samtyckesandamal.Annat && Texter.Stada(innehall.Upplysning) is null) fel.Add(new("upplysning", "Skriv vad samtycket gäller."));
        if (!Enum.IsDefined(innehall.Satt)) fel.Add(new("satt", "Välj hur samtycket gavs."));
        if (innehall.Dag > SvenskTid.Dag(now)) fel.Add(new("dag", "Samtycket kan inte ha getts en dag som inte har varit."));
        if (innehall.Dag < SvenskTid.Dag(now).AddYears(-10)) fel.Add(new("dag", "Kontrollera årtalet."));
        if (innehall.Tom < innehall.Dag) fel.Add(new("tom", "Den sista dagen ligger före den dag samtycket gavs."));
        if (fel.Count > 0) return Error.Invalid(fel);
        if (Texter.ForLanga(innehall.Mottagare, innehall.Upplysning)) return Textlangd.ForLang;
        var samtycke = new Samtycke
        {
            Id = id, PublikId = publikId, PersonId = person, ArendeId = arende, Andamal = innehall.Andamal, Mottagare = innehall.Mottagare!.Trim(), Upplysning = Texter.Stada(innehall.Upplysning),
            GivetAvOmbud = ombud, Satt = innehall.Satt, Dag = innehall.Dag, Tom = innehall.Tom, NoteratAv = av, Noterat = now.ToUniversalTime(),
        };
        return new NoteratSamtycke(samtycke, new(arende, id, samtycke.Andamal, samtycke.Dag));
    }

    /// <summary>The person, or her ombud, withdraws it; what was done while it held stands.</summary>
    /// <param name="hur">How and by whom it was said.</param>
    /// <returns>The event; <c>SAMTYCKE_ATERKALLAT</c>; faults by field; <c>TEXT_FOR_LANG</c>.</returns>
    public Result<SamtyckeAterkallat> Aterkalla(DateOnly dag, string? hur, AnvandareId av, DateTimeOffset now)
    {
        if (Aterkallat is not null) return Error.Rule("SAMTYCKE_ATERKALLAT", "Samtycket är redan återkallat.");
        var fel = new List<FieldError>();
        if (dag > SvenskTid.Dag(now)) fel.Add(new("aterkallatDag", "Samtycket kan inte ha återkallats en dag som inte har varit."));
        if (dag < Dag) fel.Add(new("aterkallatDag", "Samtycket kan inte ha återkallats innan det gavs."));
        if (Texter.Stada(hur) is null) fel.Add(new("aterkallatHur", "Skriv vem som återkallade det och hur."));
        if (fel.Count > 0) return Error.Invalid(fel);
        if (Texter.ForLanga(hur)) return Textlangd.ForLang;
        (Aterkallat, AterkallatHur, AterkallatNoteratAv) = (dag, hur!.Trim(), av);
        return new SamtyckeAterkallat(ArendeId, Id, dag);
    }

    /// <summary>Covers, beyond doubt, that one speaks with someone: it is about that, and its words are the name alone or with what she is to the person
    /// ("dottern Eva Ek"), among others or by itself. Words that take someone out leave no one in.</summary>
    // OSL (2009:400) 12 kap. 2 § [overifierat]: sekretessen hävs bara så långt som samtycket säger, och ett oklart samtycke läses av en människa
    public bool OmfattarKontaktMed(string namn) =>
        Andamal is Samtyckesandamal.KontaktNarstaende && !Ord(Mottagare).Any(o => Undantagande.Contains(o, StringComparer.OrdinalIgnoreCase))
        && Mottagare.Split(Skiljetecken, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Any(del =>
            del.EndsWith(namn, StringComparison.OrdinalIgnoreCase) && Ord(del[..^namn.Length]).Length <= 1 && (del.Length == namn.Length || del[^(namn.Length + 1)] == ' '));

    private static string[] Ord(string text) => text.Split([' ', ',', ';', '(', ')', '.', ':'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The whole name stands somewhere in whom it is about, in whatever letter case: she is spoken of, maybe as someone it does not cover.</summary>
    public bool Namner(string namn)
    {
        for (var i = Mottagare.IndexOf(namn, StringComparison.OrdinalIgnoreCase); i >= 0 && namn.Length > 0; i = Mottagare.IndexOf(namn, i + 1, StringComparison.OrdinalIgnoreCase))
            if ((i == 0 || !char.IsLetter(Mottagare[i - 1])) && (i + namn.Length == Mottagare.Length || !char.IsLetter(Mottagare[i + namn.Length]))) return true;
        return false;
    }

    /// <summary>Says nothing of what it covers, or that it covers all: what it lifts is then not known.</summary>
    // OSL (2009:400) 12 kap. 2 § [overifierat]: sekretessen hävs i det som samtycket gäller
    public bool OmfattarAllt => Texter.Stada(Upplysning) is not { } text || Allomfattande.Any(a => text.StartsWith(a, StringComparison.OrdinalIgnoreCase));

    public bool Galler(DateOnly dag) => dag >= Dag && !(Tom < dag) && !(Aterkallat <= dag);

    /// <summary>A consent does not outlive the one who gave it: it gives no new disclosure once she is dead, whatever its own words say.</summary>
    // OSL (2009:400) 12 kap. 2 § [overifierat]: den enskilde häver sekretessen. Den består efter döden, och ingen kan längre häva den åt henne
    public bool Galler(DateOnly dag, bool avliden) => !avliden && Galler(dag);
}

/// <summary>A consent as the form sends it.</summary>
public sealed record Samtyckesinnehall(Samtyckesandamal Andamal, string? Mottagare, string? Upplysning, Samtyckessatt Satt, DateOnly Dag, DateOnly? Tom)
{
    public override string ToString() => nameof(Samtyckesinnehall);
}

public readonly record struct SamtyckeId(long Value) : IId;

public sealed record NoteratSamtycke(Samtycke Samtycke, SamtyckeGivet Handelse);

public sealed record SamtyckeGivet(ArendeId Arende, SamtyckeId Samtycke, Samtyckesandamal Andamal, DateOnly Dag) : IHandelse;

public sealed record SamtyckeAterkallat(ArendeId Arende, SamtyckeId Samtycke, DateOnly Dag) : IHandelse;
