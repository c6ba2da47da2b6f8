using CaseFlow.Application;
using CaseFlow.Data;
using CaseFlow.Data.Grund;
using CaseFlow.Web.Api.v1;
using CaseFlow.Web.Auth;
using CaseFlow.Web.Pages;
using CaseFlow.Web.Pages.Arenden;
using CaseFlow.Web.Pages.Grund;
using CaseFlow.Web.Pages.Handlingar;
using CaseFlow.Web.Pages.Uppgifter;
using CaseFlow.Web.Start;

var builder = WebApplication.CreateBuilder(args);
try
{
    builder.AddNatverk();
    builder.Services.AddCaseFlowData(builder.Configuration);
    builder.Services.AddCaseFlowApplication();
    builder.Services.AddStart(builder.Configuration, builder.Environment);
}
catch (InstallningException fel)
{
    await Console.Error.WriteLineAsync(fel.Message);
    return 2;
}
builder.Services.AddInloggning(builder.Environment);
builder.Services.AddRazorComponents();
builder.Services.AddCascadingAuthenticationState();
builder.Services.AddAntiforgery(o => Sidor.Antiforgery(o, builder.Environment));
builder.Services.AddProblemDetails();
builder.Services.AddApi(builder.Configuration);
builder.Services.Configure<RequestLocalizationOptions>(Sidor.Svenska);

var app = builder.Build();
app.UseProxy();
app.UseSakerhetshuvuden();
app.UseHttps();
app.UseFelsidor();
app.UseApifel();
app.UseEgetUrsprung();
app.UseRequestLocalization();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.UseFormularintag();
app.UseAntiforgery();
app.UseOgiltigaFormular();

app.MapStaticAssets().AllowAnonymous();
app.MapSidor();
app.MapUtloggning();
app.MapPasskeys();
app.MapForhandsdel();
app.MapFormularfragor();
app.MapNodvag();
app.MapUtkast();
app.MapHandlingar();
app.MapHalsa();
app.MapApi();
return await app.Starta();

/// <summary>Värdens ingång; testvärden behöver typen men ingen skapar den.</summary>
public sealed partial class Program
{
    private Program() { }
}
