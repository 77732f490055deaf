namespace Jobs.Api.Connections;

/// <summary>One of the places for open connections, taken before there is a connection.</summary>
public sealed class ConnectionPlace(OpenConnections connections) : IDisposable
{
    private OpenConnection? occupant;

    /// <summary>From now on the connection gets its ticks, and is told when the service stops.</summary>
    public void Occupy(OpenConnection connection)
    {
        occupant = connection;
        connections.Add(connection);
    }

    public void Dispose() => connections.Free(occupant);
}
