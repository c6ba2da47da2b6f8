var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapStaticAssets();
await app.RunAsync();

/// <summary>Värdens ingång. Skyddad konstruktor: testvärden behöver typen men ingen skapar den.</summary>
public sealed partial class Program
{
    private Program() { }
}
