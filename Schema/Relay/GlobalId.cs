using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Jobs.Schema;

/// <summary>The opaque id of a node: base64url of <c>JobPost:42</c>. Clients never build or parse it.</summary>
public static class GlobalId
{
    private const int LengthMax = 64;

    private static readonly byte[][] Prefixes =
        [.. Enum.GetValues<NodeType>().Select(type => Encoding.UTF8.GetBytes($"{type}:"))];

    public static string Of(NodeType type, long key)
    {
        Span<byte> bytes = stackalloc byte[LengthMax];
        var prefix = Prefixes[(int)type];
        prefix.CopyTo(bytes);
        key.TryFormat(bytes[prefix.Length..], out var digits, provider: CultureInfo.InvariantCulture);
        return Base64Url.EncodeToString(bytes[..(prefix.Length + digits)]);
    }

    /// <summary>The key inside an id of the given type.</summary>
    /// <exception cref="GraphQLException">BAD_USER_INPUT: the text is no id of ours, or names something else.</exception>
    public static long Parse(string id, NodeType expected)
    {
        var (type, key) = Parse(id);
        return type == expected
            ? key
            : throw new GraphQLException($"This id does not name a {expected}.", ErrorCodes.BadUserInput);
    }

    /// <summary>Type and key of any id.</summary>
    /// <exception cref="GraphQLException">BAD_USER_INPUT: the text is no id of ours.</exception>
    public static (NodeType Type, long Key) Parse(string id)
    {
        Span<byte> bytes = stackalloc byte[LengthMax];
        if (id.Length <= LengthMax && Base64Url.DecodeFromChars(id, bytes, out _, out var length) == OperationStatus.Done)
        {
            var text = bytes[..length];
            // Of(…) == id refuses second spellings of the same id: two ids are equal exactly if their texts are.
            if (TypeOf(text) is { } type
                && long.TryParse(
                    text[Prefixes[(int)type].Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var key)
                && Of(type, key) == id)
                return (type, key);
        }

        throw new GraphQLException("This is not an id.", ErrorCodes.BadUserInput);
    }

    private static NodeType? TypeOf(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < Prefixes.Length; i++)
            if (text.StartsWith(Prefixes[i])) return (NodeType)i;
        return null;
    }
}
