using Microsoft.Extensions.Primitives;

namespace Jobs.Api.Observability;

/// <summary>Which client an operation came from, as it calls itself in the headers of Apollo's clients.</summary>
/// <param name="Name">For example <c>jobs-android</c>.</param>
/// <param name="Version">For example <c>3.14.0</c>.</param>
public readonly record struct ClientIdentity(string Name, string Version)
{
    public const string NameHeader = "apollographql-client-name";
    public const string VersionHeader = "apollographql-client-version";
    private const int NameCharactersMax = 64;
    private const int VersionCharactersMax = 32;

    public static ClientIdentity Unknown { get; } = new("unknown", "");

    /// <summary>Stands for clients that are too many to be told apart.</summary>
    public static ClientIdentity Other { get; } = new("other", "");

    /// <summary>Null: outside of a request. A WebSocket's operations have the headers that opened it.</summary>
    public static ClientIdentity Of(HttpContext? context)
    {
        if (context is null || Clean(context.Request.Headers[NameHeader], NameCharactersMax) is not { Length: > 0 } name)
            return Unknown;
        return new ClientIdentity(name, Clean(context.Request.Headers[VersionHeader], VersionCharactersMax));
    }

    /// <summary>Anything but a short plain word is a mistake, a joke, or what is nobody's business.</summary>
    private static string Clean(StringValues header, int charactersMax)
    {
        if (header is not [{ Length: > 0 } text] || text.Length > charactersMax) return "";
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.' or '+' or '/')) return "";
        }
        return text;
    }
}
