namespace Jobs.Api.Tests.PersistedOperations;

/// <summary>A folder with documents in it, for the time of a test.</summary>
internal sealed class DocumentFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("jobs-trusted-").FullName;

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
