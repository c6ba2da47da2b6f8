using System.Collections.Frozen;
using CaseFlow.Domain;
using CaseFlow.Domain.Kalender;
using CaseFlow.Web.Auth;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;

namespace CaseFlow.Web.Pages.Grund;

// Rummet Grund: det som alla sidor delar. En sida tar emot sitt formulär (POST), skickar ett användningsfall och visar svaret.
// Gick det bra skickas webbläsaren vidare; annars visas sidan igen med felen vid fälten och det som skrevs kvar.

/// <summary>A page that asks and sends use cases. It holds no rule: what may be done is the use case's to say.</summary>
public abstract class Sida : ComponentBase
{
    private static readonly FrozenDictionary<string, string> InteUtpekade = FrozenDictionary<string, string>.Empty;

    [CascadingParameter] public HttpContext Http { get; set; } = default!;

    [Inject] protected Sandare Sandare { get; set; } = default!;

    [Inject] protected NavigationManager Navigering { get; set; } = default!;

    [Inject] protected IDataProtectionProvider Dataskydd { get; set; } = default!;

    [Inject] protected TimeProvider Tid { get; set; } = default!;

    protected Formularlage Form { get; private set; } = Formularlage.Tomt;

    /// <summary>Why the page cannot be shown; null when it can.</summary>
    protected Error? Hinder { get; private set; }

    /// <summary>What was done on the page before this one.</summary>
    protected string? Kvitto { get; private set; }

    protected DateOnly Idag => SvenskTid.Dag(Tid.GetUtcNow());

    /// <summary>The ärende the page is about: where to ask for a reason when one is needed.</summary>
    protected virtual string? Arendenummer => null;

    private bool Vidare { get; set; }

    protected sealed override async Task OnInitializedAsync()
    {
        Form = await Formularlage.Las(Http);
        if (Form.Namn is { } blankett)
        {
            // Skalet med formulärets mottagare ska ha visats först. Går sidan vidare innan dess svarar ramverket 400 på det som redan är gjort.
            await Task.Yield();
            await TaEmot(blankett);
        }
        else
        {
            Kvitto = Kvittens.Hamta(Http, Dataskydd);
        }
        if (Hinder is null && !Vidare) await Visa();
    }

    /// <summary>Takes in a form that was sent: one use case, and <see cref="GaTill"/> when it went well.</summary>
    protected virtual Task TaEmot(string blankett) => Task.CompletedTask;

    /// <summary>Asks for what the page shows.</summary>
    protected abstract Task Visa();

    /// <summary>The answer, or null when the page is not to be shown; then <see cref="Hinder"/> says why.</summary>
    protected async Task<T?> Fraga<T>(IRequest<Result<T>> fraga)
        where T : class
    {
        var svar = await Sandare.Sand(fraga, Http.RequestAborted);
        if (!svar.Failed) return svar.Value;
        Hindra(svar.Error);
        return null;
    }

    /// <summary>Sends a change. A refusal lands in the form.</summary>
    /// <param name="falt">The field a code, or a field by another name, is about.</param>
    protected async Task<Result<T>> Utfor<T>(IRequest<Result<T>> andring, IReadOnlyDictionary<string, string>? falt = null)
    {
        var svar = await Sandare.Sand(andring, Http.RequestAborted);
        if (!svar.Failed) return svar;
        if (svar.Error.Kind is ErrorKind.NotFound || svar.Error.Code is "INTE_INLOGGAD" or "SKAL_KRAVS") Hindra(svar.Error);
        else Neka(svar.Error, falt ?? InteUtpekade);
        return svar;
    }

    /// <summary>To another page of ours, with a receipt to show there.</summary>
    protected void GaTill(string adress, string? kvittens = null)
    {
        Vidare = true;
        if (kvittens is not null) Kvittens.Lamna(Http, Dataskydd, kvittens);
        Navigering.NavigateTo(adress);
    }

    protected void Hindra(Error fel)
    {
        var har = Http.Request.Path + Http.Request.QueryString;
        if (fel.Code == "INTE_INLOGGAD")
        {
            GaTill("/logga-in?till=" + Uri.EscapeDataString(har));
            return;
        }
        if (fel.Code == "SKAL_KRAVS" && Arendenummer is { } nummer)
        {
            GaTill($"/arenden/{nummer}/oppna?till={Uri.EscapeDataString(har)}");
            return;
        }
        Hinder = fel;
        Status(Hindersida.Statuskod(fel));
    }

    /// <summary>A refusal that came before the use case lands in the form too.</summary>
    protected void Neka(Error fel, IReadOnlyDictionary<string, string> falt)
    {
        Form.Neka(fel, falt);
        Status(fel.Kind switch
        {
            ErrorKind.Conflict => StatusCodes.Status409Conflict,
            ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
            ErrorKind.Invalid or ErrorKind.Rule or ErrorKind.Forbidden or ErrorKind.NotFound => StatusCodes.Status422UnprocessableEntity,
        });
    }

    private void Status(int kod)
    {
        if (!Http.Response.HasStarted) Http.Response.StatusCode = kod;
    }
}
