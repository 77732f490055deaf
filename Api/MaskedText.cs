using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Jobs.Api;

/// <summary>What may be written to the log about an exception or a name: nothing in it that somebody sent.</summary>
/// <remarks>
/// Messages of exceptions repeat values, mostly in quotation marks, so quoted text, numbers, addresses and everything that is
/// no ordinary English word become "?". Types, SQL states, constraints and stack frames are ours and stay.
/// </remarks>
public static partial class MaskedText
{
    private const int NameCharactersMax = 64;
    private const int NumberDigitsMin = 4; // As in Number().
    private const int MessageCharactersMax = 300;
    private const int ExceptionsMax = 5;

    /// <summary>A name that the client chose (operation, alias): recognisable, but no place to hide a number in.</summary>
    public static string Name(string? name) => name switch
    {
        null => "-",
        { Length: <= NameCharactersMax } when name.AsSpan().CountAny("0123456789") < NumberDigitsMin => name,
        _ => Number().Replace(Cut(name, NameCharactersMax), "#"),
    };

    public static string Path(IReadOnlyList<object>? path) =>
        path is null ? "-" : string.Join('.', path.Take(32).Select(segment => segment is int ? "[]" : Name(segment.ToString())));

    public static string Exception(Exception exception)
    {
        var text = new StringBuilder();
        var depth = 0;
        for (var current = exception; current is not null && depth < ExceptionsMax; current = current.InnerException, depth++)
        {
            if (depth > 0) text.Append("\n caused by ");
            text.Append(current.GetType().FullName).Append(": ").Append(Message(current));
            if (current.StackTrace is { } frames) text.Append('\n').Append(frames);
        }
        return text.ToString();
    }

    /// <summary>Of one exception, without its causes.</summary>
    public static string Message(Exception exception) => exception is PostgresException postgres
        ? $"SQLSTATE {postgres.SqlState}, table {postgres.TableName ?? "-"}, constraint {postgres.ConstraintName ?? "-"}: "
            + Sentence(postgres.MessageText)
        : Sentence(exception.Message);

    private static string Sentence(string message)
    {
        var masked = Quoted().Replace(Cut(message.ReplaceLineEndings(" "), MessageCharactersMax), "?");
        return string.Join(' ', masked.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => OrdinaryWord().IsMatch(word) ? word : "?"));
    }

    private static string Cut(string text, int charactersMax) =>
        text.Length <= charactersMax ? text : text[..charactersMax] + "…";

    // From the first quotation mark to the last one: a value may hold quotation marks itself. One alone: to the end.
    [GeneratedRegex("""["'`“”‘’«].*["'`“”‘’»]|["'`“”‘’«].*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    // Words of a sentence and dotted .NET names, with punctuation around them; what has digits or other letters is data.
    [GeneratedRegex(
        @"^[(\[]*[A-Za-z]{1,32}([./:][A-Za-z]{1,32})*[)\].,;:!?…]*$|^[?.,;:()…-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex OrdinaryWord();

    [GeneratedRegex("[0-9]{4,}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
