using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Jobs.Experiments;

/// <summary>The last good rows on this machine's disk, for a start while the database is away.</summary>
public sealed class SnapshotFile(IOptions<ExperimentsOptions> options)
{
    private readonly string _folder = options.Value.Folder
        ?? Path.Combine(Jobs.Persistence.Embedded.DataFolder.Find(), "experiments");

    public string FilePath => Path.Combine(_folder, "served.json");

    /// <summary>Null where there is none that can be read.</summary>
    internal ServedRows? Read()
    {
        try
        {
            using var file = File.OpenRead(FilePath);
            return JsonSerializer.Deserialize(file, ServedRowsJson.Default.ServedRows);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Another file that then takes its place, so that nobody ever reads half of it.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    internal void Write(ServedRows rows)
    {
        Directory.CreateDirectory(_folder);
        var unfinished = Path.Combine(_folder, $"served.{Guid.NewGuid():N}.tmp");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            // Definitions list people.
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(unfinished, options))
            {
                JsonSerializer.Serialize(file, rows, ServedRowsJson.Default.ServedRows);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, FilePath, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
