using System.Buffers;
using System.Text.Json;

namespace Jobs.Experiments;

/// <summary>Events that Mixpanel refuses for good, each with the reason: a file to look at, and one before it.</summary>
internal sealed class DeadLetters(string folder, TimeProvider time)
{
    public const string FileName = "dead-letters.ndjson";
    private const long BytesMax = 16 * 1024 * 1024;
    private readonly string path = Path.Combine(folder, FileName);

    /// <exception cref="IOException">There is no room.</exception>
    public void Add(ReadOnlySpan<byte> line, int status, string field, string message)
    {
        if (new FileInfo(path) is { Exists: true, Length: > BytesMax }) File.Move(path, path + ".before", overwrite: true);
        var letter = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(letter))
        {
            json.WriteStartObject();
            json.WriteString("at", time.GetUtcNow());
            json.WriteNumber("status", status);
            json.WriteString("field", field);
            json.WriteString("message", message);
            json.WritePropertyName("record");
            json.WriteRawValue(line);
            json.WriteEndObject();
        }

        letter.Write("\n"u8);
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(letter.WrittenSpan);
    }
}
