using System.Buffers;
using System.Text.Json;
using Npgsql;

namespace Jobs.Baseline;

/// <summary>One connection with every statement prepared on it, and a writer.</summary>
internal sealed class Session
{
    private Session(NpgsqlConnection connection) =>
        (PostById, NewestPosts, Inbox, MobileFeed, Apply) =
            (new(connection), new(connection), new(connection), new(connection), new(connection));

    /// <summary>One answer; empty between two.</summary>
    public ArrayBufferWriter<byte> Body { get; } = new(16 * 1024);

    public Utf8JsonWriter Json { get; } = new(Stream.Null, Answer.Options);

    public PostById PostById { get; }

    public NewestPosts NewestPosts { get; }

    public Inbox Inbox { get; }

    public MobileFeed MobileFeed { get; }

    public Apply Apply { get; }

    public static async Task<Session> OpenAsync(NpgsqlDataSource dataSource)
    {
        var session = new Session(await dataSource.OpenConnectionAsync());
        await session.PostById.PrepareAsync();
        await session.NewestPosts.PrepareAsync();
        await session.Inbox.PrepareAsync();
        await session.MobileFeed.PrepareAsync();
        await session.Apply.PrepareAsync();
        return session;
    }
}
