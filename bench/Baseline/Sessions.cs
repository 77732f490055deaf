using System.Threading.Channels;
using Npgsql;

namespace Jobs.Baseline;

/// <summary>A few sessions that requests take turns with.</summary>
internal sealed class Sessions
{
    private readonly Channel<Session> waiting = Channel.CreateUnbounded<Session>();

    public static async Task<Sessions> OpenAsync(NpgsqlDataSource dataSource, int count)
    {
        var sessions = new Sessions();
        for (var number = 0; number < count; number++) sessions.Return(await Session.OpenAsync(dataSource));
        return sessions;
    }

    public ValueTask<Session> TakeAsync() =>
        waiting.Reader.TryRead(out var session) ? new(session) : waiting.Reader.ReadAsync();

    public void Return(Session session) => waiting.Writer.TryWrite(session);
}
