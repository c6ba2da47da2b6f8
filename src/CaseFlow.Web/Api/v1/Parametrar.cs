using System.Globalization;
using CaseFlow.Application;
using CaseFlow.Domain;
using CaseFlow.Web.Api.v1.Kontrakt;

namespace CaseFlow.Web.Api.v1;

/// <summary>The parameters of an address, read strictly: one that is not known, given twice or not understood is refused and named, so that a
/// misspelt filter never answers with more than was asked for.</summary>
internal sealed class Parametrar
{
    public const int VanligLimit = 20;

    private const string Adress = "adress";

    private readonly IQueryCollection _fraga;
    private readonly List<FieldError> _fel = [];

    /// <param name="kanda">The parameters that the resource takes.</param>
    public Parametrar(IQueryCollection fraga, params ReadOnlySpan<string> kanda)
    {
        _fraga = fraga;
        foreach (var (namn, varden) in fraga)
        {
            // Namnet kan vara vad som helst, också ett personnummer: det ekas inte.
            if (!kanda.Contains(namn)) Okand();
            else if (varden.Count != 1 || varden[0]!.Contains('\0', StringComparison.Ordinal)) _fel.Add(new(namn, "Ge ett värde."));
        }
    }

    private void Okand()
    {
        if (!_fel.Exists(f => f.Field == Adress)) _fel.Add(new(Adress, "Adressen har en parameter som inte finns. Personer söks med POST /personer/sok, aldrig i adressen."));
    }

    /// <summary>The refusal when anything was not understood; ask last.</summary>
    public Error? Fel => _fel.Count == 0 ? null : Apifel.Ingen(Apifel.ParameterOgiltig, "Adressens parametrar stämmer inte.", [.. _fel]);

    public string? Text(string namn) => _fraga.TryGetValue(namn, out var varden) && varden is [{ Length: > 0 } text] ? text : null;

    public bool Ja(string namn)
    {
        var text = Text(namn);
        if (text is not (null or "true" or "false")) _fel.Add(new(namn, "Skriv true eller false."));
        return text == "true";
    }

    public T? Kod<T>(string namn)
        where T : struct, Enum
    {
        if (Text(namn) is not { } text) return null;
        if (Kontrakt.Kod.Tolka<T>(text) is { } varde) return varde;
        _fel.Add(new(namn, $"Skriv någon av {string.Join(", ", Kontrakt.Kod.Alla<T>())}."));
        return null;
    }

    /// <summary>The cursor from the page before, as it was given.</summary>
    public string? Efter()
    {
        if (Text("efter") is not { } text) return null;
        if (!Radmarkor.Tolka(text).Failed) return text;
        _fel.Add(new("efter", "Skicka det som stod i paginering.nasta."));
        return null;
    }

    public long? Tal(string namn, long minst, long mest)
    {
        if (Text(namn) is not { } text) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var varde) && varde >= minst && varde <= mest) return varde;
        _fel.Add(new(namn, string.Create(CultureInfo.GetCultureInfo("sv-SE"), $"Skriv ett heltal från {minst} till {mest}.")));
        return null;
    }

    /// <summary>limit, page and efter (a cursor from the page before). A page by number ends within what is counted.</summary>
    public Bladdring Bladdring()
    {
        var limit = (int)(Tal("limit", 1, Sidgranser.FlestRader) ?? VanligLimit);
        var page = (int?)Tal("page", 1, int.MaxValue);
        if (Text("efter") is null) return new(limit, page ?? 1);
        if (page is not null) _fel.Add(new("page", "Bläddra med page eller med efter, inte med båda."));
        return new(limit, null);
    }
}

/// <param name="Page">From 1; null when the list is read with a cursor.</param>
internal sealed record Bladdring(int Limit, int? Page)
{
    public int Hopp => ((Page ?? 1) - 1) * Limit;

    /// <summary>The refusal of a page by number that lies beyond what is counted.</summary>
    /// <param name="medMarkor">The list has a cursor to go on with.</param>
    public Error? Hinder(bool medMarkor) => Page is null || (long)Page.Value * Limit <= Sidgranser.Djup ? null : Apifel.Ingen(
        Apifel.SidaForLangtFram, $"Med page går det att bläddra till rad {Sidgranser.Djup}. " + (medMarkor
            ? "Skicka paginering.nasta som efter för att gå längre." : "Sök snävare."));

    public Sidning Sidning(int total, string? nasta = null) => new(Limit, Page, total, total == Sidgranser.Djup, nasta);
}
