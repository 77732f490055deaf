using System.Text.Json;
using Jobs.Api.Connections;
using Jobs.Api.Transport;
using Jobs.GraphQL;

namespace Jobs.Api.WebSockets;

/// <summary>One WebSocket that speaks graphql-transport-ws, from its handshake to its end.</summary>
/// <remarks>https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md</remarks>
internal sealed class GraphQLSocket(HttpContext handshake, SocketInput input, SocketOutput output, SocketContext shared)
    : OpenConnection(handshake)
{
    /// <summary>How long a client may take to answer a close frame.</summary>
    private static readonly TimeSpan CloseTime = TimeSpan.FromSeconds(5);

    private readonly SocketOperations operations = new(shared.Limits.OperationsPerConnectionMax);
    private readonly DateTimeOffset openedAt = shared.Time.GetUtcNow();
    private volatile bool isInitReceived;
    private volatile bool isStopping;
    private ConnectionViewer? viewer;
    private long heardAt = shared.Time.GetUtcNow().UtcTicks;
    private long pingedAt;

    /// <summary>Ends when the socket is closed and everything that ran on it has let go.</summary>
    public async Task RunAsync()
    {
        try
        {
            await ReadMessagesAsync();
        }
        finally
        {
            operations.AbandonAll();
            await output.CloseAsync(SocketClosure.Normal); // The answer to the client's close frame, unless it is gone.
            await operations.WhenEndedAsync();
        }
    }

    internal override bool IsSending => output.IsSending;

    internal override void Tick(DateTimeOffset now)
    {
        if (now - output.SendingSince >= shared.SendTime || now - output.ClosedSince >= CloseTime) Abort();
        else if (output.IsClosed) return;
        else if (!isInitReceived && now - openedAt >= shared.InitTime) _ = CloseAsync(SocketClosure.InitTimeout);
        else if (viewer?.ExpiresAt <= now) _ = CloseAsync(SocketClosure.TokenExpired);
        else PingIfQuiet(now);
    }

    internal override void Stop() => _ = StopAsync();

    private async Task StopAsync()
    {
        isStopping = true;
        operations.CompleteAll();
        await operations.WhenEndedAsync();
        await output.CloseAsync(SocketClosure.GoingAway);
    }

    private void PingIfQuiet(DateTimeOffset now)
    {
        var heard = Volatile.Read(ref heardAt);
        if (pingedAt > heard)
        {
            if (now.UtcTicks - pingedAt >= shared.PingTime.Ticks) Abort(); // No answer: nobody is there.
        }
        else if (now.UtcTicks - heard >= shared.PingTime.Ticks && output.TrySend(ServerMessage.Ping))
        {
            pingedAt = now.UtcTicks; // Not before: what else is sent to a client, it does not answer.
        }
    }

    private async Task ReadMessagesAsync()
    {
        while (true)
        {
            try
            {
                using var message = await input.ReceiveAsync();
                if (message is null) return;
                Volatile.Write(ref heardAt, shared.Time.GetUtcNow().UtcTicks);
                if (output.IsClosed) break;
                await HandleAsync(message);
            }
            catch (SocketClosedException broken)
            {
                await CloseAsync(broken.Closure);
                break;
            }
            catch (TransportException invalid)
            {
                await CloseAsync(SocketClosure.Invalid(invalid.Message));
                break;
            }
#pragma warning disable CA1031 // Whatever breaks ends this socket in an orderly way.
            catch (Exception unexpected)
#pragma warning restore CA1031
            {
                shared.Log(unexpected);
                await CloseAsync(SocketClosure.InternalError);
                break;
            }
        }
        await input.DiscardAsync();
    }

    private Task CloseAsync(SocketClosure closure)
    {
        operations.AbandonAll();
        return output.CloseAsync(closure);
    }

    private async Task HandleAsync(PooledBuffer bytes)
    {
        using var json = RequestJson.Parse(bytes.Written, "The message", shared.Limits.BodyDepthMax);
        var message = ClientMessage.From(json.RootElement);
        switch (message.Type)
        {
            case ClientMessage.ConnectionInit: await InitAsync(message.Payload); break;
            case ClientMessage.Ping: await output.SendAsync(pong => ServerMessage.WritePong(pong, message.Payload)); break;
            case ClientMessage.Subscribe: await SubscribeAsync(message.Id!, message.Payload); break;
            case ClientMessage.Complete: operations.Abandon(message.Id!); break;
        }
    }

    private async Task InitAsync(JsonElement payload)
    {
        if (isInitReceived) throw new SocketClosedException(SocketClosure.TooManyInits);
        isInitReceived = true;
        var found = await shared.SignInAsync(
            ConnectionCredentials.Find(payload, Context.Request.Headers.Authorization), Context.RequestAborted);
        await output.SendAsync(ack => ServerMessage.WriteConnectionAck(
            ack, shared.Limits.SocketPingSeconds, shared.Limits.OperationsPerConnectionMax));
        viewer = found;
    }

    private async Task SubscribeAsync(string id, JsonElement payload)
    {
        if (viewer is null) throw new SocketClosedException(SocketClosure.Unauthorized);
        if (isStopping) return; // The socket is about to be closed: the client asks again elsewhere.
        // The message's memory goes back to the pool when the next one is read; the operation keeps what is its own.
        var parameters = RequestParameters.FromJson(payload.Clone());
        var operation = shared.CreateOperation(id, new Caller(Context, viewer), output);
        if (operations.TryAdd(operation)) _ = operation.RunAsync(parameters, operations);
        else await output.SendAsync(message => ServerMessage.WriteError(message, JsonEncodedText.Encode(id), [TooMany()]));
    }

    private GraphQLError TooMany() =>
        new($"There are {shared.Limits.OperationsPerConnectionMax} operations under way on this connection already.")
        {
            Code = TransportErrorCodes.TooManyOperations,
        };
}
