namespace Jobs.GraphQL;

/// <summary>Messages repeat what a client wrote; a name may be as long as a document, an answer need not be.</summary>
internal static class MessageText
{
    private const int MaxLength = 4_000;

    /// <summary>Cut off behind so many UTF-16 units, never within a character.</summary>
    public static string Shorten(string message, int maxLength = MaxLength)
    {
        if (message.Length <= maxLength) return message;
        var length = char.IsHighSurrogate(message[maxLength - 1]) ? maxLength - 1 : maxLength;
        return string.Concat(message.AsSpan(0, length), "...");
    }
}
