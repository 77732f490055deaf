using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jobs.Persistence.Embedded;

namespace Jobs.Api.Sentry;

/// <summary>
/// The folder that this process keeps envelopes in: <c>buffer-0</c> of the project, or the next one that nobody holds. What
/// processes that are gone left in the others is taken over, by whoever locks them first.
/// </summary>
internal sealed class BufferFolder : IDisposable
{
    private const string LockName = "lock";
    private const int FoldersMax = 1000;
    private const int ProjectHexDigits = 12;
    private readonly string root;
    private readonly FileStream held;

    private BufferFolder(string root, string path, FileStream held) => (this.root, Path, this.held) = (root, path, held);

    public string Path { get; }

    /// <param name="folder">Of all projects.</param>
    /// <param name="dsn">With another one, what waits is not this project's.</param>
    /// <exception cref="IOException">There is no folder to be had.</exception>
    public static BufferFolder Take(string folder, Dsn dsn)
    {
        var project = SHA256.HashData(Encoding.UTF8.GetBytes($"{dsn.PublicKey} {dsn.EnvelopeAddress}"));
        var root = System.IO.Path.Combine(folder, Convert.ToHexStringLower(project)[..ProjectHexDigits]);
        for (var number = 0; number < FoldersMax; number++)
        {
            var path = System.IO.Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"buffer-{number}"));
            Create(path);
            if (FileLock.TryAcquire(System.IO.Path.Combine(path, LockName)) is { } held)
                return new BufferFolder(root, path, held);
        }

        throw new IOException($"Every folder below {root} is held by another process.");
    }

    /// <summary>Moves what nobody minds any more into this folder; a kill leaves each file in one of the two.</summary>
    public IEnumerable<string> TakeOver(string pattern)
    {
        foreach (var other in Directory.GetDirectories(root, "buffer-*").Where(other => other != Path))
        {
            var files = Directory.GetFiles(other, pattern);
            if (files.Length == 0) continue;
            if (FileLock.TryAcquire(System.IO.Path.Combine(other, LockName)) is not { } heldToo) continue;
            using (heldToo)
            {
                foreach (var file in files.Where(File.Exists)) // Somebody may have been faster, and gone again.
                {
                    var target = System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file));
                    File.Move(file, target);
                    yield return target;
                }
            }
        }
    }

    public void Dispose() => held.Dispose();

    // Errors speak of what people did, if only by hashes: nobody else's business on a shared machine.
    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
