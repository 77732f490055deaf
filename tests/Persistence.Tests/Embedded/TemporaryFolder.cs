namespace Jobs.Persistence.Tests.Embedded;

/// <summary>An empty folder that is deleted at the end of its test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("jobs-").FullName;

    public TemporaryFolder()
    {
        // Temporary folders are the owner's alone, but a server that root starts belongs to somebody else.
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(FullPath, File.GetUnixFileMode(FullPath) | UnixFileMode.OtherExecute);
    }

    public string PathOf(string name) => Path.Combine(FullPath, name);

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
