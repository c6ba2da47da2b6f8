using System.Data.Common;

namespace CaseFlow.Data.Audit;

/// <summary>The types of what <see cref="AuditVerifierare{TDb}"/> reads. SQLite keeps a type with each value: a text that has been made a blob
/// reads the same, but no question finds it any more.</summary>
internal static class Loggtyper
{
    // I radens ordning. Ett heltal läses som int eller long, efter databas.
    private static readonly Type[] Typer =
    [
        typeof(string), typeof(long), typeof(long), typeof(long), typeof(long), typeof(string), typeof(long), typeof(long), typeof(long),
        typeof(string), typeof(long), typeof(string), typeof(string), typeof(string), typeof(string), typeof(long), typeof(byte[]), typeof(byte[]),
    ];

    /// <summary>Asked before anything is read: SQLite turns a value into the type it is read as.</summary>
    public static bool Stammer(DbDataReader rad)
    {
        for (var kolumn = 0; kolumn < Typer.Length; kolumn++)
        {
            var typ = rad.GetFieldType(kolumn);
            var ratt = typ == Typer[kolumn] || (typ == typeof(int) && Typer[kolumn] == typeof(long));
            if (!ratt && !rad.IsDBNull(kolumn)) return false;
        }

        return true;
    }
}
