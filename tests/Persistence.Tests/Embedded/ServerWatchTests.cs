using System.Collections.Concurrent;
using Jobs.Persistence.Embedded;
using Jobs.Testing;

namespace Jobs.Persistence.Tests.Embedded;

public sealed class ServerWatchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_server_that_cannot_be_looked_at_is_looked_at_again_and_revived_when_it_is_dead()
    {
        var cluster = new PostgresCluster(folder.FullPath);
        var unreadable = Directory.CreateDirectory(PostmasterFile.PathIn(cluster.Data)); // A folder is no file to be read.
        var reports = new ConcurrentQueue<string>();
        await using var watch = new ServerWatch(cluster, _ => Task.CompletedTask, reports.Enqueue);
        await Wait.UntilAsync(() => reports.Any(
            line => line.StartsWith("The private PostgreSQL cannot be looked at: ", StringComparison.Ordinal)));
        Assert.DoesNotContain(reports, line => line.Contains("died", StringComparison.Ordinal));

        unreadable.Delete();
        await Wait.UntilAsync(() => reports.Contains("The private PostgreSQL had died and was started again."));
    }

    [Fact]
    public void Where_there_is_no_folder_there_is_no_server() => Assert.Null(PostmasterFile.Read(folder.PathOf("deleted")));
}
