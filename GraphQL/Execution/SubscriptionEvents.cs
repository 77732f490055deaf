using Jobs.GraphQL.DataLoading;

namespace Jobs.GraphQL.Execution;

/// <summary>A subscription that runs: for each event of its source one result, made when it is asked for.</summary>
/// <remarks>
/// https://spec.graphql.org/September2025/#MapSourceToResponseEvent()
/// Enumerated once, by itself. Between two events it holds its source and nothing else: no timer, no pooled memory, no scope.
/// </remarks>
internal sealed class SubscriptionEvents : IAsyncEnumerable<GraphQLResult>, IAsyncEnumerator<GraphQLResult>
{
    private readonly GraphQLEngineOptions _options;
    private readonly IServiceProvider _services;
    private readonly Func<EventScope>? _openEventScope;
    private readonly OperationPlan _operation;
    private readonly CoercedVariables _variables;
    private readonly IAsyncEnumerable<object?> _source;
    private readonly CancellationTokenSource _lifetime;
    private readonly CancellationToken _cancelled;
    private readonly CancellationToken _caller;
    private CancellationToken _consumer;
    private CancellationTokenRegistration _consumerGivesUp;
    private IAsyncEnumerator<object?>? _events;
    private GraphQLResult? _current;
    private int _state;
    private bool _isStarted;
    private bool _isComplete;

    public SubscriptionEvents(
        GraphQLEngineOptions options, GraphQLRequest request, OperationPlan operation, CoercedVariables variables,
        IAsyncEnumerable<object?> source, CancellationTokenSource lifetime, CancellationToken caller)
    {
        (_options, _services, _openEventScope) = (options, request.Services, request.OpenEventScope);
        (_operation, _variables, _source, _lifetime, _caller) = (operation, variables, source, lifetime, caller);
        _cancelled = lifetime.Token; // The source of the token may be disposed while an event still runs.
    }

    public GraphQLResult Current => _current ?? throw new InvalidOperationException("There is no event.");

    public IAsyncEnumerator<GraphQLResult> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isStarted, true))
            throw new InvalidOperationException("The events of a subscription are enumerated once.");
        if (cancellationToken == _caller) return this;
        _consumer = cancellationToken;
        _consumerGivesUp = cancellationToken.UnsafeRegister(static events => ((SubscriptionEvents)events!).Cancel(), this);
        return this;
    }

    public async ValueTask<bool> MoveNextAsync()
    {
        _current = null;
        if (_isComplete) return false;
        if (_cancelled.IsCancellationRequested || !TryEnter(State.Moving, from: State.Resting)) return IsOver();
        try
        {
            if (await WaitAsync(MoveSourceAsync()))
                _current = await ExecuteEventAsync(_events!.Current);
            else
                _isComplete = true;
        }
        catch (Exception) when (_cancelled.IsCancellationRequested)
        {
            return IsOver();
        }
#pragma warning disable CA1031 // Whatever the source throws ends the subscription, and the client learns so.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _isComplete = true;
            _current = new GraphQLResult(data: null, [_options.ErrorFilter(GraphQLError.Of(exception))], _operation);
        }

        return _current is not null;
    }

    /// <summary>Ends the source, once: now, or when it has given the event that it is about to give.</summary>
    public ValueTask DisposeAsync()
    {
        if (TryEnter(State.Ended, from: State.Resting))
        {
            Cancel();
            return ReleaseAsync();
        }

        if (TryEnter(State.EndedWhileMoving, from: State.Moving))
            Cancel();
        return default;
    }

    /// <summary>Whether there is a next event; a source that was told to stop is not waited for.</summary>
    private async ValueTask<bool> WaitAsync(ValueTask<bool> moving) =>
        moving.IsCompleted ? await moving : await moving.AsTask().WaitAsync(_cancelled);

    private async ValueTask<bool> MoveSourceAsync()
    {
        try
        {
            _events ??= _source.GetAsyncEnumerator(_cancelled);
            return await _events.MoveNextAsync();
        }
        finally
        {
            if (!TryEnter(State.Resting, from: State.Moving))
                await ReleaseAsync();
        }
    }

    private async Task<GraphQLResult> ExecuteEventAsync(object? rootValue)
    {
        var scope = _openEventScope?.Invoke() ?? new EventScope(_services);
        try
        {
            if (_openEventScope is null)
                (_services.GetService(typeof(BatchScheduler)) as BatchScheduler)?.ClearCaches();
            return await TimedExecution.ExecuteAsync(
                _options, scope.Services, _operation, _variables, rootValue, observer: null, _cancelled);
        }
        finally
        {
            if (scope.Scope is not null)
                await scope.Scope.DisposeAsync();
        }
    }

    private async ValueTask ReleaseAsync()
    {
        _consumerGivesUp.Unregister();
        if (_events is not null)
            await _events.DisposeAsync();
        _lifetime.Dispose();
    }

    /// <summary>False if the subscription was disposed; otherwise whoever waits has given up and is told so.</summary>
    private bool IsOver()
    {
        _consumer.ThrowIfCancellationRequested();
        _caller.ThrowIfCancellationRequested();
        return false;
    }

    private void Cancel()
    {
        try
        {
            _lifetime.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The consumer gave up while the subscription ended.
        }
    }

    private bool TryEnter(int state, int from) => Interlocked.CompareExchange(ref _state, state, from) == from;

    private static class State
    {
        public const int Resting = 0;
        public const int Moving = 1;
        public const int Ended = 2;
        public const int EndedWhileMoving = 3;
    }
}
