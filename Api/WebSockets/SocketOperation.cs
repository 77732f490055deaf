using System.Text.Json;
using Jobs.Api.Transport;
using Jobs.GraphQL;
using Jobs.GraphQL.Language;

namespace Jobs.Api.WebSockets;

/// <summary>One operation of a socket, in a scope of its own: from its subscribe message to its complete or error.</summary>
internal sealed class SocketOperation(
    string id, Caller caller, SocketOutput output, OperationRunner runner, ErrorPresenter presenter,
    IServiceScopeFactory scopes) : IDisposable
{
    private readonly JsonEncodedText encodedId = JsonEncodedText.Encode(id);
    private readonly CancellationTokenSource stop = new();
    private volatile bool isAbandoned;
    private volatile bool isToComplete;
    private volatile bool isSubscription;

    public string Id => id;

    /// <summary>Stops it; nothing more is sent.</summary>
    public void Abandon()
    {
        isAbandoned = true;
        Cancel();
    }

    /// <summary>Stops it if it is a subscription; its completion is sent.</summary>
    public void CompleteSubscription()
    {
        isToComplete = true;
        Interlocked.MemoryBarrier(); // One of the two sides sees what the other has said.
        if (isSubscription) Cancel();
    }

    /// <summary>Not async itself, so that an idle subscription does not keep what the client has sent.</summary>
    /// <param name="parameters">What the client sent.</param>
    /// <param name="operations">Of the socket, this one among them.</param>
    public Task RunAsync(RequestParameters parameters, SocketOperations operations)
    {
        var scope = caller.OpenScope(scopes);
        var responding = runner.RespondAsync(parameters, scope.ServiceProvider, caller,
            ResponseForms.Incremental | ResponseForms.Subscription, queryOnly: false, stop.Token);
        return RunAsync(scope, responding, operations);
    }

    public void Dispose() => stop.Dispose();

    private async Task RunAsync(AsyncServiceScope scope, ValueTask<GraphQLResponse> responding, SocketOperations operations)
    {
        try
        {
            var errors = await AnswerAsync(scope, responding);
            operations.Release(this); // Before the last message, because with that the client may use the id again.
            await output.SendAsync(errors is null
                ? message => ServerMessage.WriteComplete(message, encodedId)
                : message => ServerMessage.WriteError(message, encodedId, errors), IsWanted);
        }
        finally
        {
            Dispose();
            operations.End(this);
        }
    }

    /// <summary>Null when it has come to its end; errors when there was nothing to execute, or when its source broke.</summary>
    private async Task<IReadOnlyList<GraphQLError>?> AnswerAsync(AsyncServiceScope scope, ValueTask<GraphQLResponse> responding)
    {
        try
        {
            await using (scope)
            {
                await using var response = await responding;
                return await SendAllAsync(scope.ServiceProvider, response);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        catch (TransportException refusal)
        {
            return [new GraphQLError(refusal.Message) { Code = refusal.Code }];
        }
#pragma warning disable CA1031 // Whatever breaks ends this operation, masked, and no other one of the socket.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            return [presenter.Mask(unexpected)];
        }
    }

    private async ValueTask<IReadOnlyList<GraphQLError>?> SendAllAsync(
        IServiceProvider services, GraphQLResponse response)
    {
        if (response.Initial is { IsRequestError: true } refusal) return refusal.Errors;
        if (response.Initial is { } initial && !await SendAsync(initial)) return null;
        if (response.Following is { } following)
            await FollowAsync(services, following, response.OperationType == OperationType.Subscription);
        return null;
    }

    private async Task FollowAsync(
        IServiceProvider services, IAsyncEnumerable<GraphQLResult> following, bool isSubscription)
    {
        this.isSubscription = isSubscription;
        Interlocked.MemoryBarrier();
        if (isToComplete && isSubscription) return; // The server began to stop a moment ago.
        await Task.Yield(); // A source that never waits must not keep the socket from reading "complete".
        await foreach (var result in following.WithCancellation(stop.Token))
        {
            presenter.Log(result, services);
            if (!await SendAsync(result)) return;
        }
    }

    private async ValueTask<bool> SendAsync(GraphQLResult result)
    {
        using (result)
            return await output.SendAsync(message => ServerMessage.WriteNext(message, encodedId, result), IsWanted);
    }

    private bool IsWanted() => !isAbandoned;

    private void Cancel()
    {
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }
}
