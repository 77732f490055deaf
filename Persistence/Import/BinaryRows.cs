using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Jobs.Persistence.Import;

/// <summary>Rows in the form that a binary COPY takes, in one pooled buffer.</summary>
/// <remarks>
/// https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format". Ours instead of Npgsql's importer, because rows can so
/// be written where they are understood, are no objects while they wait for PostgreSQL, and cost a third.
/// </remarks>
internal sealed class BinaryRows : IDisposable
{
    private static readonly DateTimeOffset TimestampZero = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private byte[] _buffer;
    private int _length;

    public BinaryRows(int bytesExpected)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(bytesExpected);
        Raw([.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8]);
        Take(8).Clear(); // No flags, no header extension.
    }

    /// <summary>What is written so far; ends in the trailer once <see cref="Complete"/> was called.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    public void StartRow(short columnCount) => BinaryPrimitives.WriteInt16BigEndian(Take(2), columnCount);

    public void Complete() => StartRow(-1);

    public void Null() => Length(-1);

    public void Text(string? value)
    {
        if (value is null)
        {
            Null();
            return;
        }
        var at = _length;
        var room = Take(4 + Encoding.UTF8.GetMaxByteCount(value.Length));
        var bytes = Encoding.UTF8.GetBytes(value, room[4..]);
        BinaryPrimitives.WriteInt32BigEndian(room, bytes);
        _length = at + 4 + bytes;
    }

    public void Boolean(bool value)
    {
        Length(1);
        Take(1)[0] = value ? (byte)1 : (byte)0;
    }

    public void Integer(int? value)
    {
        if (value is null)
        {
            Null();
            return;
        }
        Length(4);
        BinaryPrimitives.WriteInt32BigEndian(Take(4), value.Value);
    }

    /// <returns>Where it stands, for <see cref="SetBigInteger"/>.</returns>
    public int BigInteger(long value)
    {
        Length(8);
        BinaryPrimitives.WriteInt64BigEndian(Take(8), value);
        return _length - 8;
    }

    public void SetBigInteger(int position, long value) =>
        BinaryPrimitives.WriteInt64BigEndian(_buffer.AsSpan(position, 8), value);

    public void Double(double value)
    {
        Length(8);
        BinaryPrimitives.WriteDoubleBigEndian(Take(8), value);
    }

    /// <summary>Microseconds since 2000.</summary>
    public void Timestamp(DateTimeOffset? value)
    {
        if (value is null) Null();
        else BigInteger((value.Value - TimestampZero).Ticks / TimeSpan.TicksPerMicrosecond);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    /// <summary>Bytes as they are: a value with its length before it.</summary>
    public void Raw(ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    private void Length(int bytes) => BinaryPrimitives.WriteInt32BigEndian(Take(4), bytes);

    private Span<byte> Take(int bytes)
    {
        if (_buffer.Length - _length < bytes)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + bytes));
            Bytes.Span.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        _length += bytes;
        return _buffer.AsSpan(_length - bytes, bytes);
    }
}
