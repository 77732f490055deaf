using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Jobs.Persistence.Embedded;

/// <summary>A pinned npm package: fetched with the npm client, and unpacked only if it is the one that was pinned.</summary>
/// <param name="Name">With its scope.</param>
/// <param name="Version">One exact version.</param>
/// <param name="Integrity">Subresource integrity of the archive, as registries publish it.</param>
public sealed record NpmPackage(string Name, string Version, string Integrity)
{
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromMinutes(5);

    /// <summary>The user's cache folder, or a public one where the user that root hands over to could not enter it.</summary>
    public static string CacheFolder()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var cache = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } chosen ? chosen
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
            : Path.Combine(home, ".cache");
        var folder = Path.Combine(cache, "jobs");
        return ServerUser.IsRoot && !ServerUser.CanReach(Path.Combine(folder, "x")) ? "/var/cache/jobs" : folder;
    }

    /// <summary>Makes sure that the folder holds the package's files. Safe from several processes at once.</summary>
    /// <param name="folder">Either complete or not there.</param>
    /// <param name="finish">What the files still need before anybody may see them.</param>
    /// <param name="cancellationToken">Nobody wants them any more.</param>
    /// <exception cref="NpmPackageException">It cannot be fetched, or is another one.</exception>
    public async Task FetchAsync(string folder, Func<string, Task>? finish = null, CancellationToken cancellationToken = default)
    {
        if (Directory.Exists(folder)) return;
        var unfinished = $"{folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(unfinished);
        try
        {
            var archive = await PackAsync(unfinished, cancellationToken);
            await UnpackAsync(archive, unfinished, cancellationToken);
            var files = Path.Combine(unfinished, "package");
            if (finish is not null) await finish(files);
            Directory.Move(files, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another process was faster; what it checked and unpacked is the same.
        }
        finally
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    /// <summary>Unpacks an archive into <c>package/</c> of the folder, if it is what its integrity says.</summary>
    internal async Task UnpackAsync(string archive, string folder, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(archive);
        var actual = "sha512-" + Convert.ToBase64String(await SHA512.HashDataAsync(file, cancellationToken));
        if (actual != Integrity)
            throw new NpmPackageException($"the package is not the pinned one: its integrity is {actual}, not {Integrity}");
        file.Position = 0;
        await using var tar = new GZipStream(file, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(tar, folder, overwriteFiles: false, cancellationToken);
    }

    private async Task<string> PackAsync(string folder, CancellationToken cancellationToken)
    {
        string[] arguments = ["pack", $"{Name}@{Version}", "--pack-destination", folder, "--loglevel=error"];
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(FetchTimeout);
        ProgramRun pack;
        try
        {
            pack = OperatingSystem.IsWindows()
                ? await ProgramRun.RunAsync("cmd.exe", ["/c", "npm", .. arguments], folder, cancellationToken: deadline.Token)
                : await ProgramRun.RunAsync("npm", arguments, folder, cancellationToken: deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NpmPackageException(
                $"npm pack {Name}@{Version} did not end within {FetchTimeout.TotalMinutes:0} minutes");
        }
        return pack.Succeeded && Directory.EnumerateFiles(folder, "*.tgz").SingleOrDefault() is { } archive
            ? archive
            : throw new NpmPackageException($"npm pack {Name}@{Version} failed: {pack.Output}");
    }
}
