using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Application.Ansokningar;

namespace CaseFlow.Cli.Kommandon;

/// <summary>A line of the report. The names of its properties are the contract's.</summary>
internal sealed record Rapportrad(int Rad, string? ExternId, string Utfall, string? Kod, string? Arendenummer);

/// <summary>The report, JSON Lines. Each line is written whole, at once: an import that is cut short leaves a file that can be read.</summary>
internal sealed class Importrapport : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How every line begins.</summary>
    private static readonly byte[] Inledning = "{\"rad\":"u8.ToArray();

    private readonly FileStream _fil;
    private readonly MemoryStream _rad = new();

    /// <exception cref="IOException">The file cannot be made.</exception>
    public Importrapport(string fil) => _fil = new(fil, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);

    /// <summary>Why the report cannot be put there, or null: an earlier report is written over, nothing else is.</summary>
    public static string? Hinder(string fil)
    {
        // Utan innehåll är också det som inte är en vanlig fil: /dev/stdout läses inte.
        if (new FileInfo(fil) is not { Exists: true, Length: > 0 }) return null;
        using var befintlig = File.OpenRead(fil);
        var borjan = new byte[Inledning.Length];
        _ = befintlig.ReadAtLeast(borjan, borjan.Length, throwOnEndOfStream: false);
        return borjan.AsSpan().SequenceEqual(Inledning)
            ? null : "Filen finns redan och är ingen importrapport. Den skrivs inte över: välj en annan fil.";
    }

    public void Skriv(Rapportrad rad)
    {
        _rad.SetLength(0);
        JsonSerializer.Serialize(_rad, rad, Json);
        _rad.WriteByte((byte)'\n');
        _fil.Write(_rad.GetBuffer(), 0, (int)_rad.Length);
    }

    public void Dispose()
    {
        _fil.Dispose();
        _rad.Dispose();
    }
}

/// <summary>Reads the sender's key out of a line that is otherwise unreadable, as far as it goes.</summary>
internal static class Externid
{
    /// <returns>The value of <c>externId</c> in the outermost object, or null when it does not come before the fault, or may not be
    /// written (<see cref="Ansokningsinnehall.ArNyckel"/>).</returns>
    public static string? Las(ReadOnlySpan<byte> rad, DateOnly idag)
    {
        string? funnet = null;
        try
        {
            var json = new Utf8JsonReader(rad);
            while (json.Read())
            {
                if (json.CurrentDepth != 1 || json.TokenType != JsonTokenType.PropertyName) continue;
                var ratt = string.Equals(json.GetString(), "externId", StringComparison.OrdinalIgnoreCase);
                if (!json.Read()) break;
                if (ratt) funnet = json.TokenType == JsonTokenType.String ? json.GetString() : null;
            }
        }
        catch (Exception fel) when (fel is JsonException or InvalidOperationException)
        {
            // Det som lästes före felet gäller.
        }
        return Ansokningsinnehall.ArNyckel(funnet, idag) ? funnet : null;
    }
}
