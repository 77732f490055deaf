using System.Buffers;

namespace Jobs.GraphQL;

/// <summary>
/// The text of a response before it is sent, so that its length is known: in pooled memory, except what is kept elsewhere
/// anyway, which is not copied.
/// </summary>
public sealed class ResponseBytes : IBufferWriter<byte>, IDisposable
{
    private const int BufferSize = 16 * 1024;
    private List<ReadOnlyMemory<byte>>? _parts;
    private List<byte[]>? _fullBuffers;
    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private long _length;

    /// <summary>How many bytes were written.</summary>
    public long Length => _length + (_end - _start);

    /// <summary>What was written, in order. Valid until something else is written, or this is disposed.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Parts
    {
        get
        {
            EndPart();
            return _parts ?? [];
        }
    }

    /// <summary>All that was written, if it is in one piece: most responses are. Valid as long as the parts are.</summary>
    public bool TryGetWhole(out ReadOnlyMemory<byte> whole)
    {
        whole = _buffer.AsMemory(_start, _end - _start);
        return _parts is null;
    }

    /// <summary>Adds bytes that are not copied: they stay as they are until this is disposed.</summary>
    public void Append(ReadOnlyMemory<byte> bytes)
    {
        EndPart();
        (_parts ??= []).Add(bytes);
        _length += bytes.Length;
    }

    /// <summary>Adds what was written to rented memory, without copying it. The memory is given back with everything else.</summary>
    internal void Take(byte[] rented, int length)
    {
        EndPart();
        if (_buffer.Length > 0) (_fullBuffers ??= []).Add(_buffer);
        (_buffer, _start, _end) = (rented, 0, length);
    }

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _end);
        _end += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_buffer.Length - _end < Math.Max(sizeHint, 1)) Rent(sizeHint);
        return _buffer.AsMemory(_end);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        _parts = null;
        if (_fullBuffers is not null)
        {
            foreach (var full in _fullBuffers) ArrayPool<byte>.Shared.Return(full);
            _fullBuffers = null;
        }

        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _start, _end, _length) = ([], 0, 0, 0);
    }

    private void Rent(int sizeHint) => Take(ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, BufferSize)), length: 0);

    private void EndPart()
    {
        if (_end == _start) return;
        (_parts ??= []).Add(_buffer.AsMemory(_start, _end - _start));
        _length += _end - _start;
        _start = _end;
    }
}
