namespace Jobs.Persistence.Embedded;

/// <summary>Where the service keeps what must survive a restart: JOBS_DATA, or <c>.data</c> in the project's root.</summary>
public static class DataFolder
{
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("JOBS_DATA") is { Length: > 0 } chosen) return Path.GetFullPath(chosen);
        if (ProjectRoot(AppContext.BaseDirectory) is { } root) return Path.Combine(root, ".data");
        // A published service has no project around it.
        return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "jobs");
    }

    /// <summary>The folder with Jobs.sln at or above this one.</summary>
    public static string? ProjectRoot(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, "Jobs.sln"))) return candidate.FullName;
        }
        return null;
    }
}
