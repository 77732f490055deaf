namespace Jobs.Experiments.Tests.Events;

/// <summary>A folder of a test's own.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("jobs-analytics-").FullName;

    public static implicit operator string(Folder folder) => folder.Path;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
