using System.Security.Cryptography;
using System.Text;
using CaseFlow.Application.Behorigheter;
using CaseFlow.Data.Grund;

namespace CaseFlow.Data.Identitet;

/// <summary>HMAC with a key of the installation's own, kept in its data folder: without the key nobody can try names against the trail.</summary>
internal sealed class Pseudonymer(Databasval val) : IPseudonymer
{
    private const int Tecken = 32;

    private readonly Lazy<byte[]> _nyckel = new(() => Nyckelfil.LasEllerSkapa(Path.Combine(val.Mapp, "pseudonym.nyckel")));

    public string Av(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_nyckel.Value, Encoding.UTF8.GetBytes(text)))[..Tecken];
}
