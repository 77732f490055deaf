using System.Text;

namespace Jobs.Experiments.Tests.Events;

public sealed class MailboxTests : IDisposable
{
    private readonly Folder folder = new();

    private string FilePath => Path.Combine(folder, "events.mailbox");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_added_is_in_the_file_before_anybody_writes_it()
    {
        using var mailbox = Mailbox.Create(FilePath, slots: 64);
        for (var number = 0; number < 50; number++) Assert.True(mailbox.TryAdd(Encoding.UTF8.GetBytes($"line {number}")));
        // As a process finds it that is started after a kill: the first one never closed anything.
        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"line {number}"), LinesOf(Mailbox.Recover(FilePath)));
    }

    [Fact]
    public void What_is_freed_is_not_recovered_and_makes_room()
    {
        using var mailbox = Mailbox.Create(FilePath, slots: 64);
        var buffer = new byte[64 * 1024];
        var next = 0;
        for (var round = 0; round < 10; round++)
        {
            while (mailbox.TryAdd(Encoding.UTF8.GetBytes($"line {next}"))) next++;
            mailbox.Free(Math.Min(mailbox.Peek(buffer, out _), 40));
        }

        Assert.Equal(Enumerable.Range(next - 24, 24).Select(number => $"line {number}"), LinesOf(Mailbox.Recover(FilePath)));
    }

    [Fact]
    public void A_record_that_a_kill_cut_off_is_left_out_and_the_others_are_not()
    {
        var rest = new string('x', 300);
        using (var mailbox = Mailbox.Create(FilePath, slots: 64))
            for (var number = 0; number < 3; number++) mailbox.TryAdd(Encoding.UTF8.GetBytes($"line {number} {rest}"));
        var bytes = File.ReadAllBytes(FilePath);
        for (var at = 0; at < 16 + 300; at++)
        {
            var torn = bytes.ToArray();
            torn.AsSpan(Mailbox.SlotBytes + at, 320 - at).Clear();
            File.WriteAllBytes(FilePath + ".torn", torn);
            Assert.Equal(["0", "2"], LinesOf(Mailbox.Recover(FilePath + ".torn")).Select(line => line[5..6]));
        }
    }

    [Fact]
    public async Task Many_threads_add_while_one_takes_and_nothing_is_lost()
    {
        using var mailbox = Mailbox.Create(FilePath, slots: 64);
        var adders = Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var number = 0; number < 5000; number++)
                while (!mailbox.TryAdd(Encoding.UTF8.GetBytes($"{thread}/{number}"))) Thread.Yield();
        }, TestContext.Current.CancellationToken)).ToArray();
        var taken = new List<string>();
        var buffer = new byte[8 * 1024];
        while (taken.Count < 20_000)
        {
            var count = mailbox.Peek(buffer, out var bytes);
            taken.AddRange(LinesOf(buffer[..bytes]));
            mailbox.Free(count);
            if (count == 0) Thread.Yield();
        }

        await Task.WhenAll(adders);
        foreach (var thread in taken.GroupBy(line => line[0]))
            Assert.Equal(Enumerable.Range(0, 5000), thread.Select(line => int.Parse(line[2..], null)));
    }

    private static string[] LinesOf(byte[] lines) =>
        Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
