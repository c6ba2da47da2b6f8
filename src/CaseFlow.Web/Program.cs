using CaseFlow.Web.Auth;
using CaseFlow.Web.Pages;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddRazorComponents();
builder.Services.AddAntiforgery(Sidor.Antiforgery);
builder.Services.Configure<RequestLocalizationOptions>(Sidor.Svenska);

var app = builder.Build();
app.UseSakerhetshuvuden();
app.UseFelsidor();
if (!app.Environment.IsDevelopment())
    app.UseHsts();
app.UseRequestLocalization();
app.UseRouting();
app.UseAntiforgery();
app.UseOgiltigaFormular();

app.MapStaticAssets();
app.MapSidor();
await app.RunAsync();

/// <summary>Värdens ingång; testvärden behöver typen men ingen skapar den.</summary>
public sealed partial class Program
{
    private Program() { }
}
