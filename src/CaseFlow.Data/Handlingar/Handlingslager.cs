using System.Security.Cryptography;
using CaseFlow.Application.Handlingar;
using CaseFlow.Data.Grund;
using CaseFlow.Domain;
using CaseFlow.Domain.Handlingar;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Data.Handlingar;

/// <summary>Files in <c>handlingar/</c> of the data folder, in folders by the beginning of their random names, encrypted with a key file of their
/// own (<c>CASEFLOW_HANDLINGSNYCKEL</c>). Never below what the web serves.</summary>
internal sealed class Handlingslager(Databasval val, IConfiguration installningar, ILogger<Handlingslager> log) : IHandlingslager
{
    private const int Namnbyte = 16;

    private readonly string _mapp = Path.Combine(val.Mapp, "handlingar");
    private readonly string _nyckelfil = Path.GetFullPath(installningar["CASEFLOW_HANDLINGSNYCKEL"] is { Length: > 0 } fil ? fil : Path.Combine(val.Mapp, "handlingar.nyckel"));
    private readonly Lock _las = new();
    private byte[]? _nyckel;

    private static Error Tom { get; } = Fel("FIL_TOM", "Filen är tom. Välj en annan fil.");

    private static Error Otillgangligt { get; } = new(
        ErrorKind.Unavailable, "LAGER_OTILLGANGLIGT", "Filen gick inte att spara just nu, och inget har ändrats. Försök igen om en stund.", []);

    public async Task<Result<LagradFil>> TaEmot(Stream innehall, long storst, CancellationToken ct)
    {
        var (namn, sparad) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Namnbyte)), false);
        try
        {
            var skriven = await Skriv(innehall, namn, storst, ct);
            sparad = !skriven.Failed;
            return skriven;
        }
        catch (DiskfelException fel)
        {
            log.LogError(fel.InnerException, "En fil gick inte att skriva i handlingarnas lager");
            return Otillgangligt;
        }
        finally
        {
            if (!sparad) Kasta(namn);
        }
    }

    public Stream Oppna(string namn)
    {
        var fil = new FileStream(Plats(namn), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1);
        try
        {
            return new Handlingsstrom(fil, Nyckel(), namn);
        }
        catch
        {
            fil.Dispose();
            throw;
        }
    }

    public void Kasta(string namn)
    {
        if (File.Exists(Plats(namn))) File.Delete(Plats(namn));
    }

    public IEnumerable<string> SkrivnaFore(DateTimeOffset tid) => !Directory.Exists(_mapp) ? [] : Directory.EnumerateFiles(_mapp, "*", SearchOption.AllDirectories)
        .Where(f => File.GetLastWriteTimeUtc(f) < tid.UtcDateTime).Select(f => Path.GetFileName(f)).Where(ArNamn);

    public string? Hinder() => File.Exists(_nyckelfil) || !Directory.Exists(_mapp) || !Directory.EnumerateFiles(_mapp, "*", SearchOption.AllDirectories).Any()
        ? null
        : $"Det finns handlingar i {_mapp}, men nyckeln till dem, {_nyckelfil}, är borta. Läs tillbaka den från en säkerhetskopia: utan den går handlingarna inte att öppna.";

    private async Task<Result<LagradFil>> Skriv(Stream innehall, string namn, long storst, CancellationToken ct)
    {
        var (bit, nasta, kryptat) = (new byte[Handlingskryptering.Bit], new byte[Handlingskryptering.Bit], new byte[Handlingskryptering.Bit + Handlingskryptering.Tagg]);
        var (antal, langd, nummer) = (await innehall.ReadAtLeastAsync(bit, bit.Length, throwOnEndOfStream: false, ct), 0L, 0L);
        if (antal == 0) return Tom;
        // Nyckeln först: en fil utan nyckel är det som visar att den har tappats.
        var hemlig = Disk(Nyckel);
        using var fil = Disk(() => Ny(namn));
        using var nyckel = Disk(() => Handlingskryptering.Borja(fil, hemlig, namn));
        using var summa = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (antal > 0)
        {
            langd += antal;
            if (langd > storst)
            {
                // Den som skickar får sitt svar först när allt är läst.
                await innehall.CopyToAsync(Stream.Null, ct);
                return Fel("FIL_FOR_STOR", $"Filen är för stor. En fil får vara högst {storst / Handlingsgranser.Megabyte} MB.");
            }
            var efter = antal < bit.Length ? 0 : await innehall.ReadAtLeastAsync(nasta, nasta.Length, throwOnEndOfStream: false, ct);
            summa.AppendData(bit, 0, antal);
            Handlingskryptering.Kryptera(nyckel, nummer++, efter == 0, bit.AsSpan(0, antal), kryptat);
            var skrivs = antal + Handlingskryptering.Tagg;
            Disk(() => fil.Write(kryptat, 0, skrivs));
            (bit, nasta, antal) = (nasta, bit, efter);
        }
        // Raden sparas först när filen ligger på disken.
        Disk(() => fil.Flush(flushToDisk: true));
        return new LagradFil(namn, langd, Convert.ToHexStringLower(summa.GetHashAndReset()));
    }

    private FileStream Ny(string namn)
    {
        var plats = Plats(namn);
        Datamapp.Skapa(_mapp);
        Datamapp.Skapa(Path.GetDirectoryName(plats)!);
        // Utan egen buffert: det som inte gick att skriva ska sägas när det skrivs, inte när filen stängs.
        var hur = Datamapp.NyFil();
        hur.BufferSize = 0;
        return new FileStream(plats, hur);
    }

    /// <exception cref="FileNotFoundException">No such name is ever given out.</exception>
    private string Plats(string namn) => ArNamn(namn) ? Path.Combine(_mapp, namn[..2], namn) : throw new FileNotFoundException("Filen finns inte i lagret.");

    private static bool ArNamn(string namn) => namn.Length == Namnbyte * 2 && namn.All(char.IsAsciiHexDigitLower);

    private byte[] Nyckel()
    {
        lock (_las)
        {
            if (_nyckel is null && Hinder() is { } hinder) throw new InstallningException(hinder);
            return _nyckel ??= Nyckelfil.LasEllerSkapa(_nyckelfil);
        }
    }

    private static Error Fel(string kod, string text) => new(ErrorKind.Invalid, kod, text, [new("fil", text)]);

    private static void Disk(Action gor) => Disk(() =>
    {
        gor();
        return true;
    });

    /// <summary>What goes wrong on the disk is told from what goes wrong with the sender.</summary>
    private static T Disk<T>(Func<T> gor)
    {
        try
        {
            return gor();
        }
        catch (Exception fel) when (fel is IOException or UnauthorizedAccessException)
        {
            throw new DiskfelException(fel);
        }
    }

    private sealed class DiskfelException(Exception orsak) : Exception("Lagret går inte att skriva i.", orsak);
}
