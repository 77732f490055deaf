namespace Jobs.GraphQL.DataLoading;

/// <summary>Loads values by key: the keys of all fields of one level in one batch, each key once per request.</summary>
/// <remarks>Scoped, like the <see cref="BatchScheduler"/> that it is constructed with.</remarks>
public abstract class DataLoader<TKey, TValue> : ILoadedValues
    where TKey : notnull
{
    private readonly BatchScheduler _scheduler;
    private readonly int _maxBatchSize;
    private Dictionary<TKey, Task<TValue?>>? _cache; // Most loaders of a request are there and not asked.
    private KeyBatch? _collecting;

    protected DataLoader(BatchScheduler scheduler, DataLoaderOptions? options = null)
    {
        _scheduler = scheduler;
        _maxBatchSize = (options ?? DataLoaderOptions.Default).MaxBatchSize;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_maxBatchSize);
        scheduler.Register(this);
    }

    /// <summary>The value of a key; the default (null, 0) if the batch has none for it.</summary>
    public Task<TValue?> LoadAsync(TKey key)
    {
        KeyBatch? started = null;
        Task<TValue?> value;
        lock (_scheduler.Gate)
        {
            _cache ??= [];
            if (_cache.TryGetValue(key, out var cached)) return cached;
            if (_collecting is null || _collecting.Count == _maxBatchSize)
                started = _collecting = new KeyBatch(this);
            _cache[key] = value = _collecting.Add(key);
        }

        if (started is not null)
            _scheduler.Schedule(started);
        return value;
    }

    /// <summary>The value of a key that must exist; for references, since a missing number cannot be told from a zero.</summary>
    /// <exception cref="KeyNotFoundException">The batch has no value for the key.</exception>
    public Task<TValue> LoadRequiredAsync(TKey key)
    {
        var value = LoadAsync(key);
        return value is { IsCompletedSuccessfully: true, Result: not null } ? value! : RequireAsync(key, value);
    }

    /// <summary>The values of several keys, in their order.</summary>
    public async Task<IReadOnlyList<TValue?>> LoadManyAsync(IEnumerable<TKey> keys) =>
        await Task.WhenAll(keys.Select(LoadAsync));

    /// <summary>Gives the loader a value that is known already; what it has loaded itself stays.</summary>
    public void Prime(TKey key, TValue? value)
    {
        lock (_scheduler.Gate)
            (_cache ??= []).TryAdd(key, Task.FromResult(value));
    }

    /// <summary>Forgets every value, so that the next question loads it anew.</summary>
    public void Clear()
    {
        lock (_scheduler.Gate)
            _cache?.Clear();
    }

    private async Task<TValue> RequireAsync(TKey key, Task<TValue?> value) =>
        await value ?? throw new KeyNotFoundException($"{GetType().Name} has no value for {key}.");

    /// <summary>Loads a batch with one statement. Keys without a value are left out of the answer.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
        IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken);

    /// <summary>A loader's keys of one round, and who waits for them.</summary>
    private sealed class KeyBatch(DataLoader<TKey, TValue> loader) : Batch
    {
        private readonly List<TKey> _keys = [];
        private readonly List<TaskCompletionSource<TValue?>> _waiting = [];

        public int Count => _keys.Count;

        public Task<TValue?> Add(TKey key)
        {
            var waiting = new TaskCompletionSource<TValue?>();
            _keys.Add(key);
            _waiting.Add(waiting);
            return waiting.Task;
        }

        public override async Task DispatchAsync(CancellationToken cancellationToken)
        {
            Close();
            try
            {
                var values = await loader.LoadBatchAsync(_keys, cancellationToken);
                for (var i = 0; i < _keys.Count; i++)
                    _waiting[i].TrySetResult(values.TryGetValue(_keys[i], out var value) ? value : default);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                Cancel();
            }
#pragma warning disable CA1031 // Whatever a batch throws belongs to the fields that wait for it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Forget();
                foreach (var waiting in _waiting)
                {
                    waiting.TrySetException(exception);
                    _ = waiting.Task.Exception; // Observed: a field that was given up meanwhile asks for it no more.
                }
            }
        }

        public override void Cancel()
        {
            Close();
            Forget();
            foreach (var waiting in _waiting)
                waiting.TrySetCanceled();
        }

        private void Close()
        {
            lock (loader._scheduler.Gate)
            {
                if (loader._collecting == this)
                    loader._collecting = null;
            }
        }

        /// <summary>A failure is no value: the next question for the key is a new try.</summary>
        private void Forget()
        {
            lock (loader._scheduler.Gate)
            {
                for (var i = 0; i < _keys.Count; i++)
                {
                    if (loader._cache!.TryGetValue(_keys[i], out var cached) && cached == _waiting[i].Task)
                        loader._cache.Remove(_keys[i]);
                }
            }
        }
    }
}
