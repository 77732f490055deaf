namespace Jobs.Persistence.Embedded;

/// <summary>The user that the server runs as. PostgreSQL refuses root, so root lends it to somebody who may do less.</summary>
internal static class ServerUser
{
    private static readonly string[] Unprivileged = ["postgres", "_postgres", "nobody"];

    /// <returns>Null: the current user will do.</returns>
    public static async Task<string?> ForAsync(string cluster, CancellationToken cancellationToken)
    {
        if (!IsRoot) return null;
        if (Directory.Exists(cluster) && await OwnerAsync(cluster, cancellationToken) is { } owner and not "root") return owner;
        foreach (var name in Unprivileged)
        {
            if ((await ProgramRun.RunAsync("id", ["-u", name], "/", cancellationToken: cancellationToken)).Succeeded) return name;
        }
        throw new EmbeddedPostgresException(
            "PostgreSQL does not run as root, and none of the users postgres, _postgres and nobody exists. "
            + "Start the service as another user, or add one: useradd --system postgres");
    }

    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>Hands over what root has just made; does nothing when nobody takes root's place.</summary>
    public static async Task GiveAsync(string? user, IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        if (user is null) return;
        var chown = await ProgramRun.RunAsync("chown", [user + ":", .. paths], "/", cancellationToken: cancellationToken);
        if (!chown.Succeeded) throw new EmbeddedPostgresException($"Files cannot be given to {user}: {chown.Output}");
    }

    /// <summary>Whether a user other than root gets through every folder above this path.</summary>
    public static bool CanReach(string path)
    {
        if (OperatingSystem.IsWindows()) return true;
        for (var folder = Directory.GetParent(path); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && !folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute)) return false;
        }
        return true;
    }

    private static async Task<string?> OwnerAsync(string path, CancellationToken cancellationToken)
    {
        string[] arguments = OperatingSystem.IsLinux() ? ["-c", "%U", path] : ["-f", "%Su", path];
        var stat = await ProgramRun.RunAsync("stat", arguments, "/", cancellationToken: cancellationToken);
        return stat.Succeeded ? stat.Output : null;
    }
}
