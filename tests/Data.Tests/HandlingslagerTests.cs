using System.Security.Cryptography;
using CaseFlow.Application.Handlingar;
using CaseFlow.Data.Grund;
using CaseFlow.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Data.Tests;

public sealed class HandlingslagerTests
{
    private const long Storst = 1024 * 1024;

    [Theory]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_072)]
    [InlineData(1_048_576)]
    public async Task Det_som_lases_ar_det_som_skrevs(int langd)
    {
        await using var vard = await Testvard.Skapa();
        var (lager, innehall) = (Lager(vard), RandomNumberGenerator.GetBytes(langd));

        var fil = (await lager.TaEmot(new Trog(innehall), Storst, CancellationToken.None)).Value;

        Assert.Equal((langd, Convert.ToHexStringLower(SHA256.HashData(innehall))), (fil.Langd, fil.Sha256));
        using var strom = lager.Oppna(fil.Namn);
        Assert.Equal(langd, strom.Length);
        foreach (var plats in new[] { langd - 1, 0, langd / 2 })
        {
            strom.Position = plats;
            var del = new byte[Math.Min(100_000, langd - plats)];
            await strom.ReadExactlyAsync(del);
            Assert.Equal(innehall.AsSpan(plats, del.Length).ToArray(), del);
        }
        strom.Seek(0, SeekOrigin.End);
        Assert.Equal(0, strom.Read(new byte[1]));
    }

    [Fact]
    public async Task Pa_disken_star_inget_av_innehallet_och_bara_agaren_laser()
    {
        await using var vard = await Testvard.Skapa();
        var innehall = System.Text.Encoding.UTF8.GetBytes("HEMLIGT" + new string('x', 1000));

        var fil = Fil(vard, (await Lager(vard).TaEmot(new MemoryStream(innehall), Storst, CancellationToken.None)).Value.Namn);

        Assert.DoesNotContain("HEMLIGT", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(fil)), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal((UnixFileMode.UserRead | UnixFileMode.UserWrite, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute), (File.GetUnixFileMode(fil), File.GetUnixFileMode(Path.GetDirectoryName(fil)!)));
    }

    [Fact]
    public async Task En_fil_som_ar_for_stor_eller_tom_lamnar_inget_efter_sig()
    {
        await using var vard = await Testvard.Skapa();
        var lager = Lager(vard);

        Assert.Equal("FIL_TOM", (await lager.TaEmot(Stream.Null, Storst, CancellationToken.None)).Error?.Code);
        Assert.Equal("FIL_FOR_STOR", (await lager.TaEmot(new MemoryStream(new byte[Storst + 1]), Storst, CancellationToken.None)).Error?.Code);
        await Assert.ThrowsAsync<IOException>(() => lager.TaEmot(new Avbruten(), Storst, CancellationToken.None));
        Assert.Null((await lager.TaEmot(new MemoryStream(new byte[Storst]), Storst, CancellationToken.None)).Error);

        Assert.Single(Directory.EnumerateFiles(Path.Combine(vard.Mapp, "handlingar"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task En_andrad_avkortad_eller_utbytt_fil_oppnas_inte()
    {
        await using var vard = await Testvard.Skapa();
        var lager = Lager(vard);
        var innehall = RandomNumberGenerator.GetBytes(200_000);
        var ett = (await lager.TaEmot(new MemoryStream(innehall), Storst, CancellationToken.None)).Value.Namn;
        var tva = (await lager.TaEmot(new MemoryStream(innehall), Storst, CancellationToken.None)).Value.Namn;
        var hel = await File.ReadAllBytesAsync(Fil(vard, ett));

        // En ändrad byte i huvudet, i början, i mitten och sist.
        foreach (var plats in new[] { 0, 10, 100, 100_000, hel.Length - 1 })
        {
            var andrad = (byte[])hel.Clone();
            andrad[plats] ^= 1;
            await Brister(andrad);
        }
        // Slutet borta: mitt i en bit, och vid en bits gräns, där resten är hel.
        await Brister(hel[..^1]);
        await Brister(hel[..(20 + 65_536 + 16)]);
        await Brister(hel[..20]);
        await Brister([.. hel, 0]);
        // En annans fil på samma plats.
        await Brister(await File.ReadAllBytesAsync(Fil(vard, tva)));
        await File.WriteAllBytesAsync(Fil(vard, ett), hel);
        await lager.Oppna(ett).CopyToAsync(Stream.Null);

        async Task Brister(byte[] fil)
        {
            await File.WriteAllBytesAsync(Fil(vard, ett), fil);
            await Assert.ThrowsAsync<InvalidDataException>(async () =>
            {
                using var strom = lager.Oppna(ett);
                await strom.CopyToAsync(Stream.Null);
            });
        }
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789")]
    public async Task Ett_namn_som_lagret_aldrig_gett_finns_inte(string namn)
    {
        await using var vard = await Testvard.Skapa();
        Assert.Throws<FileNotFoundException>(() => Lager(vard).Oppna(namn));
        Assert.Throws<FileNotFoundException>(() => Lager(vard).Kasta(namn));
    }

    [Fact]
    public async Task Ar_nyckeln_borta_men_handlingarna_kvar_gors_ingen_ny()
    {
        await using var vard = await Testvard.Skapa();
        Assert.Null(Lager(vard).Hinder());
        var namn = (await Lager(vard).TaEmot(new MemoryStream([1]), Storst, CancellationToken.None)).Value.Namn;
        Assert.Null(Lager(vard).Hinder());
        var nyckel = Path.Combine(vard.Mapp, "handlingar.nyckel");
        File.Move(nyckel, nyckel + ".borta");

        await using var omstartad = vard.Granne();
        Assert.Contains("Läs tillbaka den från en säkerhetskopia", Lager(omstartad).Hinder(), StringComparison.Ordinal);
        Assert.Throws<InstallningException>(() => Lager(omstartad).Oppna(namn));
        Assert.False(File.Exists(nyckel));
    }

    private static IHandlingslager Lager(Testvard vard) => vard.Tjanster.GetRequiredService<IHandlingslager>();

    private static string Fil(Testvard vard, string namn) => Path.Combine(vard.Mapp, "handlingar", namn[..2], namn);

    /// <summary>Gives a little at a time, as a network does.</summary>
    private sealed class Trog(byte[] innehall) : MemoryStream(innehall)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(buffer.Length, 1000)], cancellationToken);
    }

    /// <summary>The sender hangs up.</summary>
    private sealed class Avbruten : MemoryStream
    {
        private int _lasta;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ++_lasta < 3 ? ValueTask.FromResult(buffer.Length) : throw new IOException("prov");
    }
}
