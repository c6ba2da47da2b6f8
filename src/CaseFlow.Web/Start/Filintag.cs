using CaseFlow.Application.Handlingar;
using CaseFlow.Domain;
using CaseFlow.Domain.Handlingar;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Web.Start;

/// <summary>Marks a page whose form may carry a file. Every other page refuses multipart.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TarEmotFilAttribute : Attribute;

/// <summary>A file that came with a page's form: already in the store, encrypted, and gone again when the request ends unless the page has kept it.</summary>
public sealed class Filintag(IHandlingslager lager) : IDisposable
{
    /// <summary>Bytes of a whole request. More than a file may have, so that the one who chose too large a file is told so on the page.</summary>
    internal const long StorstKropp = 64 * Handlingsgranser.Megabyte;

    private const int FlestFalt = 40;
    private const int LangstGrans = 200;

    private LagradFil? _fil;
    private bool _overlamnad;

    /// <summary>As it was sent; null when no file was chosen.</summary>
    public string? Filnamn { get; private set; }

    /// <summary>Why the file was not taken in, or null.</summary>
    public Error? Fel { get; private set; }

    public Lagdfil? Fil => _fil is { } f ? new(f.Namn, f.Langd, f.Sha256) : null;

    public static Filintag? I(HttpContext context) => context.Features.Get<Filintag>();

    /// <summary>The file is in the hands of a use case: whether it is kept, only that knows.</summary>
    public void Overlamna() => _overlamnad = true;

    /// <summary>The use case answered: a file that its row does not name is not kept.</summary>
    public void Avgor(Result<InlagdHandling> svar)
    {
        if (_fil is { } fil && (svar.Failed || svar.Value.Fil != fil.Namn)) lager.Kasta(fil.Namn);
    }

    public void Dispose()
    {
        if (_fil is { } fil && !_overlamnad) lager.Kasta(fil.Namn);
    }

    /// <summary>Reads the form: fields as they are, the file straight into the store.</summary>
    /// <returns>The status to refuse with, or null when the request may go on.</returns>
    internal static async Task<int?> Las(HttpContext context)
    {
        var fraga = context.Request;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } kropp) kropp.MaxRequestBodySize = StorstKropp;
        if (!MediaTypeHeaderValue.TryParse(fraga.ContentType, out var typ) || HeaderUtilities.RemoveQuotes(typ.Boundary).Value is not { Length: > 0 and <= LangstGrans } grans)
            return StatusCodes.Status415UnsupportedMediaType;
        var intag = new Filintag(context.RequestServices.GetRequiredService<IHandlingslager>());
        context.Response.RegisterForDispose(intag);
        context.Features.Set(intag);
        try
        {
            fraga.Form = await intag.Las(new MultipartReader(grans, fraga.Body), context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException fel)
        {
            return fel.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }
        catch (IOException)
        {
            // Avsändaren slutade mitt i.
            return StatusCodes.Status400BadRequest;
        }
    }

    private async Task<FormCollection> Las(MultipartReader lasare, CancellationToken ct)
    {
        var falt = new KeyValueAccumulator();
        while (await lasare.ReadNextSectionAsync(ct) is { } del)
        {
            if (!ContentDispositionHeaderValue.TryParse(del.ContentDisposition, out var huvud)) continue;
            if (huvud.IsFileDisposition()) await TaEmot(del, huvud, ct);
            else if (huvud.IsFormDisposition() && HeaderUtilities.RemoveQuotes(huvud.Name).Value is { Length: > 0 } namn)
            {
                if (falt.ValueCount >= FlestFalt) throw new InvalidDataException("För många fält.");
                falt.Append(namn, await Faltet(del, ct));
            }
        }
        return new FormCollection(falt.GetResults());
    }

    /// <summary>One file a form; what more is sent is read past. A form sent without a choice carries a file without a name.</summary>
    private async Task TaEmot(MultipartSection del, ContentDispositionHeaderValue huvud, CancellationToken ct)
    {
        var namn = (HeaderUtilities.UnescapeAsQuotedString(huvud.FileNameStar).Value ?? HeaderUtilities.UnescapeAsQuotedString(huvud.FileName).Value) ?? "";
        if (namn.Length == 0 || Filnamn is not null)
        {
            await del.Body.DrainAsync(ct);
            return;
        }
        Filnamn = namn;
        var mottagen = await lager.TaEmot(del.Body, Handlingsgranser.StorstFil, ct);
        if (mottagen.Failed) Fel = mottagen.Error;
        else _fil = mottagen.Value;
    }

    private static async Task<string> Faltet(MultipartSection del, CancellationToken ct)
    {
        using var lasare = new StreamReader(del.Body, leaveOpen: true);
        var (tecken, langd) = (new char[Natverk.StorstaFalt + 1], 0);
        for (var antal = 1; antal > 0 && langd < tecken.Length; langd += antal) antal = await lasare.ReadAsync(tecken.AsMemory(langd), ct);
        if (langd > Natverk.StorstaFalt) throw new InvalidDataException("Ett fält är för långt.");
        return new string(tecken, 0, langd).Replace("\0", "", StringComparison.Ordinal);
    }
}
