using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace Jobs.Schema;

/// <summary>A place in an order, as opaque text: which list it belongs to, and the sort keys of the last node.</summary>
/// <remarks>
/// It grants nothing (the list checks who may see what on every page), so it is not signed; but it must fit the list and its
/// order exactly, so that a cursor of another list is an error and not a strange page.
/// </remarks>
public static class Cursor
{
    private const int KeysMax = 4;
    private const int HeaderLength = 2;

    /// <param name="list">Which list, in which order: see the callers.</param>
    /// <param name="keys">Sort keys; null where the node has none.</param>
    public static string Write(byte list, params ReadOnlySpan<long?> keys)
    {
        Span<byte> bytes = stackalloc byte[HeaderLength + KeysMax * sizeof(long)];
        bytes[0] = list;
        bytes[1] = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] is null) bytes[1] |= (byte)(1 << i);
            BinaryPrimitives.WriteInt64BigEndian(bytes[(HeaderLength + i * sizeof(long))..], keys[i] ?? 0);
        }

        return Base64Url.EncodeToString(bytes[..(HeaderLength + keys.Length * sizeof(long))]);
    }

    /// <exception cref="GraphQLException">BAD_USER_INPUT: not a cursor of this list.</exception>
    public static long?[] Read(string cursor, byte list, int keyCount)
    {
        Span<byte> bytes = stackalloc byte[HeaderLength + KeysMax * sizeof(long)];
        if (cursor.Length > Base64Url.GetEncodedLength(bytes.Length)
            || Base64Url.DecodeFromChars(cursor, bytes, out _, out var length) != OperationStatus.Done
            || length != HeaderLength + keyCount * sizeof(long) || bytes[0] != list || bytes[1] >> keyCount != 0)
            throw DoesNotFit();

        var keys = new long?[keyCount];
        for (var i = 0; i < keyCount; i++)
        {
            if ((bytes[1] & (1 << i)) == 0)
                keys[i] = BinaryPrimitives.ReadInt64BigEndian(bytes[(HeaderLength + i * sizeof(long))..]);
        }

        return keys;
    }

    public static GraphQLException DoesNotFit() =>
        new("`after` is not a cursor of this list in this order.", ErrorCodes.BadUserInput);
}
