namespace CaseFlow.Data.Grund;

/// <summary>The installation's folders and files are for the user who runs it and nobody else on the machine: 0700 and 0600.</summary>
public static class Datamapp
{
    private const UnixFileMode Egen = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode EgenFil = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the folder when it is missing. One that exists keeps its mode (<see cref="Hinder"/> says when it is too wide).</summary>
    public static void Skapa(string mapp)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(mapp);
        else Directory.CreateDirectory(mapp, Egen);
    }

    /// <summary>Takes the files from everybody else. Those that do not exist are passed by.</summary>
    public static void Las(params IEnumerable<string> filer)
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var fil in filer.Where(File.Exists)) File.SetUnixFileMode(fil, EgenFil);
    }

    /// <summary>How to open a new file that only its owner may read.</summary>
    public static FileStreamOptions NyFil()
    {
        var val = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) val.UnixCreateMode = EgenFil;
        return val;
    }

    /// <summary>Why the folder will not do for real data, or null.</summary>
    public static string? Hinder(string mapp)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(mapp)) return null;
        return (File.GetUnixFileMode(mapp) & ~Egen) == UnixFileMode.None
            ? null : $"Datamappen {mapp} är öppen för andra användare på datorn. Kör: chmod 700 {mapp}";
    }
}
