using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Jobs.Schema;

/// <summary>The opaque id of a node: base64url of <c>JobPost:42</c>. Clients never build or parse it.</summary>
public static class GlobalId
{
    private const int LengthMax = 64;

    public static string Of(NodeType type, long key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type}:{key}")));

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
            var text = Encoding.UTF8.GetString(bytes[..length]);
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            // Of(…) == id refuses second spellings of the same id: two ids are equal exactly if their texts are.
            if (colon > 0
                && Enum.TryParse<NodeType>(text.AsSpan(0, colon), out var type) && Enum.IsDefined(type)
                && long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var key)
                && Of(type, key) == id)
                return (type, key);
        }

        throw new GraphQLException("This is not an id.", ErrorCodes.BadUserInput);
    }
}
