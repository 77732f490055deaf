using System.Buffers.Binary;
using System.Text;

namespace Jobs.GraphQL.Language;

/// <summary>Gives names that were seen lately as the string they were then.</summary>
/// <remarks>
/// Direct-mapped and of fixed size, so no document can make it grow: a name displaces whichever had its slot. Threads race for
/// slots without harm, for a slot holds either string and both are checked before use.
/// </remarks>
internal static class NameCache
{
    private const int SlotBits = 11;
    private const int LongestName = 64;

    private static readonly string?[] Slots = new string?[1 << SlotBits];

    public static string Get(ReadOnlySpan<byte> name)
    {
        if (name.Length > LongestName) return Encoding.ASCII.GetString(name);
        ref var slot = ref Slots[SlotOf(name)];
        if (slot is { } known && known.Length == name.Length && Ascii.Equals(name, known)) return known;
        return slot = Encoding.ASCII.GetString(name);
    }

    /// <summary>Hashes the two ends. Names that differ in the middle only share a slot, which costs a string.</summary>
    private static int SlotOf(ReadOnlySpan<byte> name)
    {
        ulong ends;
        if (name.Length >= 8)
        {
            var head = BinaryPrimitives.ReadUInt64LittleEndian(name);
            var tail = BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]);
            ends = head ^ ulong.RotateLeft(tail, 27);
        }
        else if (name.Length >= 4)
        {
            var head = BinaryPrimitives.ReadUInt32LittleEndian(name);
            var tail = BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]);
            ends = head | ((ulong)tail << 32);
        }
        else
        {
            ends = name[0] | ((ulong)name[name.Length / 2] << 8) | ((ulong)name[^1] << 16);
        }

        return (int)(((ends + (ulong)name.Length) * 0x9E3779B97F4A7C15) >> (64 - SlotBits));
    }
}
