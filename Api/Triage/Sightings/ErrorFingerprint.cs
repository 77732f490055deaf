using System.Security.Cryptography;
using System.Text;
using Jobs.Persistence;

namespace Jobs.Api.Triage;

/// <summary>What makes two failures the same error: where it happened and what it was, never who, when or how bad.</summary>
public sealed class ErrorFingerprint
{
    private const int PartCharactersMax = 300;

    private ErrorFingerprint(
        ErrorSource source, string? operation, string? path, string? exceptionType, string? frame, string? id = null)
    {
        (Source, Operation, Path, ExceptionType, Frame) = (source, operation, path, exceptionType, frame);
        Id = id ?? IdOf(source, operation, path, exceptionType, frame);
    }

    /// <summary>32 hexadecimal digits, the same on every instance and in every release that did not move the code.</summary>
    public string Id { get; }

    public ErrorSource Source { get; }

    /// <summary>Of GraphQL, or the name of a background job.</summary>
    public string? Operation { get; }

    public string? Path { get; }

    public string? ExceptionType { get; }

    public string? Frame { get; }

    /// <param name="source">Where it comes from.</param>
    /// <param name="operation">
    /// A job's name, or what <see cref="ErrorTriage.OperationName"/> makes of an operation's: clients invent those, and each one
    /// would be an error of its own.
    /// </param>
    /// <param name="path">Names of fields as the schema has them, for the same reason; positions in lists are left out.</param>
    /// <param name="exception">Of its message nothing is used.</param>
    public static ErrorFingerprint Of(ErrorSource source, string? operation, IReadOnlyList<object>? path, Exception exception) =>
        Of(source, operation, path, exception.GetType().FullName, InAppFrame.TopOf(exception));

    public static ErrorFingerprint Of(
        ErrorSource source, string? operation, IReadOnlyList<object>? path, string? exceptionType, string? frame) =>
        new(source, Cut(operation), Cut(FieldsOf(path)), Cut(exceptionType), Cut(frame));

    /// <summary>A kind of outcome that clients run into by themselves.</summary>
    public static ErrorFingerprint Expected(string kind) => new(ErrorSource.Expected, Cut(kind), null, null, null);

    /// <summary>With the id that it is stored under: another release may make ids in another way.</summary>
    internal static ErrorFingerprint Of(KnownError error) =>
        new(error.Source, error.Operation, error.Path, error.ExceptionType, error.Frame, error.Id);

    private static string? FieldsOf(IReadOnlyList<object>? path) => path is null
        ? null
        : string.Join('.', path.Where(segment => segment is not int).Select(segment => MaskedText.Name(segment.ToString())));

    private static string? Cut(string? part) => part?.Length > PartCharactersMax ? part[..PartCharactersMax] : part;

    // Lengths before the parts, so that no two lists of parts are one text.
    private static string IdOf(ErrorSource source, params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder(EnumText.Of(source));
        foreach (var part in parts) text.Append('\n').Append(part?.Length ?? -1).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
