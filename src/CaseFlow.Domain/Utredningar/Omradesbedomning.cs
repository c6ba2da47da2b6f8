namespace CaseFlow.Domain.Utredningar;

public enum Omradesstatus { EjBorjad = 0, Pagar = 1, Klar = 2, EjAktuell = 3 }

/// <summary>What is written in one area, as the form sends it.</summary>
/// <param name="Kalla">Who said it or which document: FL (2017:900) 27 §.</param>
/// <param name="Kalldatum">The day it was said or written.</param>
public sealed record Omradestext(
    string? EgnaOrd, string? Beskrivning, Funktionstillstand? Bedomt, Funktionstillstand? Avsett, string? Mal,
    string? Kalla, DateOnly? Kalldatum, Omradesstatus Status);

/// <summary>One area of life in an utredning. Its own <see cref="Rev"/> lets two people write in different areas at once.</summary>
public sealed class Omradesbedomning
{
    private Omradesbedomning()
    {
    }

    internal Omradesbedomning(UtredningId utredning, Livsomrade omrade) => (UtredningId, Omrade) = (utredning, omrade.Kod);

    public UtredningId UtredningId { get; private set; }

    /// <summary>Code of a <see cref="Livsomrade"/>; the key together with the utredning.</summary>
    public string Omrade { get; private set; } = "";

    public string? EgnaOrd { get; private set; }

    public string? Beskrivning { get; private set; }

    /// <summary>How it is today.</summary>
    public Funktionstillstand? Bedomt { get; private set; }

    /// <summary>How it is meant to become.</summary>
    public Funktionstillstand? Avsett { get; private set; }

    public string? Mal { get; private set; }

    public string? Kalla { get; private set; }

    public DateOnly? Kalldatum { get; private set; }

    public Omradesstatus Status { get; private set; }

    public DateTimeOffset? Andrad { get; private set; }

    public AnvandareId? AndradAv { get; private set; }

    /// <summary>Raised by one at every write; 0 means never written.</summary>
    public int Rev { get; private set; }

    internal Error? Skriv(Omradestext text, int forvantadRev, AnvandareId av, DateTimeOffset now)
    {
        if (forvantadRev != Rev) return InaktuellKopia;
        if (Texter.ForLanga(text.EgnaOrd, text.Beskrivning, text.Mal, text.Kalla)) return Textlangd.ForLang;
        if (!Enum.IsDefined(text.Status) || (text.Bedomt is { } b && !Enum.IsDefined(b)) || (text.Avsett is { } a && !Enum.IsDefined(a)))
            return Error.Invalid("FUNKTIONSTILLSTAND_OKANT", "Välj ett av värdena 0, 1, 2, 3, 4, 8 eller 9.");
        if (text.Status is Omradesstatus.Klar && Texter.Stada(text.Beskrivning) is null)
            return Error.Rule("OMRADE_TOMT", "Beskriv området innan du markerar det som klart, eller välj ”ej aktuellt”.");
        if (text.Status is Omradesstatus.Klar && Texter.Stada(text.Kalla) is null) return KallaSaknas;

        EgnaOrd = Texter.Stada(text.EgnaOrd);
        Beskrivning = Texter.Stada(text.Beskrivning);
        Bedomt = text.Bedomt;
        Avsett = text.Avsett;
        Mal = Texter.Stada(text.Mal);
        Kalla = Texter.Stada(text.Kalla);
        Kalldatum = text.Kalldatum;
        // A write is a beginning: the area does not fall back to not begun.
        Status = text.Status is Omradesstatus.EjBorjad ? Omradesstatus.Pagar : text.Status;
        // FL (2017:900) 27 §: the documentation shows when it was made and by whom.
        Andrad = now.ToUniversalTime();
        AndradAv = av;
        Rev++;
        return null;
    }

    // FL (2017:900) 27 § gäller det som kommer på annat sätt än genom en handling; att källan alltid sägs är vår regel.
    internal static Error KallaSaknas { get; } = Error.Invalid(
        "KALLA_SAKNAS", "Skriv varifrån uppgiften kommer: vem som har berättat det, vilken handling det står i eller vad du själv har sett.");

    internal static Error InaktuellKopia { get; } =
        Error.Conflict("INAKTUELL_KOPIA", "Någon har ändrat texten sedan du öppnade den. Läs den nya texten och skriv igen.");
}
