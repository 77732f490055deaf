namespace Jobs.Persistence.Embedded;

/// <summary>A file that only its owner may read, from its first byte on.</summary>
internal static class OwnerOnlyFile
{
    public static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        // On Windows a file in the user's own folders is private to them already.
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path); // The mode is given to new files only.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}
