using System.Collections;
using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Incremental;

/// <summary>Where the items of a streamed list come from after the first ones; ended once.</summary>
internal sealed class ItemSource(IAsyncEnumerator<object?> items)
{
    private bool _isMoving;
    private bool _isReleased;

    public object? Current => items.Current;

    /// <summary>The first items of a list, and the source of the others unless the list ends before.</summary>
    public static (IReadOnlyList<object?> Items, ItemSource? Later) Split(object list, int count, int valuesMax)
    {
        if (list is AsyncItems read) return (read.Read, read.TakeRest());
        var items = new List<object?>();
        var source = ((IEnumerable)list).GetEnumerator();
        var rest = new ItemSource(new AtOnce(source));
        try
        {
            while (items.Count < count)
            {
                if (!source.MoveNext())
                {
                    rest.Release();
                    return (items, null);
                }

                if (items.Count == valuesMax) throw ResultTree.TooLarge(valuesMax);
                items.Add(source.Current);
            }
        }
        catch
        {
            rest.Release();
            throw;
        }

        return (items, rest);
    }

    public async ValueTask<bool> MoveNextAsync()
    {
        _isMoving = true;
        try
        {
            return await items.MoveNextAsync();
        }
        finally
        {
            _isMoving = false;
            if (_isReleased)
                await items.DisposeAsync();
        }
    }

    /// <summary>Ends the source: now, or when it has given the item that it is about to give.</summary>
    public void Release()
    {
        if (_isReleased) return;
        _isReleased = true;
        if (!_isMoving)
            _ = items.DisposeAsync().AsTask();
    }

    /// <summary>Items that are there without waiting.</summary>
    private sealed class AtOnce(IEnumerator items) : IAsyncEnumerator<object?>
    {
        public object? Current => items.Current;

        public ValueTask<bool> MoveNextAsync() => new(items.MoveNext());

        public ValueTask DisposeAsync()
        {
            (items as IDisposable)?.Dispose();
            return default;
        }
    }
}
