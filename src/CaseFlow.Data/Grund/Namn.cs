using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Data.Grund;

/// <summary>Tables and columns are named as the code names them, in lower case with underscores, so that hand-written SQL reads the
/// same in every database and needs no quotes.</summary>
internal static class Namn
{
    public static void SattNamn(IMutableModel modell)
    {
        foreach (var typ in modell.GetEntityTypes())
        {
            if (!typ.IsOwned() && ((IConventionEntityType)typ).GetTableNameConfigurationSource() != ConfigurationSource.Explicit)
                typ.SetTableName(Orm(typ.ClrType.Name));
        }

        foreach (var typ in modell.GetEntityTypes()) Kolumner(typ, "");
    }

    /// <summary><c>ForegaendeHash</c> becomes <c>foregaende_hash</c>.</summary>
    public static string Orm(string namn)
    {
        var ut = new StringBuilder(namn.Length + 8);
        for (var i = 0; i < namn.Length; i++)
        {
            if (char.IsUpper(namn[i]) && i > 0 && namn[i - 1] != '_' && (char.IsLower(namn[i - 1]) || (i + 1 < namn.Length && char.IsLower(namn[i + 1]))))
                ut.Append('_');
            ut.Append(char.ToLowerInvariant(namn[i]));
        }

        return ut.ToString();
    }

    /// <summary><c>from</c> is a word of SQL's own.</summary>
    private static string Kolumn(string namn) => Orm(namn) is var orm && orm == "from" ? "fran" : orm;

    private static void Kolumner(IMutableTypeBase typ, string del)
    {
        if (typ.IsMappedToJson()) return;
        foreach (var egenskap in typ.GetDeclaredProperties())
        {
            if (((IConventionProperty)egenskap).GetColumnNameConfigurationSource() != ConfigurationSource.Explicit)
                egenskap.SetColumnName(del + Kolumn(egenskap.Name));
        }

        foreach (var under in typ.GetDeclaredComplexProperties()) Kolumner(under.ComplexType, $"{del}{Orm(under.Name)}_");
    }
}
