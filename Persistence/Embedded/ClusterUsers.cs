namespace Jobs.Persistence.Embedded;

/// <summary>Who uses a cluster: one locked file per user, so that a dead process stops counting by itself.</summary>
internal sealed class ClusterUsers(string folder)
{
    private FileStream? own;

    /// <summary>Call with the cluster's lock held.</summary>
    /// <returns>The paths that this made.</returns>
    public IEnumerable<string> Join()
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Environment.ProcessId}-{Guid.NewGuid():N}");
        own = FileLock.TryAcquire(path);
        return [folder, path];
    }

    /// <summary>Call with the cluster's lock held.</summary>
    /// <returns>True when nobody is left.</returns>
    public bool Leave()
    {
        if (own is not null)
        {
            own.Dispose();
            File.Delete(own.Name);
            own = null;
        }
        foreach (var user in Directory.EnumerateFiles(folder))
        {
            using (var abandoned = FileLock.TryAcquire(user))
            {
                if (abandoned is null) return false;
            }
            File.Delete(user);
        }
        return true;
    }
}
